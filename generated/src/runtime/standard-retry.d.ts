import type { RetryOptions, RetryStrategy } from "./options.ts";
/** Makes the strategy for one client. */
export declare function standardRetry(options?: RetryOptions): RetryStrategy;
