// Writes `src/wire.ts`: the wire types as openapi-typescript reads the prepared spec, an independent reader that our models
// have to agree with.

import type { JsonObject } from "../json.ts";

export async function wireTypes(openapi: JsonObject, header: string): Promise<string> {
  // Loaded here, because it brings the TypeScript compiler and nothing else of a run needs it.
  const { astToString, default: openapiTypescript } = await import("openapi-typescript");
  const nodes = await openapiTypescript(structuredClone(openapi) as never, { silent: true });
  return `${header}\n// The service's JSON as it travels, with timestamps as the prepared spec describes them. Types only.\n\n${astToString(nodes)}`;
}
