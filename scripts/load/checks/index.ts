// The checks of meaning, each one function in one file. They know nothing of each other; the order is that of the road
// through a document and has no effect.

import type { Finding } from "../finding.ts";
import type { Check, Checked } from "./check.ts";

const checks: readonly Check[] = [];

export function runChecks(document: Checked): readonly Finding[] {
  return checks.flatMap((check) => [...check(document)]);
}
