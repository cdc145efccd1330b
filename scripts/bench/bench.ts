// `npm run bench`: measures in one run, in turns, and compares medians. With `--check` the limits decide about the exit code, and the
// README stays as it is; otherwise its table is written anew. `--only NAME` measures one group, `--rounds N` says how often.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { replaceBetween } from "../markers.ts";
import { groups } from "./groups.ts";
import { measureGroup } from "./measure-group.ts";
import { isOver, table, type Result } from "./table.ts";
import { openWorkshop, repository } from "./workshop.ts";

const readme = join(repository, "README.md");

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { check: { type: "boolean" }, only: { type: "string", multiple: true }, rounds: { type: "string" } } });
  const unknown = values.only?.filter((name) => !groups.some((group) => group.name === name)) ?? [];
  if (unknown.length > 0) {
    console.error(`There is no group ${unknown.join(", ")}. There are: ${groups.map(({ name }) => name).join(", ")}.`);
    return 2;
  }
  const rounds = Math.max(1, Number(values.rounds ?? (values.check === true ? 5 : 7)));
  const workshop = openWorkshop();
  const measured: { title: string; results: readonly Result[] }[] = [];
  try {
    for (const group of groups) {
      if (values.only?.includes(group.name) === false) continue;
      const begun = performance.now();
      const subjects = await group.subjects(workshop);
      let results = await measureGroup(group, subjects, rounds);
      // What is over its limit by the noise of the machine isn't over it twice.
      if (results.some(isOver)) {
        const again = await measureGroup(group, subjects, rounds);
        results = results.map((result, at) => (isOver(result) ? (again[at] ?? result) : result));
      }
      measured.push({ title: group.title, results });
      console.log(`measured ${group.name} in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    }
  } finally {
    workshop.close();
  }
  const lines = table(measured);
  console.log(lines.join("\n"));
  const results = measured.flatMap((group) => group.results);
  const over = results.filter(isOver);
  for (const { row } of over) console.log(`over its limit: ${row.what}`);
  if (values.check !== true && values.only === undefined) {
    const about = `Node ${process.versions.node} on ${process.platform} (${process.arch}), medians of ${rounds} runs in turns.`;
    writeFileSync(readme, replaceBetween(readFileSync(readme, "utf8"), "bench", [about, "", ...lines].join("\n")));
  }
  console.log(`${results.filter(({ value }) => value !== undefined).length - over.length} passed, ${over.length} failed`);
  return values.check === true && over.length > 0 ? 1 : 0;
}

process.exitCode = await main();
