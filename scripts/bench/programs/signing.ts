// Prints what signing a POST of 1 KB costs on Node: ours, AWS's own signer, aws4, and the least that node:crypto needs for two hashes
// and one HMAC.

import crypto from "node:crypto";
import { MarketplaceMeteringClient } from "@aws-sdk/client-marketplace-metering";
import { SignatureV4 } from "@smithy/signature-v4";
// @ts-expect-error It has no types.
import aws4 from "aws4";
import { plain } from "../../../generated/src/runtime/sign/canonical.ts";
import { createSigner } from "../../../generated/src/runtime/sign/signer.ts";
import { inTurns } from "./in-turns.ts";
import { credentials, region, request, signingName } from "./sample.ts";

const sign = createSigner({ region, signingName }, plain);

const { sha256: theirHash } = new MarketplaceMeteringClient({ region, credentials }).config;
const theirs = new SignatureV4({ credentials, region, service: signingName, sha256: theirHash });
const { method, host, path, headers, body } = request;
const theirRequest = { ...request, hostname: host, query: {}, headers: { ...headers, host } } as never;

const key = crypto.createSecretKey(Buffer.alloc(32, 1));
const sha256: (data: string) => string = "hash" in crypto ? (data) => crypto.hash("sha256", data) : (data) => crypto.createHash("sha256").update(data).digest("hex");
const canonical = "x".repeat(430);
const text = "x".repeat(135);

const costs = await inTurns(
  {
    least: { times: 3_000, run: () => [sha256(body), sha256(canonical), crypto.createHmac("sha256", key).update(text).digest("hex")] },
    // Not awaited in Node, where the hash is no promise.
    ours: { times: 3_000, run: () => sign(request, credentials, Date.now(), plain.payload(request) as string) },
    "AWS's signer": { times: 500, run: () => theirs.sign(theirRequest) },
    aws4: { times: 1_000, run: () => aws4.sign({ service: signingName, region, method, host, path, headers: { ...headers }, body }, credentials) },
  },
  40,
);
console.log(JSON.stringify(costs));
