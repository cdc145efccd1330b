// What is wrong with a spec or an option: a value that says what, where and what to do.

import type { ProblemCode } from "./catalogue.ts";

/** A position in a file that the reader owns. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** JSON pointer inside the file, as a URI fragment: `#/components/schemas/UsageRecord`. */
  readonly pointer: string;
}

/** `error` stops the run with exit code 2; `warning` and `note` are told and the run goes on. */
export type Severity = "error" | "warning" | "note";

export interface Problem {
  readonly severity: Severity;
  readonly code: ProblemCode;
  /** Absent when nothing in a file is to blame, for example for a wrong option. */
  readonly place?: Place;
  /** What is so, in the words of the spec. One or two sentences. */
  readonly message: string;
  /** What to do, naming a file or an option that the reader owns. One sentence. */
  readonly fix: string;
}
