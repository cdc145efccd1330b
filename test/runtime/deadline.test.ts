import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import type { Transport } from "../../templates/src/runtime/call.ts";
import { createClient } from "../../templates/src/runtime/client.ts";
import { deadline } from "../../templates/src/runtime/deadline.ts";
import { retry } from "../../templates/src/runtime/retry.ts";
import { answer, batch, connect, failureOf, scripted, service } from "../support/sample-service.ts";
import { fakeClock } from "./fake-clock.ts";

const input = { UsageRecords: [] };
const silent: Transport = () => new Promise(() => {});

describe("time", () => {
  it("is over for an attempt after 30 s, and for the call after 60 s", async () => {
    const clock = fakeClock();
    const failure = failureOf(batch(connect({ transport: silent, clock, random: () => 1, retry: { maxAttempts: 9 } }), input));
    await clock.advance(60_000);
    expect(await failure).toMatchObject({ name: "TimeoutError", message: "the call took longer than 60000 ms (Batch, 2 attempts)", attempts: 2 });
    expect(clock.pending).toBe(0);
  });

  it("of an attempt that is over leads to another attempt", async () => {
    const clock = fakeClock();
    const { transport, sent } = scripted(() => new Promise(() => {}), answer(200, {}));
    const success = batch(connect({ transport, clock, random: () => 1 }), input, { attemptTimeoutMs: 1_000 });
    await clock.advance(1_050);
    expect(await success).toEqual({});
    expect(sent).toHaveLength(2);
    expect(clock.pending).toBe(0);
  });

  it("may be endless", async () => {
    const clock = fakeClock();
    const failure = failureOf(batch(connect({ transport: silent, clock, timeoutMs: Infinity, retry: false }), input, { attemptTimeoutMs: 1e12 }));
    await clock.advance(1e9);
    expect(clock.pending).toBe(0);
    expect(await Promise.race([failure, "still waiting"])).toBe("still waiting");
  });
});

describe("a caller that ends its call", () => {
  it("before it begins: nothing is sent", async () => {
    const { transport, sent } = scripted(answer(200, {}));
    const error = await failureOf(batch(connect({ transport }), input, { signal: AbortSignal.abort("why") }));
    expect(error).toMatchObject({ name: "AbortError", message: "the caller ended the call (Batch)", cause: "why", attempts: 0, retryable: false });
    expect(sent).toEqual([]);
  });

  it("while a layer is busy: it gets its error at once, and nothing is sent afterwards", async () => {
    const { transport, sent } = scripted(answer(200, {}));
    let goOn!: () => void;
    const busy = new Promise<void>((resolve) => (goOn = resolve));
    const client = createClient(service, { region: "us-east-1", transport }, (options) => [
      deadline(options),
      retry(options),
      (next) => async (call) => {
        await busy;
        return next(call);
      },
    ]);
    const controller = new AbortController();
    const failure = failureOf(batch(client, input, { signal: controller.signal }));
    controller.abort();
    expect(await failure).toMatchObject({ name: "AbortError", cause: { name: "AbortError" } });
    goOn();
    await new Promise((resolve) => setImmediate(resolve));
    expect(sent).toEqual([]);
  });

  it("while the transport is busy: the transport is told", async () => {
    const controller = new AbortController();
    let told: AbortSignal | undefined;
    const transport: Transport = (request, limits) => {
      told = limits.signal();
      return silent(request, limits);
    };
    const failure = failureOf(batch(connect({ transport }), input, { signal: controller.signal }));
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort(new Error("why"));
    expect(await failure).toMatchObject({ name: "AbortError", cause: new Error("why") });
    expect(told?.aborted).toBe(true);
  });
});

it("a thousand calls leave no listener on the caller's signal", async () => {
  const { signal } = new AbortController();
  const { transport } = scripted(answer(200, {}), answer(500), answer(200, {}));
  const client = connect({ transport, random: () => 0 });
  for (let call = 0; call < 1_000; call++) await batch(client, input, { signal });
  expect(getEventListeners(signal, "abort")).toEqual([]);
});
