// What `load` gives: one OpenAPI document, corrected by its overlays, with every reference inside itself.

import type { JsonObject } from "../json.ts";
import type { Problem } from "../problems/problem.ts";

/** A file that was read, kept so that a place in it can be computed when a problem needs one. */
export interface SourceText {
  /** As the user named it; `-` becomes `stdin`. */
  readonly file: string;
  readonly text: string;
  readonly format: "json" | "yaml";
}

/** Says where a part of the document was read, when that isn't the same pointer of the main file. */
export interface Origin {
  /** Pointer in the loaded document, `/components/schemas/Tag`. */
  readonly pointer: string;
  /** Index in `sources`. */
  readonly source: number;
  /** Pointer in that source. */
  readonly sourcePointer: string;
}

/** What became of one overlay action. */
export interface OverlayAction {
  readonly source: number;
  readonly index: number;
  readonly target: string;
  readonly description: string;
  /** How many places of the document it changed; 0 is reported as a problem. */
  readonly matched: number;
}

export interface Document {
  /** OpenAPI 3.0 or 3.1; every `$ref` begins with `#/` and resolves. */
  readonly api: JsonObject;
  /** `sources[0]` is the main file. */
  readonly sources: readonly SourceText[];
  readonly origins: readonly Origin[];
  readonly overlayActions: readonly OverlayAction[];
  readonly problems: readonly Problem[];
}
