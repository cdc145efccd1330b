// The standard strategy of AWS's SDKs: waits that grow, and a quota for all calls of a client.
import { backoff } from "./backoff.js";
/** Tokens that retries take and successes bring back, so that the clients of a failing service don't make it worse. */
const quota = 500;
/** Makes the strategy for one client. */
export function standardRetry(options = {}) {
    let tokens = quota;
    return {
        maxAttempts: options.maxAttempts ?? 3,
        begin(random) {
            let paid = 0;
            return {
                failed(failure) {
                    const cost = failure.reason === "throttling" ? 5 : 14;
                    if (!failure.reason || failure.last || cost > tokens)
                        return undefined;
                    tokens -= paid = cost;
                    return backoff({ ...options, ...failure, random });
                },
                succeeded() {
                    // The retry that succeeded was worth its cost.
                    tokens = Math.min(tokens + (paid || 1), quota);
                },
            };
        },
    };
}
