// The layer that ends a call when its caller does or when time is over, whatever is under way.

import type { Layer } from "./call.ts";
import type { ResolvedClientOptions } from "./options.ts";
import { tooLate, within } from "./within.ts";

/** Belongs outermost. Layers below see to it themselves that they do nothing more for a call that is over. */
export function deadline({ clock }: ResolvedClientOptions): Layer {
  return (next) => (call) => {
    const { timeoutMs } = call.options;
    return within(clock, timeoutMs, () => tooLate("the call", timeoutMs), call.signal, () => next(call));
  };
}
