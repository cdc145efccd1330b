// The layer that ends a call when its caller does or when time is over, whatever is under way.

import type { Layer } from "./call.ts";
import { AbortError, TimeoutError } from "./errors.ts";
import type { ResolvedClientOptions } from "./options.ts";
import { startTimer } from "./timer.ts";
import { untilAborted } from "./until-aborted.ts";

/** Belongs outermost. Every layer below sees a signal whose reason is the error to throw. */
export function deadline({ clock }: ResolvedClientOptions): Layer {
  return (next) => async (call) => {
    const { signal, timeoutMs } = call.options;
    const controller = new AbortController();
    const abort = (): void => controller.abort(new AbortError({ message: "the caller ended the call", cause: signal?.reason }));
    const cancel = startTimer(clock, timeoutMs, () =>
      controller.abort(new TimeoutError({ message: `the call took longer than ${timeoutMs} ms`, retryable: true })),
    );
    signal?.addEventListener("abort", abort);
    if (signal?.aborted) abort();
    try {
      controller.signal.throwIfAborted();
      return await untilAborted(next({ ...call, signal: controller.signal }), controller.signal);
    } finally {
      cancel();
      signal?.removeEventListener("abort", abort);
    }
  };
}
