// A failed answer → how long the service asks to wait.

import type { HttpResponse } from "./call.ts";

/** Milliseconds that an answer asks to wait; `undefined` when it asks for nothing sensible. */
export function retryHint({ headers }: HttpResponse, now: number): number | undefined {
  const { "x-amz-retry-after": exact = "", "retry-after": after = "" } = headers;
  const whole = /^\d+$/;
  // What else Date.parse takes for a date lies in the past.
  const ms = whole.test(exact) ? +exact : whole.test(after) ? +after * 1_000 : Date.parse(after) - now;
  return ms >= 0 ? ms : undefined;
}
