// A file of test/fixtures/exchanges ↔ an exchange: what was asked, what went over the wire both ways, and what a caller gets.
//
//   # What this exchange shows, in a sentence.
//   #
//   # operation: MeterUsage
//   # clock: 2026-11-16T14:00:00.000Z
//   # request: recorded; which tool and version sent it
//   # response: derived; from what
//
//   ### input
//   JSON, with timestamps as ISO 8601 text
//
//   ### request
//   HTTP/1.1 as text
//
//   ### response
//   HTTP/1.1 as text; further `### response` sections answer further attempts, the last answers all that follow
//
//   ### gives
//   JSON: { "returns": … } or { "throws": … }
//
//   ### official sdk
//   JSON: what AWS's own SDK made of the same answers, for comparison

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const exchangesFolder: string = fileURLToPath(new URL("../fixtures/exchanges", import.meta.url));

/** Where the two halves of an exchange come from. */
export type Origin = "recorded" | "derived" | "documented";

export interface Provenance {
  readonly origin: Origin;
  /** Recorded by which tool, derived from what, documented where. */
  readonly from: string;
}

export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
}

export interface WireResponse {
  readonly status: number;
  readonly reason: string;
  readonly headers: Headers;
  readonly body: string;
}

/** In the order of the wire, names as sent. */
export type Headers = readonly (readonly [name: string, value: string])[];

export interface Exchange {
  /** Such as `MeterUsage/success`. */
  readonly name: string;
  readonly about: string;
  /** All `# name: value` lines, in order. */
  readonly facts: Readonly<Record<string, string>>;
  readonly operation: string;
  readonly clock: Date;
  readonly origins: { readonly request: Provenance; readonly response: Provenance };
  readonly input: Readonly<Record<string, unknown>>;
  readonly request: WireRequest;
  readonly responses: readonly WireResponse[];
  readonly gives: Gives;
  /** Absent where the official SDK wasn't asked. */
  readonly officialSdk?: unknown;
}

/** What a caller gets. */
export type Gives =
  | { readonly returns: unknown; readonly attempts?: number }
  | {
      /** The name of the class. */
      readonly throws: string;
      readonly name?: string;
      readonly code?: string;
      readonly status?: number;
      readonly fault?: "client" | "server";
      readonly retryable: boolean;
      readonly attempts: number;
      readonly requestId?: string;
      readonly message: string;
      /** The answer's body as parsed. */
      readonly fields?: Readonly<Record<string, unknown>>;
    };

/** Every exchange of the folder, by name. */
export function readExchanges(): readonly Exchange[] {
  return readdirSync(exchangesFolder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".http"))
    .sort()
    .map((file) => readExchange(file.replaceAll("\\", "/").replace(/\.http$/, "")));
}

/** One exchange, such as `MeterUsage/success`. */
export function readExchange(name: string): Exchange {
  return parseExchange(readFileSync(join(exchangesFolder, `${name}.http`), "utf8"), name);
}

export function fileOf({ name }: Pick<Exchange, "name">): string {
  return join(exchangesFolder, `${name}.http`);
}

export function parseExchange(text: string, name: string): Exchange {
  const [head = "", ...parts] = text.split(/^### /m);
  const sections = parts.map((part) => {
    const [title = "", ...lines] = part.split("\n");
    return { title: title.trim(), text: lines.join("\n").replace(/^\n+|\n+$/g, "") };
  });
  const all = (title: string) => sections.filter((section) => section.title === title).map((section) => section.text);
  const one = (title: string): string => {
    const [found, ...more] = all(title);
    if (found === undefined || more.length) throw new Error(`${name}.http needs exactly one section "### ${title}"`);
    return found;
  };
  const lines = head.split("\n").map((line) => line.replace(/^# ?/, ""));
  const facts = Object.fromEntries(lines.map((line) => line.split(/: (.*)/, 2)).filter(([fact, value]) => /^[a-z ]+$/.test(fact ?? "") && value));
  const about = lines.slice(0, lines.indexOf("")).join(" ");
  const needed = (fact: string): string => {
    const value = facts[fact];
    if (value === undefined) throw new Error(`${name}.http needs a line "# ${fact}: …"`);
    return value;
  };
  const [sdk] = all("official sdk");
  return {
    name,
    about,
    facts,
    operation: needed("operation"),
    clock: new Date(needed("clock")),
    origins: { request: provenance(needed("request"), name), response: provenance(needed("response"), name) },
    input: JSON.parse(one("input")) as Record<string, unknown>,
    request: parseRequest(one("request")),
    responses: all("response").map(parseResponse),
    gives: JSON.parse(one("gives")) as Gives,
    ...(sdk !== undefined && { officialSdk: JSON.parse(sdk) as unknown }),
  };
}

/** The text of a file; parsing it gives the same exchange. */
export function formatExchange(exchange: Exchange): string {
  const { about, facts, input, request, responses, gives, officialSdk } = exchange;
  const section = (title: string, text: string) => `\n### ${title}\n\n${text}\n`;
  return [
    [...wrap(about), "", ...Object.entries(facts).map(([fact, value]) => `${fact}: ${value}`)].map((line) => `# ${line}`.trimEnd()).join("\n") + "\n",
    section("input", json(input)),
    section("request", formatRequest(request)),
    ...responses.map((response) => section("response", formatResponse(response))),
    section("gives", json(gives)),
    ...(officialSdk === undefined ? [] : [section("official sdk", json(officialSdk))]),
  ].join("");
}

/** The value of a header, whatever the case of its name. */
export function headerOf({ headers }: { readonly headers: Headers }, name: string): string | undefined {
  return headers.find(([given]) => given.toLowerCase() === name)?.[1];
}

function formatRequest({ method, path, headers, body }: WireRequest): string {
  return message(`${method} ${path} HTTP/1.1`, headers, body);
}

function formatResponse({ status, reason, headers, body }: WireResponse): string {
  return message(`HTTP/1.1 ${status} ${reason}`.trimEnd(), headers, body);
}

function message(start: string, headers: Headers, body: string): string {
  return [start, ...headers.map(([name, value]) => `${name}: ${value}`), ...(body ? ["", body] : [])].join("\n");
}

function parseRequest(text: string): WireRequest {
  const { start, headers, body } = parseMessage(text);
  const [method = "", path = ""] = start.split(" ");
  return { method, path, headers, body };
}

function parseResponse(text: string): WireResponse {
  const { start, headers, body } = parseMessage(text);
  const [, status, ...reason] = start.split(" ");
  return { status: Number(status), reason: reason.join(" "), headers, body };
}

function parseMessage(text: string): { start: string; headers: Headers; body: string } {
  const end = text.indexOf("\n\n");
  const [start = "", ...lines] = (end < 0 ? text : text.slice(0, end)).split("\n");
  const headers = lines.map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
  });
  return { start, headers, body: end < 0 ? "" : text.slice(end + 2) };
}

function provenance(text: string, name: string): Provenance {
  const [, origin, from = ""] = /^(recorded|derived|documented); (.+)$/.exec(text) ?? [];
  if (!origin) throw new Error(`${name}.http: an origin is "recorded; …", "derived; …" or "documented; …", not "${text}"`);
  return { origin: origin as Origin, from };
}

const json = (value: unknown): string => JSON.stringify(value, undefined, 2);

function wrap(text: string): string[] {
  return text.match(/.{1,110}(?= |$)/g)?.map((line) => line.trim()) ?? [];
}
