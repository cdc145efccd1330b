// Turns `allOf` into one schema: the annotated references that converted documents are full of, and real compositions.

import { isObject, type Json, type JsonObject } from "../../json.ts";
import { asBase, isAnnotation } from "../../load/composition.ts";
import { entries, listAt, objectAt, schemaRef } from "./access.ts";

/**
 * Gives the schema without `allOf`. One reference with annotations beside it stays a reference with these annotations;
 * everything else is merged: properties and required lists are united, and of single values the later one wins.
 */
export function mergeAllOf(schema: JsonObject, schemas: JsonObject): JsonObject {
  const parts = listAt(schema, "allOf").filter(isObject);
  if (parts.length === 0) return schema;
  const { allOf: _, ...own } = schema;
  const all = [...parts.map((part) => mergeAllOf(part, schemas)), own];
  const references = all.filter((part) => schemaRef(part) !== undefined);
  if (references.length === 1 && all.every((part) => references[0] === part || Object.keys(part).every(isAnnotation))) {
    return withXml(all);
  }
  return united(all.map((part) => resolved(part, schemas)));
}

/** What parts say about XML is joined, because an overlay adds its own beside upstream's. */
function withXml(parts: readonly JsonObject[]): JsonObject {
  const xml = parts.flatMap((part) => (isObject(part["xml"]) ? [part["xml"]] : []));
  return { ...joined(parts), ...(xml.length > 1 ? { xml: joined(xml) } : {}) };
}

/** All keys of all parts; of one that is there twice, the later. */
function joined(parts: readonly JsonObject[]): JsonObject {
  return Object.fromEntries(parts.flatMap((part) => entries(part)));
}

function resolved(part: JsonObject, schemas: JsonObject): JsonObject {
  const component = schemaRef(part);
  if (component === undefined) return part;
  const merged = whole(component, schemas);
  if (merged === "open") return part;
  const { $ref: _, ...annotationsBeside } = part;
  // A description of the part describes the part and not the whole that it is merged into.
  const { description: _description, title: _title, discriminator: _discriminator, ...rest } = asBase(merged);
  return { ...rest, ...annotationsBeside };
}

// What components come to, kept because compositions share them: written out afresh each time, sixty schemas that each take over
// the one before twice would never be done.
const known = new WeakMap<JsonObject, Map<string, JsonObject | "open">>();

/** A component with all that it takes over, or `open` when it is just being put together, which is a circle. */
function whole(component: string, schemas: JsonObject): JsonObject | "open" {
  const components = known.get(schemas) ?? new Map<string, JsonObject | "open">();
  known.set(schemas, components);
  const before = components.get(component);
  if (before !== undefined) return before;
  const target = Object.hasOwn(schemas, component) ? schemas[component] : undefined;
  components.set(component, "open");
  const merged = isObject(target) ? resolved(mergeAllOf(target, schemas), schemas) : {};
  components.set(component, merged);
  return merged;
}

function united(parts: readonly JsonObject[]): JsonObject {
  const properties = new Map<string, Json>();
  const required = new Set<Json>();
  for (const part of parts) {
    for (const [name, value] of entries(objectAt(part, "properties"))) properties.set(name, value);
    for (const name of listAt(part, "required")) required.add(name);
  }
  return {
    ...joined(parts),
    ...(properties.size > 0 ? { type: "object", properties: Object.fromEntries(properties) } : {}),
    ...(required.size > 0 ? { required: [...required] } : {}),
  };
}
