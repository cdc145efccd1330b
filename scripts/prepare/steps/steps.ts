// What is still to be said once a document has been read, in order.

import type { PreparedSpec } from "../prepared-spec.ts";
import type { Dialect } from "../read/dialect.ts";
import { idempotencyTokens } from "./idempotency-tokens.ts";

/** Adds to a prepared spec; gives it back unchanged when there is nothing to add. */
export type Step = (spec: PreparedSpec, dialect: Dialect) => PreparedSpec;

export const steps: readonly Step[] = [
  idempotencyTokens,
];
