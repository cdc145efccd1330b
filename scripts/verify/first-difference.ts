// Two texts → the first line in which they differ.

export interface Difference {
  /** From 1. */
  readonly line: number;
  readonly left: string | undefined;
  readonly right: string | undefined;
}

export function firstDifference(left: string, right: string): Difference | undefined {
  if (left === right) return undefined;
  const [leftLines, rightLines] = [left.split("\n"), right.split("\n")];
  const index = Array.from({ length: Math.max(leftLines.length, rightLines.length) }).findIndex((_, at) => leftLines[at] !== rightLines[at]);
  return { line: index + 1, left: leftLines[index], right: rightLines[index] };
}
