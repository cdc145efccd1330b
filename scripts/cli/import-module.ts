// Imports a file of the project's own: a configuration with its passes, in JavaScript or TypeScript.

import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** What the file exports. Where Node can't read TypeScript itself (before 22.18), esbuild turns it into JavaScript first. */
export async function importModule(file: string): Promise<unknown> {
  try {
    return await import(pathToFileURL(resolve(file)).href);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ERR_UNKNOWN_FILE_EXTENSION")) throw error;
    return await importBundled(file);
  }
}

async function importBundled(file: string): Promise<unknown> {
  const { build } = await import("esbuild");
  // Below the project, so that packages are found from there.
  const folder = resolve("node_modules", ".cache", "countersign");
  const outfile = join(folder, `configuration-${process.pid}.mjs`);
  mkdirSync(folder, { recursive: true });
  try {
    await build({ entryPoints: [file], outfile, bundle: true, packages: "external", format: "esm", platform: "node", target: "node20.19", logLevel: "silent" });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}
