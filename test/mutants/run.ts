// `npm run test:mutants`: changes the code that guards, one place at a time, and looks whether a test notices. `-- escapers signer`
// chooses areas. Exit code 1 when fewer than nine in ten changes of an area are noticed.
//
// What is computed when a module is loaded (tables of names and characters) is changed with `--static` only: each of these changes
// takes modules and tests that are loaded anew, which is ten times the time of the others.

import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { MutantResult } from "@stryker-mutator/api/core";
import { Stryker } from "@stryker-mutator/core";
import { type Area, areas } from "./areas.ts";
import { equivalents } from "./equivalents.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const wanted = 0.9;

const { positionals, values } = parseArgs({ allowPositionals: true, options: { static: { type: "boolean", default: false } } });
const unknown = positionals.filter((name) => areas.every((area) => area.name !== name));
if (unknown.length > 0) throw new Error(`There is no area ${unknown.join(", ")}. There are: ${areas.map(({ name }) => name).join(", ")}.`);

let failed = 0;
const rows: string[] = [];
for (const area of areas) if (positionals.length === 0 || positionals.includes(area.name)) rows.push(row(area, await mutate(area)));
console.log(["area        mutants  noticed  not noticed  the same  share", ...rows].join("\n"));
console.log(`${rows.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function mutate(area: Area): Promise<readonly MutantResult[]> {
  const begun = performance.now();
  process.env["MUTANTS_TESTS"] = JSON.stringify(area.tests);
  const stryker = new Stryker({
    mutate: [...area.files],
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner"],
    coverageAnalysis: "perTest",
    ignoreStatic: !values.static,
    vitest: { configFile: "test/mutants/vitest.config.ts", related: false },
    reporters: ["progress-append-only"],
    tempDirName: ".cache/mutants",
    ignorePatterns: [".cache", "dist", "generated", "test/fixtures/engines-golden"],
    concurrency: Math.max(1, Math.min(4, availableParallelism())),
    // A change that makes a loop endless is noticed by that; a busy machine must not look like one.
    timeoutMS: 30_000,
    timeoutFactor: 4,
    disableTypeChecks: false,
    fileLogLevel: "off",
    logLevel: "warn",
    warnings: false,
  } as never);
  const results = await stryker.runMutationTest();
  console.log(`${area.name}: ${Math.round((performance.now() - begun) / 1_000)} s`);
  return results.filter(({ status }) => status !== "Ignored");
}

function row(area: Area, results: readonly MutantResult[]): string {
  const counted = results.filter(({ status }) => ["Killed", "Timeout", "Survived", "NoCoverage"].includes(status));
  const left = counted.filter(({ status }) => status === "Survived" || status === "NoCoverage").map(changeOf);
  const survivors = left.filter((change) => !equivalents.some((one) => one.file === change.file && one.original === change.original && one.replacement === change.replacement));
  for (const { file, line, original, replacement } of survivors) console.log(`not noticed  ${file}:${line}  ${original}  →  ${replacement}`);
  const noticed = counted.length - left.length;
  const same = left.length - survivors.length;
  const share = noticed / (counted.length - same);
  if (!(share >= wanted)) failed++;
  const cells = [counted.length, noticed, survivors.length, same].map((count, at) => String(count).padStart([7, 7, 11, 8][at] ?? 0));
  return `${area.name.padEnd(10)}  ${cells.join("  ")}  ${(share * 100).toFixed(1).padStart(5)} %`;
}

/** What was changed, on one line. */
function changeOf({ fileName, location: { start, end }, replacement }: MutantResult) {
  const file = relative(repository, fileName).replaceAll("\\", "/");
  const lines = readFileSync(fileName, "utf8").split("\n").slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1)!.slice(0, end.column - 1);
  lines[0] = lines[0]!.slice(start.column - 1);
  return { file, line: start.line, original: onOneLine(lines.join("\n")), replacement: onOneLine(replacement) };
}

function onOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}
