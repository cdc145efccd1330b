// Pages → the programs on them, as files that a compiler and a runtime can take.

import { build, transform } from "esbuild";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { Files } from "../../scripts/render/engine.ts";
import { pagesOf, readPage, type Block } from "./pages.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** Every program of the pages, in the order in which they stand there. */
export function programsOf(files: Files): readonly Block[] {
  return blocksOf(files).filter((block) => block.language === "ts");
}

export function blocksOf(files: Files): readonly Block[] {
  return Object.entries(pagesOf(files)).flatMap(([path, text]) => readPage(path, text).blocks);
}

/** `docs/Service.md:120` */
export function placeOf({ page, line }: Block): string {
  return `${page}:${line}`;
}

// -------------------------------------------------------------------------------------------------------- compiling

const flags: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"], types: ["node"],
  strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noImplicitOverride: true, noImplicitReturns: true, noFallthroughCasesInSwitch: true,
  noPropertyAccessFromIndexSignature: true, noUnusedLocals: true, noUnusedParameters: true, allowUnreachableCode: false,
  verbatimModuleSyntax: true, isolatedModules: true, erasableSyntaxOnly: true,
  noEmit: true, allowImportingTsExtensions: true, skipLibCheck: true,
};

/** What the compiler says about programs, by their places. Nothing is written: package and programs only exist for the compiler. */
export function compile(files: Files, packageName: string, programs: readonly { readonly place: string; readonly text: string }[]): readonly string[] {
  const root = `${repository}/.cache/docs-of-a-test`;
  const overlay = new Map(Object.entries(files).map(([path, text]) => [`${root}/package/${path}`, text]));
  const names = programs.map((_program, index) => `${root}/program-${index}.ts`);
  for (const [index, { text }] of programs.entries()) overlay.set(names[index] ?? "", text);
  overlay.set(`${root}/package.json`, '{ "type": "module" }');
  const folders = new Set([...overlay.keys()].flatMap((path) => path.split("/").map((_part, at, parts) => parts.slice(0, at).join("/"))));

  const options: ts.CompilerOptions = { ...flags, paths: { [packageName]: [`${root}/package/src/index.ts`], [`${packageName}/node`]: [`${root}/package/src/node.ts`] } };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, directoryExists } = host;
  host.getCurrentDirectory = () => repository;
  host.fileExists = (path) => overlay.has(path) || fileExists(path);
  host.readFile = (path) => overlay.get(path) ?? readFile(path);
  host.directoryExists = (path) => folders.has(path) || directoryExists?.(path) === true;
  host.getSourceFile = (path, language) => {
    const text = host.readFile(path);
    return text === undefined ? undefined : ts.createSourceFile(path, text, language);
  };

  const program = ts.createProgram(names, options, host);
  return names.flatMap((name, index) => {
    const file = program.getSourceFile(name);
    const place = programs[index]?.place ?? "";
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((found) => `${place}: ${ts.flattenDiagnosticMessageText(found.messageText, "\n")}`);
  });
}

/** A program that only compiles when the client has the method, and the package the function, that a page shows. */
export function signatureProgram(block: Block, packageName: string, client: string): { readonly place: string; readonly text: string } {
  const [method = "", asFunction = ""] = block.text.split("\n").filter((line) => /^\w+\(/.test(line));
  const own = [...new Set(block.text.replace(/\/\/.*/g, "").match(/\b[A-Z]\w*/g) ?? [])].filter((name) => !["Promise", "Date", "Uint8Array", "Readonly", "Record"].includes(name));
  return {
    place: placeOf(block),
    text: [
      `import type { ${[...new Set([client, ...own])].join(", ")} } from "${packageName}";`,
      `import * as functions from "${packageName}";`,
      `declare const client: ${client};`,
      `export const asMethod: { ${method} } = client;`,
      `export const asFunction: { ${asFunction} } = functions;`,
    ].join("\n"),
  };
}

// ---------------------------------------------------------------------------------------------------------- running

export interface Laid {
  /** By program. */
  readonly files: readonly string[];
  readonly remove: () => void;
}

/** Puts the package where programs find it by its name, and each program into a file of its own. Types are taken away and nothing else. */
export async function layOut(packageFolder: string, packageName: string, programs: readonly Block[]): Promise<Laid> {
  mkdirSync(`${repository}/.cache`, { recursive: true });
  const folder = mkdtempSync(`${repository}/.cache/docs-`);
  const home = `${folder}/node_modules/${packageName}`;
  mkdirSync(home, { recursive: true });
  writeFileSync(`${home}/package.json`, JSON.stringify({ name: packageName, type: "module", exports: { ".": "./index.js", "./node": "./node.js" } }));
  await build({
    entryPoints: ["index", "node"].map((entry) => `${packageFolder}/src/${entry}.ts`), outdir: home, splitting: true, bundle: true, format: "esm", platform: "node", logLevel: "silent",
    plugins: [{ name: "platform", setup: (setup) => setup.onResolve({ filter: /^#platform$/ }, () => ({ path: `${packageFolder}/src/runtime/platform/node.ts` })) }],
  });
  const files = await Promise.all(programs.map(async (program, index) => {
    const file = `${folder}/program-${index}.mjs`;
    const { code } = await transform(program.text, { loader: "ts", format: "esm", tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } } });
    writeFileSync(file, code);
    return file;
  }));
  return { files, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
