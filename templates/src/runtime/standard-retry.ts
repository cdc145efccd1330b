// The standard strategy of AWS's SDKs: waits that grow, and a quota for all calls of a client.

import { backoff } from "./backoff.ts";
import type { RetryOptions, RetryStrategy } from "./options.ts";
import { retryQuota } from "./retry-quota.ts";

/** Makes the strategy for one client. */
export function standardRetry(options: RetryOptions = {}): RetryStrategy {
  const quota = retryQuota();
  return {
    maxAttempts: options.maxAttempts ?? 3,
    begin(random) {
      let paid = 0;
      return {
        failed({ attempt, reason, hintMs, last }) {
          const cost = reason === "throttling" ? 5 : 14;
          if (!reason || last || !quota.take(cost)) return undefined;
          paid = cost;
          return backoff({ ...options, attempt, reason, hintMs, random });
        },
        // The retry that succeeded was worth its cost.
        succeeded: () => quota.give(paid || 1),
      };
    },
  };
}
