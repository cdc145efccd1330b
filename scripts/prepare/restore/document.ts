// Walks through a converted document and gives back one with changes; what isn't changed is shared with it.

import { isObject, type Json, type JsonObject } from "../../json.ts";
import { entries, listAt, objectAt, schemaRef, text } from "../read/access.ts";

export function schemasOf(api: JsonObject): JsonObject {
  return objectAt(objectAt(api, "components"), "schemas");
}

/** The document with changed components; what `change` gives back as it is stays so. */
export function withSchemas(api: JsonObject, change: (schema: JsonObject, name: string) => JsonObject): JsonObject {
  const schemas = mapped(schemasOf(api), (schema, name) => (isObject(schema) ? change(schema, name) : schema));
  return { ...api, components: { ...objectAt(api, "components"), schemas } };
}

/** The document with changed operations. */
export function withOperations(api: JsonObject, change: (operation: JsonObject, path: string) => JsonObject): JsonObject {
  const paths = mapped(objectAt(api, "paths"), (item, path) =>
    isObject(item) ? mapped(item, (operation) => (isObject(operation) && operation["responses"] !== undefined ? change(operation, path) : operation)) : item,
  );
  return { ...api, paths };
}

/** An object with changed values, in the same order. */
export function mapped(object: JsonObject, change: (value: Json, key: string) => Json): JsonObject {
  return Object.fromEntries(entries(object).map(([key, value]) => [key, change(value, key)]));
}

/** What a property says, also where it says it beside a reference: `allOf: [{ $ref }, { xml }]`. */
export function said(property: JsonObject): JsonObject {
  return Object.assign({}, ...listAt(property, "allOf").filter(isObject), property) as JsonObject;
}

/** The same property, which says more. */
export function saying(property: JsonObject, more: JsonObject): JsonObject {
  if (property["$ref"] !== undefined) return { allOf: [property, more] };
  const parts = listAt(property, "allOf");
  return parts.length > 0 ? { ...property, allOf: [...parts, more] } : { ...property, ...more };
}

/** The name on the wire. */
export function wireName(property: Json, key: string): string {
  return isObject(property) ? text(objectAt(said(property), "xml")["name"]) ?? key : key;
}

/** What a property refers to, or itself. */
export function targetOf(api: JsonObject, property: Json): JsonObject {
  if (!isObject(property)) return {};
  const component = schemaRef(said(property));
  return component === undefined ? property : objectAt(schemasOf(api), component);
}

export function isStructure(schema: JsonObject): boolean {
  return Object.keys(objectAt(schema, "properties")).length > 0 || (schema["type"] === "object" && schema["additionalProperties"] === undefined && schema["properties"] !== undefined);
}

export function isMap(schema: JsonObject): boolean {
  return schema["additionalProperties"] !== undefined;
}

/** Name of the service, as the converter wrote it. */
export function serviceOf(api: JsonObject): string {
  return text(objectAt(api, "info")["x-serviceName"]) ?? "";
}
