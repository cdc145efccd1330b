// The end of a check that compares with something to be fetched: where that can't be had, it says so and counts as skipped.

import { FetchError } from "./fetch-package.ts";

/** As test runners have it for what was skipped. */
const skipped = 77;

/** Runs the check; it gives its exit code. */
export async function skipUnfetched(check: () => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await check();
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    console.log(`skipped: ${error.message}`);
    process.exitCode = skipped;
  }
}
