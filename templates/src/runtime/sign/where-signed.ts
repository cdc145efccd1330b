// The layer that signs → the same for a service that has operations without a signature.

import type { Layer } from "../call.ts";

/** Passes by what is called without a signature. */
export const whereSigned =
  (layer: Layer): Layer =>
  (next) => {
    const signed = layer(next);
    return (call) => (call.operation.signed === false ? next(call) : signed(call));
  };
