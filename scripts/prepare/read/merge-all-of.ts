// Turns `allOf` into one schema: the annotated references that converted documents are full of, and real compositions.

import { isObject, type JsonObject } from "../../json.ts";
import { entries, listAt, objectAt, schemaRef } from "./access.ts";

/** Keys that say something about a use of a schema and not about its type. */
const annotations: ReadonlySet<string> = new Set([
  "description", "title", "xml", "deprecated", "example", "examples", "default", "nullable", "readOnly", "writeOnly", "externalDocs",
]);

const isAnnotation = (key: string) => annotations.has(key) || key.startsWith("x-");

/**
 * Gives the schema without `allOf`. One reference with annotations beside it stays a reference with these annotations;
 * everything else is merged: properties and required lists are united, and of single values the later one wins.
 */
export function mergeAllOf(schema: JsonObject, schemas: JsonObject, seen: ReadonlySet<string> = new Set()): JsonObject {
  const parts = listAt(schema, "allOf").filter(isObject);
  if (parts.length === 0) return schema;
  const { allOf: _, ...own } = schema;
  const all = [...parts.map((part) => mergeAllOf(part, schemas, seen)), own];
  const references = all.filter((part) => schemaRef(part) !== undefined);
  if (references.length === 1 && all.every((part) => references[0] === part || Object.keys(part).every(isAnnotation))) {
    return withXml(all);
  }
  return all.map((part) => resolved(part, schemas, seen)).reduce(united, {});
}

/** What parts say about XML is joined, because an overlay adds its own beside upstream's. */
function withXml(parts: readonly JsonObject[]): JsonObject {
  const xml = parts.flatMap((part) => (isObject(part["xml"]) ? [part["xml"]] : []));
  return Object.assign({}, ...parts, xml.length > 1 ? { xml: Object.assign({}, ...xml) as JsonObject } : {}) as JsonObject;
}

function resolved(part: JsonObject, schemas: JsonObject, seen: ReadonlySet<string>): JsonObject {
  const component = schemaRef(part);
  if (component === undefined || seen.has(component)) return part;
  const target = Object.hasOwn(schemas, component) ? schemas[component] : undefined;
  if (!isObject(target)) return {};
  const merged = resolved(mergeAllOf(target, schemas, new Set([...seen, component])), schemas, new Set([...seen, component]));
  const { $ref: _, ...annotationsBeside } = part;
  // A description of the part describes the part and not the whole that it is merged into.
  const { description: _description, title: _title, discriminator: _discriminator, ...rest } = merged;
  return { ...rest, ...annotationsBeside };
}

function united(left: JsonObject, right: JsonObject): JsonObject {
  const properties: Record<string, unknown> = { ...objectAt(left, "properties") };
  for (const [name, value] of entries(objectAt(right, "properties"))) {
    Object.defineProperty(properties, name, { value, enumerable: true, configurable: true, writable: true });
  }
  const required = [...new Set([...listAt(left, "required"), ...listAt(right, "required")])];
  return {
    ...left,
    ...right,
    ...(Object.keys(properties).length > 0 ? { type: "object", properties: properties as JsonObject } : {}),
    ...(required.length > 0 ? { required } : {}),
  };
}
