// A converted document comes in and goes out with some of what the converter lost, said in the words that overlays use. What a
// document says itself is never changed.

import type { JsonObject } from "../../json.ts";
import type { Dialect } from "../read/dialect.ts";
import { blobs } from "./blobs.ts";
import { enclosedXml } from "./enclosed-xml.ts";
import { errorCodes } from "./error-codes.ts";
import { mapNames } from "./map-names.ts";
import { namespace } from "./namespace.ts";
import { operationNames } from "./operation-names.ts";
import { outputPayloads } from "./output-payloads.ts";
import { prefixMaps } from "./prefix-maps.ts";
import { requestBodies } from "./request-bodies.ts";
import { s3Oddities } from "./s3-oddities.ts";

/** Says something again that the document has lost. */
export type Restoration = (api: JsonObject, dialect: Dialect) => JsonObject;

/** Bodies of requests come first: what they get back may need the others. */
const restorations: readonly Restoration[] = [
  requestBodies, prefixMaps, outputPayloads, blobs, enclosedXml, mapNames, errorCodes, namespace, operationNames, s3Oddities,
];

export function restore(api: JsonObject, dialect: Dialect): JsonObject {
  if (!dialect.converted) return api;
  return restorations.reduce((restored, restoration) => restoration(restored, dialect), api);
}
