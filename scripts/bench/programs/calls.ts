// Prints what a whole call to a local server costs its client, one at a time and fifty at once: over node:http and over `fetch`, bare
// and ours, and by AWS's own SDK. The bare ones send what ours sent, signature and all. The argument is the server's port.

import http from "node:http";
import { MarketplaceMeteringClient as TheirClient, ResolveCustomerCommand } from "@aws-sdk/client-marketplace-metering";
import { connect, resolveCustomer } from "../../../generated/src/index.ts";
import { inTurns, type Contender } from "./in-turns.ts";
import { credentials, region } from "./sample.ts";

const endpoint = `http://127.0.0.1:${process.argv[2]}`;
const input = { RegistrationToken: "x".repeat(900) };
const options = { region, credentials, endpoint, allowInsecure: true };

let headers: Record<string, string> = {};
const recording = connect({
  ...options,
  fetch(url, init) {
    headers = init.headers as Record<string, string>;
    return fetch(url, init);
  },
});
await resolveCustomer(recording, input);

const agent = new http.Agent({ keepAlive: true, maxSockets: 50 });
const overHttp = () =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify(input);
    const outgoing = http.request(endpoint, { agent, method: "POST", headers: { ...headers, "content-length": Buffer.byteLength(body) } }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("end", () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
      incoming.on("error", reject);
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
const overFetch = async () => (await fetch(endpoint, { method: "POST", headers, body: JSON.stringify(input) })).json();

const node = connect(options);
const web = connect({ ...options, fetch: (url, init) => fetch(url, init) });
const theirs = new TheirClient({ region, credentials, endpoint });

const calls = {
  "node:http": overHttp,
  "ours over node:http": () => resolveCustomer(node, input),
  fetch: overFetch,
  "ours over fetch": () => resolveCustomer(web, input),
  "AWS's SDK": () => theirs.send(new ResolveCustomerCommand(input)),
};

const contenders: Record<string, Contender> = {};
for (const [name, call] of Object.entries(calls)) {
  contenders[`${name}, 1`] = { times: 200, run: call };
  contenders[`${name}, 50`] = { times: 8, run: () => Promise.all(Array.from({ length: 50 }, call)) };
}
const costs = await inTurns(contenders, 12);
for (const name in costs) if (name.endsWith(" 50")) costs[name]! /= 50;
console.log(JSON.stringify(costs));
process.exit();
