// The layer that ends a call when its caller does or when time is over, whatever is under way.
import { tooLate, within } from "./within.js";
/** Belongs outermost. Layers below see to it themselves that they do nothing more for a call that is over. */
export function deadline({ clock }) {
    return (next) => (call) => {
        const { timeoutMs } = call.options;
        return within(clock, timeoutMs, () => tooLate("the call", timeoutMs), call.signal, () => next(call));
    };
}
