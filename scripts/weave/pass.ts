// What a pass is: it ties one concern into the rendered code.

import type { PreparedSpec } from "../prepare/prepared-spec.ts";
import type { Sources } from "./sources.ts";

export interface Pass {
  /** For messages and for `passes` of the configuration. */
  readonly name: string;
  /** Whether this API needs it. */
  readonly appliesTo: (spec: PreparedSpec) => boolean;
  /** Changes the files. Doing it twice is the same as once. */
  readonly apply: (sources: Sources, spec: PreparedSpec) => void;
  /** Names of passes that have to come before this one. A pass without any may stand anywhere. */
  readonly after?: readonly string[];
}
