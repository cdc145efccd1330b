// An exchange that says `answered by: moto` → the same with what moto really answers to its body. AWS's own signer signs
// it, so that what is recorded doesn't hang on ours.

import { request as send } from "node:http";
import { SignatureV4 } from "@smithy/signature-v4";
import { type Exchange, headerOf, type Headers, type WireResponse } from "../../test/support/exchange-file.ts";
import { host, region } from "../../test/support/frozen.ts";
import { type Credentials, Sha256 } from "../../test/support/verify-signature.ts";
import { type MotoServer, motoVersion } from "./moto-server.ts";

interface Variation {
  readonly credentials: Credentials;
  /** Changes the body once it is signed. */
  readonly tamper?: (body: string) => string;
}

/** How each exchange differs from one that is signed right. */
const variations: Readonly<Record<string, (moto: MotoServer) => Variation>> = {
  "moto-not-subscribed": ({ permitted }) => ({ credentials: permitted }),
  "moto-wrong-key": ({ permitted }) => ({ credentials: { ...permitted, secretAccessKey: "another-secret" } }),
  "moto-unknown-key": ({ permitted }) => ({ credentials: { ...permitted, accessKeyId: "AKIAI44QH8DHBEXAMPLE" } }),
  "moto-tampered-body": ({ permitted }) => ({ credentials: permitted, tamper: (body) => body.replace("42", "43") }),
  "moto-not-permitted": ({ notPermitted }) => ({ credentials: notPermitted }),
};

export async function recordMoto(exchange: Exchange, moto: MotoServer): Promise<Exchange> {
  const vary = variations[exchange.name.replace(/^.*\//, "")];
  if (!vary) throw new Error(`scripts/record/moto.ts doesn't know how to make ${exchange.name}`);
  const { credentials, tamper = (same: string) => same } = vary(moto);

  const { method, path, headers, body } = exchange.request;
  const signed = headers.filter(([name]) => /^(host|content-type|x-amz-target)$/.test(name));
  // Without x-amz-content-sha256: moto would believe it, and never look at the body.
  const signer = new SignatureV4({ credentials, region, service: "aws-marketplace", sha256: Sha256, applyChecksum: false });
  const request = { method, path, protocol: "https:", hostname: host, headers: Object.fromEntries(signed), body };
  const { headers: all } = await signer.sign(request, { signingDate: exchange.clock });

  // The same ids whatever was recorded before.
  await moto.seed();
  const answer = await exchangeWith(moto.port, all, tamper(body));
  const from = `moto ${motoVersion}, to this body, signed with a key that moto made. Its request id is replaced; headers that hold its date and its versions are left out`;
  return { ...exchange, facts: { ...exchange.facts, response: `recorded; ${from}` }, responses: [normalized(answer)] };
}

function exchangeWith(port: number, headers: Record<string, string>, body: string): Promise<WireResponse> {
  return new Promise((resolve, reject) => {
    const outgoing = send({ host: "127.0.0.1", port, method: "POST", path: "/", headers });
    outgoing.on("error", reject);
    outgoing.on("response", async (incoming) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      const raw = incoming.rawHeaders;
      resolve({
        status: incoming.statusCode ?? 0,
        reason: incoming.statusMessage ?? "",
        headers: raw.flatMap((name, at) => (at % 2 ? [] : [[name, raw[at + 1] ?? ""] as const])),
        body: Buffer.concat(chunks).toString(),
      });
    });
    outgoing.end(body);
  });
}

function normalized(answer: WireResponse): WireResponse {
  const id = headerOf(answer, "x-amzn-requestid");
  const steady = (text: string): string => (id ? text.replaceAll(id, "00000000-0000-4000-8000-000000000000") : text);
  const headers: Headers = answer.headers.filter(([name]) => !/^(date|server|connection|content-length)$/i.test(name)).map(([name, value]) => [name, steady(value)]);
  return { ...answer, headers, body: steady(answer.body) };
}
