// Names of files of the project → their texts, for the package that they travel in.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Stop } from "../problems/stop.ts";
import { wrongOption } from "./wrong-option.ts";

/** What every package has of its own. */
const taken: ReadonlySet<string> = new Set(["README.md", "package.json", "tsconfig.json", "openapi.json", "docs", "dist", "src"]);

export function readAlongside(paths: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(paths.map((path) => [nameOf(path), textOf(path)]));
}

function nameOf(path: string): string {
  const name = basename(path);
  // A package keeps our own list of files under a name that begins with a dot.
  if (taken.has(name) || name.startsWith(".")) throw new Stop([wrongOption(`\`${path}\` can't travel in a package, which has a ${name} of its own`, "Correct `package.alongside` in the configuration.")]);
  return name;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new Stop([wrongOption(`The file \`${path}\`, which travels in the package, can't be read`, "Correct `package.alongside` in the configuration.")]);
  }
}
