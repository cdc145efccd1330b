// The layer that ends a call when its caller does or when time is over, whatever is under way.

import type { Layer } from "./call.ts";
import type { ResolvedClientOptions } from "./options.ts";
import { within } from "./within.ts";

/** Belongs outermost. Layers below see to it themselves that they do nothing more for a call that is over. */
export function deadline({ clock }: ResolvedClientOptions): Layer {
  return (next) => (call) => within(clock, call.options.limits.timeoutMs, "the call", call.signal, async () => next(call));
}
