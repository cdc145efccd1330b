// `npm run test:platforms`: the packed package on every platform that it is for, one scenario on all of them. Names of platforms as
// arguments choose. Exit code 1 when a check fails, or when a platform can't be had where CI is set.

import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installPackage } from "./package.ts";
import { type Columns, platforms } from "./platforms.ts";
import { NotToBeHad } from "./runtimes.ts";
import { startScenarioServer } from "./server.ts";
import { table } from "./table.ts";

const cache = fileURLToPath(new URL("../../.cache/platforms", import.meta.url));

async function main(wanted: readonly string[]): Promise<number> {
  const unknown = wanted.filter((name) => !(name in platforms));
  if (unknown.length > 0) {
    console.error(`There is no platform ${unknown.join(", ")}. There are: ${Object.keys(platforms).join(", ")}.`);
    return 2;
  }
  const begun = performance.now();
  const workplace = join(cache, `package-${process.pid}`);
  mkdirSync(workplace, { recursive: true });
  const server = await startScenarioServer();
  const columns: Record<string, Columns[string]> = {};
  const failures: string[] = [];
  try {
    const installed = installPackage(workplace);
    for (const [name, run] of Object.entries(platforms)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      try {
        Object.assign(columns, await run({ server, installed, cache }));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        if (error instanceof NotToBeHad && !process.env["CI"]) console.log(`skipped  ${name}: ${reason}`);
        else failures.push(`${name} could not be run: ${reason}`);
      }
    }
  } finally {
    await server.close();
    rmSync(workplace, { recursive: true, force: true });
  }

  console.log(`${table(columns)}\n(${((performance.now() - begun) / 1000).toFixed(0)} s in all)`);
  for (const [column, results] of Object.entries(columns)) {
    for (const { check, problem } of results) if (problem !== undefined) failures.push(`${column}: ${check}: ${problem}`);
  }
  for (const failure of failures) console.log(`failed  ${failure}`);
  const passed = Object.values(columns).flat().filter(({ problem }) => problem === undefined).length;
  console.log(`${passed} passed, ${failures.length} failed`);
  return failures.length === 0 && passed > 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
