// Makes prose and values safe for Markdown pages: no live HTML, links of http, https and mailto only.

import { visible } from "./comment.ts";
import { safe, type JsonText, type MarkdownBlock, type MarkdownLine } from "./safe.ts";

/** Prose of several lines. Code keeps its characters; everywhere else HTML is made visible. */
export function markdownBlock(markdown: string): MarkdownBlock {
  let fenced = false;
  const lines = visible(markdown).split("\n").map((line) => {
    if (/^\s*(```|~~~)/.test(line)) {
      fenced = !fenced;
      return line;
    }
    // A line that parts pages (see `split-pages.ts`) has no other meaning in code.
    if (fenced) return line.replace(/^<!-- page: /, " $&");
    // A heading of the prose would end a section of the page.
    return outsideCode(line).replace(/^(\s{0,3})(#{1,6}\s)/, "$1\\$2").replace(/^(\s{0,3})(=+|-{3,})\s*$/, "$1\\$2");
  });
  return safe(fenced ? [...lines, "```"].join("\n") : lines.join("\n"));
}

/** Prose on one line, also inside a table cell. */
export function markdownLine(markdown: string): MarkdownLine {
  const flat = visible(markdown).replace(/^\s*(```|~~~).*$/gm, "").replace(/\n\s*- /g, " · ").replace(/\n> /g, " ").replace(/\s*\n\s*/g, " ").trim();
  return safe(outsideCode(flat).replace(/(?<!\\)\|/g, "\\|"));
}

/** A code span around any text, on one line, also inside a table cell. */
export function codeSpan(text: string): MarkdownLine {
  const flat = visible(text).replace(/\s+/g, " ");
  const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  const padded = longest > 0 || /^ .* $|^$/.test(flat) ? ` ${flat} ` : flat;
  return safe(`${fence}${padded.replaceAll("|", "\\|")}${fence}`);
}

/** A value as JSON, indented by two. */
export function jsonText(value: unknown): JsonText {
  return safe(visible(JSON.stringify(value, null, 2) ?? "null"));
}

/** Applies what prose needs to all that isn't a code span. */
function outsideCode(line: string): string {
  return line
    .split(/(`+[^`]*`+)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/&(?=#|[a-z]+;)/gi, "&amp;").replace(/(?<!\\)<|\\</g, "&lt;").replace(/\]\(\s*(?!https?:|mailto:|#|\.{0,2}\/|[\w-]+\.md)[^)]*\)/gi, "]")))
    .join("");
}
