// A request, credentials and the time → the request with its signature in the header, by Signature Version 4.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html

import { platform } from "#platform";
import type { HttpRequest } from "../call.ts";
import type { Credentials } from "../credentials.ts";
import { canonicalQuery, canonicalUri, canonicalValue } from "./canonical.ts";

/** What a service wants of its signatures. What is left out follows from the signing name: S3 differs from all others. */
export interface Signing {
  readonly signingName: string;
  readonly region: string;
  /** Encode the path once more before signing. */
  readonly doubleEncodePath?: boolean;
  /** Remove dot segments and empty segments from the path before signing. */
  readonly normalizePath?: boolean;
  /** Leave the body out of the signature; then only TLS protects it. */
  readonly unsignedPayload?: boolean;
  /** Send the hash of the body as `x-amz-content-sha256`, too. */
  readonly contentSha256Header?: boolean;
  /** Add the session token after signing, as AWS IoT wants it. */
  readonly tokenAfterSigning?: boolean;
  /** Names of headers to sign that usually aren't, since proxies change them; in lower case. */
  readonly signedHeaders?: readonly string[];
}

/** Signs requests for one service in one region. */
export interface Signer {
  /** The hash that goes into the signature; a promise where a large body is hashed sooner that way. */
  payloadHash(request: HttpRequest): string | Promise<string>;
  /** Signs in the `Authorization` header. */
  sign(request: HttpRequest, credentials: Credentials, time: number, payloadHash: string): HttpRequest;
  /** Signs in the query, for so many seconds; gives the whole query. */
  presign(request: HttpRequest, credentials: Credentials, time: number, payloadHash: string, expiresIn: number): string;
}

/** Which headers are signed, worked out once for each set of names. */
interface HeaderPlan {
  readonly given: readonly string[];
  readonly names: readonly string[];
  readonly signedHeaders: string;
}

export const algorithm = "AWS4-HMAC-SHA256";

/** Changed or added by what lies between client and service. */
const changedOnTheWay =
  /^(cache-control|connection|expect|from|keep-alive|max-forwards|pragma|referer|te|trailer|transfer-encoding|upgrade|user-agent|x-amzn-trace-id|(proxy|sec)-.*)$/;

const isS3 = (signingName: string): boolean => /^s3($|-|express$)/.test(signingName);

/** Refuses headers that would undo the signature. */
function refuseHeader(name: string): void {
  if (/^(authorization|host|x-amz-(date|security-token|content-sha256))$/.test(name))
    throw new TypeError(`The header \`${name}\` can't be set: it belongs to the signature.`);
  if (/[^\w!#$%&'*+.^`|~-]|[A-Z]|^$/.test(name))
    throw new TypeError(`The header name ${JSON.stringify(name)} can't be sent: header names are tokens in lower case.`);
}

/** `20150830T123600Z` */
function amzDate(): (time: number) => string {
  let second: number | undefined;
  let text = "";
  return (time) => {
    const now = Math.floor(time / 1000);
    if (now !== second) text = new Date((second = now) * 1000).toISOString().replace(/[-:]|\.\d+/g, "");
    return text;
  };
}

type Mac = (data: string) => string;

/** At most this many signing keys are kept for one credentials object. */
const keysPerCredentials = 16;

/** Signing keys, kept as long as their credentials. */
const signingKeys = /* @__PURE__ */ new WeakMap<Credentials, Map<string, { secret: string; mac: Mac }>>();

/** The signing key of a scope, made ready; from the cache when the secret is still the same. */
function signingKey(credentials: Credentials, scope: string): Mac {
  const secret = credentials.secretAccessKey;
  let keys = signingKeys.get(credentials);
  if (!keys) signingKeys.set(credentials, (keys = new Map()));
  const known = keys.get(scope);
  if (known?.secret === secret) return known.mac;
  if (keys.size >= keysPerCredentials) keys.clear();
  const mac = platform.hmacHexWith(deriveKey(secret, scope));
  keys.set(scope, { secret, mac });
  return mac;
}

/** HMAC after HMAC over date, region, service and `aws4_request`. */
export const deriveKey = (secretAccessKey: string, scope: string): Uint8Array =>
  scope.split("/").reduce<string | Uint8Array>(platform.hmac, `AWS4${secretAccessKey}`) as Uint8Array;

/** The string to sign. */
export const stringToSign = (date: string, scope: string, canonicalRequest: string): string =>
  `${algorithm}\n${date}\n${scope}\n${platform.sha256Hex(canonicalRequest)}`;
