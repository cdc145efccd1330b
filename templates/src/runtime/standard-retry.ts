// The standard strategy of AWS's SDKs: waits that grow, and a quota for all calls of a client.

import { backoff } from "./backoff.ts";
import type { RetryOptions, RetryStrategy } from "./options.ts";
import { retryQuota } from "./retry-quota.ts";

/** What a retry costs of the quota. */
const costs = { transient: 14, throttling: 5 } as const;

/** Makes the strategy for one client. */
export function standardRetry(options: RetryOptions = {}): RetryStrategy {
  const quota = retryQuota();
  return {
    maxAttempts: options.maxAttempts ?? 3,
    begin(random) {
      let paid = 0;
      return {
        failed({ attempt, reason, hintMs, last }) {
          if (!reason || last || !quota.take(costs[reason])) return undefined;
          paid = costs[reason];
          return backoff({ ...options, attempt, reason, hintMs, random });
        },
        // The retry that succeeded was worth its cost.
        succeeded: () => quota.give(paid || 1),
      };
    },
  };
}
