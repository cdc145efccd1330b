// The layer that sends a call again when that may help.

import type { Exchange, Layer } from "./call.ts";
import { retryHint } from "./backoff.ts";
import { retryReason } from "./classify.ts";
import { isCallError } from "./errors.ts";
import { tell } from "./hooks.ts";
import type { RetryReason } from "./operation.ts";
import type { ResolvedClientOptions } from "./options.ts";
import { pause } from "./pause.ts";
import { signsAnew } from "./sign/signs-anew.ts";
import { standardRetry } from "./standard-retry.ts";
import { isFailure } from "./throw-errors.ts";

/** Belongs outside of the layer that signs, so that every attempt is signed afresh. */
export function retry(options: ResolvedClientOptions): Layer {
  const { clock, hooks, random, service } = options;
  const given = options.retry;
  const strategy = given && "begin" in given ? given : standardRetry({ ...service.retry, ...(given || {}) });

  return (next) => async (call) => {
    const { operation, signal } = call;
    const { invocationId, maxAttempts, progress, timeoutMs } = call.options;
    const session = strategy.begin(random);
    const wait = async (ms: number): Promise<void> => {
      if (!(ms > 0)) return;
      const from = clock.now();
      await pause(clock, ms, signal).finally(() => (progress.totalDelayMs += clock.now() - from));
    };

    for (let attempt = 1; ; attempt++) {
      await wait(session.before?.(attempt) ?? 0);
      let exchange: Exchange | undefined;
      let error: unknown;
      let reason: RetryReason | undefined;
      let hintMs: number | undefined;
      try {
        exchange = await next({ ...call, attempt });
        const { request, response } = exchange;
        if (!isFailure(response)) {
          session.succeeded?.();
          return exchange;
        }
        const { code } = operation.protocol.failure(operation, response);
        const isDocumented = operation.errors?.some((documented) => documented.code === code);
        reason = retryReason(operation, response, code) ?? (!isDocumented && signsAnew(request, code) ? "transient" : undefined);
        hintMs = retryHint(response.headers, clock.now());
      } catch (thrown) {
        error = thrown;
        if (isCallError(thrown) && thrown.retryable) reason = "transient";
      }

      const last = attempt >= maxAttempts || signal?.aborted === true;
      const delayMs = session.failed({ attempt, reason, hintMs, last });
      // What is known now says more than a timeout would after the wait.
      const isTooLate = delayMs !== undefined && clock.now() + delayMs >= progress.startedAt + timeoutMs;
      if (delayMs === undefined || last || isTooLate) {
        if (exchange) return exchange;
        throw error;
      }
      tell(hooks.retry, { service: service.name, operation: operation.name, invocationId, attempt, delayMs, reason: reason ?? "other" });
      await wait(delayMs);
    }
  };
}
