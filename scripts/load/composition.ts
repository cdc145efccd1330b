// What a schema gives to another that composes it by `allOf`.

import type { JsonObject } from "../json.ts";

const annotations: ReadonlySet<string> = new Set([
  "description", "title", "xml", "deprecated", "example", "examples", "default", "nullable", "readOnly", "writeOnly", "externalDocs",
]);

/** Says something about one use of a schema and nothing about its type: beside a reference it leaves the reference what it is. */
export function isAnnotation(key: string): boolean {
  return annotations.has(key) || key.startsWith("x-");
}

const bases = new WeakMap<JsonObject, JsonObject>();

/**
 * What is taken over of a base. With a discriminator it lists by `oneOf` what may stand in its place, which often is the very
 * schema that takes it over; that list stays behind.
 */
export function asBase(schema: JsonObject): JsonObject {
  if (schema["discriminator"] === undefined || (schema["oneOf"] === undefined && schema["anyOf"] === undefined)) return schema;
  const known = bases.get(schema);
  if (known !== undefined) return known;
  const { oneOf: _oneOf, anyOf: _anyOf, ...base } = schema;
  bases.set(schema, base);
  return base;
}
