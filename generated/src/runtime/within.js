// Something that takes time → the same within so many milliseconds, and no longer than an outer signal allows.
import { AbortError, TimeoutError } from "./errors.js";
/** Gives the error for time that is over. */
export function tooLate(what, ms) {
    return new TimeoutError({ message: `${what} took longer than ${ms} ms`, retryable: true });
}
/**
 * Settles at once when time is over or the outer signal aborts, whatever `run` does then, and leaves no timer and no
 * listener. `run` may ask for a signal of its own, which most needn't pay for. `late` gives the error for time that is over.
 */
export function within(clock, ms, late, outer, run) {
    return new Promise((resolve, reject) => {
        let controller;
        const clear = () => {
            cancel?.();
            outer?.removeEventListener("abort", abort);
        };
        const end = (error) => {
            clear();
            reject(error);
            controller?.abort(error);
        };
        const abort = () => end(new AbortError({ message: "the caller ended the call", cause: outer.reason }));
        // A longer wait, or an endless one, would make setTimeout call back at once.
        const cancel = ms < 2 ** 31 ? clock.setTimer(() => end(late()), ms) : undefined;
        outer?.addEventListener("abort", abort);
        if (outer?.aborted)
            abort();
        else
            run(() => (controller ??= new AbortController()).signal).then(resolve, reject).then(clear);
    });
}
