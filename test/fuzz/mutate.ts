// A document comes in, one with something else in it goes out: what is changed is chosen by what documents are made of.

import type { Random } from "./random.ts";
import { payloads } from "../sabotage/document.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Holder = Json[] | { [key: string]: Json };

interface Spot {
  readonly holder: Holder;
  readonly key: string | number;
}

/** Keys that mean something somewhere, so that they are worth having where they don't belong. */
const words: readonly string[] = [
  "$ref", "type", "properties", "required", "items", "allOf", "oneOf", "anyOf", "not", "enum", "default", "example", "examples", "format", "nullable", "additionalProperties", "discriminator", "mapping",
  "propertyName", "description", "deprecated", "pattern", "minimum", "maxLength", "xml", "name", "in", "schema", "content", "parameters", "requestBody", "responses", "headers", "operationId", "servers", "url",
  "variables", "security", "tags", "summary", "style", "explode", "const", "patternProperties", "x-waiters", "x-pagination", "x-wire", "x-errors", "x-error", "x-exception", "x-member", "x-location", "x-timestamp",
  "x-forbidden", "x-enum-varnames", "x-idempotency-token", "x-prefix", "x-input", "x-body-of", "x-protocol", "x-prepared", "x-signing-name", "x-service-name", "x-item-name", "x-partition", "x-checksum", "x-json-value",
];

const strangeNames: readonly string[] = ["", " ", "__proto__", "constructor", "toString", "then", "class", "Date", "Promise", "a b", "ä", "漢", "🎉", "0", "-1", "a/b", "a~b", "{a}", "*/", "CON", "A".repeat(300), "Error", "name", "message", "items", "-"];

const values: readonly Json[] = [
  null, true, false, 0, -1, 1.5, 1e308, 9_007_199_254_740_993, "", "string", "object", "array", "integer", "date-time", "byte", "binary", "path", "header", "query", "body", "#", "#/components/schemas", "../x.yaml", "https://example.com/x.json",
  [], {}, [[]], [null], { $ref: "#" }, { type: "string" }, { type: ["string", "null"] }, { type: "array" }, { type: "object", properties: { a: {} } }, { allOf: [] }, { oneOf: [{}] }, { enum: [] }, { enum: [null, 1, "a", "A", true] }, { not: {} },
  { type: "string", enum: ["a", "a"] }, { additionalProperties: true }, { additionalProperties: { type: "integer", format: "int64" } }, { type: "string", format: "date-time", nullable: true },
];

/** Changes the document in place, between one and four times, and says how. */
export function mutate(document: Json, random: Random): readonly string[] {
  const done: string[] = [];
  // One change gets further than several.
  const times = random.chance(0.6) ? 1 : 2 + random.below(3);
  for (let time = 0; time < times; time += 1) {
    const spots = spotsOf(document);
    if (spots.length === 0) break;
    const change = random.of(changes);
    done.push(change.name);
    change(random.of(spots), spots, random);
  }
  return done;
}

const changes: readonly ((spot: Spot, spots: readonly Spot[], random: Random) => void)[] = [
  function leaveOut({ holder, key }) {
    if (Array.isArray(holder)) holder.splice(key as number, 1);
    else delete holder[key];
  },
  function replaceByValue(spot, _spots, random) {
    write(spot, structuredClone(random.of(values)));
  },
  function replaceByPayload(spot, spots, random) {
    // Texts are where payloads go furthest.
    const texts = spots.filter((one) => typeof read(one) === "string");
    write(texts.length > 0 ? random.of(texts) : spot, random.of(payloads));
  },
  function appendPayload(spot, spots, random) {
    const texts = spots.filter((one) => typeof read(one) === "string");
    const chosen = texts.length > 0 ? random.of(texts) : spot;
    write(chosen, `${String(read(chosen))}${random.of(payloads)}`);
  },
  function graft(spot, spots, random) {
    write(spot, structuredClone(read(random.of(spots))));
  },
  function swap(spot, spots, random) {
    const other = random.of(spots);
    const [here, there] = [structuredClone(read(spot)), structuredClone(read(other))];
    write(spot, there);
    write(other, here);
  },
  function rename({ holder, key }, _spots, random) {
    if (Array.isArray(holder)) return;
    const name = random.of([strangeNames, payloads, words][random.below(3)]!);
    const value = holder[key]!;
    delete holder[key];
    define(holder, name, value);
  },
  function addKey(spot, spots, random) {
    const value = read(spot);
    const holder = typeof value === "object" && value !== null && !Array.isArray(value) ? value : Array.isArray(spot.holder) ? undefined : spot.holder;
    if (holder !== undefined) define(holder, random.chance(0.7) ? random.of(words) : random.of(strangeNames), structuredClone(random.chance(0.5) ? random.of(values) : read(random.of(spots))));
  },
  function repeat({ holder, key }) {
    if (Array.isArray(holder)) holder.splice(key as number, 0, structuredClone(holder[key as number]!));
    else define(holder, `${key}2`, structuredClone(holder[key]!));
  },
  function changeCase({ holder, key }) {
    if (!Array.isArray(holder)) define(holder, String(key).toUpperCase(), structuredClone(holder[key]!));
  },
  function pointElsewhere(spot, spots, random) {
    const references = spots.filter(({ key }) => key === "$ref");
    const target = random.of(references.length > 0 && random.chance(0.7) ? references.map((one) => String(read(one))) : ["#", "#/components", "#/components/schemas/Nothing", "#/paths", "#/info", "#/components/schemas"]);
    write(references.length > 0 && random.chance(0.7) ? random.of(references) : spot, references.length > 0 && random.chance(0.5) ? target : { $ref: target });
  },
  function nest(spot, _spots, random) {
    let value: Json = structuredClone(read(spot));
    const key = random.of(["allOf", "oneOf", "anyOf", "items", "properties", "additionalProperties", "not"]);
    for (let depth = 1 + random.below(random.chance(0.1) ? 150 : 4); depth > 0; depth -= 1) value = key === "items" || key === "not" || key === "additionalProperties" ? { [key]: value } : key === "properties" ? { properties: { a: value } } : { [key]: [value] };
    write(spot, value);
  },
];

function spotsOf(document: Json): readonly Spot[] {
  const spots: Spot[] = [];
  const queue: Json[] = [document];
  for (let value = queue.pop(); value !== undefined; value = queue.pop()) {
    if (typeof value !== "object" || value === null) continue;
    for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
      spots.push({ holder: value, key });
      queue.push((value as Record<string | number, Json>)[key]!);
    }
  }
  return spots;
}

function read({ holder, key }: Spot): Json {
  return (holder as Record<string | number, Json>)[key] ?? null;
}

function write({ holder, key }: Spot, value: Json): void {
  if (Array.isArray(holder)) holder[key as number] = value;
  else define(holder, String(key), value);
}

/** Also where the name is `__proto__`. */
function define(holder: { [key: string]: Json }, key: string, value: Json): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}
