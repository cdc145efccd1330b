// A request, credentials and the time → the request with its signature in the `authorization` header.

import * as platform from "#platform";
import type { HttpRequest } from "../call.ts";
import type { Credentials } from "../credentials.ts";
import { isS3 } from "./canonical.ts";
import {
  algorithm,
  amzDate,
  canonicalRequest,
  credentialScope,
  headersToSign,
  type Signing,
  signingKey,
  stringToSign,
} from "./sigv4.ts";

/** Signs at a time, in milliseconds, with the hash that `payloadHash` gives. */
export type Signer = (request: HttpRequest, credentials: Credentials, time: number, hash: string) => HttpRequest;

/** A signer that remembers what stays the same from one request to the next: date, scope, key and choice of headers. */
export function createSigner(signing: Signing): Signer {
  const sendHash = signing.contentSha256Header ?? (signing.unsignedPayload || isS3(signing));
  let second: number;
  let date: string;
  let scope: string;
  let secret: string;
  let keyScope: string;
  let hmac: (text: string) => string;
  let given: readonly string[];
  let signed: readonly string[];
  let list: string;
  let withToken: boolean;

  return (request, { accessKeyId, secretAccessKey, sessionToken }, time, hash) => {
    const now = Math.floor(time / 1000);
    if (now !== second) {
      second = now;
      date = amzDate(time);
      scope = credentialScope(date, signing);
    }
    if (secretAccessKey !== secret || scope !== keyScope)
      hmac = platform.hmacHexWith(signingKey((secret = secretAccessKey), (keyScope = scope)));

    const names = Object.keys(request.headers);
    if (withToken !== !!sessionToken || names.length !== given.length || names.some((name, i) => name !== given[i])) {
      const ours = ["x-amz-date"];
      if (sendHash) ours.push("x-amz-content-sha256");
      if (sessionToken) ours.push("x-amz-security-token");
      signed = headersToSign(names, ours, signing);
      list = signed.join(";");
      withToken = !!sessionToken;
      given = names;
    }

    // V8 takes ten times as long to add to a spread object.
    const headers: Record<string, string> = Object.assign({}, request.headers);
    headers["x-amz-date"] = date;
    if (sendHash) headers["x-amz-content-sha256"] = hash;
    if (sessionToken) headers["x-amz-security-token"] = sessionToken;
    const complete = { ...request, headers };
    const text = stringToSign(date, scope, canonicalRequest(complete, signed, list, hash, signing));
    headers["authorization"] =
      `${algorithm} Credential=${accessKeyId}/${scope}, SignedHeaders=${list}, Signature=${hmac(text)}`;
    return complete;
  };
}
