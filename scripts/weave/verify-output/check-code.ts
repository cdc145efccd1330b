// A generated module comes in, parsed anew from the text that will be written; what its kind of module may not hold comes out.

import type { ts as Typescript } from "ts-morph";
import { fileRules, type FileRules, type KindName } from "./file-rules.ts";
import { findingAt, quoted, type Finding } from "./finding.ts";
import type { KnownTexts } from "./known-texts.ts";

/** What a project allows one of its files beside what ours may hold. */
export interface Allowance {
  /** Kinds of syntax, by TypeScript's names: `VariableStatement`. */
  readonly syntax?: readonly string[];
  /** Functions and methods that may be called: `register`, `registry.add`. */
  readonly callees?: readonly string[];
  /** Modules that may be imported: `zod`, `./extra.ts`. */
  readonly modules?: readonly string[];
  /** Names and texts that the document doesn't have. */
  readonly names?: readonly string[];
}

export interface CodeFacts {
  readonly known: KnownTexts;
  /** Whether the package has the file. */
  readonly has: (path: string) => boolean;
}

/** Whether it reads as TypeScript at all. */
export function checkSyntax(ts: typeof Typescript, file: string, text: string): readonly Finding[] {
  return syntaxErrors(ts, file, text, parsed(ts, file, text));
}

function parsed(ts: typeof Typescript, file: string, text: string): Typescript.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, false, ts.ScriptKind.TS);
}

function syntaxErrors(ts: typeof Typescript, file: string, text: string, source: Typescript.SourceFile): readonly Finding[] {
  const [first] = (source as unknown as { readonly parseDiagnostics: readonly Typescript.DiagnosticWithLocation[] }).parseDiagnostics;
  return first === undefined ? [] : [findingAt(file, text, first.start, `text that is no TypeScript (${ts.flattenDiagnosticMessageText(first.messageText, " ")})`)];
}

export function checkCode(ts: typeof Typescript, file: string, text: string, { known, has }: CodeFacts, allowance: Allowance = {}): readonly Finding[] {
  const source = parsed(ts, file, text);
  const broken = syntaxErrors(ts, file, text, source);
  if (broken.length > 0) return broken;

  const { SyntaxKind } = ts;
  const rules = fileRules[file] ?? unknownFile;
  const kinds = (list: readonly KindName[]) => new Set<number>([...list, ...((allowance.syntax ?? []) as readonly KindName[])].map((name) => SyntaxKind[name]));
  const statements = kinds(rules.statements);
  const nodes = kinds([...rules.statements, ...rules.nodes]);
  const callees = new Set([...rules.callees, ...(allowance.callees ?? [])]);
  const own = new Set([...rules.members, ...rules.literals, ...rules.globals, ...(allowance.names ?? [])]);
  const modules = new Set([...rules.imports, ...(allowance.modules ?? [])]);
  const operators = new Set<number>([SyntaxKind.MinusToken, SyntaxKind.ExclamationToken]);
  const isKnown = (name: string) => own.has(name) || known.has(name);

  const findings: Finding[] = [];
  const report = (node: Typescript.Node, what: string) => void findings.push(findingAt(file, text, node.getStart(source), what));
  const textOf = (node: Typescript.Node) => node.getText(source);

  // What names may stand for: declarations, imports, parameters, and what the language has.
  const operations = new Set<string>();
  const referable = new Set<string>([...rules.globals, ...(allowance.names ?? [])]);
  const declared = new Set<string>();
  const isType = (node: Typescript.Node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);

  function declare(name: Typescript.Node | undefined, node: Typescript.Node): void {
    if (name === undefined || !ts.isIdentifier(name)) return report(node, "a declaration without a name");
    if (!rules.declares.includes(name.text) && !known.named(name.text) && !(allowance.names ?? []).includes(name.text)) report(name, `the declaration of ${quoted(name.text)}, which the document doesn't have`);
    // An enumeration is a type and a constant of one name.
    const key = `${isType(node) ? "type" : "value"} ${name.text}`;
    if (declared.has(key)) report(name, `a second declaration of ${quoted(name.text)}`);
    declared.add(key);
    referable.add(name.text);
  }

  function module(node: Typescript.ImportDeclaration | Typescript.ExportDeclaration): void {
    const { moduleSpecifier } = node;
    if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) {
      if (ts.isExportDeclaration(node) && node.exportClause !== undefined && ts.isNamedExports(node.exportClause) && node.exportClause.elements.length === 0) return;
      return report(node, `${quoted(textOf(node))}, which names no module`);
    }
    const name = moduleSpecifier.text;
    const isRuntime = /^\.\/runtime\/[\w/-]+\.ts$/.test(name) && has(`src/${name.slice(2)}`);
    if (!isRuntime && !modules.has(name)) report(moduleSpecifier, `the module ${quoted(name)}`);
    if (ts.isExportDeclaration(node)) return;
    const named = node.importClause?.namedBindings;
    if (node.importClause === undefined || named === undefined || !ts.isNamedImports(named) || node.importClause.name !== undefined) return report(node, `${quoted(textOf(node))}, which imports more than names`);
    for (const element of named.elements) {
      referable.add(element.name.text);
      if (name === "./operations.ts") operations.add(element.name.text);
    }
  }

  for (const statement of source.statements) {
    if (!statements.has(statement.kind)) report(statement, `${quoted(textOf(statement))} as a statement`);
    if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) module(statement);
    else if (ts.isVariableStatement(statement)) for (const declaration of statement.declarationList.declarations) declare(declaration.name, statement);
    else if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isFunctionDeclaration(statement)) declare(statement.name, statement);
  }
  for (const parameter of rules.parameters) referable.add(parameter);

  function keyOf(name: Typescript.PropertyName): string | undefined {
    if (ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name) || ts.isPrivateIdentifier(name)) return name.text;
    // The one name that would set a prototype is computed instead.
    return ts.isComputedPropertyName(name) && ts.isStringLiteral(name.expression) && name.expression.text === "__proto__" ? name.expression.text : undefined;
  }

  function keys(members: readonly (Typescript.ObjectLiteralElementLike | Typescript.TypeElement | Typescript.ClassElement)[]): void {
    const seen = new Set<string>();
    for (const member of members) {
      if (member.name === undefined) continue;
      const key = keyOf(member.name as Typescript.PropertyName);
      if (key === undefined) report(member.name, `the key ${quoted(textOf(member.name))}`);
      else if (!isKnown(key) && !isStatus(key) && !known.named(key)) report(member.name, `the key ${quoted(key)}, which the document doesn't have`);
      else if (seen.has(key)) report(member.name, `a second ${quoted(key)}`);
      if (ts.isObjectLiteralElementLike(member) && !ts.isComputedPropertyName(member.name) && key === "__proto__") report(member.name, "a prototype");
      seen.add(key ?? "");
    }
  }

  function call(node: Typescript.CallExpression): void {
    const callee = node.expression;
    const name = textOf(callee);
    if (callees.has(name)) return;
    if (ts.isIdentifier(callee) && rules.callsOperations && operations.has(callee.text)) return;
    if (ts.isPropertyAccessExpression(callee) && rules.methods.includes(callee.name.text)) return;
    report(callee, `a call of ${quoted(name)}`);
  }

  /** A function does one thing, and says it in one line. */
  function body(node: Typescript.FunctionLikeDeclaration): void {
    const block = node.body;
    if (block === undefined || !ts.isBlock(block)) return;
    const [only] = block.statements;
    if (only === undefined || block.statements.length > 1) report(block, `${block.statements.length} statements in a function`);
    else if (ts.isExpressionStatement(only) && !rules.expressions.includes(textOf(only))) report(only, `${quoted(textOf(only))} as a statement`);
  }

  function visit(node: Typescript.Node, parent: Typescript.Node): void {
    if (!nodes.has(node.kind)) return report(node, `${quoted(textOf(node))}, of the kind ${SyntaxKind[node.kind]}`);
    if (ts.isIdentifier(node)) return identifier(node, parent);
    if (ts.isStringLiteral(node)) return literal(node, parent);
    if (ts.isCallExpression(node)) call(node);
    if (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.Const) === 0) report(node, `${quoted(textOf(node))}, which is no constant`);
    if (ts.isPrefixUnaryExpression(node) && !operators.has(node.operator)) report(node, `${quoted(textOf(node))}, which changes a value`);
    if (ts.isParameter(node) && !(ts.isIdentifier(node.name) && rules.parameters.includes(node.name.text))) report(node, `the parameter ${quoted(textOf(node))}`);
    if (ts.isObjectLiteralExpression(node)) keys(node.properties);
    if (ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node) || ts.isClassDeclaration(node)) keys(node.members);
    if (ts.isFunctionLike(node) && "body" in node) body(node as Typescript.FunctionLikeDeclaration);
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return specifiers(node);
    ts.forEachChild(node, (child) => visit(child, node));
  }

  function specifiers(node: Typescript.ImportDeclaration | Typescript.ExportDeclaration): void {
    const clause = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : node.exportClause;
    if (clause === undefined || !(ts.isNamedImports(clause) || ts.isNamedExports(clause))) return report(node, `${quoted(textOf(node))}, which names nothing`);
    for (const element of clause.elements) if (element.propertyName !== undefined) report(element, `${quoted(textOf(element))}, which gives a new name`);
  }

  function identifier(node: Typescript.Identifier, parent: Typescript.Node): void {
    if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
      if (!isKnown(node.text) && !rules.methods.includes(node.text)) report(node, `the member ${quoted(node.text)}, which the document doesn't have`);
      return;
    }
    // Keys and declarations were looked at with those beside them.
    if (ts.isShorthandPropertyAssignment(parent)) return reference(node);
    if ("name" in parent && parent.name === node) return;
    reference(node);
  }

  function reference(node: Typescript.Identifier): void {
    if (!referable.has(node.text)) report(node, `${quoted(node.text)}, which nothing declares`);
  }

  function literal(node: Typescript.StringLiteral, parent: Typescript.Node): void {
    if ("name" in parent && parent.name === node) return;
    if (!isKnown(node.text) && !known.named(node.text)) report(node, `the text ${quoted(textOf(node))}, which the document doesn't have`);
  }

  for (const statement of source.statements) if (statements.has(statement.kind)) visit(statement, source);
  return findings;
}

/** Keys of answers in `wire.ts`. */
function isStatus(key: string): boolean {
  return /^\d{3}$/.test(key);
}

const unknownFile: FileRules = { statements: [], nodes: [], callees: [], methods: [], callsOperations: false, globals: [], parameters: [], declares: [], members: [], literals: [], imports: [], expressions: [] };
