// Makes prose and values safe for Markdown pages: no live HTML, no headings, links to the Web and to mail only.

import { safe, type JsonText, type MarkdownBlock, type MarkdownLine, type Safe } from "./safe.ts";
import { visible } from "./visible.ts";

/** Markdown that may stand in a cell of a table, where a pipe would end it. */
export type MarkdownCell = Safe<"markdown-cell">;

/** Prose of several lines. Code keeps its characters; everywhere else HTML is made visible. */
export function markdownBlock(markdown: string): MarkdownBlock {
  const parts = partsOf(visible(markdown));
  // Cells end at pipes, also at those inside of code.
  const splits = parts.some((part) => part.kind === "line" && isTableRule(part.text));
  return safe(parts.map((part) => (part.kind === "code" ? fenced(part) : beginning(inline(part.text, splits ? "cell" : "line")))).join("\n"));
}

/** Prose for a comment, which editors and documentation tools show as Markdown, too. It isn't safe for code yet. */
export function proseOfComment(markdown: string): string {
  return partsOf(visible(markdown)).map((part) => (part.kind === "code" ? fenced(part) : inline(part.text, "comment"))).join("\n");
}

/** The same within a line of a comment: what would be a block of code there becomes a span. */
export function lineOfComment(markdown: string): string {
  return inline(flat(markdown).replace(/\s+/g, " "), "comment");
}

/** Prose on one line. */
export function markdownLine(markdown: string): MarkdownLine {
  return safe(beginning(inline(flat(markdown), "line")));
}

/** Prose in a table cell. */
export function markdownCell(markdown: string): MarkdownCell {
  return safe(inline(flat(markdown), "cell"));
}

/** A code span around any text, on one line. */
export function codeSpan(text: string): MarkdownLine {
  const shown = visible(text).replace(/\s+/g, " ");
  const longest = longestRun(shown);
  const fence = "`".repeat(longest + 1);
  // A blank at both ends is taken away again, and a span of nothing isn't one.
  const padded = /^`|`$|^ .* $|^ ?$/.test(shown) ? ` ${shown} ` : shown;
  return safe(`${fence}${padded}${fence}`);
}

/** How many backticks stand side by side at most. */
function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}

/** A code span in a table cell. */
export function codeCell(text: string): MarkdownCell {
  return safe(codeForCell(codeSpan(text)));
}

/** Prose that stands in the brackets of a link. */
export function linkLabel(text: string): MarkdownLine {
  return markdownLine(text.replace(/[[\]]/g, ""));
}

/** A link to another page of ours, or to an address that was made for that. */
export function linkTo<Place extends string>(label: Safe<Place>, target: string): Safe<Place> {
  return safe(`[${label}](${target})`);
}

/** An address of the Web or of mail, for use in a link; nothing when it is another, or none. */
export function webAddress(address: string | undefined): MarkdownLine | undefined {
  if (address === undefined || !/^(?:https?:\/\/|mailto:)/i.test(address) || !URL.canParse(address)) return undefined;
  // What is left as it is by the parser of addresses could still end a link or begin a span.
  return safe(new URL(address).href.replace(/[^\w\-.~:/?#@!$&+,;=%]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`));
}

/** A value as JSON, indented by two, in characters that every editor shows. */
export function jsonText(value: unknown): JsonText {
  const text = JSON.stringify(value, null, 2) ?? "null";
  return safe(visible(text) === text ? text : text.replace(/[^\n]/gu, (character) => (visible(character) === character ? character : escapedUnit(character))));
}

function escapedUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

// ----------------------------------------------------------------------------------------------------------- blocks

type Part = Line | Code;

interface Line {
  readonly kind: "line";
  readonly text: string;
}

interface Code {
  readonly kind: "code";
  /** `> ` for each quotation that the code stands in. */
  readonly quote: string;
  readonly indent: string;
  readonly language: string;
  readonly lines: readonly string[];
}

/** The line that opens a block of code, taken apart; step by step, because one expression for all of it could be made to try for ever. */
function fenceIn(line: string): { readonly depth: number; readonly indent: string; readonly mark: string; readonly language: string } | undefined {
  let rest = line;
  let depth = 0;
  for (let marker = quotation.exec(rest); marker !== null; marker = quotation.exec(rest)) {
    rest = rest.slice(marker[0].length);
    depth += 1;
  }
  const indent = /^ */.exec(rest)?.[0] ?? "";
  const mark = /^(?:`{3,}|~{3,})/.exec(rest.slice(indent.length))?.[0] ?? "";
  const info = rest.slice(indent.length + mark.length);
  return mark === "" || info.includes("`") ? undefined : { depth, indent, mark, language: /^ *([\w+#.-]*)/.exec(info)?.[1] ?? "" };
}

const quotation = /^ {0,3}> ?/;

/** Lines of prose and blocks of code. What could be taken for a fence and isn't one here stays a line, and is escaped as such. */
function partsOf(markdown: string): readonly Part[] {
  const lines = markdown.split("\n");
  const parts: Part[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const fence = fenceIn(lines[at] ?? "");
    if (fence === undefined) {
      const line = joinedSpan(lines, at);
      parts.push({ kind: "line", text: line.text });
      at += line.joined;
      continue;
    }
    const { depth, indent, mark, language } = fence;
    const inside: string[] = [];
    for (at += 1; at < lines.length; at += 1) {
      const content = unquoted(lines[at] ?? "", depth);
      if (content === undefined) {
        at -= 1;
        break;
      }
      if (isClosing(content, mark)) break;
      inside.push(content.startsWith(indent) ? content.slice(indent.length) : content.trimStart());
    }
    parts.push({ kind: "code", quote: "> ".repeat(depth), indent: indent.slice(0, 3), language, lines: inside });
  }
  return parts;
}

/** A code span that a line break parts is brought onto one line, so that each line can be read by itself. */
function joinedSpan(lines: readonly string[], at: number): { readonly text: string; readonly joined: number } {
  let text = lines[at] ?? "";
  let joined = 0;
  for (let next = at + 1; next < lines.length && joined < 3; next += 1) {
    const following = lines[next] ?? "";
    if (!hasOpenSpan(text) || /^\s*($|[-*+>#|`~]|\d+[.)])/.test(following)) break;
    text = `${text} ${following.trim()}`;
    joined += 1;
  }
  return hasOpenSpan(text) ? { text: lines[at] ?? "", joined: 0 } : { text, joined };
}

function hasOpenSpan(text: string): boolean {
  return spansOf(text).some((span) => span.kind === "open");
}

function unquoted(line: string, depth: number): string | undefined {
  let rest = line;
  for (let level = 0; level < depth; level += 1) {
    const marker = quotation.exec(rest);
    if (marker === null) return undefined;
    rest = rest.slice(marker[0].length);
  }
  return rest;
}

function isClosing(line: string, mark: string): boolean {
  const run = /^ *(`+|~+) *$/.exec(line)?.[1] ?? "";
  return run.startsWith(mark);
}

/** What a document calls TypeScript or JSON often is a sketch; under these names nobody takes it for a program of ours. */
const otherWords: Readonly<Record<string, string>> = { ts: "typescript", json: "jsonc" };

/** With a fence and an indentation of our own, so that every reader of Markdown agrees on where the code ends. */
function fenced({ quote, indent, language, lines }: Code): string {
  const longest = lines.reduce((most, line) => Math.max(most, longestRun(line)), 2);
  const mark = "`".repeat(longest + 1);
  // A line that parts pages (see `split-pages.ts`) has no other meaning in code.
  const inside = lines.map((line) => line.replace(/^<!-- page: /, " $&"));
  return [`${mark}${otherWords[language.toLowerCase()] ?? language}`, ...inside, mark].map((line) => `${quote}${indent}${line}`.trimEnd()).join("\n");
}

function isTableRule(line: string): boolean {
  return /^[\s>|:-]*$/.test(line) && line.slice(line.lastIndexOf(">") + 1).includes("-") && /[|:]/.test(line);
}

/** A heading of the prose would end a section of the page, and a definition would give a name to any link. */
function beginning(line: string): string {
  return line
    .replace(/^((?:\s|>|[-*+]\s|\d+[.)]\s)*)(#{1,6}(?:\s|$))/, "$1\\$2")
    .replace(/^([\s>]*)(=+|-+)(\s*)$/, "$1\\$2$3");
}

/** All of a prose on one line: what stood in lists is parted by dots, code blocks become spans. */
function flat(markdown: string): string {
  const pieces = partsOf(visible(markdown)).map((part) => {
    if (part.kind === "code") return codeSpan(part.lines.join(" ").trim());
    return part.text.replace(/^[\s>]*/, "").replace(/^(?:[-*+]|\d+[.)])\s+/, "· ").trim();
  });
  return pieces.filter((piece) => piece !== "").join(" ").replace(/: · /g, ": ").replace(/^· /, "");
}

// ----------------------------------------------------------------------------------------------------------- inline

type Span =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  /** Backticks that nothing closes. */
  | { readonly kind: "open"; readonly text: string };

/** Text and code spans of a line, as CommonMark finds them: a run of backticks ends at the next one of its length. */
function spansOf(line: string): readonly Span[] {
  // Most lines have none, and there are hundreds of thousands of them.
  if (!line.includes("`")) return line === "" ? [] : [{ kind: "text", text: line }];
  const spans: Span[] = [];
  let text = "";
  const push = (span: Span) => {
    if (text !== "") spans.push({ kind: "text", text });
    text = "";
    spans.push(span);
  };
  const closing = closings(line);
  const marks = /\\[!-/:-@[-`{-~]|`+/g;
  let at = 0;
  for (let mark = marks.exec(line); mark !== null; mark = marks.exec(line)) {
    const [run] = mark;
    if (run.startsWith("\\")) continue;
    text += line.slice(at, mark.index);
    const start = closing(mark.index + run.length, run.length);
    at = (start ?? mark.index) + run.length;
    push({ kind: start === undefined ? "open" : "code", text: line.slice(mark.index, at) });
    marks.lastIndex = at;
  }
  text += line.slice(at);
  if (text !== "") spans.push({ kind: "text", text });
  return spans;
}

/** Where the next run of so many backticks begins. It is asked for places further and further on, so that what lies behind is forgotten. */
function closings(line: string): (from: number, length: number) => number | undefined {
  const starts = new Map<number, number[]>();
  for (const run of line.matchAll(/`+/g)) {
    const known = starts.get(run[0].length);
    if (known === undefined) starts.set(run[0].length, [run.index]);
    else known.push(run.index);
  }
  for (const list of starts.values()) list.reverse();
  return (from, length) => {
    const left = starts.get(length) ?? [];
    while (left.length > 0 && left.at(-1)! < from) left.pop();
    return left.at(-1);
  };
}

/** Stands for a code span while the text around it is read; prose has no such character. */
const placeholder = "\u0000";

function inline(line: string, place: "line" | "cell" | "comment"): string {
  const spans = spansOf(line);
  const codes = spans.flatMap((span) => (span.kind === "code" ? [place === "cell" ? codeForCell(span.text) : span.text] : []));
  const text = spans.map((span) => (span.kind === "code" ? placeholder : span.kind === "open" ? span.text.replaceAll("`", "\\`") : span.text)).join("");
  const shown = withoutForeignLinks(place === "comment" ? proseBesideCode(text) : prose(text));
  let code = 0;
  return (place === "cell" ? shown.replace(/\\?\|/g, "&#124;") : shown).replaceAll(placeholder, () => codes[code++] ?? "");
}

/** No HTML, no images, no definitions of links. */
function prose(text: string): string {
  return text
    .replace(/&(?=#|[a-z]\w*;)/gi, "&amp;")
    .replace(/(?<!\\)<|\\</g, "&lt;")
    .replace(/!(?=\[)/g, "")
    .replace(/\]:/g, "]\\:");
}

/** The same where people read the source: a backslash disturbs less than an entity, and only where there would be a tag. */
function proseBesideCode(text: string): string {
  return text
    .replace(/\\[^]|<(?=[A-Za-z/!?])/g, (found) => (found === "<" ? "\\<" : found))
    .replace(/!(?=\[)/g, "")
    .replace(/\]:/g, "]\\:");
}

/** Keeps the links that lead to the Web, and the text of those that lead to a place of the original document. */
function withoutForeignLinks(text: string): string {
  return text
    // Brackets that a backslash makes text are none of a link's; without them it would change what follows.
    .replace(/\\[^]|\[((?:\\[^]|[^[\]\\])*)\]\((?!\s*(?:https?:|mailto:))[^()]*\)/gi, (found, label: string | undefined) => label ?? found)
    .replace(/\]\((?!\s*(?:https?:|mailto:))/gi, "]\\(");
}

/** A cell is taken apart at its pipes before anything else is read, so they are escaped in code too; where a backslash stands before, only entities help. */
function codeForCell(span: string): string {
  if (!span.includes("|")) return span;
  if (!span.includes("\\|")) return span.replaceAll("|", "\\|");
  const inner = span.replace(/^`+ ?| ?`+$/g, "");
  return inner.replace(/[^\w\s]/gu, (character) => `&#${character.codePointAt(0) ?? 32};`);
}
