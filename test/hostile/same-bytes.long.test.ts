// Hostile documents, and those with a case for each edge, come to the same bytes or the same words wherever they are generated: in
// another time zone, language, folder and order, with folders that list their files in another order, and on every version of Node.

import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import { generateMany } from "../corpus/processes.ts";
import type { Report } from "../corpus/report.ts";
import { repository } from "../package/project.ts";
import { fetchProgram, NotToBeHad, programs } from "../platforms/runtimes.ts";
import { made } from "./made.ts";

const workplace = mkdtempSync(join(tmpdir(), "countersign-same-"));
const documents = join(workplace, "documents");
let services: readonly string[] = [];
let here: ReadonlyMap<string, unknown>;

beforeAll(async () => {
  mkdirSync(documents);
  for (const kind of ["text anywhere", "names"]) for (const [index, { document }] of (made[kind] ?? []).entries()) writeFileSync(join(documents, `${kind.replace(" ", "-")}-${index}.json`), document());
  const edges = join(repository, "test/fixtures/specs/engines");
  for (const name of readdirSync(edges)) writeFileSync(join(documents, name.replace(/\.yaml$/, ".json")), JSON.stringify(parse(readFileSync(join(edges, name), "utf8"))));
  services = readdirSync(documents).map((name) => name.slice(0, -".json".length));
  here = resultsOf(await generateMany(documents, services, workplace, { name: "here", cwd: workplace, env: { TZ: "UTC", LC_ALL: "C" } }));
});

afterAll(() => rmSync(workplace, { recursive: true, force: true }));

it("are enough, and most of them come to a package", () => {
  expect(services.length).toBeGreaterThan(100);
  expect([...here.values()].filter((result) => typeof result === "object").length).toBeGreaterThan(90);
});

it("in another time zone, language, folder and order", async () => {
  const report = await generateMany(documents, services.toReversed(), workplace, { name: "elsewhere", cwd: homedir(), shuffled: true, env: { TZ: "Pacific/Chatham", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" } });
  expect([report.timeZone, report.locale]).toEqual(["Pacific/Chatham", "tr-TR"]);
  expect(differencesOf(report)).toEqual([]);
});

it.each(["node 20", "node 22", "node 24"] as const)("on %s", async (version) => {
  const node = nodeOf(version);
  if (node === undefined) return;
  const report = await generateMany(documents, services, workplace, { name: version.replace(" ", "-"), node, cwd: tmpdir() });
  expect(`node ${report.node}`).toContain(version);
  expect(differencesOf(report)).toEqual([]);
});

/** Without a network there may be none of that version, which CI doesn't let pass. */
function nodeOf(version: "node 20" | "node 22" | "node 24"): string | undefined {
  try {
    return fetchProgram(join(repository, ".cache", "platforms"), programs[version]);
  } catch (error) {
    if (!(error instanceof NotToBeHad) || process.env["CI"] !== undefined) throw error;
    console.log(`Not tried on ${version}: ${error.message}`);
    return undefined;
  }
}

/** By document the digests of its files, or what was said about it. */
function resultsOf({ generated }: Report): ReadonlyMap<string, unknown> {
  return new Map(generated.map((one) => [one.service, "digests" in one ? one.digests : one.problem]));
}

function differencesOf(report: Report): readonly string[] {
  const results = resultsOf(report);
  return services.filter((service) => JSON.stringify(results.get(service)) !== JSON.stringify(here.get(service)));
}
