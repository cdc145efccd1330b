// `npm run test:engines`: renders every document by both engines and compares the files to the byte. Where Java is missing, what the
// second engine made of them when it was last asked stands for it.
//
//   node --import tsx scripts/verify/engines.ts             compares
//   node --import tsx scripts/verify/engines.ts --update    asks the second engine and records what it makes

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Stop } from "../problems/stop.ts";
import type { Files } from "../render/engine.ts";
import { handlebarsEngine } from "../render/handlebars.ts";
import { pinnedVersion } from "../render/openapi-generator/find-jar.ts";
import { renderBatch } from "../render/openapi-generator/openapi-generator.ts";
import { engineDocuments, type EngineDocument } from "./engine-documents.ts";
import { firstDifference } from "./first-difference.ts";
import { readRecord, writeRecord } from "./recorded-output.ts";

const folder = "test/fixtures/engines-golden";
const home = fileURLToPath(new URL(`../../${folder}`, import.meta.url));

/** What the second engine gave, or why there is nothing to compare with. */
type Theirs = { readonly kind: "files"; readonly files: Files; readonly stale: boolean } | { readonly kind: "none"; readonly reason: string };

async function main(update: boolean): Promise<number> {
  const documents = await engineDocuments();
  const begun = performance.now();
  const ours = await Promise.all(documents.map(({ presented, templates }) => handlebarsEngine.render(presented, templates)));
  const rendered = performance.now();
  const asked = await askJava(documents);
  const answered = performance.now();

  if (asked.kind === "absent") console.log(`${asked.reason} Comparing with what openapi-generator ${pinnedVersion()} gave when it was recorded in ${folder}/.`);
  if (update) {
    if (asked.kind === "absent") return 2;
    record(documents, asked.files);
  }
  const theirs = documents.map((document, index): Theirs => (asked.kind === "files" ? { kind: "files", files: asked.files[index] ?? {}, stale: isStale(document, asked.files[index] ?? {}) } : recorded(document)));
  const results = documents.map((document, index) => compare(document.name, ours[index] ?? {}, theirs[index] ?? { kind: "none", reason: "nothing was asked" }));

  const files = results.reduce((sum, result) => sum + result.equal, 0);
  const different = results.reduce((sum, result) => sum + result.different, 0);
  const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(1)} s`;
  const times = asked.kind === "files" ? ` (handlebars ${seconds(begun, rendered)}, openapi-generator ${seconds(rendered, answered)})` : "";
  console.log(`${files} of ${files + different} files of ${documents.length} documents are equal to the byte${times}`);
  const stale = theirs.filter((one) => one.kind === "files" && one.stale).length;
  if (stale > 0) console.log(`${stale} ${stale === 1 ? "record" : "records"} in ${folder}/ ${stale === 1 ? "is" : "are"} not up to date: run npm run test:engines -- --update`);
  return different > 0 || stale > 0 ? 1 : 0;
}

async function askJava(documents: readonly EngineDocument[]): Promise<{ readonly kind: "files"; readonly files: readonly Files[] } | { readonly kind: "absent"; readonly reason: string }> {
  try {
    return { kind: "files", files: await renderBatch(documents) };
  } catch (error) {
    const problem = error instanceof Stop ? error.problems[0] : undefined;
    if (problem === undefined || problem.code === "java-engine-failed") throw error;
    return { kind: "absent", reason: problem.message };
  }
}

function compare(name: string, ours: Files, theirs: Theirs): { readonly equal: number; readonly different: number } {
  const paths = Object.keys(ours);
  if (theirs.kind === "none") {
    console.log(`  ${name.padEnd(24)} ${theirs.reason}`);
    return { equal: 0, different: paths.length };
  }
  const different = paths.flatMap((path) => {
    const difference = firstDifference(ours[path] ?? "", theirs.files[path] ?? "");
    return difference === undefined ? [] : [{ path, ...difference }];
  });
  console.log(`  ${name.padEnd(24)} ${paths.length - different.length} of ${paths.length} files are equal`);
  for (const { path, line, left, right } of different) console.log(`    ${path}:${line}\n      handlebars         ${shown(left)}\n      openapi-generator  ${shown(right)}`);
  return { equal: paths.length - different.length, different: different.length };
}

function shown(line: string | undefined): string {
  return line === undefined ? "(the file ends)" : JSON.stringify(line.slice(0, 160));
}

// ----------------------------------------------------------------------------------------------------------- records

function fileOf(name: string): string {
  return `${home}/${name}.txt`;
}

function inputsOf({ presented, templates }: EngineDocument): string {
  return createHash("sha256").update(JSON.stringify([presented, templates.templates, templates.partials])).digest("hex").slice(0, 16);
}

function recordOf(document: EngineDocument, files: Files): string {
  return writeRecord({ inputs: inputsOf(document), files }, `What openapi-generator ${pinnedVersion()} makes of ${document.name}. Recorded by npm run test:engines -- --update.`);
}

function record(documents: readonly EngineDocument[], files: readonly Files[]): void {
  mkdirSync(home, { recursive: true });
  for (const name of readdirSync(home)) rmSync(`${home}/${name}`);
  documents.forEach((document, index) => writeFileSync(fileOf(document.name), recordOf(document, files[index] ?? {})));
}

function isStale(document: EngineDocument, files: Files): boolean {
  return !existsSync(fileOf(document.name)) || readFileSync(fileOf(document.name), "utf8") !== recordOf(document, files);
}

function recorded(document: EngineDocument): Theirs {
  if (!existsSync(fileOf(document.name))) return { kind: "none", reason: "was never recorded" };
  const { inputs, files } = readRecord(readFileSync(fileOf(document.name), "utf8"));
  if (inputs !== inputsOf(document)) return { kind: "none", reason: "was recorded with another document or other templates, so Java has to be asked" };
  return { kind: "files", files, stale: false };
}

try {
  process.exitCode = await main(process.argv.includes("--update"));
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
