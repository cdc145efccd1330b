import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as runtime from "../../generated/src/runtime/errors.ts";
import { MarketplaceMeteringException } from "../../generated/src/errors.ts";
import { type AnsweringServer, startAnsweringServer } from "../support/answering-server.ts";
import { type Exchange, type Gives, headerOf, readExchanges, type WireRequest } from "../support/exchange-file.ts";
import { credentialsOf } from "../support/frozen.ts";
import { convertTimestamps, preparedOperation } from "../support/prepared-spec.ts";
import { call, exceptionClass, type Over } from "./call.ts";
import { expectSignature } from "./signatures.ts";

const exchanges = readExchanges();
const named = (list: readonly Exchange[]) => list.map((exchange) => [exchange.name, exchange] as const);

let server: AnsweringServer;
beforeAll(async () => void (server = await startAnsweringServer()));
afterAll(() => server.close());

/** Headers in which a recorded request and ours differ on purpose. Everything else is the same to the byte. */
const differing: Readonly<Record<string, string>> = {
  "user-agent": "names the package that sends",
  "x-amz-user-agent": "repeats `user-agent` for browsers, which we leave alone",
  "x-amz-content-sha256": "repeats what the signature holds anyway; only S3 asks for it",
  authorization: "signs the headers that are there; it is computed anew instead",
};

describe("a request", () => {
  it.each(named(exchanges))("is sent as in %s", async (_, exchange) => {
    // The official SDK was recorded with one attempt, which it says in a header.
    const { requests } = await call(exchange, server, { maxAttempts: 1 });
    const [request, ...more] = requests;
    expect(more).toEqual([]);
    expect(comparable(request!, exchange)).toEqual(comparable(exchange.request, exchange));
  });

  it.each(named(exchanges.filter(({ origins }) => origins.request.origin === "recorded")))(
    "has no header that the official SDK doesn't send in %s",
    async (_, exchange) => {
      const { requests } = await call(exchange, server, { maxAttempts: 1 });
      const names = (request: WireRequest) => request.headers.map(([name]) => name.toLowerCase());
      const theirs = new Set([...names(exchange.request), "connection"]);
      expect(names(requests[0]!).filter((name) => !theirs.has(name))).toEqual([]);
    },
  );

  it.each(named(exchanges))("is signed as other signers sign it in each attempt of %s", async (_, exchange) => {
    const { requests } = await call(exchange, server);
    for (const [at, request] of requests.entries()) {
      // Once AWS has told the time, it counts.
      const answers = exchange.responses.slice(0, at);
      const told = answers.map((answer) => headerOf(answer, "date")).find(Boolean);
      await expectSignature(request, credentialsOf(exchange), told ? Date.parse(told) : exchange.clock.getTime());
    }
  });

  it("is the same in each attempt but for number, time and signature", async () => {
    const exchange = exchanges.find(({ name }) => name === "MeterUsage/signed-too-late")!;
    const { requests } = await call(exchange, server);
    const [first, second] = requests.map(({ headers, body }) => ({ headers: Object.fromEntries(headers), body }));
    expect(second).toEqual({
      body: first!.body,
      headers: {
        ...first!.headers,
        "amz-sdk-request": "attempt=2; max=3",
        "x-amz-date": "20261116T150000Z",
        authorization: expect.not.stringMatching(first!.headers["authorization"]!),
      },
    });
  });
});

describe.each<Over>(["node:http", "fetch"])("an answer, over %s", (over) => {
  it.each(named(exchanges))("gives what %s says", async (_, exchange) => {
    const { output, error, attempts, requests } = await call(exchange, server, { over });
    expect(requests.length).toBe(attempts);
    expect(error === undefined ? { returns: output, attempts } : view(error, exchange)).toEqual(expected(exchange));
  });
});

describe("a failure", () => {
  const failures = exchanges.filter(({ gives }) => "throws" in gives);

  it.each(named(failures))("is of the classes that callers ask for in %s", async (_, exchange) => {
    const { error } = await call(exchange, server);
    const { throws: name } = exchange.gives as Extract<Gives, { throws: string }>;
    expect(error).toBeInstanceOf(runtime.CallError);
    expect(runtime.isCallError(error)).toBe(true);
    if (name in runtime) {
      expect(error).toBeInstanceOf(Reflect.get(runtime, name));
    } else {
      expect(error).toBeInstanceOf(runtime.ServiceException);
      expect(error).toBeInstanceOf(MarketplaceMeteringException);
      expect(error).toBeInstanceOf(exceptionClass(name));
      expect(runtime.isServiceException(error, (error as Error).name)).toBe(true);
    }
  });

  it.each(named(failures))("holds nothing secret in %s", async (_, exchange) => {
    const { error, requests } = await call(exchange, server);
    const everything = textsIn(error).join("\n");
    const { secretAccessKey, sessionToken = secretAccessKey } = credentialsOf(exchange);
    for (const request of requests) {
      const signature = headerOf(request, "authorization")!.replace(/^.*Signature=/, "");
      for (const secret of [secretAccessKey, sessionToken, signature]) expect(everything).not.toContain(secret);
    }
  });
});

describe("the official SDK", () => {
  /** Where it is wrong, and how. */
  const mistakes: Readonly<Record<string, string>> = {
    "ResolveCustomer/success-empty": "takes it for a success",
    "ResolveCustomer/success-null": "takes it for a success",
    "ResolveCustomer/success-list": "takes it for a success",
    "ResolveCustomer/success-text": "takes it for a success",
    "ResolveCustomer/name-of-another-type": "takes any text for a name",
    "MeterUsage/expired-credentials": "takes expired credentials for an expired registration token, which this operation doesn't know",
  };
  const asked = exchanges.filter(({ officialSdk, responses }) => officialSdk !== undefined && responses.length === 1);

  it.each(named(asked.filter(({ gives }) => "returns" in gives)))("understands no less, or fails, in %s", (_, exchange) => {
    const { returns, throws } = exchange.officialSdk as { returns?: object; throws?: string };
    // It drops members that its model lacks.
    if (returns) expect((exchange.gives as { returns: unknown }).returns).toMatchObject(returns);
    else expect(throws).toMatch(/^(SyntaxError|TypeError)$/);
  });

  it.each(named(asked.filter(({ name, gives }) => "throws" in gives && !(name in mistakes))))("names the failure alike, if it names one, in %s", (_, exchange) => {
    const theirs = exchange.officialSdk as Extract<Gives, { throws: string }>;
    // It breaks on what isn't JSON, and knows no documented statuses.
    if (/^(SyntaxError|TypeError)$/.test(theirs.throws) || theirs.name === "Unknown") return;
    const base = theirs.throws.replace("MarketplaceMeteringServiceException", "MarketplaceMeteringException");
    expect(pick(exchange.gives as typeof theirs)).toEqual({ ...pick(theirs), throws: base });
  });

  it.each(Object.entries(mistakes))("makes a mistake that we don't make in %s: it %s", (name) => {
    const exchange = asked.find((each) => each.name === name)!;
    expect(exchange.officialSdk).not.toMatchObject(pick(exchange.gives as Extract<Gives, { throws: string }>));
  });

  const pick = ({ throws, name, status, fault, requestId }: Extract<Gives, { throws: string }>) => ({ throws, name, status, fault, requestId });
});

/** What must be equal to the byte: the start line, the body, and each header that the exchange shows and doesn't differ on purpose. */
function comparable(request: WireRequest, { origins, request: shown }: Exchange): unknown {
  const headers = Object.fromEntries(request.headers.map(([name, value]) => [name.toLowerCase(), value]));
  const names = shown.headers.map(([name]) => name.toLowerCase()).filter((name) => origins.request.origin !== "recorded" || !(name in differing));
  return { method: request.method, path: request.path, headers: Object.fromEntries(names.map((name) => [name, headers[name]])), body: request.body };
}

function expected({ operation, gives }: Exchange): unknown {
  if (!("returns" in gives)) return { ...gives, operation, service: "MarketplaceMetering" };
  return { ...gives, returns: convertTimestamps(preparedOperation(operation).output, gives.returns, (text: string) => new Date(text)) };
}

/** What callers see of an error, with absent fields left out; the answer's own fields where the exchange shows them. */
function view(error: unknown, { gives }: Exchange): unknown {
  const { constructor, name, code, status, fault, retryable, attempts, requestId, message, operation, service, fields } = error as runtime.ServiceException;
  const all = { throws: constructor.name, name, code, status, fault, retryable, attempts, requestId, message, operation, service, ...("fields" in gives && { fields }) };
  return JSON.parse(JSON.stringify(all)) as unknown;
}

/** Every text that can be reached from a value: members, hidden ones, causes, and what a logger would print. */
function textsIn(value: unknown, seen: Set<object> = new Set()): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || seen.has(value)) return [];
  seen.add(value);
  const bytes = value instanceof Uint8Array ? [Buffer.from(value).toString()] : [];
  const members = Reflect.ownKeys(value).flatMap((key) => textsIn(Reflect.get(value, key), seen));
  return [...bytes, ...members, ...("toJSON" in value ? [JSON.stringify(value)] : [])];
}
