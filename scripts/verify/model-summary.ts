// AWS's own model of Marketplace Metering, as botocore carries it → the facts in it, without its prose.
//
//   node --import tsx scripts/verify/model-summary.ts           writes test/fixtures/spec/meteringmarketplace-model.json
//   node --import tsx scripts/verify/model-summary.ts --check   `npm run test:model`: shows that the committed facts are
//                                                               the model's, and that no prose of the model is in spec/
//
// The overlay's test holds the overlaid document against these facts.

import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "yaml";

import { isObject, type Json, type JsonObject } from "../json.ts";
import { botocore } from "./botocore.ts";
import { findCarriedProse, proseIn } from "./carried-prose.ts";
import { FetchError, readFromPackage, title } from "./fetch-package.ts";

const member = "botocore/data/meteringmarketplace/2016-01-14/service-2.json.gz";
const fixture = new URL("../../test/fixtures/spec/meteringmarketplace-model.json", import.meta.url);
const ours = ["spec/metering-marketplace.yaml", "spec/metering-marketplace.overlay.yaml"];

/** The facts of a model: everything but its documentation. */
function summarise(model: JsonObject): JsonObject {
  return {
    origin: { package: title(botocore), file: member, madeBy: "scripts/verify/model-summary.ts" },
    metadata: model["metadata"]!,
    operations: withoutProse(model["operations"]!),
    shapes: withoutProse(model["shapes"]!),
  };
}

/** A model's texts are under these keys; members of a structure can bear the same names, but never hold a text. */
function withoutProse(value: Json): Json {
  if (Array.isArray(value)) return value.map((item) => withoutProse(item as Json));
  if (!isObject(value)) return value;
  const facts = Object.entries(value).filter(([key, child]) => !((key === "documentation" || key === "deprecatedMessage") && typeof child === "string"));
  return Object.fromEntries(facts.map(([key, child]) => [key, withoutProse(child!)]));
}

/** One line for each operation, shape and member, so that a diff shows what AWS has changed. */
function print(summary: JsonObject): string {
  const line = (value: Json | undefined): string => JSON.stringify(value);
  const table = (value: Json | undefined, indent: string): string =>
    `{\n${Object.entries(value as JsonObject)
      .map(([name, entry]) => `${indent}  ${line(name)}: ${isObject(entry) && isObject(entry["members"]) ? structure(entry, `${indent}  `) : line(entry)}`)
      .join(",\n")}\n${indent}}`;
  const structure = (entry: JsonObject, indent: string): string => {
    const { members, ...facts } = entry;
    return `${line(facts).slice(0, -1)},"members":${table(members, indent)}}`;
  };
  return `{\n${Object.entries(summary)
    .map(([key, value]) => `  ${line(key)}: ${table(value, "  ")}`)
    .join(",\n")}\n}\n`;
}

function main(isCheck: boolean): number {
  const model = JSON.parse(gunzipSync(readFromPackage(botocore, member)).toString("utf8")) as JsonObject;
  const summary = print(summarise(model));
  if (!isCheck) {
    writeFileSync(fixture, summary);
    console.log(`wrote ${fixture.pathname.split("/").slice(-4).join("/")} from ${title(botocore)}`);
    return 0;
  }
  const isCurrent = readFileSync(fixture, "utf8") === summary;
  const texts = ours.flatMap((file) => proseIn(parse(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8")) as Json));
  const { longest, carried } = findCarriedProse(proseIn(model), texts);
  console.log(`${member} of ${title(botocore)}`);
  console.log(`  the committed facts ${isCurrent ? "are the model's" : "differ from the model's: run node --import tsx scripts/verify/model-summary.ts and read the diff"}`);
  console.log(`  ${carried.length} of ${texts.length} texts in spec/ share a run of 8 words or more with the model's; the longest shared run has ${longest}`);
  for (const run of carried) console.log(`    “${run.words}” in: ${run.ours.slice(0, 100)}`);
  return isCurrent && carried.length === 0 ? 0 : 1;
}

try {
  process.exitCode = main(process.argv.includes("--check"));
} catch (error) {
  if (!(error instanceof FetchError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
