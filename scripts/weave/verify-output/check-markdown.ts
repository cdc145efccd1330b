// A page of Markdown comes in, what could be live in it comes out: HTML, scripts, links to anywhere but the Web and the package,
// headings and cells that the page doesn't have. Code is left out, and what could be read both ways counts as prose.

import { posix } from "node:path";
import { findingAt, quoted, type Finding } from "./finding.ts";

export interface MarkdownFacts {
  readonly has: (path: string) => boolean;
  /** Whether the page may have this heading, on this line counted from 1. */
  readonly isHeading: (text: string, line: number) => boolean;
}

/** What is wrong with the block of code, if anything. */
export type CodeCheck = (language: string, code: string) => string | undefined;

export function checkMarkdown(file: string, text: string, { has, isHeading }: MarkdownFacts, checkBlock: CodeCheck): readonly Finding[] {
  const findings: Finding[] = [];
  let offset = 0;
  let above = "";
  let cells: number | undefined;
  const report = (what: string) => void findings.push(findingAt(file, text, offset, what));
  for (const part of partsOf(text.split("\n"))) {
    if (part.kind === "code") {
      const wrong = checkBlock(part.language, part.lines.join("\n"));
      if (wrong !== undefined) report(wrong);
      cells = undefined;
    } else {
      const { line, prose } = part;
      for (const what of wrongIn(prose, (target) => isOwnPage(file, target, has))) report(what);
      const [, heading] = /^(?:[\s>]|[*+-]\s|\d+[.)]\s)*#{1,6}(?:\s+(.*))?$/.exec(line) ?? [];
      if (heading !== undefined && !isHeading(heading.trim(), offset + 1)) report(`the heading ${quoted(line)}`);
      if (above.trim() !== "" && /^[\s>]*(?:=+|-+)\s*$/.test(line)) report(`a line that makes a heading of ${quoted(above)}`);
      above = line;
      if (line.startsWith("|")) {
        const count = cellsIn(line);
        if (cells !== undefined && count !== cells) report(`${count} cells in a table of ${cells}`);
        cells ??= count;
      } else cells = undefined;
    }
    offset += part.length;
  }
  return findings;
}

/** What is wrong with the prose of a comment, whose readers show it as Markdown, too. */
export function checkProse(lines: readonly string[]): readonly string[] {
  return partsOf(lines).flatMap((part) => (part.kind === "code" ? [] : wrongIn(part.prose, () => false)));
}

// ------------------------------------------------------------------------------------------------------------ parts

type Part =
  | { readonly kind: "code"; readonly language: string; readonly lines: readonly string[]; readonly length: number }
  /** `prose` is the line without its code spans. */
  | { readonly kind: "line"; readonly line: string; readonly prose: string; readonly length: number };

/** The line that opens a block of code: what stands before its fence, the fence, and the language. */
function fenceIn(line: string): { readonly lead: string; readonly mark: string; readonly language: string } | undefined {
  let at = 0;
  for (let marker = quotation.exec(line); marker !== null; marker = quotation.exec(line.slice(at))) at += marker[0].length;
  const [indent = ""] = /^ */.exec(line.slice(at)) ?? [];
  const [mark = ""] = /^(?:`{3,}|~{3,})/.exec(line.slice(at + indent.length)) ?? [];
  const language = line.slice(at + indent.length + mark.length);
  return mark === "" || language.includes("`") || indent.length > 3 ? undefined : { lead: line.slice(0, at + indent.length), mark, language: language.trim() };
}

const quotation = /^ {0,3}> ?/;

function partsOf(lines: readonly string[]): readonly Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const end = endOfFence(lines, at);
    if (end === undefined) {
      parts.push({ kind: "line", line, prose: withoutSpans(line), length: line.length + 1 });
      continue;
    }
    const block = lines.slice(at, end + 1);
    parts.push({ kind: "code", language: fenceIn(line)?.language ?? "", lines: block.slice(1, -1), length: block.join("\n").length + 1 });
    at = end;
  }
  return parts;
}

/**
 * The line that closes the block which one opens. A block counts as code only where every reader agrees: each of its lines begins
 * with what stands before the fence, and one of them closes it in the same column.
 */
function endOfFence(lines: readonly string[], at: number): number | undefined {
  const fence = fenceIn(lines[at] ?? "");
  if (fence === undefined) return undefined;
  const { lead, mark } = fence;
  for (let end = at + 1; end < lines.length; end += 1) {
    const line = lines[end] ?? "";
    if (line === `${lead}${mark}`) return end;
    const isInside = line.startsWith(lead) || line === lead.trimEnd() || (line === "" && !lead.includes(">"));
    // Another fence might close this one to some readers.
    const [other = ""] = /^[\s>]*(`+|~+)\s*$/.exec(line)?.slice(1) ?? [];
    if (!isInside || other.startsWith(mark)) return undefined;
  }
  return undefined;
}

/** A line without what stands in code spans. A backtick that nothing closes stays, and is found. */
function withoutSpans(line: string): string {
  if (!line.includes("`")) return line;
  // By their lengths, the last first: what lies behind is forgotten, or a long line would be looked through for each of its spans.
  const runs = new Map<number, number[]>();
  for (const { 0: run, index } of [...line.matchAll(/`+/g)].reverse()) {
    const known = runs.get(run.length);
    if (known === undefined) runs.set(run.length, [index]);
    else known.push(index);
  }
  const marks = /\\[!-/:-@[-`{-~]|`+/g;
  let prose = "";
  let at = 0;
  for (let mark = marks.exec(line); mark !== null; mark = marks.exec(line)) {
    const [run] = mark;
    if (run.startsWith("\\")) continue;
    const from = mark.index + run.length;
    const left = runs.get(run.length) ?? [];
    while (left.length > 0 && left.at(-1)! < from) left.pop();
    const closing = left.at(-1);
    if (closing === undefined) break;
    prose += `${line.slice(at, mark.index)}\u0001`;
    at = closing + run.length;
    marks.lastIndex = at;
  }
  return prose + line.slice(at);
}

// ------------------------------------------------------------------------------------------------------------ prose

function wrongIn(prose: string, isOwn: (target: string) => boolean): readonly string[] {
  // Nothing is live without one of these.
  if (!/[`<[\]]/.test(prose)) return [];
  const bare = prose.replace(/\\[!-/:-@[-`{-~]/g, "\u0002");
  const found: string[] = [];
  if (bare.includes("`")) found.push(`a backtick that nothing closes on its line, ${quoted(prose)},`);
  for (const [tag] of bare.matchAll(/<(?=[A-Za-z/!?])[^>\s]*>?/g)) if (!/^<(?:https?:\/\/|mailto:)[^\s<>]*>$/.test(tag)) found.push(`live HTML, ${quoted(tag)},`);
  for (const link of bare.matchAll(/\]\(\s*<?([^\s)>]*)/g)) if (!isHarmless(link[1] ?? "", isOwn)) found.push(`a link to ${quoted(link[1] ?? "")}`);
  if (/\]:/.test(bare)) found.push(`a definition of a link, ${quoted(prose)},`);
  if (/!\[/.test(bare)) found.push(`an image, ${quoted(prose)},`);
  return found;
}

function isHarmless(target: string, isOwn: (target: string) => boolean): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(target) || isOwn(target);
}

/** A page of the package, or a place on this one. */
function isOwnPage(file: string, target: string, has: (path: string) => boolean): boolean {
  const [path = "", anchor = ""] = target.split("#");
  return /^[\w$-]*$/.test(anchor) && (path === "" ? target !== "" : /^[\w$./-]+$/.test(path) && has(posix.join(posix.dirname(file), path)));
}

/** How many cells a row has: pipes that aren't escaped part them, also in code. */
function cellsIn(line: string): number {
  return (line.replace(/\\./g, "").match(/\|/g) ?? []).length - 1;
}
