// A request as it arrived, and the keys that exist → what AWS would say about its signature. The signature is computed
// anew by AWS's own signer, not by ours.

import { createHash, createHmac } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** The keys of AWS's own documentation. */
export const exampleCredentials: Credentials = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};

export interface SignedRequest {
  readonly method: string;
  /** With its query, as sent. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export interface Expectations {
  readonly credentials: readonly Credentials[];
  /** The signing name. */
  readonly service: string;
  /** Any region will do when absent. */
  readonly region?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The path is encoded once, as S3 wants it. */
  readonly isS3?: boolean;
  /** The body needn't be signed, if the request says so. */
  readonly takesUnsignedBodies?: boolean;
}

/** Why AWS refuses a request. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const algorithm = "AWS4-HMAC-SHA256";
const patienceMs = 5 * 60_000;

/** `undefined` when the signature is right. */
export async function verifySignature(request: SignedRequest, expected: Expectations): Promise<Refusal | undefined> {
  const { headers } = request;
  const { authorization } = headers;
  if (!authorization) return { status: 403, code: "MissingAuthenticationTokenException", message: "Missing Authentication Token" };

  const parts = /^AWS4-HMAC-SHA256 Credential=([^/, ]+)\/(\d{8})\/([^/, ]*)\/([^/, ]+)\/aws4_request, ?SignedHeaders=([^, ]+), ?Signature=([0-9a-f]{64})$/.exec(authorization);
  const date = headers["x-amz-date"];
  if (!parts || !date) {
    return { status: 403, code: "IncompleteSignatureException", message: `Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' of ${algorithm}, and an 'X-Amz-Date' header.` };
  }
  const [, key, day, region = "", service, names = ""] = parts;
  const credentials = expected.credentials.find(({ accessKeyId }) => accessKeyId === key);
  if (!credentials || headers["x-amz-security-token"] !== credentials.sessionToken) {
    return { status: 403, code: "UnrecognizedClientException", message: "The security token included in the request is invalid." };
  }
  if (service !== expected.service) {
    return invalid(`Credential should be scoped to correct service: '${expected.service}'.`);
  }
  if (expected.region !== undefined && region !== expected.region) {
    return invalid(`Credential should be scoped to a valid region, not '${region}'.`);
  }
  const signedAt = timeOf(date);
  if (!date.startsWith(day!) || Number.isNaN(signedAt)) return invalid("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP.");
  if (Math.abs(expected.now - signedAt) > patienceMs) {
    const [how, edge] = signedAt < expected.now ? ["expired", "earlier"] : ["not yet current", "later"];
    return invalid(`Signature ${how}: ${date} is now ${edge} than ${amzDate(expected.now)} (${amzDate(expected.now)} +/- 5 min.)`);
  }
  // What isn't signed could be changed on the way without anyone noticing.
  const signed = names.split(";");
  for (const name of Object.keys(headers)) {
    if ((name === "host" || (name.startsWith("x-amz-") && name !== "x-amz-user-agent")) && !signed.includes(name)) {
      return invalid(`'${name}' must be a 'SignedHeader' in the AWS Authorization.`);
    }
  }
  const { isS3 = false, takesUnsignedBodies = false } = expected;
  const sha256 = headers["x-amz-content-sha256"];
  const isLeftOut = takesUnsignedBodies && /^(UNSIGNED-PAYLOAD|STREAMING-UNSIGNED-PAYLOAD-TRAILER)$/.test(sha256 ?? "");
  if (sha256 !== undefined && !isLeftOut && sha256 !== createHash("sha256").update(request.body).digest("hex")) return mismatch;

  return (await authorizationFor(request, { credentials, service: service!, region, signed, signedAt, isS3 })) === authorization.replace(/, ?/g, ", ")
    ? undefined
    : mismatch;
}

const invalid = (message: string): Refusal => ({ status: 403, code: "InvalidSignatureException", message });

const mismatch: Refusal = invalid(
  "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
);

interface Scope {
  readonly credentials: Credentials;
  readonly service: string;
  readonly region: string;
  readonly signed: readonly string[];
  readonly signedAt: number;
  readonly isS3: boolean;
}

/** The `authorization` header that the request should have, by `@smithy/signature-v4`. */
async function authorizationFor({ method, path, headers, body }: SignedRequest, { credentials, service, region, signed, signedAt, isS3 }: Scope): Promise<string | undefined> {
  const url = new URL(path, "http://host");
  const query: Record<string, string[]> = {};
  for (const [name, value] of url.searchParams) (query[name] ??= []).push(value);
  const signer = new SignatureV4({ credentials, service, region, sha256: Sha256, applyChecksum: false, uriEscapePath: !isS3 });
  const given = Object.entries(headers).filter(([name]) => signed.includes(name));
  const again = await signer.sign(
    { method, protocol: "https:", hostname: headers["host"] ?? "", path: url.pathname, query, headers: Object.fromEntries(given), body },
    { signingDate: new Date(signedAt), signableHeaders: new Set(signed) },
  );
  return again.headers["authorization"];
}

/** The hash that `@smithy/signature-v4` asks for. */
export class Sha256 {
  readonly #hash;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash("sha256") : createHmac("sha256", bytesOf(secret));
  }

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(bytesOf(data));
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(new Uint8Array(this.#hash.digest()));
  }
}

function bytesOf(data: string | ArrayBuffer | ArrayBufferView): Uint8Array {
  if (typeof data === "string") return Buffer.from(data);
  return ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
}

/** `20150830T123600Z` → milliseconds since the epoch. */
function timeOf(date: string): number {
  return Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
}

function amzDate(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, "");
}
