// What templates see. The names of the first part are openapi-generator's, whose engine gives the same values; those of the
// second part are ours and reach both engines as `x-ts-…` extensions. Every text is safe for its place.

import type { CommentLine, Expression, FileName, Identifier, JsonText, Literal, MarkdownBlock, MarkdownLine, PropertyKey, TypeText } from "./safe/safe.ts";

// -------------------------------------------------------------------------------------- openapi-generator's own names

/** A supporting file sees all models and operations at once. */
export interface TemplateContext {
  readonly models: readonly { readonly model: ModelContext }[];
  readonly apiInfo: { readonly apis: readonly { readonly operations: { readonly operation: readonly OperationContext[] } }[] };
  readonly openAPI: { readonly extensions: { readonly "x-ts-package": PackageView } };
}

/** One schema: a structure, an enumeration, a union or an exception. Sorted by `classname`. */
export interface ModelContext {
  readonly classname: Identifier;
  /** Members, in the order of the document. */
  readonly vars: readonly MemberContext[];
  readonly vendorExtensions: { readonly "x-ts-model": ModelView };
}

export interface MemberContext {
  readonly required: boolean;
  readonly vendorExtensions: { readonly "x-ts-member": MemberView };
}

/** One operation. Sorted by `operationId`. */
export interface OperationContext {
  /** `opBatchMeterUsage`, a key that no engine changes. What templates print is `x-ts-operation.name`. */
  readonly operationId: Identifier;
  readonly httpMethod: Identifier;
  readonly vendorExtensions: { readonly "x-ts-operation": OperationView };
}

// ------------------------------------------------------------------------------------------------------------ our own

export interface PackageView {
  /** `MarketplaceMetering` */
  readonly service: Identifier;
  /** `marketplaceMetering` */
  readonly variable: Identifier;
  /** `MarketplaceMeteringClient` */
  readonly client: Identifier;
  /** `MarketplaceMeteringException` */
  readonly exception: Identifier;
  readonly title: MarkdownLine;
  readonly doc: readonly CommentLine[];
  readonly markdown: MarkdownBlock;
  readonly summary: MarkdownLine;
  /** One line for a comment: where the files come from. */
  readonly source: CommentLine;
  readonly apiVersion: Literal;
  readonly packageName: MarkdownLine;
  readonly packageNameLiteral: Literal;
  readonly packageVersion: MarkdownLine;
  /** `package.json`, whole. */
  readonly packageJson: JsonText;
  readonly userAgent: Literal;
  readonly endpoints: readonly { readonly partition: PropertyKey; readonly url: Literal }[];
  /** The URL has a `{region}` in it. */
  readonly regional: boolean;
  /** A region of the document, for examples. */
  readonly exampleRegion: Literal;
  readonly protocol: ProtocolView;
  /** What `operations.ts`, `errors.ts` and `shapes.ts` import. */
  readonly imports: {
    readonly models: readonly Identifier[];
    readonly shapes: readonly Identifier[];
    readonly scalars: readonly Identifier[];
    readonly operationScalars: readonly Identifier[];
    readonly errorModels: readonly Identifier[];
    /** `models.ts` names reasons for members that must be left out. */
    readonly forbidden: boolean;
  };
  readonly hasModels: boolean;
  readonly hasShapes: boolean;
  readonly hasExceptions: boolean;
  readonly exceptions: readonly Identifier[];
  readonly types: readonly Identifier[];
  readonly values: readonly Identifier[];
  readonly functions: readonly Identifier[];
  readonly guards: readonly Identifier[];
  readonly auth: { readonly signed: boolean; readonly signingName: Literal };
  readonly docs: PackageDocs;
}


export interface ProtocolView {
  /** Module below `runtime/protocols/`. */
  readonly module: FileName;
  /** What the module exports. */
  readonly name: Identifier;
  /** How it is used: `awsJson11`. */
  readonly expression: Expression;
}

export interface ModelView {
  readonly doc: readonly CommentLine[];
  readonly structure: boolean;
  readonly enumeration: boolean;
  readonly union: boolean;
  readonly exception: boolean;
  readonly values: readonly { readonly key: PropertyKey; readonly literal: Literal; readonly last: boolean }[];
  /** `string` or `number`; an enumeration stays open. */
  readonly base: TypeText;
  readonly variants: readonly TypeText[];
  /** Unions: functions that tell the variants apart. */
  readonly guards: readonly GuardView[];
  /** Constant in `shapes.ts`, for models that change form on the wire. */
  readonly hasShape: boolean;
  readonly shape: Identifier;
  readonly shapeMembers: readonly { readonly key: PropertyKey; readonly expression: Expression }[];
  /** Exceptions: type of the whole body, where a document shares one. */
  readonly hasBody: boolean;
  readonly body: TypeText;
  readonly nameLiteral: Literal;
  readonly docs: ModelDocs;
}

export interface GuardView {
  readonly functionName: Identifier;
  readonly variant: Identifier;
  /** About `value`. */
  readonly condition: Expression;
}

export interface MemberView {
  readonly key: PropertyKey;
  readonly type: TypeText;
  readonly doc: readonly CommentLine[];
  readonly docs: MemberDocs;
}

export interface OperationView {
  readonly doc: readonly CommentLine[];
  readonly methodDoc: readonly CommentLine[];
  readonly name: Identifier;
  readonly nameLiteral: Literal;
  readonly functionName: Identifier;
  readonly constant: Identifier;
  readonly method: Literal;
  readonly path: Literal;
  readonly hasInput: boolean;
  readonly inputType: TypeText;
  /** No member is required: the input may be left out. */
  readonly inputOptional: boolean;
  readonly outputType: TypeText;
  readonly headers: readonly { readonly key: PropertyKey; readonly value: Literal }[];
  readonly query: readonly { readonly key: PropertyKey; readonly value: Literal }[];
  readonly request: readonly { readonly key: PropertyKey; readonly place: Expression }[];
  readonly response: readonly { readonly key: PropertyKey; readonly place: Expression }[];
  readonly hasInputShape: boolean;
  readonly inputShape: Expression;
  readonly hasOutputShape: boolean;
  readonly outputShape: Expression;
  readonly hasAnswer: boolean;
  readonly answer: Literal;
  readonly hasToken: boolean;
  readonly token: Literal;
  readonly signed: boolean;
  readonly docs: OperationDocs;
}

// ------------------------------------------------------------------------------------------------------ documentation

export interface PackageDocs {
  readonly hasExternalDocs: boolean;
  readonly externalDocs: MarkdownLine;
  readonly endpoints: readonly { readonly partition: MarkdownLine; readonly url: MarkdownLine; readonly regions: MarkdownLine }[];
  readonly authorization: MarkdownLine;
  /** The operation that the package's README begins with. */
  readonly first: Identifier;
  readonly license: MarkdownLine;
}

export interface ModelDocs {
  readonly markdown: MarkdownBlock;
  readonly kind: MarkdownLine;
  readonly example: JsonText;
  readonly hasExample: boolean;
  readonly values: readonly { readonly value: MarkdownLine; readonly name: MarkdownLine }[];
  readonly variants: readonly MarkdownLine[];
  /** Operations that take, give or throw it, linked. */
  readonly usedBy: readonly MarkdownLine[];
}

export interface MemberDocs {
  readonly name: MarkdownLine;
  /** Linked. */
  readonly type: MarkdownLine;
  readonly description: MarkdownLine;
  readonly constraints: MarkdownLine;
  readonly required: MarkdownLine;
  readonly location: MarkdownLine;
}

export interface OperationDocs {
  /** `POST /` with the constant headers or query that tell operations apart. */
  readonly request: MarkdownLine;
  readonly summary: MarkdownLine;
  readonly markdown: MarkdownBlock;
  readonly signature: Expression;
  /** A complete program. */
  readonly example: Expression;
  readonly examples: readonly { readonly title: MarkdownLine; readonly code: Expression }[];
  readonly members: readonly MemberDocs[];
  readonly inputLink: MarkdownLine;
  readonly outputLink: MarkdownLine;
  readonly authorization: MarkdownLine;
  readonly requestContentType: MarkdownLine;
  readonly responseContentType: MarkdownLine;
  readonly wireHeaders: readonly { readonly name: MarkdownLine; readonly value: MarkdownLine }[];
  readonly responses: readonly ResponseDocs[];
}

export interface ResponseDocs {
  /** As the document says. */
  readonly status: MarkdownLine;
  /** As it really arrives. */
  readonly arrives: MarkdownLine;
  readonly description: MarkdownLine;
  /** Linked exception or output. */
  readonly type: MarkdownLine;
}
