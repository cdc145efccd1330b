// A map of headers with a common prefix became a map in the body, under the name `x-amz-meta-`.

import { isObject, type Json, type JsonObject } from "../../json.ts";
import { objectAt } from "../read/access.ts";
import { isMap, mapped, said, saying, targetOf, wireName, withOperations, withSchemas } from "./document.ts";
import type { Restoration } from "./restore.ts";

export const prefixMaps: Restoration = (api, dialect) => {
  if (!dialect.protocol.startsWith("rest-")) return api;
  const located = (schema: JsonObject): JsonObject => {
    const properties = objectAt(schema, "properties");
    const isFound = Object.entries(properties).some(([key, property]) => property !== undefined && isPrefixMap(api, property, key));
    return isFound ? { ...schema, properties: mapped(properties, (property, key) => (isObject(property) && isPrefixMap(api, property, key) ? saying(property, { "x-location": { in: "prefix", name: wireName(property, key) } }) : property)) } : schema;
  };
  return withOperations(withSchemas(api, located), (operation) => {
    const request = operation["requestBody"];
    if (!isObject(request)) return operation;
    const content = mapped(objectAt(request, "content"), (media) => (isObject(media) && isObject(media["schema"]) ? { ...media, schema: located(media["schema"]) } : media));
    return { ...operation, requestBody: { ...request, content } };
  });
};

function isPrefixMap(api: JsonObject, property: Json, key: string): boolean {
  return /^x-.*-$/.test(wireName(property, key)) && isObject(property) && said(property)["x-location"] === undefined && isMap(targetOf(api, property));
}
