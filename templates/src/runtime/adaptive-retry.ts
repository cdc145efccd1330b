// The adaptive strategy of AWS's SDKs: the standard one, and once the service throttles, a limit on what the client sends.
// The limit follows CUBIC, as TCP does: it falls by a part at each throttling, and grows from there with the time since.
// https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html

import type { RetryOptions, RetryStrategy } from "./options.ts";
import { standardRetry } from "./standard-retry.ts";

/** What throttling leaves of the rate. */
const beta = 0.7;

/** How steeply the rate grows again. */
const scale = 0.4;

/** How much the newest measurement counts. */
const smooth = 0.8;

/** Requests a second that are always allowed. */
const slowest = 0.5;

/** Makes the strategy for one client, best one that talks to one resource: throttling of any call slows all of them. */
export function adaptiveRetry(options: RetryOptions = {}): RetryStrategy {
  const standard = standardRetry(options);
  const limit = rateLimit();
  return {
    ...standard,
    begin(random, clock) {
      const session = standard.begin(random, clock);
      const seconds = (): number => clock.now() / 1_000;
      let delayMs: number | undefined = 0;
      return {
        // The wait between attempts fills the bucket, too.
        before: () => Math.max(limit.take(seconds()) * 1_000 - (delayMs ?? 0), 0),
        failed(failure) {
          limit.learn(seconds(), failure.reason === "throttling");
          return (delayMs = session.failed(failure));
        },
        succeeded() {
          limit.learn(seconds(), false);
          session.succeeded?.();
        },
      };
    },
  };
}

/** A bucket of tokens that fills at a rate that it learns. All times are in seconds. */
function rateLimit() {
  /** Requests a second that have been measured. */
  let measured = 0;
  let count = 0;
  let countedSince: number | undefined;
  /** The rate at which the service throttled, and when; nothing is limited until it does. */
  let highest = 0;
  let throttledAt: number | undefined;
  let isLimiting = false;
  let rate = slowest;
  let tokens = 0;
  let filledAt: number | undefined;

  const fill = (now: number): void => {
    tokens = Math.min(tokens + (now - (filledAt ?? now)) * rate, Math.max(rate, 1));
    filledAt = now;
  };

  return {
    /** Takes a token, and gives the time until it is there. Below zero, tokens belong to requests that wait. */
    take(now: number): number {
      countedSince ??= Math.floor((throttledAt ??= now));
      if (!isLimiting) return 0;
      fill(now);
      tokens -= 1;
      return Math.max(-tokens / rate, 0);
    },

    /** Takes notice of an answer. */
    learn(now: number, isThrottled: boolean): void {
      // Requests are counted in halves of a second.
      const half = Math.floor(now * 2) / 2;
      count += 1;
      if (half > countedSince!) {
        measured = (count / (half - countedSince!)) * smooth + measured * (1 - smooth);
        count = 0;
        countedSince = half;
      }
      let next: number;
      if (isThrottled) {
        highest = isLimiting ? Math.min(measured, rate) : measured;
        throttledAt = now;
        isLimiting = true;
        next = highest * beta;
      } else {
        // So many seconds after the throttling, the rate is back where it was.
        const plateau = Math.cbrt((highest * (1 - beta)) / scale);
        next = scale * (now - throttledAt! - plateau) ** 3 + highest;
      }
      fill(now);
      rate = Math.max(Math.min(next, 2 * measured), slowest);
      tokens = Math.min(tokens, Math.max(rate, 1));
    },
  };
}
