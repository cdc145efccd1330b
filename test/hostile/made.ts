// The documents that are too large, too binary or too alike to be files: each made by a function, by their
// classes. What they come to is recorded in `made.txt`.

import { anywhere } from "./made/anywhere.ts";
import { bytes } from "./made/bytes.ts";
import { limits } from "./made/limits.ts";
import { names } from "./made/names.ts";
import { references } from "./made/references.ts";
import type { Given } from "./outcome.ts";

export interface Made extends Given {
  /** What is wrong with it, in a few words. */
  readonly what: string;
  /** `openapi.json` unless set. */
  readonly file?: string;
  readonly document: () => string | Uint8Array;
}

export const made: Readonly<Record<string, readonly Made[]>> = { "text anywhere": anywhere, "names": names, "bytes": bytes, "references to elsewhere": references, "limits": limits };
