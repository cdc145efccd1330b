/** Ends a `switch` over a union: the compiler refuses it when a kind is missing. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected ${JSON.stringify(value)}.`);
}
