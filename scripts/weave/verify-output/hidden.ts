// Characters and marks that no generated file may hold, wherever they stand.

import { findingAt, type Finding } from "./finding.ts";

/** Control characters, and those that hide text or turn its direction. */
// eslint-disable-next-line no-control-regex
const hidden = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\uffff]/g;

/** What ends a script element or opens a comment in one, and what debuggers load a file from. */
const marks = /<\/script|<!--|[#@]\s*source(?:Mapping)?URL\s*=/gi;

export function checkHidden(file: string, text: string): readonly Finding[] {
  return [...text.matchAll(hidden)].map((found) => findingAt(file, text, found.index, `the character U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}, which hides or turns text`));
}

export function checkMarks(file: string, text: string): readonly Finding[] {
  return [...text.matchAll(marks)].map((found) => findingAt(file, text, found.index, `\`${found[0].replaceAll("`", "'")}\`, which means something to browsers and debuggers`));
}
