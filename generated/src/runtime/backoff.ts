// A failed attempt → how long to wait for the next. The numbers are those that AWS's own SDKs keep to.

import type { HttpResponse } from "./call.ts";
import type { RetryReason } from "./operation.ts";
import type { RetryOptions } from "./options.ts";

export interface BackoffOptions extends Omit<RetryOptions, "maxAttempts"> {
  /** The attempt that failed; 1 for the first. */
  readonly attempt: number;
  readonly reason: RetryReason | undefined;
  /** Milliseconds that the service asks to wait. */
  readonly hintMs?: number | undefined;
  readonly random: () => number;
}

/** Milliseconds to wait: a random part of a time that doubles, or longer when the service asks for it. */
export function backoff(options: BackoffOptions): number {
  const { attempt, reason, hintMs = 0, random, baseDelayMs = 50, throttlingDelayMs = 1_000, maxDelayMs = 20_000 } = options;
  const base = reason === "throttling" ? throttlingDelayMs : baseDelayMs;
  const computed = random() * Math.min(base * 2 ** (attempt - 1), maxDelayMs);
  // A service that asks for hours would be obeyed by nobody.
  return Math.max(computed, Math.min(hintMs, computed + 5_000));
}

/** Milliseconds that an answer asks to wait; `undefined` when it asks for nothing sensible. */
export function retryHint({ headers }: HttpResponse, now: number): number | undefined {
  const { "x-amz-retry-after": exact = "", "retry-after": after = "" } = headers;
  const whole = /^\d+$/;
  // What else Date.parse takes for a date lies in the past.
  const ms = whole.test(exact) ? Number(exact) : whole.test(after) ? Number(after) * 1_000 : Date.parse(after) - now;
  return ms >= 0 ? ms : undefined;
}
