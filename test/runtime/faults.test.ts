// What happens on the network, over both transports.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchTransport } from "../../templates/src/runtime/transport/fetch.ts";
import { nodeTransport } from "../../templates/src/runtime/transport/node-http.ts";
import { batch, connect, failureOf, type SampleOptions } from "../support/sample-service.ts";
import { dripping, endless, ok, reset, type ScriptedServer, silent, stalled, startScriptedServer, truncated } from "../support/scripted-server.ts";

const input = { UsageRecords: [] };
let server: ScriptedServer;
beforeAll(async () => (server = await startScriptedServer()));
afterAll(() => server.close());

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
    server.play(step, ok());
    expect(await batch(make({ attemptTimeoutMs: 30 }), input)).toEqual({});
    server.play(step);
    const error = await failureOf(batch(make({ attemptTimeoutMs: 20 }), input));
    expect(error).toMatchObject({ name: "TimeoutError", attempts: 3, retryable: true, message: "the attempt took longer than 20 ms (Batch, 3 attempts)" });
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
    await new Promise((resolve) => setTimeout(resolve, 30));
    const from = performance.now();
    controller.abort(new Error("why"));
    expect(await failure).toMatchObject({ name: "AbortError", cause: new Error("why"), attempts: 1 });
    expect(performance.now() - from).toBeLessThan(50);
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
