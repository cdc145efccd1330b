// Documents that take all that one of the limits allows, and what a run over them costs: at most 20 seconds of CPU and 1 GB.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import { defaultLimits as limits } from "../../scripts/load/limits.ts";
import { ran, repository } from "../package/project.ts";

/** One for each run, so that none deletes the package of another. */
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const many = <Value>(count: number, entry: (index: number) => readonly [string, Value]): Record<string, Value> => Object.fromEntries(Array.from({ length: count }, (_, index) => entry(index)));
const spec = (paths: object, schemas: object): object => ({ openapi: "3.0.3", info: { title: "Pets", version: "1" }, paths, components: { schemas } });
const answer = (name: string): object => ({ description: "Fine.", content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } } });
const date = { type: "string", format: "date-time", description: "At." };
const text = (length: number): string => "lorem ipsum `code` <b>x</b> ".repeat(Math.ceil(length / 28)).slice(0, length);
const answering = { "/pets": { get: { operationId: "listPets", responses: { 200: answer("Pet") } } } };
const perSchema = Math.floor(limits.members / limits.schemas) - 1;
const manySchemas = many(limits.schemas, (index) => [`S${index}`, { type: "object", properties: many(perSchema, (member) => [`p${member}`, date]) }]);
const manyAnswers = (status: number): object => many(Math.ceil(limits.schemas / 5), (index) => [`/p${index}`, { get: { operationId: `o${index}`, responses: many(5, (one) => [String(status + one), answer(`S${index * 5 + one}`)]) } }]);
const queries = Math.floor(limits.members / limits.operations) - 2;
/** What is beside texts and names. */
const rest = 1_000;

const documents: Readonly<Record<string, () => object>> = {
  "schemas and members": () => spec(manyAnswers(200), manySchemas),
  "exceptions and members": () => spec(manyAnswers(400), manySchemas),
  "members of one schema": () => spec(answering, { Pet: { type: "object", properties: many(limits.members - rest, (index) => [`p${index}`, date]) } }),
  "values of one enumeration": () => spec(answering, { Pet: { type: "object", properties: { kind: { type: "string", enum: Array.from({ length: limits.members - rest }, (_, index) => `v${index}`) } } } }),
  "operations and parameters": () => spec(many(limits.operations, (index) => [`/p${index}`, { get: { operationId: `o${index}`, parameters: Array.from({ length: queries }, (_, query) => ({ name: `q${query}`, in: "query", schema: { type: "string" } })), responses: { 200: answer("Pet") } } }]), { Pet: { type: "object" } }),
  "bytes, in texts": () => spec(answering, { Pet: { type: "object", properties: many(Math.floor((limits.documentBytes - rest) / (limits.textLength + 100)), (index) => [`p${index}`, { type: "string", description: text(limits.textLength) }]) } }),
  "bytes, in names": () => spec(answering, { Pet: { type: "object", properties: many(Math.floor((limits.documentBytes - rest) / (limits.nameLength + 30)), (index) => [`${index}${"x".repeat(limits.nameLength)}`.slice(0, limits.nameLength), { type: "string" }]) } }),
};

it.each(Object.entries(documents))("%s", async (name, document) => {
  const folder = mkdtempSync(join(tmpdir(), "countersign-costs-"));
  folders.push(folder);
  const file = join(folder, "openapi.json");
  const cost = join(folder, "cost.json");
  writeFileSync(file, JSON.stringify(document()));
  const sayCost = pathToFileURL(join(repository, "test/corpus/say-cost.mjs")).href;
  const { code, out } = await ran(process.execPath, [join(repository, "scripts/start.mjs"), "--spec", file, "--out", join(folder, "client"), "--quiet"], folder, { ...process.env, NODE_OPTIONS: `--import=${sayCost}`, COUNTERSIGN_COST: cost });
  expect([code, out]).toEqual([0, ""]);
  const { cpu, peakBytes } = JSON.parse(readFileSync(cost, "utf8")) as { readonly cpu: number; readonly peakBytes: number };
  console.log(`${name}: ${cpu.toFixed(1)} s of CPU, ${(peakBytes / 1e6).toFixed(0)} MB`);
  expect(cpu).toBeLessThanOrEqual(20);
  expect(peakBytes).toBeLessThanOrEqual(1e9);
});
