// How a call went with both clients → sentences about what differs, each with the name of what it is about.

import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { crc32 } from "node:zlib";
import { canonicalBody } from "../protocols/bodies.ts";
import type { Outcome, Went } from "./clients.ts";
import type { Sent } from "./wire.ts";

/** `{ about: "header x-amz-acl", … }` */
export interface Difference {
  readonly about: string;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/**
 * Headers that aren't compared, and why. All others have to be there with both clients, with the same values.
 * Whether what they say about the request is true, the signature's verification sees.
 */
const notCompared: Readonly<Record<string, string>> = {
  "authorization": "holds the time; its credential scope is compared, and both signatures are verified",
  "x-amz-date": "the time of each request",
  "user-agent": "names the client",
  "x-amz-user-agent": "names the client",
  "amz-sdk-invocation-id": "random, once a call",
  "amz-sdk-request": "counts attempts for AWS's statistics, and doesn't say the same for one attempt and for three",
  "connection": "belongs to the connection",
  "transfer-encoding": "how Node sends a body whose length it isn't told; what arrives is compared",
  "content-length": "follows from the body, which is compared; signed or not, a service can't be told another",
  "accept": "asks for what the service answers in any case",
  "x-amz-content-sha256": "as the hash of the body only S3 wants it; for other services it is part of the signature, which is verified. Anything else that it says is compared",
  "expect": "asks the service to look at the headers before a large body is sent",
};

export function differences(ours: Went, theirs: Went, { isS3, comparesOutcome }: { readonly isS3: boolean; readonly comparesOutcome: boolean }): readonly Difference[] {
  const [own] = ours.sent;
  const [other] = theirs.sent;
  if (own === undefined || other === undefined) return own === other ? differencesOfOutcomes(ours.outcome, theirs.outcome) : [{ about: "request", ours: own === undefined ? ours.outcome : "sent", theirs: other === undefined ? theirs.outcome : "sent" }];
  const [left, right] = [aspectsOf(own, isS3), aspectsOf(other, isS3)];
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return [
    ...(ours.sent.length === theirs.sent.length ? [] : [{ about: "number of requests", ours: ours.sent.length, theirs: theirs.sent.length }]),
    ...names.filter((name) => !isDeepStrictEqual(left[name], right[name])).map((about) => ({ about, ours: left[about], theirs: right[about] })),
    ...(comparesOutcome ? differencesOfOutcomes(ours.outcome, theirs.outcome) : []),
  ];
}

function differencesOfOutcomes(ours: Outcome, theirs: Outcome): readonly Difference[] {
  if (ours.kind !== theirs.kind) return [{ about: "outcome", ours, theirs }];
  const [left, right]: readonly Readonly<Record<string, unknown>>[] = [ours as never, theirs as never];
  return Object.keys(left!).filter((name) => !isDeepStrictEqual(left![name], right![name])).map((about) => ({ about, ours: left![about], theirs: right![about] }));
}

function aspectsOf({ method, target, headers, body }: Sent, isS3: boolean): Readonly<Record<string, unknown>> {
  const [path = "", ...query] = target.split("?");
  const shown = Object.entries(headers).filter(([name]) => !(name in notCompared)).map(([name, value]) => [`header ${name}`, hashShown(withoutTokens(value), body)] as const);
  const hash = hashShown(headers["x-amz-content-sha256"] ?? "", body);
  return {
    method, path: withoutTokens(path),
    // The SDK names the operation in the query of some services, for their logs.
    query: pairsOf(query.join("?")).filter(([name]) => name !== "x-id"),
    ...Object.fromEntries(shown),
    ...(isS3 || !/^($|the hash)/.test(hash) ? { "header x-amz-content-sha256": hash } : {}),
    signature: scopeOf(headers["authorization"]),
    body: bodyShown(body, headers["content-type"]),
  };
}

/** Who signed for which service and region, without the day; every header that is compared and has to be signed is, as the verification sees. */
function scopeOf(authorization: string | undefined): string {
  const [, scope] = /Credential=[^/]+\/\d{8}\/([^,]+),/.exec(authorization ?? "") ?? [];
  return authorization === undefined ? "none" : (scope ?? authorization);
}

/** A hash depends on the order of members, which no service looks at; so what counts is that it is the body's. */
function hashShown(value: string, body: Buffer): string {
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(crc32(body));
  const hashes: Readonly<Record<string, string>> = {
    [createHash("sha256").update(body).digest("hex")]: "the hash of the body", [createHash("sha256").update(body).digest("base64")]: "the SHA256 of the body",
    [createHash("md5").update(body).digest("base64")]: "the MD5 of the body", [crc.toString("base64")]: "the CRC32 of the body",
  };
  return hashes[value] ?? value;
}

function bodyShown(body: Buffer, contentType = ""): unknown {
  const type = contentType.replace(/;.*/, "");
  const text = body.toString("utf8");
  // In a form, unlike in a query, a plus sign is a blank.
  if (/x-www-form-urlencoded$/.test(type)) return pairsOf(text.replaceAll("+", "%20"));
  const isText = /json(-1\.[01])?$|xml$/.test(type) && Buffer.from(text, "utf8").equals(body);
  if (!isText) return body.toString("latin1");
  return canonicalBody(withoutTokens(text), type.replace(/-1\.[01]$/, ""));
}

/** What is said, in an order that doesn't depend on who says it. `a` and `a=` are the same, a `+` is a plus sign. */
function pairsOf(text: string): readonly (readonly [string, string])[] {
  const pieces = text === "" ? [] : text.split("&");
  return pieces
    .map((piece) => {
      const [name = "", ...value] = piece.split("=");
      return [decodeURIComponent(name), withoutTokens(decodeURIComponent(value.join("=")))] as const;
    })
    .sort(([left, leftValue], [right, rightValue]) => (left === right ? (leftValue < rightValue ? -1 : 1) : left < right ? -1 : 1));
}

/** Tokens that a client makes up are UUIDs, another one each time. */
function withoutTokens(text: string): string {
  return text.replace(/[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}/g, "<a token>");
}
