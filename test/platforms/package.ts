// generated/ → the package as npm would publish it, installed into a folder, and the scenario built for it.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const generated = fileURLToPath(new URL("../../generated", import.meta.url));

export interface InstalledPackage {
  /** The folder that has the package in its `node_modules`. */
  readonly folder: string;
  readonly name: string;
}

/** Builds and packs a copy of generated/, and unpacks it where a project would have it. */
export function installPackage(cache: string): InstalledPackage {
  const copy = join(cache, "generated");
  const folder = join(cache, "project");
  rmSync(copy, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  cpSync(generated, copy, { recursive: true, filter: (path) => !/^(dist|node_modules)$/.test(basename(path)) });
  const { name } = JSON.parse(readFileSync(join(copy, "package.json"), "utf8")) as { name: string };
  const home = join(folder, "node_modules", name);
  mkdirSync(home, { recursive: true });
  const packed = execFileSync("npm", ["pack", "--json", "--silent", "--ignore-scripts=false", "--pack-destination", folder], { cwd: copy, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  // Scripts that run before packing may write to the same place, in front of the JSON.
  const [{ filename }] = JSON.parse(packed.slice(packed.indexOf("[\n"))) as [{ filename: string }];
  execFileSync("tar", ["-xzf", join(folder, filename), "-C", home, "--strip-components=1"]);
  return { folder, name };
}

/** Compiles an entry and leaves the package to be found by the runtime, under the conditions that it has. */
export async function compileEntry(entry: string, installed: InstalledPackage): Promise<string> {
  const outfile = join(installed.folder, entry.replace(/\.ts$/, ".mjs"));
  await build({ entryPoints: [join(here, entry)], outfile, bundle: true, format: "esm", target: "es2022", platform: "neutral", plugins: [packed(installed, true)], logLevel: "error" });
  return outfile;
}

/** Bundles an entry together with the package. */
export async function bundleEntry(entry: string, installed: InstalledPackage, conditions: readonly string[], format: "esm" | "iife"): Promise<{ readonly text: string; readonly nodeModules: readonly string[] }> {
  const { metafile, outputFiles } = await build({
    entryPoints: [join(here, entry)], bundle: true, write: false, metafile: true, minify: true, format, target: "es2022", platform: "neutral",
    conditions: [...conditions], external: ["node:*"], plugins: [packed(installed, false)], logLevel: "error",
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports.map(({ path }) => path));
  return { text: outputFiles[0]!.text, nodeModules: [...new Set(imports.filter((path) => path.startsWith("node:")))] };
}

/** Leads imports of the package's sources to the packed package. */
function packed({ name, folder }: InstalledPackage, external: boolean): Plugin {
  return {
    name: "packed",
    setup(building) {
      building.onResolve({ filter: /\/generated\/src\/(index|node)\.ts$/ }, ({ path }) => {
        const entry = path.endsWith("/node.ts") ? `${name}/node` : name;
        return external ? { path: entry, external } : building.resolve(entry, { resolveDir: folder, kind: "import-statement" });
      });
    },
  };
}
