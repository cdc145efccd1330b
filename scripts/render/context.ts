// What templates see. The names of the first part are openapi-generator's, whose engine gives the same values; those of the
// second part are ours and reach both engines as `x-ts-…` extensions. Every text is safe for its place.

import type { MarkdownCell } from "./safe/markdown.ts";
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
  /** The same for a comment of code. */
  readonly titleInComment: CommentLine;
  readonly doc: readonly CommentLine[];
  readonly markdown: MarkdownBlock;
  readonly summary: MarkdownLine;
  /** One line for a comment: where the files come from. */
  readonly source: CommentLine;
  readonly packageName: MarkdownLine;
  readonly packageNameLiteral: Literal;
  /** `"@countersign/marketplace-metering/node"` */
  readonly nodeEntryLiteral: Literal;
  readonly packageVersion: MarkdownLine;
  /** `package.json`, whole. */
  readonly packageJson: JsonText;
  readonly userAgent: Literal;
  /** A function that gives the URL in a region. */
  readonly url: Expression;
  /** The URL is the same in every region but for the region's name. */
  readonly isRegional: boolean;
  /** It is not; then these are rows that say which one counts where. */
  readonly hasHosts: boolean;
  readonly hosts: readonly Expression[];
  /** Bodies travel as streams. */
  readonly hasStreams: boolean;
  /** Clients may ask for endpoints of FIPS or of two IP versions. */
  readonly hasVariants: boolean;
  /** The service wants other numbers of retrying than others. */
  readonly hasRetry: boolean;
  readonly retry: Expression;
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
    readonly pathStyle: boolean;
    /** Bodies go out as streams, or come in as such. */
    readonly streamable: boolean;
    readonly streamedBody: boolean;
    /** What `operations.ts` puts around the protocol for some operations, and parts of it that are enough for some. */
    readonly protocols: readonly ProtocolPartView[];
    /** Whether an operation speaks the service's whole protocol. */
    readonly protocol: boolean;
    readonly errorModels: readonly Identifier[];
    /** `models.ts` names reasons for members that must be left out. */
    readonly forbidden: boolean;
  };
  readonly hasModels: boolean;
  readonly hasShapes: boolean;
  /** Module of the runtime that knows the descriptions of `shapes.ts`, and the type of these. */
  readonly shapeModule: FileName;
  readonly shapeType: Identifier;
  readonly hasExceptions: boolean;
  readonly exceptions: readonly Identifier[];
  readonly types: readonly Identifier[];
  readonly values: readonly Identifier[];
  readonly functions: readonly Identifier[];
  readonly guards: readonly Identifier[];
  /** Functions of `pagination.ts`, and what it imports. */
  readonly pages: readonly PagesView[];
  readonly hasPageItems: boolean;
  readonly pageModels: readonly Identifier[];
  readonly pageOperations: readonly Identifier[];
  /** Functions of `waiters.ts`, and what it imports. */
  readonly waits: readonly WaitView[];
  readonly waitModels: readonly Identifier[];
  readonly waitOperations: readonly Identifier[];
  readonly auth: { readonly signed: boolean; readonly signingName: Literal };
  readonly docs: PackageDocs;
}

/** A function that gives page after page. */
export interface PagesView {
  readonly functionName: Identifier;
  readonly constant: Identifier;
  readonly operationFunction: Identifier;
  /** The operation's name, for a comment. */
  readonly nameLiteral: CommentLine;
  readonly inputType: TypeText;
  readonly inputOptional: boolean;
  readonly pageType: TypeText;
  readonly hasItems: boolean;
  readonly itemType: TypeText;
  /** An object literal of members for the next input, about `page`. */
  readonly tokens: Expression;
  readonly hasMore: boolean;
  readonly more: Expression;
  readonly items: Expression;
}

/** A function that waits. */
export interface WaitView {
  readonly doc: readonly CommentLine[];
  readonly functionName: Identifier;
  readonly constant: Identifier;
  readonly operationFunction: Identifier;
  readonly nameLiteral: Literal;
  readonly hasInput: boolean;
  readonly inputType: TypeText;
  readonly inputOptional: boolean;
  readonly outputType: TypeText;
  /** What was waited for may be told by a failure, so that there is no answer to give back. */
  readonly mayFail: boolean;
  readonly resultType: TypeText;
  readonly delayMs: Literal;
  readonly maxWaitMs: Literal;
  readonly acceptors: readonly Expression[];
}

export interface ProtocolView {
  /** Module below `runtime/protocols/`. */
  readonly module: FileName;
  /** What the module exports. */
  readonly name: Identifier;
  /** How it is used: `awsJson11`. */
  readonly expression: Expression;
  readonly queryCompatible: boolean;
}

/** Something of the runtime that is a protocol, or gives one something more. */
export interface ProtocolPartView {
  readonly name: Identifier;
  /** Module below `runtime/`. */
  readonly module: FileName;
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
  /** What XML calls them and the element itself, each a property of the description. */
  readonly shapeNames: readonly { readonly key: PropertyKey; readonly expression: Expression }[];
  /** Exceptions: type of the whole body, where a document shares one. */
  readonly hasBody: boolean;
  readonly body: TypeText;
  readonly nameLiteral: Literal;
  /** Exceptions that have a name on the wire; `namedByCode` when it is their own. */
  readonly hasCode: boolean;
  readonly codeLiteral: Literal;
  readonly namedByCode: boolean;
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
  /** It is only a part of the service's protocol, or something stands around that. */
  readonly hasOwnProtocol: boolean;
  readonly protocol: Expression;
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
  /** A body is sent even when no member is there to travel in it. */
  readonly sendsBody: boolean;
  /** Element that holds an XML body, when it isn't `<Operation>Request`. */
  readonly hasRoot: boolean;
  readonly root: Literal;
  /** A success may turn out to be a failure once its body is read. */
  readonly errorsInSuccess: boolean;
  readonly hasAnswer: boolean;
  readonly answer: Literal;
  /** Called without a signature, where others are signed. */
  readonly isUnsigned: boolean;
  readonly compressed: boolean;
  readonly nulls: boolean;
  readonly signed: boolean;
  readonly docs: OperationDocs;
}

// ------------------------------------------------------------------------------------------------------ documentation

export interface PackageDocs {
  readonly apiVersion: MarkdownLine;
  readonly hasExternalDocs: boolean;
  readonly externalDocs: MarkdownLine;
  readonly hasEndpoints: boolean;
  readonly endpoints: readonly { readonly partition: MarkdownCell; readonly url: MarkdownCell; readonly regions: MarkdownCell }[];
  /** `AWS JSON 1.1` */
  readonly protocol: MarkdownLine;
  readonly signingName: MarkdownLine;
  /** What callers have to send themselves. */
  readonly hasCallerAuthorization: boolean;
  readonly callerAuthorization: MarkdownLine;
  readonly hasTimestamps: boolean;
  readonly hasEpochSeconds: boolean;
  readonly hasBlobs: boolean;
  readonly hasTokens: boolean;
  readonly maxAttempts: MarkdownCell;
  readonly baseDelayMs: MarkdownCell;
  readonly hasEnumeration: boolean;
  /** An enumeration to show how enumerations are used. */
  readonly enumeration: Identifier;
  readonly enumerationValue: Expression;
  /** Requests have a region: in their address, in their signature. */
  readonly hasRegion: boolean;
  /** Options that every client needs, without braces: `region: "us-east-1"`. */
  readonly hasOptions: boolean;
  readonly options: Expression;
  /** `new MarketplaceMeteringClient({ region: "us-east-1" })` */
  readonly newClient: Expression;
  readonly connect: Expression;
  readonly hasCall: boolean;
  /** The call that the package's README shows. */
  readonly call: CallDocs;
  /** `null` isn't the same as absent. */
  readonly tellsNull: boolean;
  /** A program that goes through pages, and one that waits. */
  readonly hasPages: boolean;
  readonly pages: Expression;
  readonly hasWaits: boolean;
  readonly waits: Expression;
  readonly license: MarkdownLine;
}

/** One call, for all programs that make it. */
export interface CallDocs {
  readonly functionName: Identifier;
  /** Of its section in the page of the service. */
  readonly anchor: FileName;
  /** What goes between the parentheses of the method, as at the beginning of a line. */
  readonly arguments: Expression;
  /** The same, followed by a comma: options of the call come next. */
  readonly argumentsAnd: Expression;
  /** For lines that are indented by two. */
  readonly argumentsInside: Expression;
  readonly argumentsAndInside: Expression;
  readonly hasInput: boolean;
  readonly hasOutput: boolean;
  readonly errorType: Identifier;
  /** A documented exception that shows how failures are told apart. */
  readonly hasCaught: boolean;
  readonly caught: Identifier;
  readonly caughtLiteral: Literal;
  /** What it says, as lines of a comment. */
  readonly caughtWhen: readonly CommentLine[];
}

export interface ModelDocs {
  readonly summary: MarkdownCell;
  readonly markdown: MarkdownBlock;
  readonly hasDeprecation: boolean;
  readonly deprecation: MarkdownLine;
  readonly hasExternalDocs: boolean;
  readonly externalDocs: MarkdownLine;
  /** Some members don't travel in the body. */
  readonly hasLocations: boolean;
  readonly values: readonly { readonly name: MarkdownCell; readonly value: MarkdownCell }[];
  readonly variants: readonly { readonly type: MarkdownCell; readonly description: MarkdownCell; readonly guard: MarkdownCell; readonly condition: MarkdownCell }[];
  readonly hasGuards: boolean;
  readonly hasDiscriminator: boolean;
  readonly discriminator: MarkdownLine;
  /** Unions: the members of all forms. */
  readonly members: readonly MemberDocs[];
  /** Operations and models that use it, linked. */
  readonly usedBy: readonly MarkdownLine[];
  readonly hasExample: boolean;
  /** A complete module. */
  readonly example: Expression;
  readonly hasJson: boolean;
  readonly json: JsonText;
  /** Exceptions: which operations throw it. */
  readonly thrownBy: readonly { readonly operation: MarkdownCell; readonly status: MarkdownCell; readonly arrives: MarkdownCell; readonly retried: MarkdownCell }[];
  readonly isServerFault: boolean;
  /** Exceptions: HTTP statuses that really arrive. */
  readonly statuses: MarkdownCell;
  /** Exceptions: whether and why they are retried. */
  readonly retried: MarkdownCell;
  readonly hasBody: boolean;
  readonly body: MarkdownLine;
}

export interface MemberDocs {
  readonly name: MarkdownCell;
  /** Linked. */
  readonly type: MarkdownCell;
  readonly required: MarkdownCell;
  readonly constraints: MarkdownCell;
  readonly location: MarkdownCell;
  readonly description: MarkdownCell;
}

export interface OperationDocs {
  readonly anchor: FileName;
  /** `POST /` with the constant headers or query that tell operations apart. */
  readonly request: MarkdownCell;
  readonly summary: MarkdownCell;
  readonly markdown: MarkdownBlock;
  readonly hasDeprecation: boolean;
  readonly deprecation: MarkdownLine;
  readonly hasExternalDocs: boolean;
  readonly externalDocs: MarkdownLine;
  readonly methodSignature: Expression;
  readonly functionSignature: Expression;
  readonly examples: readonly ExampleDocs[];
  readonly input: MarkdownLine;
  readonly members: readonly MemberDocs[];
  readonly hasLocations: boolean;
  readonly hasOutput: boolean;
  readonly output: MarkdownLine;
  readonly outputSummary: MarkdownLine;
  readonly authorization: MarkdownCell;
  readonly requestContentType: MarkdownCell;
  readonly responseContentType: MarkdownCell;
  readonly wireHeaders: readonly { readonly name: MarkdownCell; readonly value: MarkdownCell; readonly origin: MarkdownCell }[];
  readonly responses: readonly ResponseDocs[];
  /** The document's statuses aren't all those that arrive. */
  readonly hasOtherStatuses: boolean;
  readonly hasErrors: boolean;
}

export interface ExampleDocs {
  readonly hasTitle: boolean;
  readonly title: MarkdownLine;
  /** A complete program. */
  readonly code: Expression;
  readonly hasAnswer: boolean;
  /** What the program prints, as JSON. */
  readonly answer: JsonText;
}

export interface ResponseDocs {
  /** As the document says. */
  readonly status: MarkdownCell;
  /** As it really arrives. */
  readonly arrives: MarkdownCell;
  /** Linked exception or output. */
  readonly type: MarkdownCell;
  readonly description: MarkdownCell;
  readonly retried: MarkdownCell;
}
