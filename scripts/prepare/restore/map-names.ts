// What maps call their keys, values and entries was lost. All Query services call them `key`, `value` and like the member, but two.

import { isObject, type JsonObject } from "../../json.ts";
import { objectAt, schemaRef, text } from "../read/access.ts";
import { isMap, mapped, said, saying, serviceOf, withSchemas } from "./document.ts";
import type { Restoration } from "./restore.ts";

/** By service, and by component; `*` is any other map of the service. Made from the AWS models (botocore 1.31). */
const names: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>> = {
  sns: { MessageAttributeMap: ["Name", "Value"] },
  sqs: { TagMap: ["Key", "Value"], "*": ["Name", "Value"] },
};

export const mapNames: Restoration = (api, dialect) => {
  const known = dialect.protocol === "aws-query" ? names[serviceOf(api)] : undefined;
  if (known === undefined) return api;
  return withSchemas(api, (schema, name) => {
    if (schema["properties"] !== undefined) {
      return { ...schema, properties: mapped(objectAt(schema, "properties"), (property) => (isObject(property) && isUnnamedTagMap(property) ? saying(property, { xml: { name: "Tag" } }) : property)) };
    }
    const [key, value] = known[name] ?? known["*"] ?? [];
    const xml = objectAt(schema, "xml");
    if (!isMap(schema) || key === undefined || text(xml["x-key-name"]) !== undefined) return schema;
    return { ...schema, xml: { ...xml, "x-key-name": key, "x-value-name": value } };
  });
};

/** SQS calls the entries of this map so wherever it stands; most members say it, one doesn't. */
function isUnnamedTagMap(property: JsonObject): boolean {
  const all = said(property);
  return schemaRef(all) === "TagMap" && objectAt(all, "xml")["name"] === undefined;
}
