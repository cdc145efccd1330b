// `npm run licences`: the licences of everything that a user of the tool or of the generated package installs with it. Exit code 1 when
// one of them isn't known to be permissive.

import { readFileSync } from "node:fs";
import { licenceProblem } from "./licence-policy.ts";
import { runtimeTree, type Lock } from "./runtime-tree.ts";

const jsonOf = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));

const tree = runtimeTree(jsonOf("package-lock.json") as Lock);
const width = Math.max(...tree.map(({ name, version }) => name.length + version.length + 1));
for (const { name, version, license = "none" } of tree) console.log(`${`${name}@${version}`.padEnd(width)}  ${license}`);

const { name, dependencies = {} } = jsonOf("generated/package.json") as { readonly name: string; readonly dependencies?: object };
const brought = Object.keys(dependencies);
console.log(`${name} brings ${brought.length === 0 ? "nothing" : brought.join(", ")} with it.`);

const problems = [...tree.map(licenceProblem).filter((problem) => problem !== undefined), ...brought.map((dependency) => `${name} depends on ${dependency}.`)];
for (const problem of problems) console.log(`failed  ${problem}`);
console.log(`${tree.length + 1 - problems.length} passed, ${problems.length} failed`);
process.exitCode = problems.length === 0 ? 0 : 1;
