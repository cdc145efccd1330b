// The three strategies by their numbers, and two of them beside the official SDK's own.

import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { adaptiveRetry } from "../../templates/src/runtime/adaptive-retry.ts";
import { legacyRetry } from "../../templates/src/runtime/legacy-retry.ts";
import { metadataOf } from "../../templates/src/runtime/metadata.ts";
import type { RetryReason } from "../../templates/src/runtime/operation.ts";
import type { RetryFailure, RetryStrategy } from "../../templates/src/runtime/options.ts";
import { standardRetry } from "../../templates/src/runtime/standard-retry.ts";
import { answer, batch, connect, failureOf, scripted } from "../support/sample-service.ts";
import { fakeClock } from "./fake-clock.ts";

const highest = () => 1;
const failure = (attempt: number, reason: RetryReason | undefined, more: Partial<RetryFailure> = {}): RetryFailure => ({ attempt, reason, hintMs: undefined, last: false, ...more });

/** The waits after the first attempts of one call. */
function waits(strategy: RetryStrategy, reason: RetryReason, count: number, random = highest): (number | undefined)[] {
  const session = strategy.begin(random, fakeClock());
  return Array.from({ length: count }, (_, index) => session.failed(failure(index + 1, reason)));
}

/** How many retries a new client may make, each for a failure of that kind. */
function retries(strategy: RetryStrategy, reason: RetryReason): number {
  let count = 0;
  while (strategy.begin(highest, fakeClock()).failed(failure(1, reason)) !== undefined) count++;
  return count;
}

describe.each([
  ["standard", standardRetry, { transient: [50, 100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 20_000, 20_000], throttling: [1_000, 2_000, 4_000, 8_000, 16_000, 20_000], retries: [35, 100] }],
  ["legacy", legacyRetry, { transient: [100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 20_000, 20_000], throttling: [500, 1_000, 2_000, 4_000, 8_000, 16_000, 20_000], retries: [50, 100] }],
  ["adaptive", adaptiveRetry, { transient: [50, 100, 200], throttling: [1_000, 2_000, 4_000], retries: [35, 100] }],
] as const)("the %s strategy", (_, make, numbers) => {
  it("makes three attempts, unless told otherwise", () => {
    expect(make().maxAttempts).toBe(3);
    expect(make({ maxAttempts: 5 }).maxAttempts).toBe(5);
  });

  it.each(["transient", "throttling"] as const)("waits longer from attempt to attempt: %s", (reason) => {
    expect(waits(make(), reason, numbers[reason].length)).toEqual(numbers[reason]);
  });

  it("waits a random part of that", () => {
    expect(waits(make(), "transient", 3, () => 0.5)).toEqual(numbers.transient.slice(0, 3).map((ms) => ms / 2));
    expect(waits(make(), "transient", 3, () => 0)).toEqual([0, 0, 0]);
  });

  it("keeps to the numbers that it is given", () => {
    const strategy = make({ baseDelayMs: 10, throttlingDelayMs: 20, maxDelayMs: 30 });
    expect(waits(strategy, "transient", 4)).toEqual([10, 20, 30, 30]);
    expect(waits(strategy, "throttling", 3)).toEqual([20, 30, 30]);
  });

  it("gives up what makes no sense, and the last attempt", () => {
    const session = make().begin(highest, fakeClock());
    expect(session.failed(failure(1, undefined))).toBeUndefined();
    expect(session.failed(failure(3, "transient", { last: true }))).toBeUndefined();
    expect(retries(make(), "transient")).toBe(numbers.retries[0]);
  });

  it("has a quota of 500 tokens", () => {
    expect([retries(make(), "transient"), retries(make(), "throttling")]).toEqual(numbers.retries);
  });

  it("gets back what a retry cost that succeeded, 1 for a success without, and never more than 500", () => {
    const strategy = make();
    for (let count = 0; count < 1_000; count++) strategy.begin(highest, fakeClock()).succeeded?.();
    for (let count = 0; count < 1_000; count++) {
      const session = strategy.begin(highest, fakeClock());
      session.failed(failure(1, "transient"));
      session.succeeded?.();
    }
    expect(retries(strategy, "throttling")).toBe(100);
    for (let count = 0; count < 4; count++) strategy.begin(highest, fakeClock()).succeeded?.();
    expect(retries(strategy, "throttling")).toBe(0);
    strategy.begin(highest, fakeClock()).succeeded?.();
    expect(retries(strategy, "throttling")).toBe(1);
  });
});

describe("what a service asks to wait", () => {
  it.each([
    ["standard", standardRetry, [[10, 50], [700, 700], [5_050, 5_050], [5_051, 5_050], [3_600_000, 5_050]]],
    ["adaptive", adaptiveRetry, [[10, 50], [700, 700], [3_600_000, 5_050]]],
    ["legacy", legacyRetry, [[10, 100], [700, 700], [3_600_000, 3_600_000]]],
  ] as const)("is waited by the %s strategy within its bounds", (_, make, hints) => {
    for (const [hintMs, wait] of hints) expect(make().begin(highest, fakeClock()).failed(failure(1, "transient", { hintMs }))).toBe(wait);
  });
});

describe("DynamoDB's numbers", () => {
  it("come with the service: 4 attempts, waits from 25 ms", () => {
    expect(waits(standardRetry({ maxAttempts: 4, baseDelayMs: 25 }), "transient", 3)).toEqual([25, 50, 100]);
  });
});

// ------------------------------------------------------------------------------------------- beside the official SDK

interface TheirStrategy {
  acquireInitialRetryToken(scope: string): Promise<TheirToken>;
  refreshRetryTokenForRetry(token: TheirToken, failure: object): Promise<TheirToken>;
  recordSuccess(token: TheirToken): void;
}

interface TheirToken {
  readonly $retryLog: { readonly acquisitionDelay: number };
}

interface TheirLimiter {
  getSendToken(): Promise<void>;
  updateClientSendingRate(failure: object): void;
}

const { DefaultRateLimiter, StandardRetryStrategy } = createRequire(createRequire(import.meta.url).resolve("@aws-sdk/client-marketplace-metering"))("@smithy/core/retry") as {
  readonly StandardRetryStrategy: new (attempts: number) => TheirStrategy;
  readonly DefaultRateLimiter: (new () => TheirLimiter) & { setTimeoutFn: (callback: () => void, ms: number) => void };
};

/** Numbers from 0 to 1 that are the same in each run. */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

describe("beside the official SDK", () => {
  it("the standard strategy waits as long, and gives up as soon, over thousands of calls", async () => {
    const random = pseudoRandom(7);
    const { setTimeout: original } = globalThis;
    const { random: originalRandom } = Math;
    globalThis.setTimeout = ((callback: () => void) => void queueMicrotask(callback)) as never;
    try {
      const strategy = standardRetry({ maxAttempts: 4 });
      const theirs = new StandardRetryStrategy(4);
      const different: unknown[] = [];
      for (let call = 0; call < 3_000; call++) {
        const draw = random();
        Math.random = () => draw;
        const session = strategy.begin(() => draw, fakeClock());
        let token = await theirs.acquireInitialRetryToken("");
        for (let attempt = 1; ; attempt++) {
          const luck = random();
          if (luck < 0.3) {
            session.succeeded?.();
            theirs.recordSuccess(token);
            break;
          }
          const reason = luck < 0.6 ? "throttling" : luck < 0.95 ? "transient" : undefined;
          const ours = session.failed(failure(attempt, reason, { last: attempt >= 4 }));
          const next = await theirs.refreshRetryTokenForRetry(token, { errorType: reason?.toUpperCase() ?? "CLIENT_ERROR" }).catch(() => undefined);
          // Theirs cuts off fractions of a millisecond.
          if ((ours === undefined ? undefined : Math.floor(ours)) !== next?.$retryLog.acquisitionDelay) different.push({ call, attempt, ours, next });
          if (!next || ours === undefined) break;
          token = next;
        }
      }
      expect(different).toEqual([]);
    } finally {
      globalThis.setTimeout = original;
      Math.random = originalRandom;
    }
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])("the adaptive strategy lets requests go at the same times: %i", async (seed) => {
    const random = pseudoRandom(seed * 1_000 + 7);
    // A time of today would leave no digits for the small waits of theirs.
    const clock = fakeClock(1_000_000);
    class Limiter extends DefaultRateLimiter {
      getCurrentTimeInSeconds(): number {
        return clock.time / 1_000;
      }
    }
    const theirs = new Limiter();
    let waited = 0;
    DefaultRateLimiter.setTimeoutFn = (callback, ms) => {
      waited += ms;
      clock.time += Math.max(ms, 0.001);
      callback();
    };
    const strategy = adaptiveRetry();
    const pairs: (readonly [number, number])[] = [];
    for (let call = 0; call < 300; call++) {
      const session = strategy.begin(() => 0, clock);
      const ours = session.before!(1);
      waited = 0;
      await theirs.getSendToken();
      pairs.push([ours, waited]);
      clock.time += random() * 120;
      const isThrottled = random() < 0.1;
      if (isThrottled) session.failed(failure(1, "throttling", { last: true }));
      else session.succeeded!();
      theirs.updateClientSendingRate(isThrottled ? { errorType: "THROTTLING" } : {});
    }
    expect(pairs.filter(([ours, waits]) => Math.abs(ours - waits) > 0.01)).toEqual([]);
    expect(pairs.filter(([ours]) => ours > 0).length).toBeGreaterThan(20);
  });
});

// ----------------------------------------------------------------------------------------------------- whole clients

describe("the adaptive strategy of a client", () => {
  const input = { UsageRecords: [] };

  /** Ends waits at once, each at its time. */
  function setUp(isBusy: (count: number) => boolean, retry: RetryStrategy = adaptiveRetry()) {
    const clock = fakeClock();
    const sentAt: number[] = [];
    const transport = async () => {
      sentAt.push(clock.time);
      clock.time += 10;
      return isBusy(sentAt.length) ? answer(429) : answer(200, {});
    };
    return { clock, sentAt, client: connect({ transport, clock, random: () => 0, retry }) };
  }

  it("waits for nothing until the service throttles", async () => {
    const { clock, client } = setUp(() => false);
    for (let call = 0; call < 200; call++) await batch(client, input);
    expect(clock.pending).toBe(0);
  });

  it("slows all calls once the service throttles, and lets them go faster again with time", async () => {
    const { clock, client, sentAt } = setUp((count) => count > 50 && count < 54);
    const until = async (count: number) => {
      let done = 0;
      for (let call = 0; call < count; call++) void batch(client, input).then(() => done++, () => done++);
      while (done < count) await clock.advance(100);
    };
    await until(60);
    const throttled = sentAt.slice(54).map((at, index) => at - (sentAt.slice(53)[index] ?? 0));
    expect(Math.max(...throttled)).toBeGreaterThan(100);
    clock.time += 60_000;
    await until(1);
    clock.time += 1_000;
    const before = sentAt.length;
    await until(20);
    const apart = sentAt.slice(before + 1).map((at, index) => at - sentAt[before + index]!);
    expect(sentAt.length - before).toBe(20);
    expect(Math.max(...apart)).toBeLessThan(Math.max(...throttled));
  });

  it("leaves nothing behind when a call has no time to wait for its turn", async () => {
    const { clock, client, sentAt } = setUp((count) => count <= 3);
    await clock.advance(0);
    const first = failureOf(batch(client, input));
    await clock.advance(10_000);
    await first;
    const sent = sentAt.length;
    // Half a request a second: the last of these would wait for two minutes.
    const all = Array.from({ length: 60 }, () => failureOf(batch(client, input, { timeoutMs: 2_000 })).catch(() => "succeeded"));
    await clock.advance(2_000);
    expect((await Promise.all(all)).filter((error) => error.name === "TimeoutError").length).toBeGreaterThan(50);
    const inTime = sentAt.length;
    await clock.advance(200_000);
    expect(sentAt.length).toBe(inTime);
    expect(inTime - sent).toBeLessThan(10);
    expect(clock.pending).toBe(0);
  });
});

describe("the account of a call", () => {
  const input = { UsageRecords: [] };

  it.each([
    ["standard", standardRetry(), 150],
    ["legacy", legacyRetry(), 300],
    ["adaptive", adaptiveRetry(), 150],
    ["own numbers", { baseDelayMs: 10 }, 30],
  ] as const)("holds attempts and waits, in results and errors: %s", async (_, retry, totalDelayMs) => {
    const clock = fakeClock();
    const run = async (promise: Promise<unknown>) => {
      await clock.advance(1_000);
      return promise;
    };
    const good = connect({ ...scripted(answer(500), answer(503), answer(200, {})), clock, random: highest, retry });
    expect(metadataOf(await run(batch(good, input)))).toMatchObject({ attempts: 3, totalDelayMs });
    const bad = connect({ ...scripted(answer(500)), clock, random: highest, retry: retry });
    expect(await run(failureOf(batch(bad, input)))).toMatchObject({ attempts: 3, totalDelayMs });
  });

  it("holds a single attempt when retrying is off", async () => {
    const { transport, sent } = scripted(answer(500));
    const off = connect({ transport, retry: false });
    expect(await failureOf(batch(off, input))).toMatchObject({ attempts: 1, totalDelayMs: 0 });
    expect(sent).toHaveLength(1);
  });
});

describe("the standard strategy", () => {
  const wait = (attempt: number, reason: "transient" | "throttling", hintMs?: number, random = 1) =>
    standardRetry().begin(() => random, fakeClock()).failed({ attempt, reason, hintMs, last: false });

  it("doubles from 50 ms after transient failures and from 1,000 ms after throttling, up to 20 s", () => {
    expect([1, 2, 3, 9, 10, 99].map((attempt) => wait(attempt, "transient"))).toEqual([50, 100, 200, 12_800, 20_000, 20_000]);
    expect([1, 2, 5, 6].map((attempt) => wait(attempt, "throttling"))).toEqual([1_000, 2_000, 16_000, 20_000]);
  });

  it("takes a random part of that", () => {
    expect(wait(3, "transient", undefined, 0.25)).toBe(50);
    expect(wait(3, "transient", undefined, 0)).toBe(0);
  });

  it("waits as long as the service asks, when that is longer, but at most 5 s longer than it would", () => {
    expect(wait(1, "transient", 3_000, 0)).toBe(3_000);
    expect(wait(3, "throttling", 1_000)).toBe(4_000);
    expect(wait(1, "transient", 3_600_000)).toBe(5_050);
  });
});
