// The innermost Send: one attempt over the transport, in its own time.

import type { Send } from "./call.ts";
import { CallError, ConnectionError, ResponseTooLargeError, TimeoutError } from "./errors.ts";
import { tell } from "./hooks.ts";
import { requestIdOf } from "./metadata.ts";
import type { ResolvedClientOptions } from "./options.ts";
import { startTimer } from "./timer.ts";
import { TransportFailure } from "./transport/failure.ts";

export function transmit({ clock, hooks, service, transport }: ResolvedClientOptions): Send {
  return async ({ operation, request, signal, attempt, options }) => {
    // Layers may have been busy when the call ended; nothing must be sent after that.
    signal?.throwIfAborted();
    const { attemptTimeoutMs, connectTimeoutMs, invocationId, maxResponseBytes, progress } = options;
    const event = { service: service.name, operation: operation.name, invocationId, attempt };
    const startedAt = clock.now();
    const controller = new AbortController();
    const abort = (): void => controller.abort(signal?.reason);
    const cancel = startTimer(clock, attemptTimeoutMs, () =>
      controller.abort(new TimeoutError({ message: `no complete answer came within ${attemptTimeoutMs} ms`, retryable: true })),
    );
    signal?.addEventListener("abort", abort);
    progress.attempts++;
    tell(hooks.attemptStart, event);
    try {
      const response = await transport(request, { signal: controller.signal, connectTimeoutMs, maxResponseBytes });
      const { status, headers } = response;
      tell(hooks.attemptEnd, { ...event, status, durationMs: clock.now() - startedAt, requestId: requestIdOf(headers) });
      return { request, response, attempts: progress.attempts, totalDelayMs: progress.totalDelayMs };
    } catch (cause) {
      const error = controller.signal.aborted ? controller.signal.reason : publicError(cause);
      tell(hooks.attemptFailure, { ...event, durationMs: clock.now() - startedAt, error });
      throw error;
    } finally {
      cancel();
      signal?.removeEventListener("abort", abort);
    }
  };
}

/** What a transport throws, in the terms of callers. */
function publicError(cause: unknown): unknown {
  if (cause instanceof CallError) return cause;
  if (!(cause instanceof TransportFailure)) {
    return new ConnectionError({ message: "the request could not be sent", retryable: true, cause });
  }
  const { kind, message } = cause;
  if (kind === "too-large") return new ResponseTooLargeError({ message, cause });
  const Kind = kind === "timeout" ? TimeoutError : ConnectionError;
  return new Kind({ message, retryable: true, cause });
}
