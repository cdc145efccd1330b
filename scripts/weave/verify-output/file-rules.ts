// What each module of a package may be made of: the allow-lists that generated code is held to. Whatever isn't named here is found.

import type { ts } from "ts-morph";

export type KindName = keyof typeof ts.SyntaxKind;

export interface FileRules {
  /** Statements of the module. */
  readonly statements: readonly KindName[];
  /** Everything below them. */
  readonly nodes: readonly KindName[];
  /** Functions that may be called, by the text of the call. */
  readonly callees: readonly string[];
  /** Methods that may be called on any value. */
  readonly methods: readonly string[];
  /** Operations of the package may be called. */
  readonly callsOperations: boolean;
  /** Names that stand for something without being declared or imported. */
  readonly globals: readonly string[];
  /** Names of parameters. */
  readonly parameters: readonly string[];
  /** Declarations of the module beside those that are named after the document. */
  readonly declares: readonly string[];
  /** Keys and members that our code gives, beside those of the document. */
  readonly members: readonly string[];
  /** The same of string literals. */
  readonly literals: readonly string[];
  /** Modules of the package, beside the runtime's, that it imports. */
  readonly imports: readonly string[];
  /** Statements that stand for themselves. */
  readonly expressions: readonly string[];
}

const none: FileRules = { statements: [], nodes: [], callees: [], methods: [], callsOperations: false, globals: [], parameters: [], declares: [], members: [], literals: [], imports: [], expressions: [] };

const names: readonly KindName[] = ["Identifier", "StringLiteral", "NumericLiteral", "PrefixUnaryExpression", "ComputedPropertyName"];
const modules: readonly KindName[] = ["ImportClause", "NamedImports", "ImportSpecifier", "NamedExports", "ExportSpecifier", "ExportKeyword"];
const types: readonly KindName[] = [
  "TypeReference", "ArrayType", "UnionType", "IntersectionType", "ParenthesizedType", "TypeOperator", "LiteralType", "TypeLiteral", "TupleType", "QuestionToken", "ReadonlyKeyword",
  "StringKeyword", "NumberKeyword", "BooleanKeyword", "UnknownKeyword", "NeverKeyword", "VoidKeyword", "UndefinedKeyword", "NullKeyword",
];
const constants: readonly KindName[] = ["VariableDeclarationList", "VariableDeclaration"];
const objects: readonly KindName[] = ["ObjectLiteralExpression", "ArrayLiteralExpression", "PropertyAssignment", "ShorthandPropertyAssignment", "TrueKeyword", "FalseKeyword"];
const functions: readonly KindName[] = ["Parameter", "Block", "ReturnStatement"];
const arrows: readonly KindName[] = ["ArrowFunction", "EqualsGreaterThanToken", "Parameter"];
const access: readonly KindName[] = ["PropertyAccessExpression", "ElementAccessExpression", "QuestionDotToken", "ParenthesizedExpression"];
const operators: readonly KindName[] = [
  "BinaryExpression", "EqualsEqualsEqualsToken", "ExclamationEqualsEqualsToken", "LessThanToken", "LessThanEqualsToken", "GreaterThanToken", "GreaterThanEqualsToken",
  "AmpersandAmpersandToken", "BarBarToken", "QuestionQuestionToken",
];
/** What paths to members call the things of lists in lists; the deepest that a document may have. */
const items: readonly string[] = ["item", ...Array.from({ length: 200 }, (_, depth) => `item${depth + 2}`)];
const typeNames: readonly string[] = ["Date", "Promise", "Readonly", "Record", "Uint8Array", "undefined", "const"];
/** How descriptions of the wire say things. */
const wireWords: readonly string[] = ["members", "list", "map", "item", "flat", "key", "value", "names", "requestNames", "namespaces"];

/** By the path of the file. */
export const fileRules: Readonly<Record<string, FileRules>> = {
  "src/models.ts": {
    ...none,
    statements: ["ImportDeclaration", "ExportDeclaration", "InterfaceDeclaration", "TypeAliasDeclaration", "VariableStatement", "FunctionDeclaration"],
    nodes: [...names, ...modules, ...types, ...constants, ...objects, ...functions, ...access, ...operators, "PropertySignature", "AsExpression", "TypePredicate"],
    globals: typeNames, parameters: ["value"],
  },
  "src/errors.ts": {
    ...none,
    statements: ["ImportDeclaration", "ClassDeclaration"],
    nodes: [...names, ...modules, ...types, "HeritageClause", "ExpressionWithTypeArguments", "PropertyDeclaration", "OverrideKeyword", "StaticKeyword", "DeclareKeyword"],
    globals: typeNames, members: ["name"], imports: ["./models.ts"],
  },
  "src/operations.ts": {
    ...none,
    statements: ["ImportDeclaration", "VariableStatement", "FunctionDeclaration", "TypeAliasDeclaration"],
    nodes: [...names, ...modules, ...types, ...constants, ...objects, ...functions, ...arrows, ...access, "AsExpression", "CallExpression"],
    callees: ["client.call", "inHeaders", "inBucketHost", "bareIds", "withHostPrefix", "withToken", "withoutAnswer", "withChecksum", "withContentMd5", "checkedAnswer", "noEventStreams", "streamedAnswer", "streamedRequest", "unsignedBody"], globals: typeNames, parameters: ["client", "input", "options"],
    members: [
      ...wireWords, "name", "service", "protocol", "method", "path", "headers", "query", "request", "response", "input", "output", "body", "root", "errorsInSuccess", "answer", "signed",
      "decisive", "nulls", "compressed", "headers", "errors", "code", "status", "type", "shape", "retry", "in", "as", "style", "explode", "call", "Action", "content-type",
    ],
    literals: ["body", "path", "query", "header", "prefix", "status", "payload", "bytes", "text", "none", "number", "boolean", "transient", "throttling"],
    imports: ["./errors.ts", "./models.ts", "./service.ts", "./shapes.ts"],
  },
  "src/shapes.ts": {
    ...none,
    statements: ["ImportDeclaration", "ExportDeclaration", "VariableStatement"],
    nodes: [...names, ...modules, ...types, ...constants, ...objects, "ArrowFunction", "EqualsGreaterThanToken"],
    members: [...wireWords, "", "__type"],
  },
  "src/service.ts": {
    ...none,
    statements: ["ImportDeclaration", "VariableStatement"],
    nodes: [...names, ...modules, ...types, ...constants, ...objects, "ArrowFunction", "EqualsGreaterThanToken", "CallExpression"],
    callees: ["awsJson", "awsQuery", "ec2Query", "restXml", "queryCompatible", "regional", "endpointTable"], declares: ["service", "protocol", "hosts"],
    members: ["name", "userAgent", "url", "regions", "variant", "signingRegion", "retry", "maxAttempts", "baseDelayMs"], literals: ["1.0", "1.1", ""],
  },
  "src/client.ts": {
    ...none,
    statements: ["ImportDeclaration", "InterfaceDeclaration", "FunctionDeclaration", "ClassDeclaration"],
    nodes: [
      ...names, ...modules, ...types, ...objects, ...functions, ...access, "CallExpression", "HeritageClause", "ExpressionWithTypeArguments", "SpreadAssignment", "ThisKeyword", "PrivateIdentifier", "PropertyDeclaration",
      "Constructor", "MethodDeclaration", "TypeParameter", "ExpressionStatement", "BinaryExpression", "EqualsToken",
    ],
    callees: ["deadline", "throwErrors", "retry", "watchStreams", "signRequests", "whereSigned", "signingRegion", "createClient", "connect", "this.#client.call", "this.#client.close"], callsOperations: true,
    globals: typeNames, parameters: ["options", "operation", "input", "Input", "Output"], declares: ["layers", "connect"],
    members: ["call", "close", "signingName", "contentSha256Header", "#client"],
    imports: ["./errors.ts", "./models.ts", "./operations.ts", "./service.ts"],
    expressions: ["this.#client = connect(options);", "this.#client.close();"],
  },
  "src/pagination.ts": {
    ...none,
    statements: ["ImportDeclaration", "VariableStatement", "FunctionDeclaration"],
    nodes: [...names, ...modules, ...types, ...constants, ...objects, ...functions, ...arrows, ...access, ...operators, "CallExpression"],
    callees: ["iteratePages", "Object.values"], methods: ["at", "map", "flatMap", "filter"], callsOperations: true,
    globals: [...typeNames, "AsyncIterable", "Object"], parameters: ["client", "input", "options", "page", ...items],
    members: ["tokens", "more", "items", "length", "values"], imports: ["./models.ts", "./operations.ts"],
  },
  "src/waiters.ts": {
    ...none,
    statements: ["ImportDeclaration", "VariableStatement", "FunctionDeclaration"],
    nodes: [...names, ...modules, ...types, ...constants, ...objects, ...functions, ...arrows, ...access, ...operators, "CallExpression", "AsExpression"],
    callees: ["pollUntil", "Object.values"], methods: ["at", "map", "flatMap", "filter"], callsOperations: true,
    globals: [...typeNames, "Object"], parameters: ["client", "input", "options", "output", ...items],
    members: ["name", "delayMs", "maxWaitMs", "acceptors", "state", "status", "error", "at", "is", "of", "length", "values"],
    literals: ["success", "failure", "retry", "all", "any"], imports: ["./models.ts", "./operations.ts"],
  },
  "src/index.ts": {
    ...none,
    statements: ["ExportDeclaration"],
    nodes: ["NamedExports", "ExportSpecifier", "Identifier", "StringLiteral"],
    imports: ["./client.ts", "./operations.ts", "./errors.ts", "./models.ts", "./pagination.ts", "./waiters.ts"],
  },
  "src/wire.ts": {
    ...none,
    statements: ["InterfaceDeclaration", "TypeAliasDeclaration"],
    nodes: [...names, ...types, "ExportKeyword", "PropertySignature", "IndexedAccessType", "IndexSignature", "Parameter", "TrueKeyword", "FalseKeyword"],
    globals: ["Record", "Omit"], parameters: ["key", "name"],
    declares: ["paths", "webhooks", "components", "operations", "$defs"],
    members: [
      "get", "put", "post", "delete", "options", "head", "patch", "trace", "parameters", "query", "header", "path", "cookie", "requestBody", "responses", "requestBodies", "headers", "content",
      "schemas", "pathItems", "default",
    ],
    literals: ["schemas", "parameters", "responses", "requestBodies", "headers"],
  },
};
