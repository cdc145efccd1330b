// Finds the places that templates leave for passes, and says in words when one is missing.

import type { ArrayLiteralExpression, ClassDeclaration, FunctionDeclaration, InterfaceDeclaration, Node, ObjectLiteralExpression, SourceFile } from "ts-morph";
import { Stop } from "../problems/stop.ts";
import { tsMorph } from "./packages.ts";
import { insertion, type Edit } from "./sources.ts";

/** Gives what `find` finds; otherwise fails in a sentence that names the place, the file and its template. */
export function seam<Found extends Node>(file: SourceFile, what: string, find: (file: SourceFile) => Found | undefined): Found {
  const found = find(file);
  if (found !== undefined) return found;
  throw seamMissing(file.getFilePath().slice(1), what);
}

/** Says which place of which file is missing, and which template makes it. */
export function seamMissing(path: string, what: string): Stop {
  return new Stop([{
    severity: "error", code: "seam-missing",
    message: `${path} has no ${what}, which a pass ties into.`,
    fix: `Let ${path}.hbs of your templates make it again, as templates/${path}.hbs does.`,
  }]);
}

/** The list that a function gives back: `function layers() { return [ … ]; }`. */
export function listReturnedBy(file: SourceFile, name: string): ArrayLiteralExpression | undefined {
  return file.getFunction(name)?.getFirstDescendantByKind(tsMorph().SyntaxKind.ReturnStatement)?.getExpressionIfKind(tsMorph().SyntaxKind.ArrayLiteralExpression);
}

/** Every `const x: Operation<…> = { … }` of a file, with the operation's name. */
export function operationLiterals(file: SourceFile): readonly { readonly name: string; readonly literal: ObjectLiteralExpression }[] {
  return file.getVariableDeclarations().flatMap((declaration) => {
    if (declaration.getTypeNode()?.getText().startsWith("Operation<") !== true) return [];
    const literal = declaration.getInitializerIfKind(tsMorph().SyntaxKind.ObjectLiteralExpression);
    const name = literal === undefined ? undefined : stringMember(literal, "name");
    return literal === undefined || name === undefined ? [] : [{ name, literal }];
  });
}

export function stringMember(literal: ObjectLiteralExpression, name: string): string | undefined {
  return literal.getProperty(name)?.asKind(tsMorph().SyntaxKind.PropertyAssignment)?.getInitializerIfKind(tsMorph().SyntaxKind.StringLiteral)?.getLiteralValue();
}

/** Which exported function calls which operation: `client.call(xOperation, …)` inside it. */
export function functionOf(file: SourceFile, constant: string): FunctionDeclaration | undefined {
  return file.getFunctions().find((declaration) => declaration.getBodyText()?.includes(`client.call(${constant},`) === true);
}

export function interfaceNamed(name: string): (file: SourceFile) => InterfaceDeclaration | undefined {
  return (file) => file.getInterface(name);
}

export function classNamed(name: string): (file: SourceFile) => ClassDeclaration | undefined {
  return (file) => file.getClass(name);
}

/** Puts an element into a list behind the one called `after`; nothing when it is there already. */
export function elementAfter(list: ArrayLiteralExpression, after: string, text: string): readonly Edit[] {
  const elements = list.getElements();
  if (elements.some((element) => calledIn(element.getText()) === calledIn(text))) return [];
  const before = elements.find((element) => calledIn(element.getText()) === after);
  if (before === undefined) throw seamMissing(list.getSourceFile().getFilePath().slice(1), `layer ${after} to put ${calledIn(text)} behind`);
  return [insertion(before.getEnd(), `,\n    ${text}`)];
}

/** `retry(options)` → `retry` */
function calledIn(text: string): string {
  return text.split("(")[0] ?? text;
}

/**
 * Imports names from a module; `type X` imports a type. They join what is imported from it already, and nothing happens when
 * all are there.
 */
export function importFrom(file: SourceFile, module: string, names: readonly string[]): readonly Edit[] {
  const imports = file.getImportDeclarations();
  const own = imports.filter((declaration) => declaration.getModuleSpecifierValue() === module);
  const present = new Set(own.flatMap((declaration) => declaration.getNamedImports().map((name) => name.getName())));
  const missing = names.filter((name) => !present.has(bareName(name)));
  if (missing.length === 0) return [];
  const typesOnly = missing.every((name) => name.startsWith("type "));
  const host = own.find((declaration) => !declaration.isTypeOnly()) ?? (typesOnly ? own[0] : undefined);
  const last = host?.getNamedImports().at(-1);
  if (host !== undefined && last !== undefined) {
    const added = host.isTypeOnly() ? missing.map(bareName) : missing;
    const gap = host.getText().includes("\n") ? "\n  " : " ";
    return [insertion(last.getEnd(), added.map((name) => `,${gap}${name}`).join(""))];
  }
  const listed = typesOnly ? missing.map(bareName) : missing;
  const head = typesOnly ? "import type" : "import";
  const text = listed.length > 4 ? `${head} {\n${listed.map((name) => `  ${name},\n`).join("")}} from "${module}";` : `${head} { ${listed.join(", ")} } from "${module}";`;
  return [insertion(imports.at(-1)?.getEnd() ?? 0, `\n${text}`)];
}

/** Exports names of a module, at the end of the file; `type X` exports a type. Those that are exported already are left out. */
export function exportFrom(file: SourceFile, module: string, names: readonly string[]): readonly Edit[] {
  const present = new Set(file.getExportDeclarations().flatMap((declaration) => declaration.getNamedExports().map((name) => name.getAliasNode()?.getText() ?? name.getName())));
  const missing = names.filter((name) => !present.has(bareName(name)));
  if (missing.length === 0) return [];
  const typesOnly = missing.every((name) => name.startsWith("type "));
  const listed = typesOnly ? missing.map(bareName) : missing;
  return [insertion(file.getEnd(), `${typesOnly ? "export type" : "export"} { ${listed.join(", ")} } from "${module}";\n`)];
}

function bareName(name: string): string {
  return name.replace(/^type /, "");
}

/** Adds a type to what an interface extends. */
export function extendsToo(declaration: InterfaceDeclaration, name: string): readonly Edit[] {
  const clauses = declaration.getExtends();
  if (clauses.some((clause) => clause.getText() === name)) return [];
  const last = clauses[clauses.length - 1];
  return [last === undefined ? insertion(declaration.getNameNode().getEnd(), ` extends ${name}`) : insertion(last.getEnd(), `, ${name}`)];
}
