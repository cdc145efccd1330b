// The standard strategy of AWS's SDKs: waits that grow, and a quota for all calls of a client.

import type { RetryOptions, RetryStrategy } from "./options.ts";

/** Tokens that retries take and successes bring back, so that the clients of a failing service don't make it worse. */
const quota = 500;

/** Makes the strategy for one client. */
export function standardRetry(options: RetryOptions = {}): RetryStrategy {
  const { maxAttempts = 3, baseDelayMs = 50, throttlingDelayMs = 1_000, maxDelayMs = 20_000 } = options;
  let tokens = quota;
  return {
    maxAttempts,
    begin(random) {
      let paid = 0;
      return {
        failed({ attempt, hintMs = 0, last, reason }) {
          const isThrottling = reason === "throttling";
          const cost = isThrottling ? 5 : 14;
          if (!reason || last || cost > tokens) return undefined;
          tokens -= paid = cost;
          const computed = random() * Math.min((isThrottling ? throttlingDelayMs : baseDelayMs) * 2 ** (attempt - 1), maxDelayMs);
          // A service that asks for hours would be obeyed by nobody.
          return Math.max(computed, Math.min(hintMs, computed + 5_000));
        },
        succeeded() {
          // The retry that succeeded was worth its cost.
          tokens = Math.min(tokens + (paid || 1), quota);
        },
      };
    },
  };
}
