// A model of a service → its generated package, imported: `import` makes a document of it, and that goes down the whole road.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { importModel } from "../../scripts/facts/import/import-model.ts";
import { protocolsOf } from "../../scripts/facts/protocol.ts";
import { generate } from "../../scripts/generate.ts";
import { sourceOf } from "../../scripts/load/source.ts";
import { handlebarsEngine } from "../../scripts/render/handlebars.ts";
import { ownTemplates, readTemplates } from "../../scripts/render/read-templates.ts";
import type { ServiceModel } from "./service-model.ts";

/** What a generated package exports, as far as its caller can know without its types. */
export type Called = Readonly<Record<string, (...parameters: readonly unknown[]) => Promise<unknown>>>;

const home = fileURLToPath(new URL("../../.cache/protocols/", import.meta.url));
let folder: string | undefined;

export async function packageOf({ id, model }: ServiceModel): Promise<Called> {
  const name = id.replace(/[^a-zA-Z]+/g, "-").toLowerCase();
  const document = JSON.stringify(importModel(model, protocolsOf(model)[0]!));
  const { files, problems } = await generate(sourceOf(document, { file: `${name}.json` }), {
    engine: handlebarsEngine, templates: readTemplates(ownTemplates),
    package: { name, version: "1.0.0", license: "Apache-2.0", source: "Generated for a test of its protocol." },
  });
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(`${id}: ${errors.map(({ message }) => message).join(" ")}`);
  mkdirSync(home, { recursive: true });
  const root = join((folder ??= mkdtempSync(join(home, "packages-"))), name);
  const sources = Object.entries(files).filter(([path]) => path.startsWith("src/"));
  const manifest = JSON.stringify({ type: "module", imports: { "#platform": "./src/runtime/platform/node.ts" } });
  for (const [path, text] of [...sources, ["package.json", manifest] as const, ["document.json", document] as const]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return (await import(pathToFileURL(join(root, "src/index.ts")).href)) as Called;
}

/** Removes all of them, unless somebody wants to look at them. */
export function removePackages(): void {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
