import type { Clock } from "./call.ts";
import { TimeoutError } from "./errors.ts";
/** Gives the error for time that is over. */
export declare function tooLate(what: string, ms: number): TimeoutError;
/**
 * Settles at once when time is over or the outer signal aborts, whatever `run` does then, and leaves no timer and no
 * listener. `run` may ask for a signal of its own, which most needn't pay for. `late` gives the error for time that is over.
 */
export declare function within<T>(clock: Clock, ms: number, late: () => TimeoutError, outer: AbortSignal | undefined, run: (signal: () => AbortSignal) => Promise<T>): Promise<T>;
