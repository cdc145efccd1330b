// Shows what would change, as a unified diff.

import type { Comparison } from "./compare.ts";

const context = 3;

/** A unified diff of all files; at most `most` lines. */
export function difference(folder: string, comparison: Comparison, most: number = 400): readonly string[] {
  const names = [...comparison.added, ...comparison.changed, ...comparison.removed].sort();
  const lines = names.flatMap((name) => fileDifference(`${folder}/${name}`, comparison.before[name], comparison.after[name]));
  return lines.length <= most ? lines : [...lines.slice(0, most), `… and ${lines.length - most} more lines`];
}

function fileDifference(name: string, before: string | undefined, after: string | undefined): readonly string[] {
  return [`--- ${before === undefined ? "/dev/null" : name}`, `+++ ${after === undefined ? "/dev/null" : name}`, ...hunks(linesOf(before), linesOf(after))];
}

function linesOf(text: string | undefined): readonly string[] {
  return text === undefined || text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

interface Step {
  readonly sign: " " | "-" | "+";
  readonly line: string;
}

function hunks(before: readonly string[], after: readonly string[]): readonly string[] {
  const steps = script(before, after);
  const out: string[] = [];
  let [beforeLine, afterLine, index] = [1, 1, 0];
  while (index < steps.length) {
    if (steps[index]?.sign === " ") {
      [beforeLine, afterLine, index] = [beforeLine + 1, afterLine + 1, index + 1];
      continue;
    }
    const start = Math.max(0, index - context);
    let end = index;
    for (let probe = index; probe < steps.length && probe <= end + 2 * context; probe += 1) if (steps[probe]?.sign !== " ") end = probe;
    const hunk = steps.slice(start, Math.min(steps.length, end + context + 1));
    const count = (sign: "-" | "+") => hunk.filter((step) => step.sign !== (sign === "-" ? "+" : "-")).length;
    const lead = index - start;
    // A side without lines is named by the line before it.
    const range = (line: number, length: number) => `${length === 0 ? line - 1 : line},${length}`;
    out.push(`@@ -${range(beforeLine - lead, count("-"))} +${range(afterLine - lead, count("+"))} @@`, ...hunk.map((step) => `${step.sign}${step.line}`));
    for (const step of steps.slice(index, start + hunk.length)) {
      if (step.sign !== "+") beforeLine += 1;
      if (step.sign !== "-") afterLine += 1;
    }
    index = start + hunk.length;
  }
  return out;
}

/** Removed and added lines between what both have in common at the beginning and the end, and what is common in between. */
function script(before: readonly string[], after: readonly string[]): readonly Step[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const same = (lines: readonly string[]): Step[] => lines.map((line) => ({ sign: " ", line }));
  const middle = inner(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  return [...same(before.slice(0, head)), ...middle, ...same(before.slice(before.length - tail))];
}

/** Longest common subsequence; above a size where it would take long, everything is shown as removed and added. */
function inner(before: readonly string[], after: readonly string[]): readonly Step[] {
  if (before.length * after.length > 4_000_000) return [...before.map((line): Step => ({ sign: "-", line })), ...after.map((line): Step => ({ sign: "+", line }))];
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] = before[row] === after[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const steps: Step[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    const [left, right] = [before[row], after[column]];
    if (left !== undefined && left === right) {
      steps.push({ sign: " ", line: left });
      [row, column] = [row + 1, column + 1];
    } else if (left !== undefined && (right === undefined || at(row + 1, column) >= at(row, column + 1))) {
      steps.push({ sign: "-", line: left });
      row += 1;
    } else {
      steps.push({ sign: "+", line: right ?? "" });
      column += 1;
    }
  }
  return steps;
}
