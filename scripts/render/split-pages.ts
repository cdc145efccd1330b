// One rendered text with a page for each model comes in, the pages come out. An engine renders a template once and sees all models
// then, so the template that describes a model writes all descriptions and a marker before each.

const marker = /^<!-- page: ([A-Za-z_$][\w$]*) -->\n/gm;

/** The pages by the names of their models. Prose can't hold a marker, so anything but one for each model, in order, is a mistake of the template. */
export function splitPages(text: string, models: readonly string[]): Readonly<Record<string, string>> {
  const markers = [...text.matchAll(marker)];
  const names = markers.map((found) => found[1] ?? "");
  const at = models.findIndex((model, index) => names[index] !== model);
  if (at >= 0) throw new Error(`Page ${at + 1} should be that of ${models[at]}, and ${names[at] === undefined ? "there is none" : `it is that of ${names[at]}`}.`);
  if (names.length > models.length) throw new Error(`There is a page of ${names[models.length]}, for which there is no model.`);
  const before = text.slice(0, markers[0]?.index ?? text.length);
  if (before.trim() !== "") throw new Error(`Something stands before the first page: ${JSON.stringify(before.trim().slice(0, 60))}.`);
  return Object.fromEntries(markers.map((found, index) => [found[1] ?? "", text.slice(found.index + found[0].length, markers[index + 1]?.index)]));
}
