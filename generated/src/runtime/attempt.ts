// A call that may throw → a value that says how it ended.

import { type CallError, isCallError } from "./errors.ts";

/** Carries, for the compiler alone, the errors that a promise may fail with. */
export interface Throws<Failure> {
  readonly [failures]?: Failure;
}

declare const failures: unique symbol;

export type Outcome<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

/** Gives failures of a call as values. Mistakes in the program itself are still thrown. */
export async function attempt<Value, Failure = CallError>(
  promise: Promise<Value> & Throws<Failure>,
): Promise<Outcome<Value, Failure>> {
  try {
    return { ok: true, value: await promise };
  } catch (error) {
    if (!isCallError(error)) throw error;
    return { ok: false, error: error as Failure };
  }
}
