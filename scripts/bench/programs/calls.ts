// Prints what a whole call to a local server costs its client: over node:http or over `fetch`, bare or ours, or by AWS's own SDK. The bare
// ones send what ours sent, signature and all. Arguments: the server's port, the client, and how many calls are under way at once.

import http from "node:http";
import { MarketplaceMeteringClient as TheirClient, ResolveCustomerCommand } from "@aws-sdk/client-marketplace-metering";
import { connect, resolveCustomer } from "../../../generated/src/index.ts";
import { byItself } from "./in-turns.ts";
import { credentials, region } from "./sample.ts";

const [port = "", client = "", atOnce = "1"] = process.argv.slice(2);
const endpoint = `http://127.0.0.1:${port}`;
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
const overFetch = async (init?: RequestInit) => (await fetch(endpoint, { method: "POST", headers, body: JSON.stringify(input), ...init })).json();

const node = connect(options);
const web = connect({ ...options, fetch: (url, init) => fetch(url, init) });
const theirs = new TheirClient({ region, credentials, endpoint });

const calls: Readonly<Record<string, () => Promise<unknown>>> = {
  "node:http": overHttp,
  "ours over node:http": () => resolveCustomer(node, input),
  fetch: () => overFetch(),
  "fetch in its time": () => overFetch({ signal: AbortSignal.timeout(30_000) }),
  "ours over fetch": () => resolveCustomer(web, input),
  "AWS's SDK": () => theirs.send(new ResolveCustomerCommand(input)),
};
const call = calls[client]!;
const count = Number(atOnce);
const run = count === 1 ? call : () => Promise.all(Array.from({ length: count }, call));
const cost = await byItself({ run, times: Math.max(1, Math.round(100 / count)) }, 40);
console.log(JSON.stringify({ cpu: cost / count }));
process.exit();
