import type { FunctionDeclaration, JSDoc, JSDocableNode, MethodDeclaration, Node } from "ts-morph";
import { functionName } from "../../prepare/names.ts";
import type { Operation } from "../../prepare/prepared-spec.ts";
import { docComment } from "../../render/safe/comment.ts";
import type { Pass } from "../pass.ts";
import { classNamed, importFrom, seam } from "../seam.ts";
import { insertion, type Edit } from "../sources.ts";

/** Says for each operation what it throws: a type that lists the errors, a return type that carries it, and `@throws` lines. */
export const errorTypes: Pass = {
  name: "error-types",
  appliesTo: (spec) => spec.operations.length > 0,
  apply(sources, spec) {
    const base = `${spec.service.name}Exception`;
    const byFunction = new Map(spec.operations.map((operation) => [functionName(operation.name, "Operation"), operation]));

    sources.edit("src/operations.ts", (file) => {
      const listed = new Set(file.getTypeAliases().map((alias) => alias.getName()));
      const functions = file.getFunctions().flatMap((declaration) => {
        const operation = byFunction.get(declaration.getName() ?? "");
        return operation === undefined || listed.has(errorType(operation)) ? [] : [{ declaration, operation }];
      });
      if (functions.length === 0) return [];
      const exceptions = functions.flatMap(({ operation }) => operation.errors.map((error) => error.exception));
      return [
        ...importFrom(file, "./runtime/attempt.ts", ["type Throws"]),
        ...importFrom(file, "./runtime/errors.ts", ["type CallError"]),
        ...importFrom(file, "./errors.ts", [...[...new Set(exceptions)].sort(), `type ${base}`]),
        ...functions.flatMap(({ declaration, operation }) => [
          insertion(declaration.getEnd(), `\n${errorTypeText(operation, base)}`),
          ...returnsToo(declaration, operation),
          ...throwsTags(declaration, operation, 0),
        ]),
      ];
    });

    sources.edit("src/client.ts", (file) => {
      const client = seam(file, `class ${spec.service.name}Client`, classNamed(`${spec.service.name}Client`));
      const methods = client.getMethods().flatMap((declaration) => {
        const operation = byFunction.get(declaration.getName());
        return operation === undefined || declaration.getReturnTypeNode()?.getText().includes("Throws<") === true ? [] : [{ declaration, operation }];
      });
      if (methods.length === 0) return [];
      return [
        ...importFrom(file, "./runtime/attempt.ts", ["type Throws"]),
        ...importFrom(file, "./operations.ts", methods.map(({ operation }) => `type ${errorType(operation)}`).sort()),
        ...methods.flatMap(({ declaration, operation }) => [...returnsToo(declaration, operation), ...throwsTags(declaration, operation, 2)]),
      ];
    });

    sources.edit("src/index.ts", (file) => {
      const exported = new Set(file.getExportDeclarations().flatMap((declaration) => declaration.getNamedExports().map((name) => name.getName())));
      const missing = spec.operations.map(errorType).filter((name) => !exported.has(name));
      if (missing.length === 0) return [];
      return [insertion(file.getEnd(), `export type {\n${missing.map((name) => `  ${name},\n`).join("")}} from "./operations.ts";\n`)];
    });
  },
};

/** `BatchMeterUsageError` */
export function errorType(operation: Operation): string {
  return `${operation.name}Error`;
}

function errorTypeText(operation: Operation, base: string): string {
  const names = [...new Set(operation.errors.map((error) => error.exception)), base, "CallError"];
  return `/** What \`${functionName(operation.name, "Operation")}\` may throw. */\nexport type ${errorType(operation)} =\n${names.map((name) => `  | ${name}`).join("\n")};`;
}

function returnsToo(declaration: FunctionDeclaration | MethodDeclaration, operation: Operation): readonly Edit[] {
  const type = declaration.getReturnTypeNodeOrThrow();
  return [insertion(type.getEnd(), ` & Throws<${errorType(operation)}>`)];
}

/** One line for each exception, behind what the comment says already. */
function throwsTags(declaration: (FunctionDeclaration | MethodDeclaration) & JSDocableNode & Node, operation: Operation, indent: number): readonly Edit[] {
  const seen = new Set<string>();
  const tags = operation.errors.flatMap((error) => {
    if (seen.has(error.exception)) return [];
    seen.add(error.exception);
    return docComment("", indent, [{ name: "throws", text: error.exception }, { name: "throws", text: "" }]).slice(1, 2);
  });
  if (tags.length === 0) return [];
  const lines = tags.map((line) => line.replace(/@throws (\S+)/, "@throws {@link $1}"));
  const margin = " ".repeat(indent);
  const [doc] = declaration.getJsDocs().slice(-1);
  if (doc === undefined) return [insertion(declaration.getStart(), `/**\n${lines.map((line) => `${margin}${line}\n`).join("")}${margin} */\n${margin}`)];
  return doc.getText().includes("@throws") ? [] : [withLines(doc, lines, margin)];
}

function withLines(doc: JSDoc, lines: readonly string[], margin: string): Edit {
  const text = doc.getText();
  const inner = text.startsWith("/** ") && !text.includes("\n") ? [` * ${text.slice(4, -2).trim()}`] : text.split("\n").slice(1, -1).map((line) => line.replace(/^\s*/, " "));
  const gap = inner.some((line) => /^ \* @/.test(line)) ? [] : [" *"];
  return { start: doc.getStart(), end: doc.getEnd(), text: ["/**", ...[...inner, ...gap, ...lines, " */"].map((line) => `${margin}${line}`)].join("\n") };
}

