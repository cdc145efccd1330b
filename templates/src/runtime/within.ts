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
    const clear = (): void => {
      cancel?.();
      outer?.removeEventListener("abort", abort);
    };
    const end = (error: unknown): void => {
      clear();
      reject(error);
      controller.abort(error);
    };
    const abort = (): void => {
      const cause: unknown = outer!.reason;
      end(cause instanceof CallError ? cause : new AbortError({ message: "the caller ended the call", cause }));
    };
    // A longer wait, or an endless one, would make setTimeout call back at once.
    const cancel =
      ms < 2 ** 31
        ? clock.setTimer(() => end(new TimeoutError({ message: `${what} took longer than ${ms} ms`, retryable: true })), ms)
        : undefined;
    outer?.addEventListener("abort", abort);
    if (outer?.aborted) abort();
    else run(controller.signal).then(resolve, reject).then(clear);
  });
}
