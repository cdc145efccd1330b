// Prints what signing a POST of 1 KB costs on Web standards alone: ours, and aws4fetch. aws4, which needs Node, is there to compare.

// @ts-expect-error It has no types.
import aws4 from "aws4";
import { AwsV4Signer } from "aws4fetch";
import { plain } from "../../../generated/src/runtime/sign/canonical.ts";
import { createSigner } from "../../../generated/src/runtime/sign/signer.ts";
import { inTurns } from "./in-turns.ts";
import { credentials, region, request, signingName } from "./sample.ts";

const sign = createSigner({ region, signingName }, plain);
const { method, headers, body, host, path } = request;
const url = `${request.protocol}//${host}${path}`;
const cache = new Map<string, ArrayBuffer>();

const costs = await inTurns(
  {
    ours: { times: 1_000, run: async () => sign(request, credentials, Date.now(), await plain.payload(request)) },
    aws4fetch: { times: 200, run: () => new AwsV4Signer({ ...credentials, region, service: signingName, method, url, headers, body, cache }).sign() },
    aws4: { times: 1_000, run: () => aws4.sign({ service: signingName, region, method, host, path, headers: { ...headers }, body }, credentials) },
  },
  40,
);
console.log(JSON.stringify(costs));
