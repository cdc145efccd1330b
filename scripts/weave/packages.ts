// The one place that loads ts-morph and openapi-typescript, each of which brings a TypeScript compiler of nine megabytes.

import { createRequire } from "node:module";
import type * as OpenApiTypescript from "openapi-typescript";
import type * as TsMorph from "ts-morph";

// Importing a CommonJS package makes Node read it twice more, to find out that it is one and which names it exports. With
// compilers that costs half a second, a fifth of a whole run; `require` takes a package as it is.
const require = createRequire(import.meta.url);

// Loaded when they are needed: a run that stops earlier has no use for them.

export function tsMorph(): typeof TsMorph {
  return require("ts-morph") as typeof TsMorph;
}

export function openapiTypescript(): typeof OpenApiTypescript {
  return require("openapi-typescript") as typeof OpenApiTypescript;
}
