// The documents that both engines are held against each other with, each presented and with the templates that it is rendered by.

import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { load } from "../load/load.ts";
import { readSpec } from "../load/read-spec.ts";
import { prepare } from "../prepare/prepare.ts";
import { stopOnErrors } from "../problems/stop.ts";
import type { TemplateSet } from "../render/engine.ts";
import type { Job } from "../render/openapi-generator/workspace.ts";
import type { PackageFacts } from "../render/package-facts.ts";
import { present, type Presented } from "../render/present/present.ts";
import { ownTemplates, readTemplates } from "../render/read-templates.ts";

export interface EngineDocument extends Job {
  readonly name: string;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const fixtures = "test/fixtures/specs/engines";
const facts: PackageFacts = { name: "@example/client", version: "1.2.3", license: "Apache-2.0", description: "A client.", source: "Generated for comparing engines." };

/** Metering first, then the small documents, then every construct of the subset on the oddest of them. */
export async function engineDocuments(): Promise<readonly EngineDocument[]> {
  const templates = readTemplates(ownTemplates);
  const small = readdirSync(`${root}/${fixtures}`).sort();
  const documents = [
    { name: "metering-marketplace", presented: await presented("spec/metering-marketplace.yaml", ["spec/metering-marketplace.overlay.yaml"]), templates },
    ...(await Promise.all(small.map(async (file) => ({ name: file.replace(/\.\w+$/, ""), presented: await presented(`${fixtures}/${file}`), templates })))),
  ];
  return [...documents, { name: "template-subset", ...subset(await presented(`${fixtures}/edge-cases.yaml`)) }];
}

/** The package with values that ours never has where a template asks for a truth. */
function subset(document: Presented): { readonly presented: Presented; readonly templates: TemplateSet } {
  const odd = { emptyText: "", zero: 0, nil: null, one: 1, half: 0.5, large: 12_345_678, hasNothing: false, docs: { empty: [] } };
  return { presented: { ...document, "x-ts-package": { ...(document["x-ts-package"] as object), ...odd } }, templates: readTemplates(`${root}/test/fixtures/templates/engines`) };
}

async function presented(spec: string, overlays: readonly string[] = []): Promise<Presented> {
  const document = load(await readSpec(`${root}/${spec}`, { overlays: overlays.map((overlay) => `${root}/${overlay}`) }));
  const prepared = prepare(document);
  stopOnErrors([...document.problems, ...prepared.problems]);
  return present(prepared.spec, facts);
}
