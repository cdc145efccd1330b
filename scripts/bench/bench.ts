// `npm run bench`: measures in one run, in turns, and compares medians. With `--check` the limits decide about the exit code, and the
// README stays as it is; otherwise its table is written anew.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { replaceBetween } from "../markers.ts";
import { median } from "./measure.ts";
import { rows, type Row } from "./rows.ts";
import { repository, subjects, type Figures } from "./subjects.ts";

const readme = join(repository, "README.md");

/** What a row came to. */
interface Result {
  readonly row: Row;
  /** Nothing where a subject couldn't be measured. */
  readonly value: number | undefined;
  readonly ours: number | undefined;
  readonly theirs: number | undefined;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { check: { type: "boolean" }, rounds: { type: "string" } } });
  const rounds = Math.max(1, Number(values.rounds ?? 7));
  const { present, absent, close } = await subjects();
  const measured = new Map<string, Figures[]>(present.map(({ name }) => [name, []]));
  try {
    // The first run of each fills caches and doesn't count.
    for (let round = 0; round <= rounds; round += 1) {
      for (const { name, run, once } of present) {
        if (once === true && round > 1) continue;
        const figures = await run();
        if (round > 0) measured.get(name)?.push(figures);
      }
    }
  } finally {
    close();
  }
  const figure = (subject: string, name: string): number | undefined => {
    const runs = measured.get(subject);
    return runs === undefined ? undefined : median(runs.map((figures) => figures[name] ?? NaN));
  };
  const results = rows.map((row): Result => {
    const ours = figure(row.subject, row.figure);
    const theirs = row.against === undefined ? undefined : figure(row.against, row.figure);
    const value = row.against === undefined ? ours : ours === undefined || theirs === undefined ? undefined : ours / theirs;
    return { row, value, ours, theirs };
  });
  for (const { absent: reason, name } of absent) console.log(`${name}: ${reason}`);
  const lines = table(results);
  console.log(lines.join("\n"));
  const over = results.filter(({ row, value }) => value !== undefined && value > row.limit);
  for (const { row } of over) console.log(`over its limit: ${row.what}`);
  if (values.check !== true) {
    const about = `Node ${process.versions.node} on ${process.platform} (${process.arch}), medians of ${rounds} runs in turns.`;
    writeFileSync(readme, replaceBetween(readFileSync(readme, "utf8"), "bench", [about, "", ...lines].join("\n")));
  }
  console.log(`${results.filter(({ value }) => value !== undefined).length - over.length} passed, ${over.length} failed`);
  return values.check === true && over.length > 0 ? 1 : 0;
}

function table(results: readonly Result[]): readonly string[] {
  const cells = results.map(({ row, value, ours, theirs }) => [
    row.what,
    value === undefined ? "not measured here" : row.against === undefined ? amount(value, row) : `${value.toFixed(2)} × (${amount(ours, row)} to ${amount(theirs, row)})`,
    row.against === undefined ? amount(row.limit, row) : `${row.limit} ×`,
  ]);
  return ["| measured | figure | at most |", "|---|---|---|", ...cells.map((row) => `| ${row.join(" | ")} |`)];
}

function amount(value: number | undefined, { unit }: Row): string {
  if (value === undefined) return "?";
  return unit === "s" ? `${value.toFixed(2)} s` : `${(value / 1000).toFixed(1)} kB`;
}

process.exitCode = await main();
