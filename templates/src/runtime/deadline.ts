// The layer that ends a call when its caller does or when time is over, whatever is under way.

import type { Layer } from "./call.ts";
import type { ResolvedClientOptions } from "./options.ts";
import { within } from "./within.ts";

/** Belongs outermost. Every layer below sees a signal whose reason is the error to throw. */
export function deadline({ clock }: ResolvedClientOptions): Layer {
  return (next) => (call) =>
    within(clock, call.options.timeoutMs, "the call", call.signal, (signal) => next({ ...call, signal }));
}
