// The files of a package → everything in them that a document should not have been able to put there.

import ts from "typescript";

import { cellsOf, pagesOf, readPage, withoutCode } from "../docs/pages.ts";

/** What the hostile documents try to call. */
export const marker = "pwned";

/** Characters that turn the direction of text, hide in it, or end lines where nobody sees it; and controls. */
// eslint-disable-next-line no-control-regex
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/;

export function escapesIn(files: Readonly<Record<string, string>>): readonly string[] {
  return [
    ...Object.entries(files).flatMap(([path, text]) => [
      ...(unseen.test(text) ? [`${path} holds the character ${JSON.stringify(unseen.exec(text)?.[0])}`] : []),
      ...(path.endsWith(".ts") ? inCode(path, text) : []),
    ]),
    ...inPages(files),
    ...inNames(Object.keys(files)),
    ...inPackage(files["package.json"] ?? "{}"),
  ];
}

/** The marker as a name in code; it belongs into texts, keys and comments only. */
function inCode(path: string, text: string): readonly string[] {
  if (!text.includes(marker) && !text.includes("</script")) return [];
  const found = /<\/script|<!--/i.test(text) ? [`${path} holds the end of a script or the beginning of a comment of HTML`] : [];
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === marker && !isName(node)) found.push(`${path} has the code ${node.parent.getText().slice(0, 80)}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** `{ pwned: … }`, `readonly pwned: …` and `value.pwned` are members, which may be called so. */
function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isPropertySignature(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyAccessExpression(parent)) && parent.name === node;
}

function inPages(files: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(pagesOf(files)).flatMap(([path, text]) => {
    const { prose } = readPage(path, text);
    const html = prose.filter(({ text: line }) => /<(?!https?:\/\/[^\s<>]*>)/.test(withoutCode(line)) || (/^\|.*\|$/.test(line) && cellsOf(line).some((cell) => /</.test(withoutCode(cell)))));
    const links = prose.flatMap(({ text: line }) => [...withoutCode(line).matchAll(/\]\(\s*([a-z][a-z0-9+.-]*):/gi), ...withoutCode(line).matchAll(/^\s*\[[^\]]*\]:\s*([a-z][a-z0-9+.-]*):/gi)].map((match) => match[1] ?? ""));
    return [
      ...html.map(({ line, text: shown }) => `${path}:${line} holds live HTML: ${shown.slice(0, 80)}`),
      ...links.filter((scheme) => !/^(?:https?|mailto)$/i.test(scheme)).map((scheme) => `${path} links to ${scheme}:`),
    ];
  });
}

/** Names that no file may have on one of the systems that packages are unpacked on. */
function inNames(paths: readonly string[]): readonly string[] {
  const lower = paths.map((path) => path.toLowerCase());
  return paths.flatMap((path) => [
    ...(/^[\w./@\-[\]]+$/.test(path) && !path.includes("..") ? [] : [`the name of ${path} holds odd characters`]),
    ...(path.split("/").some((part) => /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(part)) ? [`${path} can't exist on Windows`] : []),
    ...(path.split("/").some((part) => part.length > 200) ? [`the name of ${path.slice(0, 40)}… is too long`] : []),
    ...(lower.indexOf(path.toLowerCase()) === lower.lastIndexOf(path.toLowerCase()) ? [] : [`${path} is there twice but for its case`]),
  ]);
}

/** What a package.json can run or fetch is ours. */
function inPackage(text: string): readonly string[] {
  const { description: _description, ...rest } = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const known = ["name", "version", "license", "type", "sideEffects", "engines", "exports", "imports", "files", "scripts", "devDependencies"];
  return [
    ...Object.keys(rest).filter((key) => !known.includes(key)).map((key) => `package.json has the field ${key}`),
    ...(JSON.stringify(rest).includes(marker) ? ["package.json repeats the document outside of its description"] : []),
  ];
}
