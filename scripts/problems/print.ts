// Problems → lines of text for a person.

import type { Place, Problem, Severity } from "./problem.ts";

export interface PrintOptions {
  /** True for a terminal. */
  readonly colour?: boolean;
  /** How many lines at most; the rest is counted. */
  readonly lines?: number;
}

const severities: readonly Severity[] = ["error", "warning", "note"];
const colours: Readonly<Record<Severity, number>> = { error: 31, warning: 33, note: 36 };

/**
 * Prints problems, errors first, then in the order of files and lines. Whatever they quote from a document is made
 * harmless. The result has no line break at its end; without problems it is empty.
 */
export function printProblems(problems: readonly Problem[], { colour = false, lines: most = 20 }: PrintOptions = {}): string {
  const blocks = inOrder(problems).map((problem) => printOne(problem, colour));
  const lines: string[] = [];
  let printed = 0;
  for (const block of blocks) {
    const isLast = printed === blocks.length - 1;
    // One line is kept free for the count of those that are left out.
    if (printed > 0 && lines.length + block.length > most - (isLast ? 0 : 1)) break;
    lines.push(...block);
    printed += 1;
  }
  if (printed < blocks.length) lines.push(`… and ${blocks.length - printed} more (use --json)`);
  return lines.join("\n");
}

/** "2 errors, 1 warning", or an empty text. */
export function countProblems(problems: readonly Problem[]): string {
  return severities
    .map((severity) => [severity, problems.filter((problem) => problem.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${severity}${count === 1 ? "" : "s"}`)
    .join(", ");
}

/** `spec/api.yaml:12:5 #/paths/~1pets`, harmless to print. */
export function printPlace(place: Place): string {
  return printable(`${place.file}:${place.line}:${place.column} ${place.pointer}`);
}

/**
 * Text that does nothing to a terminal: control characters, bidirectional controls and what has no width are written as
 * escapes.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => {
    const code = character.codePointAt(0)!;
    return code === 10 ? "\\n" : code === 13 ? "\\r" : code === 9 ? "\\t" : `\\u{${code.toString(16)}}`;
  });
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const key = (problem: Problem): [number, string, number, number] => [severities.indexOf(problem.severity), problem.place?.file ?? "", problem.place?.line ?? 0, problem.place?.column ?? 0];
  const compare = (a: Problem, b: Problem): number => {
    const [x, y] = [key(a), key(b)];
    return x[0] - y[0] || (x[1] < y[1] ? -1 : x[1] > y[1] ? 1 : 0) || x[2] - y[2] || x[3] - y[3];
  };
  return problems.toSorted(compare);
}

function printOne({ severity, code, place, message, fix }: Problem, colour: boolean): readonly string[] {
  const paint = (text: string, style: number): string => (colour ? `\u001B[${style}m${text}\u001B[0m` : text);
  const head = `${paint(severity, colours[severity])}  ${paint(code, 1)}${place ? `  ${printPlace(place)}` : ""}`;
  return [head, `       ${shortened(printable(message))}`, `  ${paint("fix", 2)}  ${shortened(printable(fix))}`];
}

/** A name of ten thousand characters shouldn't bury the other problems. */
function shortened(text: string): string {
  return text.length <= 500 ? text : `${text.slice(0, 500)}…`;
}
