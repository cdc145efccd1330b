// A clock that stands until a test moves it.

import type { Clock } from "../../templates/src/runtime/call.ts";

export interface FakeClock extends Clock {
  time: number;
  /** Timers that haven't gone off yet. */
  readonly pending: number;
  /** Moves the time on, lets timers go off in order, and gives promises a chance to settle after each. */
  advance(ms: number): Promise<void>;
}

export function fakeClock(time: number = Date.UTC(2026, 10, 23, 12)): FakeClock {
  const timers = new Map<object, { readonly at: number; readonly callback: () => void }>();
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    time,
    now() {
      return this.time;
    },
    setTimer(callback, ms) {
      const key = {};
      timers.set(key, { at: this.time + ms, callback });
      return () => timers.delete(key);
    },
    get pending() {
      return timers.size;
    },
    async advance(ms) {
      const end = this.time + ms;
      await settle();
      for (;;) {
        const [next] = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
        if (!next) break;
        timers.delete(next[0]);
        this.time = next[1].at;
        next[1].callback();
        await settle();
      }
      this.time = end;
    },
  };
}
