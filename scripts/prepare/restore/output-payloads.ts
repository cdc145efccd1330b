// Which member of an answer is its whole body was lost. In services whose requests have such bodies, a structure that an XML answer
// holds alone is one; where that is wrong, the name of the root tells when the answer is read.

import { isObject, type JsonObject } from "../../json.ts";
import { entries, objectAt, schemaRef } from "../read/access.ts";
import { isStructure, said, saying, schemasOf, targetOf, withSchemas } from "./document.ts";
import { serviceNamespace } from "./namespace.ts";
import type { Restoration } from "./restore.ts";

export const outputPayloads: Restoration = (api, dialect) => {
  if (dialect.protocol !== "rest-xml" || serviceNamespace(schemasOf(api)) === undefined) return api;
  const outputs = outputComponents(api);
  return withSchemas(api, (schema, name) => {
    const properties = entries(objectAt(schema, "properties"));
    const unsaid = properties.filter(([, property]) => isObject(property) && said(property)["x-location"] === undefined);
    const [only] = unsaid;
    const isSaid = properties.some(([, property]) => isObject(property) && objectAt(said(property), "x-location")["in"] === "payload");
    if (!outputs.has(name) || only === undefined || unsaid.length > 1 || isSaid || !isObject(only[1]) || !isStructure(targetOf(api, only[1]))) return schema;
    return { ...schema, properties: { ...objectAt(schema, "properties"), [only[0]]: saying(only[1], { "x-location": { in: "payload" } }) } };
  });
};

/** Components that are what operations give. */
export function outputComponents(api: JsonObject): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, item] of entries(objectAt(api, "paths"))) {
    for (const [, operation] of isObject(item) ? entries(item) : []) {
      for (const [status, response] of isObject(operation) ? entries(objectAt(operation, "responses")) : []) {
        for (const [, media] of /^2/.test(status) && isObject(response) ? entries(objectAt(response, "content")) : []) {
          const component = isObject(media) ? schemaRef(media["schema"]) : undefined;
          if (component !== undefined) found.add(component);
        }
      }
    }
  }
  return found;
}
