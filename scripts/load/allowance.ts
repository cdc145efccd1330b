// What the limits leave for the files still to be read: some of them count what all files of a run hold together.

import type { Limits } from "./limits.ts";

type Shared = "documentBytes" | "yamlTokens" | "values";

/** Gets smaller with each file that is read. */
export interface Allowance {
  /** Takes what a file holds, if so much is left. */
  take(what: Shared, amount: number): boolean;
  /** Whether a file has already asked for more than was left. What comes after it needn't be read, nor be told. */
  isSpent(): boolean;
  /** For messages: whether files were read before this one. */
  withOthers(what: Shared): string;
}

export function openAllowance({ documentBytes, yamlTokens, values }: Limits): Allowance {
  const usual = { documentBytes, yamlTokens, values };
  const left = { ...usual };
  let isSpent = false;
  return {
    take(what, amount) {
      if (amount > left[what]) isSpent = true;
      else left[what] -= amount;
      return !isSpent;
    },
    isSpent: () => isSpent,
    withOthers: (what) => (left[what] < usual[what] ? ", with the files read before it," : ""),
  };
}
