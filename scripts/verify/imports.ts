// Source files come in, their imports go out: what the checks of the architecture look at.

import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { ts } from "ts-morph";

export interface Import {
  /** Below the repository's root, like `target`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** As it is written. */
  readonly specifier: string;
  /** The file that is meant; nothing for packages, `node:` and `#platform`. */
  readonly target?: string;
  readonly typeOnly: boolean;
}

/** The TypeScript files below a folder, by path. */
export function sourcesBelow(root: string, folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(`${root}/${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll("\\", "/").slice(root.length + 1))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(`${root}/${path}`, "utf8")]));
}

/** Imports, exports from other files, and dynamic imports. */
export function importsOf(sources: ReadonlyMap<string, string>): readonly Import[] {
  return [...sources].flatMap(([file, text]) => {
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
    const found: Import[] = [];
    const add = (node: ts.Node, specifier: string, typeOnly: boolean) => {
      const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push({ file, line: line + 1, column: character + 1, specifier, typeOnly, ...(specifier.startsWith(".") ? { target: posix.join(posix.dirname(file), specifier) } : {}) });
    };
    const visit = (node: ts.Node): void => {
      if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) add(node, node.moduleSpecifier.text, isTypeOnly(node));
      if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0] !== undefined && ts.isStringLiteral(node.arguments[0])) add(node, node.arguments[0].text, false);
      if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) add(node, node.argument.literal.text, true);
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  return node.importClause?.isTypeOnly === true;
}
