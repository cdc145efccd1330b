// The layer that sends a call again when that may help.

import type { Exchange, Layer } from "./call.ts";
import { classify } from "./classify.ts";
import type { CallError } from "./errors.ts";
import type { RetryReason } from "./operation.ts";
import type { ResolvedClientOptions } from "./options.ts";
import { retryHint } from "./retry-hint.ts";
import { isFailure } from "./throw-errors.ts";
import { within } from "./within.ts";

/** Belongs outside of the layer that signs, so that every attempt is signed afresh. */
export function retry(client: ResolvedClientOptions): Layer {
  const { clock } = client;

  return (next) => async (call) => {
    const { endsAt, limits, progress } = call.options;
    const session = client.retry.begin(client.random, clock);
    let delayMs = 0;

    for (let attempt = 1; ; attempt++) {
      const ms = Math.min(delayMs + (session.before?.(attempt) ?? 0), endsAt - clock.now());
      if (ms > 0) {
        await within(clock, Infinity, "", call.signal, (onEnd) => new Promise<void>((resolve) => onEnd(clock.setTimer(resolve, ms))));
        progress.totalDelayMs += ms;
      }
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
        ({ reason } = classify(call.operation, exchange));
        hintMs = retryHint(exchange.response, clock.now());
      } catch (thrown) {
        error = thrown;
        if ((thrown as Partial<CallError> | undefined)?.retryable) reason = "transient";
      }

      const last = attempt >= limits.maxAttempts;
      delayMs = session.failed({ attempt, reason, hintMs, last }) ?? Infinity;
      // When time would be over before the next attempt, what is known now says more than a timeout.
      if (last || delayMs >= endsAt - clock.now()) {
        if (exchange) return exchange;
        throw error;
      }
    }
  };
}
