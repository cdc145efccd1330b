// A converted document comes in and goes out with some of what the converter lost, said in the words that overlays use. What a
// document says itself is never changed.

import type { JsonObject } from "../../json.ts";
import { changedBy, guess, type Guess } from "../guesses.ts";
import type { Dialect } from "../read/dialect.ts";
import { blobs } from "./blobs.ts";
import { enclosedXml } from "./enclosed-xml.ts";
import { errorCodes } from "./error-codes.ts";
import { eventStreams } from "./event-streams.ts";
import { mapNames } from "./map-names.ts";
import { namespace } from "./namespace.ts";
import { operationNames } from "./operation-names.ts";
import { outputPayloads } from "./output-payloads.ts";
import { prefixMaps } from "./prefix-maps.ts";
import { requestBodies } from "./request-bodies.ts";
import { route53Ids } from "./route53-ids.ts";
import { s3Oddities } from "./s3-oddities.ts";
import { serviceHeaders } from "./service-headers.ts";

/** Says something again that the document has lost. */
export type Restoration = (api: JsonObject, dialect: Dialect) => JsonObject;

interface Rule {
  readonly restoration: Restoration;
  /** What it guesses, and by what. */
  readonly fact: string;
  readonly by: string;
}

/** Bodies of requests come first: what they get back may need the others. */
const rules: readonly Rule[] = [
  { restoration: requestBodies, fact: "members of request bodies", by: "the component that has the same" },
  { restoration: prefixMaps, fact: "maps in headers", by: "the hyphen at the end of the member's name" },
  { restoration: outputPayloads, fact: "payloads of answers", by: "being the only structure" },
  { restoration: blobs, fact: "bytes", by: "the type's name" },
  { restoration: enclosedXml, fact: "flattened lists and attributes", by: "what the structure around them says" },
  { restoration: mapNames, fact: "names of keys and values", by: "a table of services" },
  { restoration: errorCodes, fact: "codes of failures", by: "a table of services" },
  { restoration: eventStreams, fact: "streams of events", by: "a table of services" },
  { restoration: namespace, fact: "XML namespace", by: "the structures that have one" },
  { restoration: operationNames, fact: "names of operations", by: "the version at the end" },
  { restoration: serviceHeaders, fact: "headers of a service", by: "the service's name" },
  { restoration: route53Ids, fact: "ids of Route 53", by: "the service's name" },
  { restoration: s3Oddities, fact: "ways of S3", by: "the service's name" },
];

export function restore(api: JsonObject, dialect: Dialect): JsonObject {
  return restoreAndTell(api, dialect).api;
}

/** Tells, too, what was guessed. */
export function restoreAndTell(api: JsonObject, dialect: Dialect): { readonly api: JsonObject; readonly guesses: readonly Guess[] } {
  if (!dialect.converted) return { api, guesses: [] };
  const guesses: Guess[] = [];
  const restored = rules.reduce((before, { restoration, fact, by }) => {
    const after = restoration(before, dialect);
    guesses.push(guess(fact, by, changedBy(before, after)));
    return after;
  }, api);
  return { api: restored, guesses };
}
