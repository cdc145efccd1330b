// The formatter that runs last: templates and passes leave blank lines where their tags stood, and this puts them where a
// person would.

/** Imports in order: the runtime's, then the package's own, each by module. They stand together below the first comment. */
function importsSorted(text: string): string {
  const statements = [...text.matchAll(/^import (?:type )?\{[^}]*\} from "([^"]+)";\n/gm)];
  if (statements.length < 2) return text;
  const rank = (module: string) => `${module.startsWith("./runtime/") ? 0 : 1}${module}`;
  const sorted = statements.map((match) => ({ text: match[0], rank: rank(match[1] ?? "") })).sort((left, right) => (left.rank < right.rank ? -1 : left.rank > right.rank ? 1 : 0));
  let index = 0;
  return text.replace(/^import (?:type )?\{[^}]*\} from "[^"]+";\n/gm, () => sorted[index++]?.text ?? "");
}

/** Sets the blank lines of TypeScript: one before each declaration with its comment, one between methods, none elsewhere. */
export function layout(text: string): string {
  const lines = importsSorted(text).split("\n").map((line) => line.trimEnd()).filter((line) => line !== "");
  const out: string[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before !== undefined && startsBlock(line, before, lines, index)) out.push("");
    out.push(line);
  });
  return `${out.join("\n").replace(/\n\s*;$/gm, ";")}\n`;
}

function startsBlock(line: string, before: string, lines: readonly string[], index: number): boolean {
  if (/^\s*(\/\*\*| \*)/.test(before) && !before.endsWith("*/")) return false;
  if (before.endsWith("*/")) return false;
  if (/^(import|export \{|export type \{|export \*)/.test(line)) return !/^(import|\} from|export)/.test(before);
  if (/^(\/\*\*|\/\/|export |const |class |interface |function |type |declare )/.test(line)) return !/^\/\//.test(before) && !continues(line, before);
  // Inside a class, a method or its comment is set off; members and the first one aren't.
  return /^ {2}\S/.test(line) && /^ {2}\}$/.test(before) && line.trim() !== "}" ? true : /^ {2}(\/\*\*|constructor\b)/.test(line) && /;$/.test(before) && isMethodAt(lines, index);
}

/** A comment of several lines at the top of a file stays together. */
function continues(line: string, before: string): boolean {
  return line.startsWith("//") && before.startsWith("//");
}

/** Whether the line, or the first one behind the comment that it begins, opens a method. */
function isMethodAt(lines: readonly string[], index: number): boolean {
  let at = index;
  while (at < lines.length && /^\s*(\/\*\*|\*)/.test(lines[at]!)) at += 1;
  return lines[at]?.endsWith("{") === true;
}
