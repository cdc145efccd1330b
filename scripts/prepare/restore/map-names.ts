// What maps call their keys and values was lost. All Query services call them `key` and `value` but two.

import { objectAt, text } from "../read/access.ts";
import { isMap, serviceOf, withSchemas } from "./document.ts";
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
    const [key, value] = known[name] ?? known["*"] ?? [];
    const xml = objectAt(schema, "xml");
    if (!isMap(schema) || key === undefined || text(xml["x-key-name"]) !== undefined) return schema;
    return { ...schema, xml: { ...xml, "x-key-name": key, "x-value-name": value } };
  });
};
