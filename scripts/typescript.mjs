// Lets Node run the TypeScript of this repository: `node --import ./scripts/typescript.mjs scripts/cli.ts`. Node 22.18 and later
// do so by themselves; for Node 20 each file is stripped of its types by esbuild. (tsx does more than we need, and costs half a
// second of CPU in every run of `npm run generate`.)

import { readFile } from "node:fs/promises";
import { register } from "node:module";
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";

if (isMainThread && !process.features.typescript) register(import.meta.url);

// Then stacks name the lines that were written. Without it, reading the maps would cost more than all else here.
const wantsMaps = process.execArgv.includes("--enable-source-maps");

/** Node asks for each module; this runs in a thread of its own. */
export async function load(url, context, next) {
  if (!/^file:.*\.m?ts$/.test(url)) return next(url, context);
  const { transform } = await import("esbuild");
  const file = fileURLToPath(url);
  const { code } = await transform(await readFile(file, "utf8"), { loader: "ts", format: "esm", target: "node20.19", sourcefile: file, sourcemap: wantsMaps && "inline", sourcesContent: false });
  return { format: "module", source: code, shortCircuit: true };
}
