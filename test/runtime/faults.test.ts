// What happens on the network, over both transports.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Clock } from "../../templates/src/runtime/call.ts";
import { fetchTransport } from "../../templates/src/runtime/transport/fetch.ts";
import { nodeTransport } from "../../templates/src/runtime/transport/node-http.ts";
import { batch, connect, failureOf, type SampleOptions } from "../support/sample-service.ts";
import { dripping, endless, ok, reset, type ScriptedServer, silent, stalled, startScriptedServer, truncated } from "../support/scripted-server.ts";
import { ticks, ticksUntil } from "../support/ticks.ts";

const input = { UsageRecords: [] };
let server: ScriptedServer;
beforeAll(async () => (server = await startScriptedServer()));
afterAll(() => server.close());

/** A clock that ends an attempt when it is told to, waits between attempts at once, and calls never. */
function attemptClock(attemptTimeoutMs: number) {
  let attempt: (() => void) | undefined;
  const clock: Clock = {
    now: () => 1_763_000_000_000,
    setTimer(callback, ms) {
      if (ms === attemptTimeoutMs) attempt = callback;
      else if (ms < attemptTimeoutMs) setImmediate(callback);
      return () => void (attempt = attempt === callback ? undefined : attempt);
    },
  };
  return { clock, passAttempt: () => attempt?.() };
}

describe.each([
  ["fetch", () => fetchTransport((url, init) => fetch(url, init))],
  ["node:http", () => nodeTransport()],
])("over %s", (_, transport) => {
  const make = (options: SampleOptions = {}) => connect({ endpoint: server.url, transport: transport(), random: () => 0, ...options });

  it("a call succeeds", async () => {
    server.play(ok('{"Results":[]}'));
    expect(await batch(make(), input)).toEqual({ Results: [] });
  });

  it.each([
    ["never answers", silent],
    ["stalls in the middle of its answer", stalled],
    ["drips", dripping],
  ])("a server that %s is given up after the time of an attempt, and asked again", async (_, step) => {
    const { clock, passAttempt } = attemptClock(20);
    const client = make({ attemptTimeoutMs: 20, clock });
    const givenUp = async (count: number) => {
      await server.arrived(count);
      // Until what the server sent has been read.
      await ticks(5);
      passAttempt();
    };
    server.play(step, ok());
    const output = batch(client, input);
    await givenUp(1);
    expect(await output).toEqual({});
    server.play(step);
    const failure = failureOf(batch(client, input));
    for (const count of [1, 2, 3]) await givenUp(count);
    expect(await failure).toMatchObject({ name: "TimeoutError", attempts: 3, retryable: true, message: "the attempt took longer than 20 ms (Batch, 3 attempts)" });
  });

  it.each([
    ["closes the connection", reset],
    ["closes it in the middle of its answer", truncated],
  ])("a server that %s is asked again", async (_, step) => {
    server.play(step, ok());
    expect(await batch(make(), input)).toEqual({});
    server.play(step);
    expect(await failureOf(batch(make(), input))).toMatchObject({ name: "ConnectionError", attempts: 3, retryable: true });
    expect(server.count).toBe(3);
  });

  it("a port where nobody listens is tried again, then named", async () => {
    const error = await failureOf(batch(make({ endpoint: "http://127.0.0.1:9" }), input));
    expect(error).toMatchObject({ name: "ConnectionError", attempts: 3 });
  });

  it("an answer without end is refused at once", async () => {
    server.play(endless);
    const error = await failureOf(batch(make({ maxResponseBytes: 1_000_000 }), input));
    expect(error).toMatchObject({ name: "ResponseTooLargeError", attempts: 1, retryable: false });
  });

  it.each([
    ["sending", silent],
    ["reading", stalled],
  ])("an abort while %s ends the call within 50 ms", async (_, step) => {
    server.play(step);
    const controller = new AbortController();
    const failure = failureOf(batch(make(), input, { signal: controller.signal }));
    await server.arrived(1);
    await ticks(5);
    controller.abort(new Error("why"));
    expect(await ticksUntil(failure, 1_000)).toBeLessThan(50);
    expect(await failure).toMatchObject({ name: "AbortError", cause: new Error("why"), attempts: 1 });
    expect(server.count).toBe(1);
  });

  it("a redirect is not followed", async () => {
    server.play(ok("", 302, { location: `${server.url}/elsewhere?token=hush` }), ok());
    const error = await failureOf(batch(make(), input));
    expect(error).toMatchObject({ name: "RedirectError", status: 302 });
    expect(error.message).not.toContain("hush");
    expect(server.count).toBe(1);
  });
});

it("a fetch of one's own that fails for no known reason is a broken connection", async () => {
  const client = connect({ fetch: () => Promise.reject(new TypeError("fetch failed")), random: () => 0 });
  expect(await failureOf(batch(client, input))).toMatchObject({ name: "ConnectionError", attempts: 3 });
});
