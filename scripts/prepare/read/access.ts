// Reads values out of a document of unknown shape without throwing: what isn't there is empty, what has the wrong type isn't there.

import { isObject, type Json, type JsonObject } from "../../json.ts";

const nothing: JsonObject = {};

/** The object under `key`, or an empty one. */
export function objectAt(parent: JsonObject, key: string): JsonObject {
  const value = Object.hasOwn(parent, key) ? parent[key] : undefined;
  return isObject(value) ? value : nothing;
}

/** The list under `key`, or an empty one. */
export function listAt(parent: JsonObject, key: string): readonly Json[] {
  const value = Object.hasOwn(parent, key) ? parent[key] : undefined;
  return Array.isArray(value) ? value : [];
}

export function text(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** An address of the Web or of mail. Another one in a page would run something, or lead nowhere. */
export function linkIn(value: Json | undefined): string | undefined {
  const address = text(value);
  return address !== undefined && /^(?:https?:\/\/|mailto:)/i.test(address) ? address : undefined;
}

export function numberIn(value: Json | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}

/** Own entries with a value. */
export function entries(object: JsonObject): [string, Json][] {
  return Object.entries(object).filter((entry): entry is [string, Json] => entry[1] !== undefined);
}

/** Writes `{ key: value }` when there is a value, and nothing otherwise; for optional members under `exactOptionalPropertyTypes`. */
export function given<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}

const isRefTo = (section: string) => (schema: Json | undefined): string | undefined => {
  if (!isObject(schema)) return undefined;
  const ref = text(schema["$ref"]);
  const prefix = `#/components/${section}/`;
  return ref?.startsWith(prefix) === true ? decodePointer(ref.slice(prefix.length)) : undefined;
};

/** The component name that a `$ref` points to, or nothing when it isn't such a reference. */
export const schemaRef = isRefTo("schemas");

/** Follows `$ref`s between components of one section; a chain that loops gives an empty object. */
export function dereference(api: JsonObject, value: Json | undefined): JsonObject {
  let current = value;
  for (let depth = 0; depth < 100; depth += 1) {
    if (!isObject(current)) return nothing;
    const ref = text(current["$ref"]);
    if (ref === undefined) return current;
    current = pointerValue(api, ref);
  }
  return nothing;
}

/** The value under a local reference `#/a/b`. */
export function pointerValue(api: JsonObject, ref: string): Json | undefined {
  let current: Json | undefined = api;
  for (const part of ref.replace(/^#\/?/, "").split("/").map(decodePointer)) {
    if (Array.isArray(current)) current = current[Number(part)];
    else if (isObject(current) && Object.hasOwn(current, part)) current = current[part];
    else return undefined;
  }
  return current;
}

/** `a~1b%20c` → `a/b c`. */
export function decodePointer(part: string): string {
  let decoded = part;
  try {
    decoded = decodeURIComponent(part);
  } catch {
    // A stray percent sign stands for itself.
  }
  return decoded.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** `a/b` → `a~1b`, as one step of a JSON pointer. */
export function encodePointer(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1");
}
