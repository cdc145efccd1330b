// The layer that sends a call again when that may help.

import { retryHint } from "./backoff.ts";
import type { Call, Exchange, Layer } from "./call.ts";
import { caseNamed, retryReason } from "./classify.ts";
import { CallError } from "./errors.ts";
import type { RetryReason } from "./operation.ts";
import type { ResolvedClientOptions } from "./options.ts";
import { signsAnew } from "./sign/signs-anew.ts";
import { standardRetry } from "./standard-retry.ts";
import { isFailure } from "./throw-errors.ts";

/** Belongs outside of the layer that signs, so that every attempt is signed afresh. */
export function retry(client: ResolvedClientOptions): Layer {
  const { clock, random, retry: given, service } = client;
  const strategy = given && "begin" in given ? given : standardRetry({ ...service.retry, ...(given || {}) });

  return (next) => async (call) => {
    const { signal } = call;
    const { maxAttempts, progress, timeoutMs } = call.options;
    const session = strategy.begin(random);
    let delayMs: number | undefined = 0;

    for (let attempt = 1; ; attempt++) {
      delayMs += session.before?.(attempt) ?? 0;
      if (delayMs > 0) await pause(delayMs, signal);
      signal?.throwIfAborted();
      progress.totalDelayMs += delayMs;
      let exchange: Exchange | undefined;
      let error: unknown;
      let reason: RetryReason | undefined;
      let hintMs: number | undefined;
      try {
        exchange = await next({ ...call, attempt });
        if (!isFailure(exchange)) {
          session.succeeded?.();
          return exchange;
        }
        reason = reasonOf(call, exchange);
        hintMs = retryHint(exchange.response, clock.now());
      } catch (thrown) {
        error = thrown;
        if (thrown instanceof CallError && thrown.retryable) reason = "transient";
      }

      const last = attempt >= maxAttempts || !!signal?.aborted;
      delayMs = session.failed({ attempt, reason, hintMs, last });
      // When time would be over before the next attempt, what is known now says more than a timeout.
      if (delayMs === undefined || last || clock.now() + delayMs >= progress.startedAt + timeoutMs) {
        if (exchange) return exchange;
        throw error;
      }
    }
  };

  /** Ends after so many milliseconds, or as soon as the call is aborted. */
  function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        cancel();
        signal?.removeEventListener("abort", end);
        resolve();
      };
      const cancel = clock.setTimer(end, ms);
      signal?.addEventListener("abort", end);
    });
  }
}

function reasonOf({ operation }: Call, { request, response }: Exchange): RetryReason | undefined {
  const { code } = operation.protocol.failure(operation, response);
  const reason = retryReason(operation, response, code);
  if (reason || caseNamed(operation, code, response.status)) return reason;
  return signsAnew(request, code) ? "transient" : undefined;
}
