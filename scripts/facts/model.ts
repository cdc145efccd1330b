// AWS's own description of a service, in the format of botocore's `service-2.json`, with its pages and waiters.

import type { JsonObject } from "../json.ts";

/** A model and what lies beside it. */
export interface Model {
  readonly metadata: Metadata;
  readonly documentation: string;
  readonly operations: Readonly<Record<string, ModelOperation>>;
  readonly shapes: Readonly<Record<string, ModelShape>>;
  readonly paginators: Readonly<Record<string, ModelPaginator>>;
  readonly waiters: Readonly<Record<string, ModelWaiter>>;
  /** Rules of its endpoints, where they lie beside the model. */
  readonly endpointRules?: JsonObject;
}

export interface Metadata {
  readonly apiVersion: string;
  readonly endpointPrefix: string;
  readonly protocol: string;
  /** All protocols that the service speaks, the best first. */
  readonly protocols?: readonly string[];
  readonly jsonVersion?: string;
  readonly targetPrefix?: string;
  readonly serviceFullName: string;
  readonly serviceId?: string;
  readonly signatureVersion?: string;
  readonly signingName?: string;
  readonly globalEndpoint?: string;
  readonly xmlNamespace?: string;
  readonly auth?: readonly string[];
  readonly awsQueryCompatible?: object;
}

export interface ModelOperation {
  readonly name: string;
  readonly http: { readonly method: string; readonly requestUri: string; readonly responseCode?: number };
  readonly input?: ModelMessage;
  readonly output?: ModelMessage;
  readonly errors?: readonly { readonly shape: string }[];
  readonly documentation?: string;
  readonly documentationUrl?: string;
  readonly deprecated?: boolean;
  readonly deprecatedMessage?: string;
  readonly deprecatedSince?: string;
  readonly endpoint?: { readonly hostPrefix?: string };
  /** `none`, or `v4-unsigned-body`. */
  readonly authtype?: string;
  readonly auth?: readonly string[];
  readonly unsignedPayload?: boolean;
  readonly requestcompression?: { readonly encodings: readonly string[] };
  readonly httpChecksumRequired?: boolean;
  readonly httpChecksum?: {
    readonly requestChecksumRequired?: boolean;
    readonly requestAlgorithmMember?: string;
    readonly requestValidationModeMember?: string;
    readonly responseAlgorithms?: readonly string[];
  };
}

export interface ModelMessage {
  readonly shape: string;
  readonly locationName?: string;
  readonly xmlNamespace?: XmlNamespace;
}

export type XmlNamespace = string | { readonly uri: string; readonly prefix?: string };

export type ModelShapeType = "structure" | "list" | "map" | "string" | "integer" | "long" | "float" | "double" | "boolean" | "timestamp" | "blob";

export interface ModelShape extends Deprecated {
  readonly type: ModelShapeType;
  readonly documentation?: string;
  readonly members?: Readonly<Record<string, ModelMember>>;
  readonly required?: readonly string[];
  /** Name of the member that is the whole body. */
  readonly payload?: string;
  readonly member?: ModelMember;
  readonly key?: ModelMember;
  readonly value?: ModelMember;
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly sensitive?: boolean;
  readonly flattened?: boolean;
  /** Items or values may be null. */
  readonly sparse?: boolean;
  readonly locationName?: string;
  readonly xmlNamespace?: XmlNamespace;
  readonly timestampFormat?: string;
  readonly streaming?: boolean;
  /** What the bytes or the text are. */
  readonly mediaType?: string;
  /** Holds any value. */
  readonly document?: boolean;
  readonly eventstream?: boolean;
  /** One of its members is there, and no other. */
  readonly union?: boolean;
  readonly exception?: boolean;
  readonly fault?: boolean;
  readonly error?: { readonly code?: string; readonly httpStatusCode?: number; readonly senderFault?: boolean; readonly fault?: boolean };
  readonly retryable?: { readonly throttling?: boolean };
}

export interface ModelMember extends Deprecated {
  readonly shape: string;
  readonly documentation?: string;
  readonly location?: "header" | "headers" | "uri" | "querystring" | "statusCode";
  readonly locationName?: string;
  readonly queryName?: string;
  readonly flattened?: boolean;
  readonly xmlNamespace?: XmlNamespace;
  readonly xmlAttribute?: boolean;
  readonly idempotencyToken?: boolean;
  readonly jsonvalue?: boolean;
  readonly streaming?: boolean;
}

export interface Deprecated {
  readonly deprecated?: boolean;
  readonly deprecatedMessage?: string;
  readonly deprecatedSince?: string;
}

export interface ModelPaginator {
  readonly input_token: string | readonly string[];
  readonly output_token: string | readonly string[];
  readonly limit_key?: string;
  readonly more_results?: string;
  readonly result_key?: string | readonly string[];
}

export interface ModelWaiter {
  readonly description?: string;
  readonly operation: string;
  readonly delay: number;
  readonly maxAttempts: number;
  readonly acceptors: readonly ModelAcceptor[];
}

export interface ModelAcceptor {
  readonly matcher: string;
  readonly state: "success" | "failure" | "retry";
  readonly argument?: string;
  readonly expected: string | number | boolean;
}

/** The shape of a name; models that were read have all that they mention. */
export function shapeNamed(model: Model, name: string): ModelShape {
  return model.shapes[name] ?? { type: "string" };
}

export function membersOf(shape: ModelShape | undefined): readonly (readonly [string, ModelMember])[] {
  return Object.entries(shape?.members ?? {});
}

export function namespaceUri(namespace: XmlNamespace | undefined): string | undefined {
  return typeof namespace === "string" ? namespace : namespace?.uri;
}
