// Two readers of one prepared spec have to agree: our models, and the wire types as openapi-typescript writes them.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const folder = join(import.meta.dirname, "../../generated/src");
const names = modelNames();

describe("models and wire types", () => {
  it("name the same members, require the same ones, and give them the same types", () => {
    expect(names.length).toBeGreaterThan(10);
    expect(disagreements(names.map((name) => `const check${name}: Agrees<models.${name}, Schemas["${name}"]> = true;`))).toEqual([]);
  });

  it("are compared so that a difference shows", () => {
    const wrong = [
      `const missing: Agrees<{ readonly a: string }, { a: string; b?: string }> = true;`,
      `const optional: Agrees<{ readonly a?: string }, { a: string }> = true;`,
      `const type: Agrees<{ readonly a: number }, { a: string }> = true;`,
      `const nested: Agrees<{ readonly a: readonly { readonly b: Date }[] }, { a: { b: number }[] }> = true;`,
    ];
    expect(disagreements(wrong)).toHaveLength(wrong.length);
  });
});

/** Interfaces of `models.ts`; unions are compared through their variants. */
function modelNames(): readonly string[] {
  const text = readFileSync(join(folder, "models.ts"), "utf8");
  return [...text.matchAll(/^export interface (\w+)/gm)].map((match) => match[1] ?? "");
}

function disagreements(checks: readonly string[]): readonly string[] {
  const file = join(folder, "wire-agreement.virtual.ts");
  const text = `${prelude}\n${checks.join("\n")}\nexport {};\n`;
  const options: ts.CompilerOptions = {
    strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, allowImportingTsExtensions: true, types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, language) => (name === file ? ts.createSourceFile(name, text, language) : getSourceFile.call(host, name, language));
  host.fileExists = (name) => name === file || fileExists.call(host, name);
  host.readFile = (name) => (name === file ? text : readFile.call(host, name));
  const program = ts.createProgram([file], options, host);
  return program.getSemanticDiagnostics(program.getSourceFile(file)).map((problem) => ts.flattenDiagnosticMessageText(problem.messageText, "\n"));
}

const prelude = `
import type * as models from "./models.ts";
import type { components } from "./wire.ts";
type Schemas = components["schemas"];

/**
 * As JSON carries it, without what only TypeScript knows: dates are strings, enumerations are open, and of a member that must be
 * left out (\`not: {}\`) the other reader knows nothing.
 */
type Plain<T> =
  T extends \`Forbidden: \${string}\` ? unknown
  : T extends Date | Uint8Array ? string
  : T extends string ? string
  : T extends number | boolean | null | undefined ? T
  : T extends readonly (infer Item)[] ? Plain<Item>[]
  : T extends object ? { -readonly [Key in keyof T]: Plain<T[Key]> }
  : T;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : "ours is narrower than the wire type") : "ours is wider than the wire type";
type Optional<T> = { [Key in keyof T]-?: {} extends Pick<T, Key> ? Key : never }[keyof T];
type Agrees<Ours, Wire> =
  Same<keyof Ours, keyof Wire> extends true
    ? Same<Optional<Ours>, Optional<Wire>> extends true
      ? Same<Plain<Ours>, Plain<Wire>>
      : ["required by one only", Optional<Ours>, Optional<Wire>]
    : ["members", Exclude<keyof Ours, keyof Wire>, Exclude<keyof Wire, keyof Ours>];
`;
