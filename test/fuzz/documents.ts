// The documents that are mutated: ours, those of the tests, and a few that lie in the cache.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { planted } from "../sabotage/document.ts";

export interface FuzzDocument {
  readonly name: string;
  readonly text: string;
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const engines = join(root, "test/fixtures/specs/engines");
/** Documents that somebody has put here, as JSON or YAML: `.cache/fuzz/`. */
const cache = join(root, ".cache/fuzz");

export function fuzzDocuments(): readonly FuzzDocument[] {
  const files = [join(root, "spec/metering-marketplace.yaml"), join(root, "test/fixtures/weave/zoo.yaml"), ...inside(engines), ...inside(cache)];
  return [{ name: "planted", text: planted("", "") }, ...files.map((file) => ({ name: file.slice(root.length), text: JSON.stringify(parse(readFileSync(file, "utf8"))) }))];
}

function inside(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => /\.(json|ya?ml)$/.test(name)).sort().map((name) => join(folder, name)) : [];
}
