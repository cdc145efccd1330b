// One case: a document, mutated as seed and number say, goes down the whole road.

import { generate } from "../../scripts/generate.ts";
import { sourceOf } from "../../scripts/load/source.ts";
import { Stop } from "../../scripts/problems/stop.ts";
import { handlebarsEngine } from "../../scripts/render/handlebars.ts";
import { ownTemplates, readTemplates } from "../../scripts/render/read-templates.ts";
import { fuzzDocuments } from "./documents.ts";
import { mutate } from "./mutate.ts";
import { randomOf } from "./random.ts";

export interface FuzzCase {
  readonly document: string;
  readonly changes: readonly string[];
  readonly text: string;
  readonly file: string;
}

/** What came of a case; `fault` is a fault of ours. */
export type Result = { readonly kind: "done"; readonly files: Readonly<Record<string, string>> } | { readonly kind: "refused"; readonly codes: readonly string[] } | { readonly kind: "fault"; readonly reason: string };

const templates = readTemplates(ownTemplates);
const documents = fuzzDocuments();

export function caseOf(seed: number, number: number): FuzzCase {
  const random = randomOf(Math.imul(seed, 1_000_003) + number);
  const { name, text } = random.of(documents);
  const document = JSON.parse(text) as Parameters<typeof mutate>[0];
  const changes = mutate(document, random);
  const json = JSON.stringify(document, null, random.chance(0.5) ? 2 : 0) ?? "null";
  if (!random.chance(0.05)) return { document: name, changes, text: json, file: "fuzz.json" };
  // Now and then the text itself is broken; YAML takes more of that than JSON.
  const at = random.below(json.length);
  const broken = json.slice(0, at) + random.of(["", "\n", "\t", ": ", "&a ", "*a ", "{", "]", "!!x ", '"', "<<: ", "? ", "- ", "\u0000", "\uFEFF", "#"]) + json.slice(at + random.below(20));
  return { document: name, changes: [...changes, "text"], text: broken, file: random.chance(0.5) ? "fuzz.json" : "fuzz.yaml" };
}

export async function runCase({ text, file }: FuzzCase): Promise<Result> {
  try {
    const { files } = await generate(sourceOf(text, { file }), { engine: handlebarsEngine, templates, package: { name: "fuzz", version: "1.0.0", license: "MIT", source: "Generated for a test." } });
    return { kind: "done", files };
  } catch (error) {
    if (!(error instanceof Stop)) return { kind: "fault", reason: error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 5).join("\n") : String(error) };
    // The last look should never have to find anything: what it does find was made by us.
    const refused = error.problems.find(({ code }) => code === "output-refused");
    if (refused !== undefined) return { kind: "fault", reason: refused.message };
    const codes = error.problems.filter(({ severity }) => severity === "error").map(({ code }) => code);
    return codes.length === 0 ? { kind: "fault", reason: "refused without a reason" } : { kind: "refused", codes };
  }
}
