// The innermost Send: one attempt over the transport, in its own time.

import type { Send } from "./call.ts";
import { CallError, ConnectionError, ResponseTooLargeError, TimeoutError } from "./errors.ts";
import type { ResolvedClientOptions } from "./options.ts";
import type { TransportFailure } from "./transport/failure.ts";
import { tooLate, within } from "./within.ts";

export function transmit({ clock, transport }: ResolvedClientOptions): Send {
  return async ({ options, request, signal }) => {
    const { attemptTimeoutMs, progress, timeoutMs } = options;
    const left = progress.startedAt + timeoutMs - clock.now();
    const late = (): TimeoutError => (left > attemptTimeoutMs ? tooLate("the attempt", attemptTimeoutMs) : tooLate("the call", timeoutMs));
    // Layers may have been busy when the call ended; nothing must be sent after that.
    signal?.throwIfAborted();
    if (left <= 0) throw late();
    progress.attempts++;
    try {
      const response = await within(clock, Math.min(left, attemptTimeoutMs), late, signal, async (inner) =>
        transport(request, { ...options, signal: inner() }),
      );
      return { ...progress, request, response };
    } catch (cause) {
      if (cause instanceof CallError) throw cause;
      const { kind, message } = cause as TransportFailure;
      const isTooLarge = kind === "too-large";
      const Kind = isTooLarge ? ResponseTooLargeError : kind === "timeout" ? TimeoutError : ConnectionError;
      throw new Kind({ message, retryable: !isTooLarge, cause });
    }
  };
}
