// A request as it arrived → whether two signers other than ours agree with its signature.

// @ts-expect-error It has no types.
import { sign } from "aws4";
import { expect } from "vitest";
import { headerOf, type WireRequest } from "../support/exchange-file.ts";
import { region } from "../support/frozen.ts";
import { type Credentials, verifySignature } from "../support/verify-signature.ts";

/** Fails unless AWS's own signer and aws4 both come to the same signature. */
export async function expectSignature(request: WireRequest, credentials: Credentials, now: number): Promise<void> {
  const headers = Object.fromEntries(request.headers.map(([name, value]) => [name.toLowerCase(), value]));
  const expectations = { credentials: [credentials], service: "aws-marketplace", region, now };
  expect(await verifySignature({ ...request, headers }, expectations)).toBeUndefined();
  expect(headers["authorization"]).toBe(byAws4(request, credentials));
}

function byAws4({ method, path, headers, body, ...request }: WireRequest, credentials: Credentials): string {
  const signed = /SignedHeaders=([^,]+)/.exec(headerOf({ headers }, "authorization") ?? "")?.[1]?.split(";") ?? [];
  const given = headers.filter(([name]) => signed.includes(name.toLowerCase()));
  const all: Record<string, string> = sign(
    {
      ...request,
      method,
      path,
      body,
      service: "aws-marketplace",
      region,
      headers: Object.fromEntries(given),
      // It would add the length and sign it.
      extraHeadersToIgnore: signed.includes("content-length") ? {} : { "content-length": true },
    },
    credentials,
  ).headers;
  return all["Authorization"] ?? "";
}
