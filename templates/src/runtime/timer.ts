// A timer that may be endless.

import type { Clock } from "./call.ts";

/** Calls back after so many milliseconds; the function it gives cancels. */
export function startTimer(clock: Clock, ms: number, callback: () => void): () => void {
  // A longer wait, or an endless one, would make setTimeout call back at once.
  return ms < 2 ** 31 ? clock.setTimer(callback, ms) : () => {};
}
