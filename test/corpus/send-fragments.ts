// One process sends, by generated clients, every operation whose path in the document has a fragment or whose method and path are those
// of another, and reports what went out: what tells operations of one method and path apart, and what didn't arrive on the wire.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { loadChecked, prepareChecked } from "../../scripts/generate.ts";
import { sourceOf } from "../../scripts/load/source.ts";
import { operationFunction } from "../../scripts/prepare/names.ts";
import type { Operation, PreparedSpec } from "../../scripts/prepare/prepared-spec.ts";
import type { HttpRequest, Transport } from "../../templates/src/runtime/call.ts";
import { inputMembers, sampleInput } from "./sample-input.ts";
import { distinction, markOf, marksOf, marksSent, type Sent } from "./marks.ts";

/** What a process that sends says about a service. */
export interface Sending {
  readonly service: string;
  readonly groups: readonly Group[];
  /** Operations with a fragment, all of them sent; those that are always refused aren't counted. */
  readonly fragments: number;
  readonly problems: readonly string[];
}

/** Operations of one method and path, in pairs. */
export interface Group {
  readonly address: string;
  readonly pairs: readonly Pair[];
}

export interface Pair {
  readonly one: string;
  readonly other: string;
  /** Absent when nothing tells them apart. */
  readonly by: string | undefined;
}

type Called = Readonly<Record<string, (client: unknown, input?: unknown) => Promise<unknown>>>;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { documents: { type: "string" }, packages: { type: "string" }, names: { type: "string" }, report: { type: "string" } } });
  const { documents = "", packages = "", names = "", report = "" } = values;
  const sendings: Sending[] = [];
  for (const service of names.split(",")) sendings.push(await sendAll(service, readFileSync(join(documents, `${service}.json`), "utf8"), join(packages, service)));
  writeFileSync(report, JSON.stringify(sendings));
}

async function sendAll(service: string, text: string, folder: string): Promise<Sending> {
  const { spec } = prepareChecked(loadChecked(sourceOf(text, { file: `${service}.json` }), {}));
  const fragments = fragmentsOf(spec, (JSON.parse(text) as { readonly paths: Readonly<Record<string, object>> }).paths);
  const shared = [...grouped(spec)].filter(([, operations]) => operations.length > 1);
  const wanted = new Set([...shared.flatMap(([, operations]) => operations), ...fragments.keys()]);
  const called = wanted.size === 0 ? {} : await imported(folder);
  const problems: string[] = [];
  const sent = new Map<Operation, Sent>();
  const refused = new Set<Operation>();
  for (const operation of wanted) {
    try {
      sent.set(operation, await sendOperation(called, spec, operation, fragments.get(operation) ?? []));
    } catch (error) {
      // What is never sent can't be mistaken for anything.
      if (error instanceof Error && error.message.includes("a stream of events, which isn't supported yet")) refused.add(operation);
      else problems.push(`${service}: ${operation.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const groups = shared.map(([address, operations]) => ({ address, pairs: pairsOf(operations, sent, refused) }));
  for (const { operation, constants } of sent.values()) {
    const told = groups.flatMap(({ pairs }) => pairs.filter(({ one, other, by }) => by !== undefined && !constants.includes(by) && (one === operation.name || other === operation.name)));
    for (const mark of new Set(told.map(({ by }) => by))) problems.push(...(await sentWithout(called, spec, operation, mark ?? "")).map((problem) => `${service}: ${operation.name}: ${problem}`));
  }
  return { service, fragments: [...fragments.keys()].filter((operation) => !refused.has(operation)).length, problems, groups };
}

/** By method and path; what a label is called makes no difference. */
function grouped({ operations }: PreparedSpec): ReadonlyMap<string, readonly Operation[]> {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations) {
    const address = `${operation.method} ${operation.path.replace(/\{[^{}]*\}/g, "{}")}`;
    groups.set(address, [...(groups.get(address) ?? []), operation]);
  }
  return groups;
}

/** Operations by the parts of their fragment: `/{Bucket}#analytics&id` has two. A path that is unique has lost its fragment when it was prepared. */
function fragmentsOf({ operations }: PreparedSpec, paths: Readonly<Record<string, object>>): ReadonlyMap<Operation, readonly string[]> {
  const found = new Map<Operation, readonly string[]>();
  for (const [key, item] of Object.entries(paths)) {
    const [path = "", fragment] = key.split("#");
    const parts = fragment?.split("&").filter((part) => !part.endsWith("!"));
    for (const method of parts === undefined ? [] : Object.keys(item)) {
      const own = operations.filter((operation) => operation.method === method.toUpperCase() && (operation.key === key || operation.key === path));
      const operation = own.find((each) => each.key === key) ?? own[0];
      if (operation !== undefined && parts !== undefined) found.set(operation, parts);
    }
  }
  return found;
}

/** The package's functions, bundled from its sources. */
async function imported(folder: string): Promise<Called> {
  const outfile = join(folder, "bundle.mjs");
  await build({
    stdin: { contents: 'export * from "./src/operations.ts"; export { connect } from "./src/client.ts";', resolveDir: folder },
    bundle: true, format: "esm", platform: "node", target: "node20", outfile, alias: { "#platform": join(folder, "src/runtime/platform/node.ts") }, logLevel: "silent",
  });
  return (await import(pathToFileURL(outfile).href)) as Called;
}

/** Sends it with as little as possible and with every parameter. */
async function sendOperation(called: Called, spec: PreparedSpec, operation: Operation, fragment: readonly string[]): Promise<Sent> {
  const requests: HttpRequest[] = [];
  for (const full of [false, true]) requests.push(await send(called, operation, sampleInput(spec, operation, full)));
  const members = inputMembers(spec, operation);
  for (const request of requests) {
    const marks = marksSent(request);
    const missing = fragment.filter((part) => !marks.some((mark) => [`?${part}`, `?${part.split("=")[0]}`, part.toLowerCase()].includes(mark)));
    if (missing.length > 0) throw new Error(`${missing.join(" and ")} of its fragment didn't arrive: ${request.method} ${request.path}?${request.query}`);
  }
  return { operation, ...marksOf(operation, members, requests) };
}

/** Without the member that makes it what it is, an operation has to refuse, or it would be another one. */
async function sentWithout(called: Called, spec: PreparedSpec, operation: Operation, mark: string): Promise<readonly string[]> {
  const member = inputMembers(spec, operation).find((each) => markOf(each).includes(mark));
  if (member === undefined) return [];
  const { [member.name]: _left, ...rest } = sampleInput(spec, operation, false);
  const outcomes = await Promise.all([rest, { ...rest, [member.name]: "" }].map((input) => send(called, operation, input).then(({ method, path, query }) => `${method} ${path}?${query} was sent without ${member.name}`, (error: unknown) => (error instanceof Error && error.name === "InvalidRequestError" ? [] : String(error)))));
  return outcomes.flat();
}

async function send(called: Called, operation: Operation, input: Readonly<Record<string, unknown>>): Promise<HttpRequest> {
  let request: HttpRequest | undefined;
  const transport: Transport = (sent) => {
    request = sent;
    return Promise.resolve({ status: 204, headers: {}, body: new Uint8Array() });
  };
  const client = called["connect"]!({ region: "us-east-1", credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" }, transport, retry: false });
  const call = called[operationFunction(operation.name)];
  if (call === undefined) throw new Error("the package has no such function");
  const failure = await (operation.input === undefined ? call(client) : call(client, input)).then(() => undefined, (error: unknown) => error);
  // What an empty answer makes of a call is another matter.
  if (request === undefined) throw failure ?? new Error("nothing was sent");
  return request;
}

function pairsOf(operations: readonly Operation[], sent: ReadonlyMap<Operation, Sent>, refused: ReadonlySet<Operation>): readonly Pair[] {
  const pairs = operations.flatMap((one, index) => operations.slice(index + 1).map((other) => [one, other] as const));
  return pairs.flatMap(([one, other]) => {
    const names = { one: one.name, other: other.name };
    const never = [one, other].find((operation) => refused.has(operation));
    if (never !== undefined) return [{ ...names, by: `${never.name} is refused` }];
    const [left, right] = [sent.get(one), sent.get(other)];
    return left === undefined || right === undefined ? [] : [{ ...names, by: distinction(left, right) }];
  });
}

await main();
