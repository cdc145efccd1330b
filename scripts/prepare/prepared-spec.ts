// What `prepare` gives: everything that later stages need to know about an API, said once and explicitly.
// `write/openapi.ts` turns it into plain OpenAPI 3.0 (`generated/openapi.json`), and `read/` reads that back unchanged.

import type { Json, JsonObject } from "../json.ts";

/** Name of a shape or exception: PascalCase, unique without regard to case, clear of reserved words. */
export type ShapeName = string;

/** Markdown, without HTML. */
export type Markdown = string;

export interface PreparedSpec {
  readonly service: Service;
  /** In the order of the document. */
  readonly operations: readonly Operation[];
  /** In the order of the document. */
  readonly shapes: Readonly<Record<ShapeName, Shape>>;
  readonly exceptions: Readonly<Record<ShapeName, ExceptionShape>>;
  /** By name, in the order of the document. */
  readonly waiters: readonly Waiter[];
}

// ---------------------------------------------------------------------------------------------------------- service

/** How requests and answers look on the wire. `rest` is any JSON API that isn't AWS's. */
export type Protocol = "aws-json-1.0" | "aws-json-1.1" | "rest-json" | "aws-query" | "ec2-query" | "rest-xml" | "rest";

export interface Service {
  /** PascalCase: `MarketplaceMetering` makes `MarketplaceMeteringClient` and `MarketplaceMeteringException`. */
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly doc: Markdown;
  readonly protocol: Protocol;
  readonly auth: Auth;
  /** As the document lists them. */
  readonly endpoints: readonly Endpoint[];
  /** Where requests go in each region: the first that fits counts. */
  readonly hosts: readonly Host[];
  /** Namespace of XML request bodies. */
  readonly xmlNamespace?: string;
  /** A JSON service that was a Query service: failures carry their old code in a header when a request asks for it. */
  readonly queryCompatible?: true;
  /** Numbers of retrying, where the service wants others than AWS's usual ones. */
  readonly retry?: Retry;
  /** `info` as it goes on in the prepared spec: contact, licence, terms of service and upstream's own extensions. */
  readonly info: JsonObject;
  readonly externalDocs?: { readonly url: string; readonly description?: string };
}

export interface Retry {
  readonly maxAttempts: number;
  /** What the waits after transient failures grow from. */
  readonly baseDelayMs: number;
}

export type Auth =
  | { readonly kind: "sigv4"; readonly signingName: string; readonly scheme: string }
  | { readonly kind: "none" }
  /** A scheme that the caller serves through headers: bearer tokens, API keys, basic. */
  | { readonly kind: "headers"; readonly schemes: JsonObject; readonly security: Json };

export interface Endpoint {
  /** `aws`, `aws-cn` … for services with regions; `default` for all others. */
  readonly partition: string;
  /** https URL, with `{region}` where the region goes; no trailing slash. */
  readonly url: string;
  readonly description?: string;
  /** Regions that the document lists. */
  readonly regions: readonly string[];
  readonly defaultRegion?: string;
}

/** Where a service lives, in some regions. */
export interface Host {
  /** A region, or how regions begin; all of them when absent. */
  readonly regions?: string;
  readonly variant?: "fips" | "dualstack" | "fips+dualstack";
  /** With `{region}`, and `{suffix}` or `{dualstackSuffix}`, the domain of the region's partition; absent where the service isn't. */
  readonly url?: string;
  /** What signatures name instead of the region. */
  readonly signingRegion?: string;
}

// ------------------------------------------------------------------------------------------------------- operations

export interface Operation {
  /** PascalCase, unique without regard to case. */
  readonly name: string;
  /** Key under `paths`: the wire path where that is unique, else the path with upstream's fragment. */
  readonly key: string;
  readonly method: HttpMethod;
  /** Path on the wire, with labels in braces; `{Key+}` takes slashes. */
  readonly path: string;
  /** Query parameters that never change. */
  readonly query: Readonly<Record<string, string>>;
  /** Headers that never change; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** `Action` of the Query protocols. */
  readonly action?: string;
  readonly hostPrefix?: string;
  /** Member that names a bucket of S3, which has a host of its own; in the path it is the first label. */
  readonly bucket?: string;
  /** Members that hold ids of Route 53, which travel without what they are of: `Z1` for `/hostedzone/Z1`. */
  readonly ids?: readonly string[];
  readonly doc: Markdown;
  readonly deprecated?: Deprecation;
  readonly externalDocs?: string;
  readonly input?: Message;
  readonly output?: Message;
  /** Every success status that the document names; the first is the usual one. */
  readonly successStatuses: readonly number[];
  readonly errors: readonly ErrorCase[];
  /** `false` for operations that are called without a signature. */
  readonly signed: boolean;
  /** The signature doesn't cover the body. */
  readonly unsignedPayload?: true;
  readonly checksum?: Checksum;
  /** Large bodies go compressed, by gzip. */
  readonly compressed?: true;
  /** A success may turn out to be a failure once its body is read. */
  readonly errorsInSuccess?: true;
  /** Name of the root element of an XML body that isn't a payload, where it isn't `<Operation>Request`. */
  readonly xmlRoot?: string;
  /** Namespace of that element, where it isn't the service's. */
  readonly xmlNamespace?: string;
  readonly pagination?: Pagination;
  readonly requestContentType?: string;
  readonly responseContentType?: string;
  readonly examples: readonly Example[];
  /** OpenAPI tags, as grouping in the documentation. */
  readonly tags: readonly string[];
}

export type HttpMethod = "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE";

/** How an operation guards its body against damage. */
export interface Checksum {
  /** The request has to carry one. */
  readonly required?: true;
  /** Member of the input that chooses the algorithm. */
  readonly algorithmMember?: string;
  /** Member of the input that asks for the answer to be checked. */
  readonly validationMember?: string;
  /** Algorithms that the answer may be checked by. */
  readonly responseAlgorithms?: readonly string[];
}

/** How a long answer is had in pages. Members by the names that users write; paths as `member-path.ts` reads them. */
export interface Pagination {
  readonly inputTokens: readonly string[];
  /** Where the answer holds what goes into each of `inputTokens` for the next page. */
  readonly outputTokens: readonly string[];
  readonly limit?: string;
  /** Path of a boolean that says whether there is a next page. */
  readonly moreResults?: string;
  /** Paths of the lists that the pages divide; the first is what users count as items. */
  readonly results: readonly string[];
}

/** Calls an operation again and again, until its answer says that something has come about. */
export interface Waiter {
  /** PascalCase: `TableExists`. */
  readonly name: string;
  /** Name of the operation. */
  readonly operation: string;
  readonly doc: Markdown;
  readonly delaySeconds: number;
  readonly maxAttempts: number;
  /** The first that matches decides; without any, a failure ends the wait and a success calls again. */
  readonly acceptors: readonly Acceptor[];
}

export type Acceptor = { readonly state: "success" | "failure" | "retry" } & (
  | { readonly matcher: "path" | "pathAll" | "pathAny"; readonly path: string; readonly expected: string | number | boolean }
  | { readonly matcher: "status"; readonly expected: number }
  /** A failure with this code; `true` is any failure, `false` none. */
  | { readonly matcher: "error"; readonly expected: string | boolean }
);

/** What goes in or comes out of an operation. */
export type Message =
  /** A structure or union, whose members travel where their `location` says. */
  | { readonly kind: "members"; readonly shape: ShapeName; readonly required: boolean }
  /** A whole body that isn't a structure of ours: a list, a string, a blob. Outputs only. */
  | { readonly kind: "value"; readonly type: Type };

/** How a failure is recognised. Converted AWS documents invent statuses (480–489), so the wire code comes first. */
export interface ErrorCase {
  readonly exception: ShapeName;
  /** As it stands on the wire; absent where only the status tells. */
  readonly code?: string;
  /** As the document says; a class such as `4XX` is its first digit, and `default` is 0. */
  readonly documentedStatus: number;
  /** As it really arrives, where that is known. */
  readonly status?: number;
  readonly fault: "client" | "server";
  readonly retryable?: "throttling" | "transient";
  readonly doc: Markdown;
}

export interface Example {
  readonly name: string;
  readonly summary?: string;
  readonly input?: Json;
  readonly output?: Json;
}

// ----------------------------------------------------------------------------------------------------------- shapes

export type Shape = Structure | Enumeration | Union;

interface ShapeBase {
  readonly doc: Markdown;
  readonly deprecated?: Deprecation;
  readonly externalDocs?: string;
  readonly example?: Json;
}

export interface Structure extends ShapeBase {
  readonly kind: "structure";
  readonly members: readonly Member[];
  /** How XML names it. */
  readonly xml?: XmlFacts;
  /** Its members are kinds of messages that follow one another. */
  readonly eventStream?: true;
  /** One of its members is there, and no other. */
  readonly union?: true;
  /** Made from the parameters and body of an operation; it isn't a schema of its own in the prepared OpenAPI document. */
  readonly assembledFor?: string;
}

export interface Enumeration extends ShapeBase {
  readonly kind: "enumeration";
  readonly of: "string" | "integer";
  readonly values: readonly EnumerationValue[];
}

export interface EnumerationValue {
  readonly value: string | number;
  /** Identifier, unique inside the enumeration. */
  readonly name: string;
}

export interface Union extends ShapeBase {
  readonly kind: "union";
  readonly variants: readonly Type[];
  readonly discriminator?: { readonly member: string; readonly mapping: Readonly<Record<string, ShapeName>> };
}

export interface ExceptionShape extends ShapeBase {
  readonly kind: "exception";
  /** As it stands on the wire; absent where only the status tells. */
  readonly code?: string;
  /** Members beside `message`. */
  readonly members: readonly Member[];
  /** Type of the whole body, where a document describes failures by a shared schema. */
  readonly body?: Type;
  readonly fault: "client" | "server";
}

export interface Member {
  /** As users write it and as JSON carries it. */
  readonly name: string;
  readonly type: Type;
  readonly required: boolean;
  readonly doc: Markdown;
  readonly deprecated?: Deprecation;
  readonly location: Location;
  /** The client fills it with a UUID that stays the same over retries. */
  readonly idempotencyToken?: boolean;
  readonly default?: Json;
  readonly example?: Json;
  readonly readOnly?: true;
  readonly writeOnly?: true;
  readonly xml?: XmlFacts;
}

/** Where a member travels, and under which name. */
export type Location =
  | { readonly in: "body"; readonly name: string }
  | { readonly in: "path"; readonly name: string; readonly style?: string; readonly explode?: boolean }
  | { readonly in: "query"; readonly name: string; readonly style?: string; readonly explode?: boolean; readonly allowReserved?: boolean }
  | { readonly in: "header"; readonly name: string }
  /** A map whose keys are header names behind this prefix. */
  | { readonly in: "prefix"; readonly name: string }
  | { readonly in: "status" }
  /** The whole body. */
  | { readonly in: "payload"; readonly contentType?: string };

export interface XmlFacts {
  readonly name?: string;
  readonly namespace?: string;
  readonly prefix?: string;
  readonly attribute?: true;
  readonly flattened?: true;
  readonly itemName?: string;
  readonly itemNamespace?: string;
  readonly keyName?: string;
  readonly valueName?: string;
  /** How EC2's requests call it, where it isn't the name with a capital. */
  readonly queryName?: string;
}

export interface Deprecation {
  readonly message?: string;
  /** ISO date. */
  readonly since?: string;
}

// ------------------------------------------------------------------------------------------------------------ types

export type Type = TypeKind & { readonly nullable?: true };

export type TypeKind =
  | { readonly kind: "string"; readonly format?: string; readonly constraints?: Constraints }
  | { readonly kind: "integer" | "number"; readonly format?: string; readonly constraints?: Constraints }
  | { readonly kind: "boolean" }
  | { readonly kind: "timestamp"; readonly wire: TimestampFormat }
  | { readonly kind: "blob"; readonly wire: "base64" | "binary"; readonly streaming?: true; readonly constraints?: Constraints }
  /** Any value, as a text that holds its JSON. */
  | { readonly kind: "json-text" }
  /** What XML calls the inside of lists and maps stands with their member; of those inside others, here. */
  | { readonly kind: "list"; readonly of: Type; readonly constraints?: Constraints; readonly xml?: XmlFacts }
  | { readonly kind: "map"; readonly of: Type; readonly constraints?: Constraints; readonly xml?: XmlFacts }
  | { readonly kind: "shape"; readonly name: ShapeName }
  | { readonly kind: "any" }
  /** Must be left out; the reason is what the compiler shows. */
  | { readonly kind: "forbidden"; readonly reason: string };

export type TimestampFormat = "epoch-seconds" | "date-time" | "http-date";

/** Constraints in OpenAPI's own words. */
export interface Constraints {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly exclusiveMaximum?: boolean;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}
