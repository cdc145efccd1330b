// A fact: what the model says at one place, beside what `prepare` gave for it, and what would set the document right.

import type { Json } from "../../json.ts";
import type { Writable } from "../written.ts";

export interface Fact {
  readonly kind: FactKind;
  /** For people: `GetObject`, `Bucket.CreationDate`. */
  readonly about: string;
  /** In the words of the prepared spec; undefined where there should be nothing. */
  readonly expected: Json | undefined;
  readonly said: Json | undefined;
  /** What an overlay would say. Asked for only where the two differ; may be nothing, when the document offers no place for it. */
  readonly corrections: () => readonly Correction[];
}

export interface Correction {
  readonly target: Target;
  readonly change: { readonly kind: "update"; readonly value: Writable } | { readonly kind: "remove" };
}

/** Steps from the root of the document: keys, the parameter of a name, and the item of a list of texts. */
export type Target = readonly (string | { readonly parameter: string; readonly in: string } | { readonly item: string })[];

/** Each with the sentence that an overlay gives as reason. */
export const factKinds = {
  "protocol": "The model's protocol and jsonVersion; nothing in the document tells the versions of AWS JSON apart.",
  "signing name": "The model's signingName.",
  "service id": "The model's serviceId, which AWS's own clients are named after.",
  "xml namespace": "The model's xmlNamespace of requests.",
  "query compatible": "The model's awsQueryCompatible: failures have an older code in a header, when a request asks for it.",
  "endpoint": "The model's endpointPrefix or globalEndpoint.",
  "endpoints": "The model's rules of endpoints: hosts by region, those of FIPS and dual stack, and regions that signatures name.",
  "greedy label": "The model's requestUri: the label takes slashes.",
  "slash": "The model's requestUri: the slash at its end.",
  "constant query": "The model's requestUri.",
  "host prefix": "The model's hostPrefix.",
  "no auth": "The model's authtype `none`: the operation is called without a signature.",
  "compressed": "The model's requestcompression: large bodies go compressed.",
  "unsigned payload": "The model's authtype `v4-unsigned-body`: the signature doesn't cover the body.",
  "checksum": "The model's httpChecksum or httpChecksumRequired.",
  "errors in success": "S3 may answer 200 with a failure in the body, wherever that isn't data.",
  "root element": "The model's locationName of the input.",
  "pagination": "The model's paginators.",
  "waiter": "The model's waiters.",
  "error code": "The model's error code, which isn't the name of the shape.",
  "error status": "The model's httpStatusCode; the document's own statuses from 480 up never occur.",
  "fault": "The model says whose fault it is.",
  "retryable": "The model's retryable.",
  "event stream": "The model's eventstream: messages that follow one another.",
  "exception members": "The model's members of the exception; the document has an empty schema.",
  "member name": "The model's name of the member; the document has only its name on the wire.",
  "response header": "The model's location: the member arrives in a header.",
  "prefix map": "The model's location: each key of the map is a header that begins so.",
  "status code": "The model's location: the member is the status of the answer.",
  "payload": "The model's payload: the member is the whole body.",
  "timestamp format": "The model's timestampFormat.",
  "blob": "The model's type blob: bytes, that travel as base64 inside a body.",
  "streaming": "The model's streaming: the bytes may be too many for memory.",
  "json value": "The model's jsonvalue: a text that holds JSON.",
  "any value": "The model's document: any value of JSON.",
  "inlined structure": "The model's shape, which is a component of the document, too; it was written out here without what is required.",
  "idempotency token": "The model's idempotencyToken.",
  "required": "The model's required.",
  "wire name": "The model's locationName.",
  "namespace": "The model's xmlNamespace of the member.",
  "attribute": "The model's xmlAttribute.",
  "flattened": "The model's flattened: the items follow one another without a wrapper.",
  "item name": "The model's locationName of the list's items.",
  "key and value names": "The model's locationName of the map's keys and values.",
  "query name": "The model's queryName.",
} as const satisfies Record<string, string>;

export type FactKind = keyof typeof factKinds;

export function isRight(fact: Fact): boolean {
  return canonical(fact.expected) === canonical(fact.said);
}

/** The same text for objects that differ in the order of their keys only. */
function canonical(value: Json | undefined): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1))) : inner,
  );
}

export function update(target: Target, value: Writable): readonly Correction[] {
  return [{ target, change: { kind: "update", value } }];
}
