// A request, credentials and the time → the request with its signature in the `authorization` header.

import { platform } from "#platform";
import type { HttpRequest } from "../call.ts";
import type { Credentials } from "../credentials.ts";
import * as sigv4 from "./sigv4.ts";

/** Signs at a time, in milliseconds, with the hash that `payloadHash` gives. */
export type Signer = (request: HttpRequest, credentials: Credentials, time: number, hash: string) => HttpRequest;

/** A signer that remembers what stays the same from one request to the next: date, scope, key and choice of headers. */
export function createSigner(signing: sigv4.Signing): Signer {
  const sendHash = signing.contentSha256Header ?? (signing.unsignedPayload || sigv4.isS3(signing));
  let second = 0;
  let date: string;
  let scope: string;
  let secret: string;
  let keyScope: string;
  let hmac: (text: string) => string;
  let names: readonly string[] = [];
  let plan: sigv4.HeaderPlan | undefined;
  let withToken: boolean;

  return (request, { accessKeyId, secretAccessKey, sessionToken }, time, hash) => {
    const now = Math.floor(time / 1000);
    if (now !== second) {
      second = now;
      date = sigv4.amzDate(time);
      scope = sigv4.credentialScope(date, signing);
    }
    if (secretAccessKey !== secret || scope !== keyScope)
      hmac = platform.hmacHexWith(sigv4.signingKey((secret = secretAccessKey), (keyScope = scope)));

    const signToken = !!sessionToken && !signing.tokenAfterSigning;
    const given = Object.keys(request.headers);
    if (!plan || withToken !== signToken || given.length !== names.length || given.some((name, i) => name !== names[i])) {
      const ours = ["x-amz-date"];
      if (sendHash) ours.push("x-amz-content-sha256");
      if (signToken) ours.push("x-amz-security-token");
      plan = sigv4.planHeaders(given, ours, signing);
      withToken = signToken;
      names = given;
    }

    // V8 takes ten times as long to add to a spread object.
    const headers: Record<string, string> = Object.assign({}, request.headers);
    headers["x-amz-date"] = date;
    if (sendHash) headers["x-amz-content-sha256"] = hash;
    if (sessionToken) headers["x-amz-security-token"] = sessionToken;
    const signed = { ...request, headers };
    const text = sigv4.stringToSign(date, scope, sigv4.canonicalRequest(signed, plan, hash, signing));
    headers["authorization"] =
      `${sigv4.algorithm} Credential=${accessKeyId}/${scope}, SignedHeaders=${plan.signedHeaders}, Signature=${hmac(text)}`;
    return signed;
  };
}
