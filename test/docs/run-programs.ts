// A process of its own: takes a plan on its standard input, runs programs one after the other, and prints what happened.
//
// Programs are run as they are printed. What they send to any host arrives at a server of this process, over real
// connections, by a detour below the client: `node:http` and `node:https` connect elsewhere than they were told.

import { createServer, type ClientRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { createRequire, syncBuiltinESMExports } from "node:module";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { isDeepStrictEqual } from "node:util";
import { verifySignature, type Credentials } from "../support/verify-signature.ts";

export interface Plan {
  readonly credentials: readonly Credentials[];
  readonly signingName: string;
  /** By the value of `x-amz-target`, with bodies as they travel. */
  readonly answers: Readonly<Record<string, readonly { readonly input: unknown; readonly output: unknown }[]>>;
  readonly runs: readonly Run[];
}

export interface Run {
  readonly file: string;
  /** How the server answers; as documented when absent. */
  readonly failure?: { readonly code: string; readonly status: number };
}

export interface Ran {
  /** What ended the program, when something did. */
  readonly error?: string;
  readonly logs: readonly { readonly level: string; readonly values: readonly unknown[] }[];
  readonly requests: readonly { readonly host: string; readonly headers: readonly string[]; readonly verdict: string }[];
}

const plan = JSON.parse(await text(process.stdin)) as Plan;
let failure: Run["failure"];
let requests: Ran["requests"][number][] = [];
let logs: Ran["logs"][number][] = [];

const server = createServer(async (incoming, outgoing) => {
  const body = await text(incoming);
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  // What the package's own operations don't do is a download from S3.
  const isOwn = headers["x-amz-target"] !== undefined;
  const refusal = await verifySignature({ method: incoming.method ?? "", path: incoming.url ?? "", headers, body }, { credentials: plan.credentials, service: isOwn ? plan.signingName : "s3", now: Date.now() });
  const answer = !isOwn ? { output: {} } : plan.answers[headers["x-amz-target"] ?? ""]?.find(({ input }) => isDeepStrictEqual(input, JSON.parse(body)));
  requests.push({ host: headers["host"] ?? "", headers: Object.keys(headers), verdict: refusal?.code ?? (answer === undefined ? "not documented" : "documented") });
  const [status, content] = refusal !== undefined ? [refusal.status, { __type: refusal.code }]
    : answer === undefined ? [400, { __type: "NotDocumented" }]
    : failure !== undefined ? [failure.status, { __type: failure.code, message: "As the plan says." }]
    : [200, answer.output];
  outgoing.writeHead(status, { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": "00000000-0000-4000-8000-000000000001" });
  outgoing.end(JSON.stringify(content));
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.address() as AddressInfo;

const load = createRequire(import.meta.url);
interface Requests {
  request: (options: RequestOptions, onAnswer?: (answer: IncomingMessage) => void) => ClientRequest;
}
const http = load("node:http") as Requests;
const https = load("node:https") as Requests;
// By its value: names imported from a module of Node follow what becomes of them.
const { request } = http;
const detour = (options: RequestOptions) => request({ ...options, protocol: "http:", hostname: "127.0.0.1", host: "127.0.0.1", port, agent: false });
http.request = detour;
https.request = detour;
syncBuiltinESMExports();
// `fetch` takes the same way.
globalThis.fetch = (async (url: string, init: RequestInit) => {
  const { host, pathname, search } = new URL(url);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request({ hostname: "127.0.0.1", port, method: init.method, path: pathname + search, headers: { ...(init.headers as Record<string, string>), host } }, resolve);
    outgoing.on("error", reject).end();
  });
  return new Response(await text(answer), { status: answer.statusCode ?? 0 });
}) as typeof fetch;

// No program has to wait before it tries again, and none runs out of the seconds that it gives to its calls on a busy machine.
Math.random = () => 0;
const { setTimeout: after } = globalThis;
globalThis.setTimeout = ((callback: () => void, ms: number) => after(callback, ms < 1_000 ? ms : ms * 100)) as never;
const print = process.stdout.write.bind(process.stdout);
for (const level of ["debug", "info", "log", "warn", "error"] as const) console[level] = (...values: unknown[]) => void logs.push({ level, values });

const results: Ran[] = [];
for (const [index, run] of plan.runs.entries()) {
  failure = run.failure;
  [requests, logs] = [[], []];
  let error: string | undefined;
  const timer = { stop: () => {} };
  const late = new Promise<never>((_resolve, reject) => {
    const started = after(() => reject(new Error("The program doesn't end.")), 100_000);
    timer.stop = () => clearTimeout(started);
  });
  try {
    await Promise.race([import(`${run.file}?${index}`), late]);
  } catch (thrown) {
    error = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  }
  timer.stop();
  results.push({ ...(error === undefined ? {} : { error }), logs, requests });
}
print(JSON.stringify(results), () => process.exit(0));
