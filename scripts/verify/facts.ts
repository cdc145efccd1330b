// Says of many models how much of them documents tell by rules alone and with their facts. It reads what it is pointed at:
//
//   npm run test:facts -- --models FOLDER [--documents FOLDER] [--only NAME …]
//
// Below the first folder lie models (service-2.json, as it is or as .gz), in the second converted documents. Without documents
// each model is imported and must then say everything.

import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { compareWithModel } from "../facts/compare/compare.ts";
import { factKinds, isRight, type Fact, type FactKind } from "../facts/compare/fact.ts";
import { factsOverlay } from "../facts/facts-overlay.ts";
import { importModel } from "../facts/import/import-model.ts";
import type { Model } from "../facts/model.ts";
import { protocolsOf } from "../facts/protocol.ts";
import { readModel } from "../facts/read-model.ts";
import { isObject, type Json } from "../json.ts";
import { load } from "../load/load.ts";
import { sourceOf } from "../load/source.ts";
import { prepare } from "../prepare/prepare.ts";
import { Stop } from "../problems/stop.ts";

const { values } = parseArgs({ options: { models: { type: "string" }, documents: { type: "string" }, only: { type: "string", multiple: true } } });
const files = filesBelow(values.models ?? ".").filter((file) => /\/service-2\.json(\.gz)?$/.test(file));
const isWanted = (name: string) => values.only === undefined || values.only.includes(name);

interface Count {
  readonly all: number;
  readonly before: number;
  readonly after: number;
}

const counts = new Map<FactKind, Count>();
const wrong: string[] = [];
let known: ReadonlyMap<string, string> | undefined;
let looked = 0;
let actions = 0;

if (values.documents === undefined) for (const file of files) lookAtModel(file);
else for (const file of filesBelow(values.documents).filter((name) => name.endsWith(".json"))) lookAtDocument(file, modelsByTitle());

for (const kind of Object.keys(factKinds) as FactKind[]) {
  const count = counts.get(kind);
  if (count !== undefined) console.log(`${kind.padEnd(24)}${String(count.all).padStart(8)}  without ${percent(count.before, count.all)}  with ${percent(count.after, count.all)}`);
}
for (const line of wrong.slice(0, 50)) console.log(line);
console.log(`${looked} ${values.documents === undefined ? "models" : `documents, ${actions} actions`}; ${wrong.length} facts wrong`);
process.exitCode = wrong.length > 0 ? 1 : 0;

function lookAtModel(file: string): void {
  const name = basename(dirname(dirname(file)));
  if (!isWanted(name)) return;
  const model = readModel(file);
  const [protocol] = protocolsOf(model);
  if (protocol === undefined) return console.log(`${name}: speaks ${model.metadata.protocol}`);
  const document = load(sourceOf(JSON.stringify(importModel(model, protocol)), { file: "imported.json" }));
  for (const problem of document.problems) if (problem.severity === "error") wrong.push(`${name}: ${problem.code} ${problem.message}`);
  const facts = compareWithModel(model, protocol, document.api, prepare(document));
  tally(name, facts, facts);
}

function lookAtDocument(file: string, models: ReadonlyMap<string, string>): void {
  const name = basename(file, ".json");
  if (!isWanted(name)) return;
  const text = readFileSync(file, "utf8");
  const model = models.get(keyOf(JSON.parse(text) as Json));
  if (model === undefined) return console.log(`${name}: there is no model of it`);
  try {
    const facts = factsOverlay(readModel(model), sourceOf(text, { file: `${name}.json` }), `${name}.json`);
    actions += Array.isArray(facts.overlay?.["actions"]) ? facts.overlay["actions"].length : 0;
    tally(name, facts.before, facts.after);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    wrong.push(`${name}: ${error.message}`);
  }
}

function tally(name: string, before: readonly Fact[], after: readonly Fact[]): void {
  looked += 1;
  for (const fact of after) {
    const { all = 0, before: right = 0, after: corrected = 0 } = counts.get(fact.kind) ?? {};
    counts.set(fact.kind, { all: all + 1, before: right, after: corrected + (isRight(fact) ? 1 : 0) });
    if (!isRight(fact)) wrong.push(`${name}: ${fact.kind} of ${fact.about} should be ${JSON.stringify(fact.expected)} and is ${JSON.stringify(fact.said)}`.slice(0, 300));
  }
  for (const fact of before) {
    const count = counts.get(fact.kind);
    if (count !== undefined && isRight(fact)) counts.set(fact.kind, { ...count, before: count.before + 1 });
  }
}

/** Documents were made of models under this name, or have at least their title. */
function keyOf(document: Json): string {
  const info = isObject(document) && isObject(document["info"]) ? document["info"] : {};
  const origin = /apis\/([^"]*)\.normal\.json/.exec(JSON.stringify(info["x-origin"] ?? ""))?.[1];
  return modelsByTitle().has(origin ?? "") ? origin ?? "" : `${String(info["title"])} ${String(info["version"])}`;
}

function modelsByTitle(): ReadonlyMap<string, string> {
  known ??= new Map(files.flatMap((file) => {
    const { metadata }: Model = readModel(file);
    const { uid } = metadata as { readonly uid?: string };
    return [[`${metadata.serviceFullName} ${metadata.apiVersion}`, file] as const, ...(uid === undefined ? [] : [[uid, file] as const])];
  }));
  return known;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)).sort();
}

function percent(part: number, all: number): string {
  return `${((100 * part) / all).toFixed(2).padStart(6)} %`;
}
