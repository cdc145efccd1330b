// Makes prose safe for documentation comments.

import { lineOfComment, proseOfComment } from "./markdown.ts";
import { safe, type CommentLine } from "./safe.ts";
import { visible } from "./visible.ts";
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
  const prose = wrapped(proseOfComment(markdown), room).map(insideComment);
  const tagged = tags.flatMap((tag) => wrapped(`@${proseOfComment(`${tag.name} ${visible(tag.text).replace(/\s+/g, " ")}`)}`.trim(), room).map((line, index) => (index === 0 ? `@${insideTag(line.slice(1))}` : insideTag(line))));
  const lines = [...prose, ...(prose.length > 0 && tagged.length > 0 ? [""] : []), ...tagged];
  if (lines.length === 0) return [];
  const [only] = lines;
  if (lines.length === 1 && only !== undefined && only.length <= room - 4) return [safe(`/** ${only} */`)];
  return [safe("/**"), ...lines.map((line) => safe<"comment">(line === "" ? " *" : ` * ${line}`)), safe(" */")];
}

/** Behind a tag TypeScript takes the sign of an address for another tag. */
function insideTag(line: string): string {
  return insideComment(line).replace(/(?<!\\)@/g, "\\@");
}

/** A text inside of a comment that a template writes, on one line. */
export function commentText(text: string): CommentLine {
  return safe(insideComment(lineOfComment(text)));
}

/**
 * A line that can't end the comment it stands in and begins no tag, which TypeScript finds in the middle too. Every star before a
 * slash is parted, however many there are. The same goes for what ends a script element, and for what debuggers load files from.
 */
export function insideComment(line: string): string {
  return line
    .replace(/\*(?=\/)/g, "*\\")
    .replace(/(?<![\w.+\\-])@/g, "\\@")
    .replace(/<(?=\/script|!--)/gi, "<\\")
    .replace(/(source(?:Mapping)?URL\s*)=/gi, "$1\\=");
}
