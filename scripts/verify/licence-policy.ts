// A package's licence → whether users may have it with the tool: only licences that let them do as they like, if they name the author.

import type { InstalledPackage } from "./runtime-tree.ts";

/** By SPDX's identifiers (https://spdx.org/licenses/). */
export const permissive: ReadonlySet<string> = new Set(["0BSD", "Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "Python-2.0", "Unlicense"]);

/** Why a package can't be in the tree, in a sentence. */
export function licenceProblem({ name, version, license }: InstalledPackage): string | undefined {
  if (license === undefined || license === "") return `${name}@${version} names no licence.`;
  return isPermissive(license) ? undefined : `${name}@${version} is under ${license}, which isn't known to be permissive.`;
}

/** Reads `A OR B`, where one suffices, and `A AND B`, where both count. What is more involved is for a person to look at. */
function isPermissive(expression: string): boolean {
  const bare = expression.replace(/^\(([^()]*)\)$/, "$1");
  return bare.split(" OR ").some((choice) => choice.split(" AND ").every((id) => permissive.has(id)));
}
