// Makes prose safe for documentation comments.

import { safe, type CommentLine } from "./safe.ts";
import { wrapped } from "./wrap.ts";

const width = 116;

/** A tag of a documentation comment, `@deprecated`, and what stands behind it. */
export interface Tag {
  readonly name: "deprecated" | "param" | "returns" | "throws" | "see";
  readonly text: string;
}

/** The lines of a documentation comment, on one line where it fits. No text and no tags, no comment. */
export function docComment(markdown: string, indent: number, tags: readonly Tag[] = []): readonly CommentLine[] {
  const room = width - indent - 3;
  const prose = wrapped(visible(markdown), room).map(insideComment);
  const tagged = tags.flatMap((tag) => wrapped(`@${tag.name} ${visible(tag.text).replace(/\s+/g, " ")}`.trim(), room).map((line, index) => (index === 0 ? `@${insideComment(line.slice(1))}` : insideComment(line))));
  const lines = [...prose, ...(prose.length > 0 && tagged.length > 0 ? [""] : []), ...tagged];
  if (lines.length === 0) return [];
  const [only] = lines;
  if (lines.length === 1 && only !== undefined && only.length <= room - 4) return [safe(`/** ${only} */`)];
  return [safe("/**"), ...lines.map((line) => safe<"comment">(line === "" ? " *" : ` * ${line}`)), safe(" */")];
}

/**
 * A line that can't end the comment it stands in and begins no tag, which TypeScript finds in the middle too. Every star before a
 * slash is parted, however many there are.
 */
export function insideComment(line: string): string {
  return line.replace(/\*(?=\/)/g, "*\\").replace(/(?<![\w.+-])@/g, "\\@");
}

/** Without control characters, and without characters that hide text or turn its direction. */
export function visible(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g, (character) => (character === "\t" ? " " : ""));
}
