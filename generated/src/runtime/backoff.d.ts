import type { HttpResponse } from "./call.ts";
import type { RetryReason } from "./operation.ts";
import type { RetryOptions } from "./options.ts";
export interface BackoffOptions extends Omit<RetryOptions, "maxAttempts"> {
    /** The attempt that failed; 1 for the first. */
    readonly attempt: number;
    readonly reason: RetryReason | undefined;
    /** Milliseconds that the service asks to wait. */
    readonly hintMs?: number | undefined;
    readonly random: () => number;
}
/** Milliseconds to wait: a random part of a time that doubles, or longer when the service asks for it. */
export declare function backoff(options: BackoffOptions): number;
/** Milliseconds that an answer asks to wait; `undefined` when it asks for nothing sensible. */
export declare function retryHint({ headers }: HttpResponse, now: number): number | undefined;
