// The TypeScript compilers that users have. They are installed when first needed, into a package of their own.

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { npm, ran, type Ran } from "./project.ts";

const folder = fileURLToPath(new URL("./compilers/", import.meta.url));

export const compilers = ["5.9", "6", "7"] as const;
export type Compiler = (typeof compilers)[number];

export async function installCompilers(): Promise<void> {
  if (compilers.every((version) => existsSync(`${folder}node_modules/typescript-${version}/bin/tsc`))) return;
  const { code, out } = await npm(["ci", "--no-audit", "--no-fund", "--ignore-scripts"], folder);
  if (code !== 0) throw new Error(`The compilers in test/package/compilers can't be installed.\n${out}`);
}

export function compile(version: Compiler, project: string, cwd: string): Promise<Ran> {
  return ran(process.execPath, [`${folder}node_modules/typescript-${version}/bin/tsc`, "-p", project], cwd);
}
