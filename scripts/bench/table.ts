// Results → the table, as Markdown.

import type { Row } from "./group.ts";

/** What a row came to. */
export interface Result {
  readonly row: Row;
  /** Nothing where it couldn't be measured. */
  readonly value: number | undefined;
  readonly ours: number | undefined;
  readonly theirs: number | undefined;
  /** Why there is no value. */
  readonly reason: string | undefined;
}

export function isOver({ row, value }: Result): boolean {
  return value !== undefined && value > row.limit;
}

export function table(groups: readonly { readonly title: string; readonly results: readonly Result[] }[]): readonly string[] {
  return [
    "| measured | figure | at most |",
    "|---|---|---|",
    ...groups.flatMap(({ title, results }) => [`| **${title}** | | |`, ...results.map((result) => `| ${result.row.what} | ${figure(result)} | ${limit(result.row)} |`)]),
  ];
}

function figure({ row, value, ours, theirs, reason }: Result): string {
  if (value === undefined || ours === undefined) return `not measured here${reason === undefined ? "" : `: ${reason}`}`;
  if (theirs === undefined) return amount(value, row.unit);
  return `${value.toFixed(2)} × (${amount(ours, row.unit)} to ${amount(theirs, row.unit)})`;
}

function limit({ against, limit, unit }: Row): string {
  return against === undefined ? amount(limit, unit) : `${limit} ×`;
}

function amount(value: number, unit: Row["unit"]): string {
  if (unit === "ratio") return `${value.toFixed(2)} ×`;
  if (unit === "bytes") return value < 1e6 ? `${(value / 1e3).toFixed(1)} kB` : `${(value / 1e6).toFixed(0)} MB`;
  if (value < 1e-3) return `${(value * 1e6).toFixed(value < 1e-5 ? 1 : 0)} µs`;
  return value < 1 ? `${(value * 1e3).toFixed(value < 1e-2 ? 2 : 0)} ms` : `${value.toFixed(2)} s`;
}
