// The rule that everything travels from left to right, and that what ships stands on its own.

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkDependencies, checkOutside, checkRoad, checkShipped } from "./check-imports.ts";
import type { Check } from "./check.ts";
import { importsOf, sourcesBelow } from "./imports.ts";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
const folders = ["scripts", "templates/src/runtime", "generated/src"];

export const stages: Check = {
  title: "A stage imports only what lies to its left, what ships imports only itself, and each dependency has one room",
  async run() {
    const sources = new Map(folders.filter((folder) => existsSync(`${root}/${folder}`)).flatMap((folder) => [...sourcesBelow(root, folder)]));
    const imports = importsOf(sources);
    const { dependencies, peerDependencies } = JSON.parse(readFileSync(`${root}/package.json`, "utf8")) as Readonly<Record<"dependencies" | "peerDependencies", Readonly<Record<string, string>>>>;
    const findings = [...checkRoad(imports), ...checkShipped(imports), ...checkDependencies(imports, Object.keys({ ...dependencies, ...peerDependencies })), ...checkOutside(imports)];
    return { findings, looked: `${imports.length} imports of ${sources.size} files` };
  },
};
