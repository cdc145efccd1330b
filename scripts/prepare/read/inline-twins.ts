// Finds the component that an inline schema was copied from: converted REST documents inline one level of every request
// body and lose the name, and with it the list of required members.

import { isObject, type Json, type JsonObject } from "../../json.ts";
import { entries, listAt, objectAt, schemaRef } from "./access.ts";
import { mergeAllOf } from "./merge-all-of.ts";

export interface InlineTwins {
  /** The one component that has the same members or values, or nothing when there is none or more than one. */
  readonly componentLike: (schema: JsonObject) => string | undefined;
}

export const noTwins: InlineTwins = { componentLike: () => undefined };

export function inlineTwins(schemas: JsonObject): InlineTwins {
  const bySkeleton = new Map<string, string[]>();
  for (const [name, schema] of entries(schemas)) {
    const key = isObject(schema) ? skeleton(mergeAllOf(schema, schemas), schemas) : undefined;
    if (key !== undefined) bySkeleton.set(key, [...(bySkeleton.get(key) ?? []), name]);
  }
  return {
    componentLike(schema) {
      const key = skeleton(schema, schemas);
      const found = key === undefined ? undefined : bySkeleton.get(key);
      return found?.length === 1 ? found[0] : undefined;
    },
  };
}

/** What two copies of one schema have in common: names and types of the members, or the values of an enumeration. */
function skeleton(schema: JsonObject, schemas: JsonObject): string | undefined {
  const values = listAt(schema, "enum");
  if (values.length > 0) return JSON.stringify(["enum", ...values]);
  const properties = entries(objectAt(schema, "properties"));
  if (properties.length === 0) return undefined;
  return JSON.stringify(properties.map(([name, property]) => [name, outline(property, schemas, 0)]));
}

/** A type as text, the same for a reference and for what it refers to. */
function outline(value: Json | undefined, schemas: JsonObject, depth: number): Json {
  if (!isObject(value) || depth > 4) return null;
  const schema = mergeAllOf(value, schemas);
  const component = schemaRef(schema);
  const target = component === undefined || !Object.hasOwn(schemas, component) ? undefined : schemas[component];
  if (isObject(target)) return outline(target, schemas, depth + 1);
  const properties = Object.keys(objectAt(schema, "properties"));
  if (properties.length > 0) return properties;
  const values = listAt(schema, "enum");
  if (values.length > 0) return values;
  if (schema["items"] !== undefined) return ["list", outline(schema["items"], schemas, depth + 1)];
  if (schema["additionalProperties"] !== undefined) return ["map", outline(schema["additionalProperties"], schemas, depth + 1)];
  return [schema["type"] ?? null, schema["format"] ?? null, schema["pattern"] ?? null, schema["minLength"] ?? null, schema["maxLength"] ?? null];
}
