// `npm run test:sabotage`: turns each escaper into one that does nothing. The tests have to fail every time, and the verifier alone has
// to find 95 of 100 attempts to get through. `-- --only literal` does it with one of them, `-- --every 1` tries every text at every place.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import type { PreparedSpec } from "../../scripts/prepare/prepared-spec.ts";
import type { Files } from "../../scripts/render/engine.ts";
import { ownTemplates, readTemplates } from "../../scripts/render/read-templates.ts";
import { payloads, places, planted } from "./document.ts";
import { sabotaged, sabotages, type Sabotage } from "./sabotages.ts";

type Road = typeof import("./road.ts");

const { values } = parseArgs({ options: { only: { type: "string" }, every: { type: "string" }, "without-tests": { type: "boolean" }, misses: { type: "boolean" } } });
const every = Number(values.every ?? 7);
const needed = 0.95;
const root = fileURLToPath(new URL("../../", import.meta.url));
const templates = readTemplates(ownTemplates);
const about = { name: "zoo-client", version: "1.0.0", license: "MIT", source: "Generated for a test." };

/** Below the repository, so that packages are found from there. */
mkdirSync(join(root, "node_modules/.cache"), { recursive: true });
const folder = mkdtempSync(join(root, "node_modules/.cache/sabotage-"));

/** The road with a sabotage in it, or as it is. */
async function built(sabotage: Sabotage | undefined): Promise<Road> {
  const outfile = join(folder, `${sabotage === undefined ? "honest" : sabotage.name.replace(/\W+/g, "-")}.mjs`);
  await build({
    entryPoints: [fileURLToPath(new URL("road.ts", import.meta.url))], outfile, bundle: true, packages: "external", format: "esm", platform: "node", target: "node20", logLevel: "silent",
    plugins: [{
      name: "sabotage",
      setup: ({ onLoad }) => onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const text = (await readFile(path, "utf8")).replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href));
        return { contents: sabotage === undefined ? text : sabotaged(sabotage, path, text), loader: "ts" };
      }),
    }],
  });
  return (await import(pathToFileURL(outfile).href)) as Road;
}

interface Prepared {
  readonly spec: PreparedSpec;
  readonly wire: string;
}

/** Nothing when the document is refused, or stopped by another guard on the way: it never gets as far as the verifier. */
function prepared(road: Road, document: string): Prepared | undefined {
  try {
    const { spec } = road.prepareChecked(road.loadChecked(road.sourceOf(document, { file: "zoo.json" }), {}));
    return { spec, wire: road.wireTypes(spec, "// Generated for a test.") };
  } catch {
    return undefined;
  }
}

/** What the templates make of it. */
async function rendered(road: Road, { spec, wire }: Prepared): Promise<Files | undefined> {
  try {
    return { ...(await road.render(road.present(spec, about), templates, road.handlebarsEngine)), "src/wire.ts": wire };
  } catch {
    return undefined;
  }
}

/** Whether the verifier, which is never sabotaged, lets the package pass. Code that our passes can't read doesn't get that far. */
function passes(road: Road, honest: Road, { spec }: Prepared, files: Files): boolean {
  try {
    const openapi = road.toOpenApi(spec);
    const copies = Object.fromEntries(templates.copies.map(({ path, text }) => [path, text]));
    const woven = road.weave({ ...files, ...copies }, spec);
    const all = road.keepReachable({ ...woven, "openapi.json": `${JSON.stringify(openapi)}\n` });
    return honest.verifyOutput(all, { spec, openapi, package: about, templates }).length === 0;
  } catch {
    return false;
  }
}

/** Keeps what was made of a document. */
function kept<Value>(make: (document: string) => Value): (document: string) => Value {
  const known = new Map<string, Value>();
  return (document) => {
    if (!known.has(document)) known.set(document, make(document));
    return known.get(document) as Value;
  };
}

const plants = places.flatMap((place) => payloads.map((payload) => ({ place, payload, document: planted(place, payload) })));

interface Tally {
  found: number;
  readonly missed: string[];
}

interface Honest {
  readonly road: Road;
  readonly prepared: (document: string) => Prepared | undefined;
  readonly rendered: (document: string) => Promise<string | undefined>;
}

async function attempts(honest: Honest, sabotage: Sabotage, turn: number): Promise<Tally> {
  const road = await built(sabotage);
  // What stands further left on the road is as it would be without the sabotage.
  const isLate = sabotage.edits.every(({ file }) => file.startsWith("render/"));
  const tally: Tally = { found: 0, missed: [] };
  for (const [index, { place, payload, document }] of plants.entries()) {
    if (index % every !== turn % every || sabotage.at?.includes(place) === false) continue;
    const theirs = isLate ? honest.prepared(document) : prepared(road, document);
    const files = theirs === undefined ? undefined : await rendered(road, theirs);
    if (theirs === undefined || files === undefined) continue;
    const usual = await honest.rendered(document);
    // A text that comes out as it should wasn't an attempt.
    if (usual === undefined || usual === digestOf(files)) continue;
    if (passes(road, honest.road, theirs, files)) tally.missed.push(`${place}: ${JSON.stringify(payload)}`);
    else tally.found += 1;
  }
  return tally;
}

/** What tells files from others; all that is kept of the honest ones. */
function digestOf(files: Files): string {
  const hash = createHash("sha256");
  for (const path of Object.keys(files).sort()) hash.update(`${path}\0${files[path] ?? ""}\0`);
  return hash.digest("hex");
}

/** Whether the tests notice. They run beside the attempts. */
function noticed({ name, tests }: Sabotage): Promise<boolean> {
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vitest, "run", "--config", "test/sabotage/vitest.config.ts", "--bail", "1", ...tests], { cwd: root, env: { ...process.env, SABOTAGE: name }, stdio: ["ignore", "pipe", "ignore"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    // Tests that couldn't run at all have noticed nothing.
    child.on("close", (status) => resolve(status !== 0 && /Tests .*failed/.test(output.replace(/\u001b\[\d+m/g, ""))));
  });
}

try {
  const road = await built(undefined);
  const preparedOnce = kept((document) => prepared(road, document));
  const honest: Honest = {
    road, prepared: preparedOnce,
    rendered: kept(async (document) => {
      const spec = preparedOnce(document);
      const files = spec === undefined ? undefined : await rendered(road, spec);
      return files === undefined ? undefined : digestOf(files);
    }),
  };
  const chosen = sabotages.filter(({ name }) => values.only === undefined || name === values.only);
  let passed = 0;
  let failed = 0;
  let found = 0;
  let missed = 0;
  for (const [turn, sabotage] of chosen.entries()) {
    const [fails, tally] = await Promise.all([values["without-tests"] === true || noticed(sabotage), sabotage.shows ? attempts(honest, sabotage, turn) : { found: 0, missed: [] }]);
    found += tally.found;
    missed += tally.missed.length;
    if (fails) passed += 1;
    else failed += 1;
    console.log(`${fails ? "noticed" : "NOT NOTICED"}  ${sabotage.name.padEnd(32)} ${sabotage.shows ? `${tally.found} of ${tally.found + tally.missed.length} attempts found by the verifier alone` : ""}`);
    for (const miss of values.misses === true ? tally.missed : tally.missed.slice(0, 3)) console.log(`    missed  ${miss}`);
  }
  const share = found + missed === 0 ? 1 : found / (found + missed);
  console.log(`${plants.length} texts at places; of ${found + missed} attempts that a sabotage lets through the verifier alone finds ${found}: ${(100 * share).toFixed(1)} %`);
  if (share < needed) failed += 1;
  else passed += 1;
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
