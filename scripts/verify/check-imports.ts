// Imports come in, those that go against the road come out.

import type { Finding } from "./check.ts";
import type { Import } from "./imports.ts";

/** Left to right. */
export const road = ["load", "prepare", "render", "weave", "write"] as const;

/** What every stage may use. */
const common = /^scripts\/(problems\/|json\.ts$|unreachable\.ts$)/;
/** Programs that look at the tool from outside: they may use what they need, and nothing of the road may use them. */
const outside = /^scripts\/(verify|record|bench)\//;
const runtime = "templates/src/runtime/";
const generated = "generated/src/";

/** A stage imports what lies to its left, and what every stage may use. */
export function checkRoad(imports: readonly Import[]): readonly Finding[] {
  return imports.flatMap((one) => {
    const stage = stageOf(one.file);
    if (stage === undefined || one.target === undefined || common.test(one.target)) return [];
    const target = stageOf(one.target);
    if (target !== undefined && road.indexOf(target) <= road.indexOf(stage)) return [];
    return [finding(one, target === undefined ? `\`${stage}\` imports ${one.target}, which is no stage to its left.` : `\`${stage}\` imports from \`${target}\`, which lies to its right on the road.`)];
  });
}

function stageOf(path: string): (typeof road)[number] | undefined {
  return road.find((stage) => path.startsWith(`scripts/${stage}/`));
}

/** Code that ships imports itself, `#platform`, and `node:` where its name says so. */
export function checkShipped(imports: readonly Import[]): readonly Finding[] {
  return imports.flatMap((one) => {
    const home = one.file.startsWith(runtime) ? runtime : one.file.startsWith(generated) ? generated : undefined;
    if (home === undefined || one.specifier === "#platform") return [];
    if (one.specifier.startsWith("node:")) return isForNode(one.file) ? [] : [finding(one, `Only files whose names begin with \`node\` import ${one.specifier}; others run in browsers, too.`)];
    if (one.target === undefined) return [finding(one, `The package has no dependencies, and this imports ${one.specifier}.`)];
    if (!one.target.startsWith(home)) return [finding(one, `${home} imports nothing outside itself, and this is ${one.target}.`)];
    return isForNode(one.target) && !isForNode(one.file) && !one.typeOnly ? [finding(one, `${one.target} runs on Node only; reach it through \`#platform\`.`)] : [];
  });
}

function isForNode(path: string): boolean {
  return /\/node(-[^/]*)?\.ts$/.test(path);
}

/** Each dependency has one room of the road, and the road uses no others. */
export function checkDependencies(imports: readonly Import[], dependencies: readonly string[]): readonly Finding[] {
  const rooms = new Map<string, string>();
  return imports.flatMap((one) => {
    const name = packageOf(one);
    if (name === undefined || !one.file.startsWith("scripts/") || outside.test(one.file)) return [];
    if (!dependencies.includes(name)) return [finding(one, `${name} isn't among the dependencies of package.json, so it isn't there when the tool is installed.`)];
    const room = one.file.split("/").slice(0, 2).join("/");
    const first = rooms.get(name) ?? room;
    rooms.set(name, first);
    return first === room ? [] : [finding(one, `${name} has its room in ${first}/; ask for what you need there.`)];
  });
}

function packageOf({ specifier, target }: Import): string | undefined {
  if (target !== undefined || specifier.startsWith("node:") || specifier.startsWith("#")) return undefined;
  return specifier.split("/").slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}

/** Nothing that ships or that makes what ships imports a check. */
export function checkOutside(imports: readonly Import[]): readonly Finding[] {
  return imports.flatMap((one) => (one.target !== undefined && outside.test(one.target) && one.file.startsWith("scripts/") && !outside.test(one.file) ? [finding(one, `${one.target} looks at the tool from outside; the tool can't need it.`)] : []));
}

function finding({ file, line, column }: Import, message: string): Finding {
  return { file, line, column, message };
}
