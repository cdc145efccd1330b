// A problem before its place is known: checks work with pointers, and places are computed once at the end.

import type { ProblemCode } from "../problems/catalogue.ts";
import type { Place, Severity } from "../problems/problem.ts";

export interface Finding {
  readonly severity: Severity;
  readonly code: ProblemCode;
  /** In the loaded document: `/paths/~1pets/get`. */
  readonly pointer: string;
  readonly message: string;
  /** A function when it names the file, which is only known with the place. */
  readonly fix: string | ((place: Place) => string);
}
