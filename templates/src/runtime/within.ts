// Something that takes time → the same within so many milliseconds, and no longer than the caller wants it.

import type { Clock, OnEnd } from "./call.ts";
import { AbortError, TimeoutError } from "./errors.ts";

/**
 * Settles at once when time is over or the caller's signal aborts, whatever `run` does then, and leaves no timer and no
 * listener. `run` may name a function to call back then. It doesn't even begin when it is too late already.
 */
export function within<T>(
  clock: Clock,
  ms: number,
  what: string,
  signal: AbortSignal | undefined,
  run: (onEnd: OnEnd) => Promise<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let tell: ((error: Error) => void) | undefined;
    const clear = (): void => {
      cancel?.();
      signal?.removeEventListener("abort", abort);
    };
    const end = (error: Error): void => {
      clear();
      reject(error);
      tell?.(error);
    };
    const abort = (): void => end(new AbortError({ message: "the caller ended the call", cause: signal!.reason }));
    const late = (): void => end(new TimeoutError({ message: `${what} took longer than ${ms} ms`, retryable: true }));
    // A longer wait, or an endless one, would make setTimeout call back at once.
    const cancel = ms < 2 ** 31 ? clock.setTimer(late, ms) : undefined;
    signal?.addEventListener("abort", abort);
    if (signal?.aborted) abort();
    else if (ms <= 0) late();
    else run((callback) => (tell = callback)).then(resolve, reject).then(clear);
  });
}
