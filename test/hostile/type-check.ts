// Packages → what the compiler says about them under the strictest flags. All in one program, in which they share the runtime that
// each of them carries: checking it a hundred times would take minutes.

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const root = join(repository, "hostile-packages");

export function typeFaults(packages: ReadonlyMap<string, Readonly<Record<string, string>>>): readonly string[] {
  const virtual = new Map<string, string>();
  for (const [name, files] of packages) {
    for (const [path, text] of Object.entries(files)) if (path.startsWith("src/") && !path.startsWith("src/runtime/")) virtual.set(join(root, name, path), text);
  }
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, noImplicitOverride: true, noPropertyAccessFromIndexSignature: true, noUnusedLocals: true,
    isolatedModules: true, verbatimModuleSyntax: true, allowImportingTsExtensions: true, noEmit: true, skipLibCheck: true, types: ["node"],
  };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.fileExists = (path) => virtual.has(path) || fileExists(path);
  host.readFile = (path) => virtual.get(path) ?? readFile(path);
  host.getSourceFile = (path, ...rest) => {
    const text = virtual.get(path);
    return text === undefined ? getSourceFile(path, ...rest) : ts.createSourceFile(path, text, rest[0]);
  };
  host.resolveModuleNameLiterals = (literals, containing) =>
    literals.map(({ text }) => {
      const target = text.startsWith(".") ? join(dirname(containing), text) : undefined;
      const runtime = target === undefined ? undefined : /\/src\/(runtime\/.*)$/.exec(target.startsWith(root) ? target : "")?.[1];
      const path = text === "#platform" ? join(repository, "templates/src/runtime/platform/node.ts") : runtime === undefined ? target : join(repository, "templates/src", runtime);
      return path !== undefined && (virtual.has(path) || fileExists(path)) ? { resolvedModule: { resolvedFileName: path, extension: ts.Extension.Ts } } : ts.resolveModuleName(text, containing, options, host);
    });
  const program = ts.createProgram([...virtual.keys()], options, host);
  return [...virtual.keys()].flatMap((path) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(({ start, messageText }) => {
      const { line } = file === undefined ? { line: 0 } : file.getLineAndCharacterOfPosition(start ?? 0);
      return `${path.slice(root.length + 1)}:${line + 1} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    });
  });
}
