// Packages → the faults that TypeScript 7 finds in them, under the strict flags of any user. Several packages make one program, so
// that the compiler reads the declarations of the platform once for all of them.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "../package/compilers.ts";
import { repository } from "../package/project.ts";

/** Every flag of a strict user, and those by which compilers other than tsc read a package. */
export const strictFlags = {
  target: "es2022", module: "nodenext", lib: ["es2022", "dom", "dom.iterable", "dom.asynciterable"], types: ["node"], typeRoots: [join(repository, "node_modules/@types")],
  strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, verbatimModuleSyntax: true, isolatedDeclarations: true, erasableSyntaxOnly: true,
  declaration: true, noUnusedLocals: true, noUnusedParameters: true, noImplicitOverride: true, noImplicitReturns: true, noFallthroughCasesInSwitch: true, noPropertyAccessFromIndexSignature: true,
  allowImportingTsExtensions: true, skipLibCheck: true, noEmit: true,
};

/** The first faults of each package that has any. */
export async function typeFaults(folder: string, services: readonly string[], batch: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const project = `tsconfig.${batch}.json`;
  writeFileSync(join(folder, project), JSON.stringify({ compilerOptions: strictFlags, include: services.map((service) => `${service}/src`) }));
  const { code, out } = await compile("7", project, folder);
  const faults = new Map<string, string[]>();
  for (const line of out.split("\n")) {
    const [, service, fault] = /^([^/\s]+)\/(src\/.+: error TS.+)$/.exec(line) ?? [];
    if (service !== undefined && fault !== undefined) faults.set(service, [...(faults.get(service) ?? []), fault]);
  }
  // The compiler said something that isn't about a package, or nothing at all.
  if (code !== 0 && faults.size === 0) for (const service of services) faults.set(service, [out.trim().split("\n")[0] ?? `The compiler ended with ${code}.`]);
  return faults;
}

/** Divides packages into programs of about the same size, the large ones first. */
export function batches(sizes: ReadonlyMap<string, number>, limit: number): readonly (readonly string[])[] {
  const made: { services: string[]; bytes: number }[] = [];
  for (const [service, bytes] of [...sizes].sort(([, left], [, right]) => right - left)) {
    const roomy = made.find((one) => one.bytes + bytes <= limit);
    if (roomy === undefined) made.push({ services: [service], bytes });
    else {
      roomy.services.push(service);
      roomy.bytes += bytes;
    }
  }
  return made.map(({ services }) => services);
}

/** A line that only this flag refuses. */
const offences: Readonly<Record<string, string>> = {
  strict: "export const text: string = null;",
  exactOptionalPropertyTypes: "export const some: { readonly a?: string } = { a: undefined };",
  noUncheckedIndexedAccess: "export const first = (list: readonly string[]): string => list[0];",
  verbatimModuleSyntax: 'import { Some } from "./some.ts"; export type Other = Some;',
  isolatedDeclarations: "export const sum = (a: number) => a + 1;",
  erasableSyntaxOnly: "export enum Colour { red }",
  noUnusedLocals: "const unused = 1;",
};

/** Flags under which the compiler takes what it has to refuse: then nothing that it says about the packages would count. */
export async function flagsThatDontHold(folder: string): Promise<readonly string[]> {
  const offending = join(folder, "offending");
  mkdirSync(join(offending, "flags", "src"), { recursive: true });
  writeFileSync(join(offending, "flags", "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(offending, "flags", "src", "some.ts"), "export interface Some { readonly a: string }\n");
  for (const [flag, line] of Object.entries(offences)) writeFileSync(join(offending, "flags", "src", `${flag}.ts`), `${line}\nexport {};\n`);
  const refused = (await typeFaults(offending, ["flags"], "flags")).get("flags") ?? [];
  return Object.keys(offences).filter((flag) => !refused.some((fault) => fault.startsWith(`src/${flag}.ts(`)));
}
