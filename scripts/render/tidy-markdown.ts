// Markdown as a template leaves it comes in, with blank lines wherever a tag stood; Markdown as a person writes it goes out.

const fence = /^ {0,3}(```|~~~)/;

/** One blank line at most between two others, none at the beginning, one line break at the end. Code blocks stay as they are. */
export function tidyMarkdown(text: string): string {
  const kept: string[] = [];
  let fenced = false;
  for (const line of text.split("\n")) {
    if (fence.test(line)) fenced = !fenced;
    const isBlank = !fenced && line.trim() === "";
    if (isBlank && (kept.length === 0 || kept.at(-1) === "")) continue;
    kept.push(isBlank ? "" : line);
  }
  return `${kept.join("\n").trimEnd()}\n`;
}
