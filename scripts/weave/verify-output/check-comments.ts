// The tokens of a generated module come in; comments and literals that don't have the one form in which they are written come out.
// It looks at the text alone, so that nothing is missed that a syntax tree leaves out.

import type { ts as Typescript } from "ts-morph";
import { findingAt, quoted, type Finding } from "./finding.ts";
import { checkProse } from "./check-markdown.ts";

/** The comment before a call that a bundler may leave out. */
const pure = "/* @__PURE__ */";
const tags = /^@(?:deprecated(?:$| )|throws \{@link [A-Za-z_$][\w$]*\}$)/;

/** `deprecations` is how many things of the file the document calls deprecated. */
export function checkComments(ts: typeof Typescript, file: string, text: string, deprecations: number): readonly Finding[] {
  const findings: Finding[] = [];
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, false, ts.LanguageVariant.Standard, text);
  const { SyntaxKind } = ts;
  let isHead = true;
  let deprecated = 0;
  for (let token = scanner.scan(); token !== SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    const at = scanner.getTokenStart();
    switch (token) {
      case SyntaxKind.WhitespaceTrivia: case SyntaxKind.NewLineTrivia:
        continue;
      case SyntaxKind.SingleLineCommentTrivia:
        if (!isHead || !isWholeLine(text, at, scanner.getTokenEnd())) findings.push(findingAt(file, text, at, `the comment ${quoted(scanner.getTokenText())} behind the head of the file`));
        continue;
      case SyntaxKind.MultiLineCommentTrivia: {
        const comment = scanner.getTokenText();
        if (comment !== pure) {
          deprecated += (comment.match(/^\s*(?:\/\*)?\*+ @deprecated/gm) ?? []).length;
          findings.push(...checkComment(file, text, at, comment));
        }
        continue;
      }
      case SyntaxKind.StringLiteral:
        if (!isPlainLiteral(scanner.getTokenText())) findings.push(findingAt(file, text, at, `the literal ${quoted(scanner.getTokenText())}, which isn't written as JSON`));
        break;
      case SyntaxKind.NoSubstitutionTemplateLiteral: case SyntaxKind.TemplateHead: case SyntaxKind.SlashToken: case SyntaxKind.SlashEqualsToken: case SyntaxKind.Unknown: case SyntaxKind.AtToken:
        findings.push(findingAt(file, text, at, `${quoted(scanner.getTokenText())}, which no module has`));
        break;
    }
    isHead = false;
  }
  if (deprecated > deprecations) findings.push(findingAt(file, text, 0, `${deprecated} things that are called deprecated, where the document has ${deprecations}`));
  return findings;
}

/** A comment stands on lines of its own, each line begins with its star, and tags are those that we write. */
function checkComment(file: string, text: string, at: number, comment: string): readonly Finding[] {
  const wrong = (what: string) => [findingAt(file, text, at, what)];
  if (!comment.startsWith("/**") || !comment.endsWith("*/") || !isWholeLine(text, at, at + comment.length)) return wrong(`the comment ${quoted(comment)}, which isn't one of ours`);
  const lines = comment.split("\n");
  const margin = " ".repeat(at - (text.lastIndexOf("\n", at) + 1));
  const [only = ""] = lines;
  if (lines.length > 1 && (only !== "/**" || lines.at(-1) !== `${margin} */` || lines.slice(1, -1).some((line) => line !== `${margin} *` && !line.startsWith(`${margin} * `)))) return wrong(`the comment ${quoted(comment)}, whose lines aren't written as ours`);
  const prose = lines.length === 1 ? [only.slice(4, -2).trim()] : lines.slice(1, -1).map((line) => line.slice(margin.length + 3));
  const tag = prose.find((line) => isTag(line));
  if (tag !== undefined) return wrong(`the tag ${quoted(tag)} in a comment`);
  return checkProse(prose).map((what) => findingAt(file, text, at, `${what} in a comment`));
}

/** A sign that TypeScript takes for a tag, and that isn't one of ours. */
function isTag(line: string): boolean {
  const rest = tags.test(line) ? line.replace(/^@\w+(?: \{@link)?/, "") : line;
  return /(?<![\w.+\\-])@/.test(rest);
}

function isWholeLine(text: string, start: number, end: number): boolean {
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const next = text.charAt(end);
  return before.trim() === "" && (next === "\n" || next === "");
}

/** In double quotes, with no escapes but JSON's and the three more of TypeScript's printer, which writes `wire.ts`. */
function isPlainLiteral(literal: string): boolean {
  if (!literal.startsWith('"') || /<[/!]/.test(literal)) return false;
  try {
    return typeof JSON.parse(literal.replace(/\\(.)/g, (escape, character: string) => ("v0'".includes(character) ? " " : escape))) === "string";
  } catch {
    return false;
  }
}
