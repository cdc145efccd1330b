// What a check is: a function from the loaded document to what is wrong with it.

import type { JsonObject } from "../../json.ts";
import type { Finding } from "../finding.ts";
import type { Limits } from "../limits.ts";
import type { Resolve } from "../resolve.ts";

/** The document as checks see it: overlays applied, other files brought in. It may still have any fault. */
export interface Checked {
  readonly api: JsonObject;
  readonly line: "3.0" | "3.1";
  readonly resolve: Resolve;
  readonly limits: Limits;
}

export type Check = (document: Checked) => Iterable<Finding>;
