// Results by platform → a table: a row for each check, a column for each platform, milliseconds in the cells.

import type { Columns } from "./platforms.ts";

export function table(columns: Columns): string {
  const names = Object.keys(columns);
  const checks = [...new Set(Object.values(columns).flatMap((results) => results.map(({ check }) => check)))];
  const cell = (name: string, check: string): string => {
    const result = columns[name]?.find((one) => one.check === check);
    if (result === undefined) return "–";
    return result.problem === undefined ? result.ms.toFixed(0) : "FAILED";
  };
  const rows = checks.map((check) => [check, ...names.map((name) => cell(name, check))]);
  const head = [["milliseconds", ...names.map((name) => name.split(" ").slice(0, 2).join(" "))], ["", ...names.map((name) => name.split(" ")[2] ?? "")]];
  const widths = ["", ...names].map((_, column) => Math.max(...[...head, ...rows].map((row) => row[column]!.length)));
  const line = (row: readonly string[]) => row.map((text, column) => (column === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[column]!))).join("  ").trimEnd();
  return [...head, ...rows].map(line).join("\n");
}
