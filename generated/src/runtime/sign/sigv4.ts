// A request, credentials and the time → a signature, by Signature Version 4, each step under its own name.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html

import * as platform from "#platform";
import type { HttpRequest } from "../call.ts";
import { refuse } from "../errors.ts";
import type { Canonical } from "./canonical.ts";

/** What a service wants of its signatures. What is left out follows from the signing name: S3 differs from all others. */
export interface Signing {
  readonly signingName: string;
  readonly region: string;
  /** Encode the path once more before signing, as every service but S3 wants it. */
  readonly doubleEncodePath?: boolean;
  /** Remove dot segments and empty segments from the path before signing, as every service but S3 wants it. */
  readonly normalizePath?: boolean;
  /** Leave the body out of the signature; then only TLS protects it. */
  readonly unsignedPayload?: boolean;
  /** Send the hash of the body as `x-amz-content-sha256`, too. */
  readonly contentSha256Header?: boolean;
}

export const algorithm = "AWS4-HMAC-SHA256";

/** `20150830T123600Z` */
export const amzDate = (time: number): string => new Date(time).toISOString().replace(/[-:]|\.\d+/g, "");

/** `20150830/us-east-1/service/aws4_request` */
export const credentialScope = (date: string, { region, signingName }: Signing): string =>
  `${date.slice(0, 8)}/${region}/${signingName}/aws4_request`;

/** Headers that are changed or added by what lies between client and service. */
const changedOnTheWay =
  /^(cache-control|expect|from|keep-alive|max-forwards|pragma|referer|te|trailer|upgrade|user-agent|x-amzn-trace-id|(proxy|sec)-.*)$/;

/** Refuses headers that only the signature itself may set. */
export function refuseOwn(headers: HttpRequest["headers"]): void {
  for (const name of ["authorization", "host", "x-amz-content-sha256", "x-amz-date", "x-amz-security-token"]) {
    if (name in headers) refuse(`the header ${name} can't be set`);
  }
}

/** Chooses the names of the headers to sign, in order. */
export function headersToSign(names: readonly string[]): string[] {
  return names
    .filter((name) => !changedOnTheWay.test(name))
    .concat("host")
    .sort();
}

/** The canonical request: what client and service must agree on, to the byte. `list` holds the names, joined. */
export function canonicalRequest(request: HttpRequest, names: readonly string[], list: string, hash: string, canonical: Canonical): string {
  const { method, path, query, host, headers } = request;
  let text = `${method}\n${canonical.path(path)}\n${canonical.query(query)}\n`;
  // The host travels beside the headers.
  for (const name of names) text += `${name}:${canonical.value(headers[name] ?? host)}\n`;
  return `${text}\n${list}\n${hash}`;
}

/** The string to sign. */
export const stringToSign = (date: string, scope: string, canonical: string): string =>
  `${algorithm}\n${date}\n${scope}\n${platform.sha256Hex(canonical)}`;

/** The signing key: HMAC upon HMAC over date, region, service and `aws4_request`. */
export const signingKey = (secretAccessKey: string, scope: string): Uint8Array =>
  scope
    .split("/")
    .reduce<string | Uint8Array>((key, part) => platform.hmac(key)(part), `AWS4${secretAccessKey}`) as Uint8Array;
