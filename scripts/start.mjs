// Starts the command line from its sources. They are bundled when one of them has changed, which takes a tenth of a second;
// a loader that compiles file by file would add as much to every run as the rest of it costs.

import "./compile-cache.mjs";
import { mkdirSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const scripts = dirname(fileURLToPath(import.meta.url));
const bundle = join(scripts, "../node_modules/.cache/countersign/cli.mjs");

if (isStale()) await bundleSources();
await import(pathToFileURL(bundle).href);

function isStale() {
  const built = statSync(bundle, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return readdirSync(scripts, { recursive: true }).some((name) => /\.(ts|mjs)$/.test(name) && statSync(join(scripts, name)).mtimeMs >= built);
}

async function bundleSources() {
  const { build } = await import("esbuild");
  mkdirSync(dirname(bundle), { recursive: true });
  await build({
    entryPoints: [join(scripts, "cli.ts")], outfile: bundle, bundle: true, packages: "external", format: "esm", platform: "node", target: "node20.19", sourcemap: "linked",
    plugins: [{ name: "own-address", setup: keepOwnAddress }],
  });
}

/** A file that asks where it lies, for templates beside it, is answered as if it were still there. */
function keepOwnAddress({ onLoad }) {
  onLoad({ filter: /\.ts$/, namespace: "file" }, ({ path }) => ({
    contents: readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
    loader: "ts",
  }));
}
