import { readFileSync, readdirSync } from "node:fs";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import type { Files } from "../../scripts/render/engine.ts";
import { ownTemplates, readTemplates } from "../../scripts/render/read-templates.ts";
import { record, type Recorded } from "./scenario.ts";

const folder = new URL(".", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".md")).sort();
const recorded = new Map<string, Recorded>();

beforeAll(async () => {
  for (const name of names) recorded.set(name, await record(readFileSync(new URL(name, folder), "utf8")));
});

describe("scenarios", () => {
  it.each(names)("%s shows what is generated (npm run test:update records it again)", async (name) => {
    await expect(recorded.get(name)?.text).toMatchFileSnapshot(`./${name}`);
  });

  it("generate code without a single complaint of the compiler", () => {
    expect(complaints(recorded)).toEqual([]);
  }, 120_000);
});

/** Compiles the packages of all scenarios at once, over one copy of the runtime, under the strictest flags. */
function complaints(scenarios: ReadonlyMap<string, { readonly files: Files }>): readonly string[] {
  const texts = new Map<string, string>();
  for (const { path, text } of readTemplates(ownTemplates).copies) if (path.startsWith("src/runtime/")) texts.set(`/${path.slice(4)}`, text);
  for (const [name, { files }] of scenarios) {
    for (const [path, text] of Object.entries(files)) {
      if (path.endsWith(".ts") && !path.startsWith("src/runtime/")) texts.set(`/${name.replace(".md", "")}/${path.slice(4)}`, text.replaceAll('"./runtime/', '"../runtime/'));
    }
  }
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
    noEmit: true, strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noImplicitOverride: true, noUnusedLocals: true, noUnusedParameters: true,
    verbatimModuleSyntax: true, isolatedModules: true, isolatedDeclarations: true, declaration: true, erasableSyntaxOnly: true, allowImportingTsExtensions: true, skipLibCheck: true,
    noPropertyAccessFromIndexSignature: true, types: [],
  };
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram({
    rootNames: [...texts.keys()].filter((name) => !name.startsWith("/runtime/")),
    options,
    host: {
      ...host,
      getCurrentDirectory: () => "/",
      fileExists: (name) => texts.has(name) || host.fileExists(name),
      directoryExists: () => true,
      readFile: (name) => texts.get(name) ?? host.readFile(name),
      getSourceFile: (name, version) => {
        const text = texts.get(name);
        return text === undefined ? host.getSourceFile(name, version) : ts.createSourceFile(name, text, version, true);
      },
    },
  });
  const found = [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics(), ...program.getDeclarationDiagnostics()];
  // The runtime has its own type check; platforms need Node's types, which packages bring along.
  return found.filter(({ file }) => file?.fileName.startsWith("/runtime/") !== true).map(({ file, start, messageText }) => {
    const at = file === undefined || start === undefined ? "" : `${file.fileName.slice(1)}:${file.getLineAndCharacterOfPosition(start).line + 1} ${file.text.split("\n")[file.getLineAndCharacterOfPosition(start).line]?.trim()}`;
    return `${at}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}
