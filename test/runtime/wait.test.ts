import { describe, expect, it } from "vitest";
import { AbortError, ServiceException, TimeoutError } from "../../templates/src/runtime/errors.ts";
import { keepMetadata } from "../../templates/src/runtime/metadata.ts";
import type { CallOptions } from "../../templates/src/runtime/options.ts";
import { pollUntil, WaitError, type Acceptor, type WaitCondition, type WaitOptions } from "../../templates/src/runtime/wait.ts";
import { fakeClock } from "./fake-clock.ts";

interface Output { readonly State?: string; readonly Parts?: readonly string[] }

const ready: Acceptor<Output> = { state: "success", at: (output) => output.State, is: "READY" };
const broken: Acceptor<Output> = { state: "failure", at: (output) => output.State, is: "BROKEN" };
const condition = (...acceptors: readonly Acceptor<Output>[]): WaitCondition<Output> => ({ name: "ThingReady", delayMs: 1_000, maxWaitMs: 10_000, acceptors });
const refusal = (code: string, status = 400) => new ServiceException({ message: "no", code, status });

/** Waits with a clock of its own, through these answers; the last one comes again and again. */
function waiting(acceptors: readonly Acceptor<Output>[], answers: readonly (Output | Error)[], options: WaitOptions = {}) {
  const clock = fakeClock();
  const began = clock.time;
  const calls: { readonly at: number; readonly options: CallOptions }[] = [];
  const result = pollUntil(condition(...acceptors), { clock, random: () => 0, ...options }, (given) => {
    calls.push({ at: clock.time - began, options: given });
    const answer = answers[Math.min(calls.length, answers.length) - 1];
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer ?? {});
  });
  result.catch(() => {});
  return { clock, calls, result };
}

describe("waiting", () => {
  it("ends with the answer that says so", async () => {
    const { clock, calls, result } = waiting([ready], [{ State: "NEW" }, { State: "NEW" }, { State: "READY", Parts: [] }]);
    await clock.advance(5_000);
    expect(await result).toEqual({ State: "READY", Parts: [] });
    expect(calls.map((call) => call.at)).toEqual([0, 1_000, 2_000]);
    expect(clock.pending).toBe(0);
  });

  it("calls once when it is so already", async () => {
    const { calls, result } = waiting([ready], [{ State: "READY" }]);
    await result;
    expect(calls).toHaveLength(1);
  });

  it("fails when it can't come about any more, and keeps the answer out of logs", async () => {
    const { result } = waiting([ready, broken], [{ State: "BROKEN" }]);
    const error = await result.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(WaitError);
    expect(error).toMatchObject({ name: "WaitError", message: "ThingReady can't come about any more", output: { State: "BROKEN" } });
    expect(JSON.stringify(error)).not.toContain("BROKEN");
  });

  it("fails with a failure as the cause", async () => {
    const gone = refusal("Gone");
    await expect(waiting([ready, { state: "failure", error: "Gone" }], [gone]).result).rejects.toMatchObject({ name: "WaitError", cause: gone });
  });

  it("ends with nothing when a failure is what was waited for", async () => {
    expect(await waiting([{ state: "success", error: "NotFound" }], [refusal("NotFound")]).result).toBeUndefined();
  });

  it("passes on a failure that no acceptor knows", async () => {
    await expect(waiting([ready, { state: "retry", error: "NotFound" }], [refusal("AccessDenied")]).result).rejects.toMatchObject({ name: "AccessDenied" });
  });

  it("goes on over a failure that an acceptor forgives", async () => {
    const { clock, result } = waiting([ready, { state: "retry", error: "NotFound" }], [refusal("NotFound"), { State: "READY" }]);
    await clock.advance(1_000);
    expect(await result).toEqual({ State: "READY" });
  });

  it("lets the first acceptor that matches decide", async () => {
    const { clock, result } = waiting([{ state: "retry", at: (output) => output.Parts?.length, is: 0 }, ready], [{ State: "READY", Parts: [] }, { State: "READY", Parts: ["a"] }]);
    await clock.advance(1_000);
    expect(await result).toEqual({ State: "READY", Parts: ["a"] });
  });

  it("leaves the signature of calls alone, but for its own options", async () => {
    const { calls } = waiting([ready], [{ State: "READY" }], { timeoutMs: 7, headers: { a: "b" } });
    expect(Object.keys(calls[0]?.options ?? {}).sort()).toEqual(["headers", "signal", "timeoutMs"]);
  });
});

describe("an acceptor", () => {
  const parts = (of: "all" | "any"): Acceptor<Output> => ({ state: "success", at: (output) => output.Parts, is: "x", of });
  const isMet = async (acceptor: Acceptor<Output>, answer: Output | Error) => {
    const { result } = waiting([acceptor, { state: "failure", error: true }, { state: "failure", error: false }], [answer]);
    return result.then(() => true, () => false);
  };

  it.each([
    [["x", "x"], true], [["x", "y"], false], [[], false], [undefined, false],
  ] as const)("of all: %j is %s", async (found, met) => {
    expect(await isMet(parts("all"), found === undefined ? {} : { Parts: found })).toBe(met);
  });

  it.each([
    [["x", "y"], true], [["y"], false], [[], false], [undefined, false],
  ] as const)("of any: %j is %s", async (found, met) => {
    expect(await isMet(parts("any"), found === undefined ? {} : { Parts: found })).toBe(met);
  });

  it("of a value doesn't match a failure", async () => {
    expect(await isMet({ state: "success", at: () => undefined, is: undefined }, refusal("X"))).toBe(false);
  });

  it("of an error takes its code on the wire or its name, or any, or none", async () => {
    class Renamed extends ServiceException {
      override readonly name = "NotFoundException";
    }
    const named = new Renamed({ message: "no", code: "NotFound", status: 404 });
    expect(await isMet({ state: "success", error: "NotFound" }, named)).toBe(true);
    expect(await isMet({ state: "success", error: "NotFoundException" }, named)).toBe(true);
    expect(await isMet({ state: "success", error: "Other" }, named)).toBe(false);
    expect(await isMet({ state: "success", error: true }, new Error("no connection"))).toBe(true);
    expect(await isMet({ state: "success", error: false }, {})).toBe(true);
    expect(await isMet({ state: "success", error: false }, named)).toBe(false);
  });

  it("of a status takes that of answer and failure", async () => {
    const created: Output = {};
    keepMetadata(created, { status: 201, headers: {}, body: new Uint8Array() }, { attempts: 1, totalDelayMs: 0 } as never);
    expect(await isMet({ state: "success", status: 201 }, created)).toBe(true);
    expect(await isMet({ state: "success", status: 200 }, {})).toBe(true);
    expect(await isMet({ state: "success", status: 200 }, created)).toBe(false);
    expect(await isMet({ state: "success", status: 404 }, refusal("X", 404))).toBe(true);
  });
});

describe("the time between calls", () => {
  it("grows up to the longest delay, by chance", async () => {
    const { clock, calls } = waiting([ready], [{}], { random: () => 1, maxDelayMs: 4_000, maxWaitMs: 100_000 });
    await clock.advance(15_000);
    expect(calls.map((call) => call.at)).toEqual([0, 1_000, 3_000, 7_000, 11_000, 15_000]);
  });

  it("leaves room for a last call before time is over", async () => {
    const { clock, calls, result } = waiting([ready], [{}], { random: () => 1, minDelayMs: 2_000, maxWaitMs: 9_000 });
    await clock.advance(9_000);
    await expect(result).rejects.toBeInstanceOf(TimeoutError);
    await expect(result).rejects.toThrow("waiting for ThingReady took longer than 9000 ms");
    expect(calls.map((call) => call.at)).toEqual([0, 2_000, 6_000, 7_000]);
    expect(clock.pending).toBe(0);
  });

  it("ends at once with the caller's signal, also the call that is under way", async () => {
    const clock = fakeClock();
    const caller = new AbortController();
    let inner: AbortSignal | undefined;
    const result = pollUntil(condition(ready), { clock, signal: caller.signal }, ({ signal }) => new Promise<Output>(() => (inner = signal)));
    result.catch(() => {});
    await clock.advance(1);
    caller.abort("enough");
    await expect(result).rejects.toBeInstanceOf(AbortError);
    await expect(result).rejects.toMatchObject({ cause: "enough" });
    expect(inner?.aborted).toBe(true);
    expect(clock.pending).toBe(0);
  });

  it("ends at once while nothing is under way", async () => {
    const caller = new AbortController();
    const { clock, calls, result } = waiting([ready], [{}], { signal: caller.signal });
    await clock.advance(1);
    caller.abort();
    await expect(result).rejects.toBeInstanceOf(AbortError);
    await clock.advance(60_000);
    expect(calls).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });

  it("doesn't begin when the signal has ended before", async () => {
    const { calls, result } = waiting([ready], [{}], { signal: AbortSignal.abort() });
    await expect(result).rejects.toBeInstanceOf(AbortError);
    expect(calls).toHaveLength(0);
  });
});
