// The standard strategy with the numbers that AWS's SDKs kept to before 2026.

import type { RetryOptions, RetryStrategy } from "./options.ts";

/** Tokens that retries take and successes bring back, for all calls of a client. */
const quota = 500;

/**
 * Makes the strategy for one client: waits grow from 100 ms, from 500 ms after throttling; a retry costs 10 tokens, 5 after
 * throttling; and what the service asks to wait is waited, however long it is.
 */
export function legacyRetry(options: RetryOptions = {}): RetryStrategy {
  const { maxAttempts = 3, baseDelayMs = 100, throttlingDelayMs = 500, maxDelayMs = 20_000 } = options;
  let tokens = quota;
  return {
    maxAttempts,
    begin(random) {
      let paid = 0;
      return {
        failed({ attempt, hintMs = 0, last, reason }) {
          const isThrottling = reason === "throttling";
          const cost = isThrottling ? 5 : 10;
          if (!reason || last || cost > tokens) return undefined;
          tokens -= paid = cost;
          const computed = random() * (isThrottling ? throttlingDelayMs : baseDelayMs) * 2 ** (attempt - 1);
          return Math.max(Math.min(computed, maxDelayMs), hintMs);
        },
        succeeded() {
          // The retry that succeeded was worth its cost.
          tokens = Math.min(tokens + (paid || 1), quota);
        },
      };
    },
  };
}
