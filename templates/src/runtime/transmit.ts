// The innermost Send: one attempt over the transport, in its own time.

import type { Send } from "./call.ts";
import { CallError, ConnectionError, ResponseTooLargeError, TimeoutError } from "./errors.ts";
import type { ResolvedClientOptions } from "./options.ts";
import { TransportFailure } from "./transport/failure.ts";
import { within } from "./within.ts";

export function transmit({ clock, transport }: ResolvedClientOptions): Send {
  return async ({ options, request, signal }) => {
    // Layers may have been busy when the call ended; nothing must be sent after that.
    signal?.throwIfAborted();
    const { attemptTimeoutMs, progress } = options;
    progress.attempts++;
    try {
      const response = await within(clock, attemptTimeoutMs, "the attempt", signal, async (inner) =>
        transport(request, { ...options, signal: inner }),
      );
      return { ...progress, request, response };
    } catch (cause) {
      throw publicError(cause);
    }
  };
}

/** What a transport throws, in the terms of callers. */
function publicError(cause: unknown): unknown {
  if (cause instanceof CallError) return cause;
  const { kind, message } = cause instanceof TransportFailure ? cause : { kind: "other", message: "the request could not be sent" };
  const Kind = kind === "too-large" ? ResponseTooLargeError : kind === "timeout" ? TimeoutError : ConnectionError;
  return new Kind({ message, retryable: kind !== "too-large", cause });
}
