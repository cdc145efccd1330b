// Something that takes a signal → the same within so many milliseconds, and no longer than an outer signal allows.

import type { Clock } from "./call.ts";
import { AbortError, CallError, TimeoutError } from "./errors.ts";

/**
 * Settles at once when time is over or the outer signal aborts, whatever `run` does then, and leaves no timer and no
 * listener. `what` is said to have taken too long.
 */
export function within<T>(
  clock: Clock,
  ms: number,
  what: string,
  outer: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const controller = new AbortController();
    const end = (error: unknown): void => {
      reject(error);
      controller.abort(error);
    };
    const abort = (): void => {
      const cause: unknown = outer!.reason;
      end(cause instanceof CallError ? cause : new AbortError({ message: "the caller ended the call", cause }));
    };
    if (outer?.aborted) return abort();
    outer?.addEventListener("abort", abort);
    // A longer wait, or an endless one, would make setTimeout call back at once.
    const cancel =
      ms < 2 ** 31 && clock.setTimer(() => end(new TimeoutError({ message: `${what} took longer than ${ms} ms`, retryable: true })), ms);
    run(controller.signal)
      .then(resolve, reject)
      .then(() => {
        if (cancel) cancel();
        outer?.removeEventListener("abort", abort);
      });
  });
}
