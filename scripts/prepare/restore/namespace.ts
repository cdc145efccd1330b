// The namespace of XML requests was lost for the service, but is still with some of its structures.

import { isObject, type JsonObject } from "../../json.ts";
import { entries, objectAt, text } from "../read/access.ts";
import { schemasOf, serviceOf } from "./document.ts";
import type { Restoration } from "./restore.ts";

export const namespace: Restoration = (api, dialect) => {
  if (dialect.protocol !== "rest-xml" || api["x-xml-namespace"] !== undefined) return api;
  const found = serviceNamespace(schemasOf(api)) ?? (serviceOf(api) === "route53" ? `https://route53.amazonaws.com/doc/${text(objectAt(api, "info")["version"])}/` : undefined);
  return found === undefined ? api : { ...api, "x-xml-namespace": found };
};

/** The one that most structures have; those of attributes are others. */
export function serviceNamespace(schemas: JsonObject): string | undefined {
  const counts = new Map<string, number>();
  for (const [, schema] of entries(schemas)) {
    const uri = isObject(schema) ? text(objectAt(schema, "xml")["namespace"]) : undefined;
    if (uri !== undefined && !uri.includes("XMLSchema-instance")) counts.set(uri, (counts.get(uri) ?? 0) + 1);
  }
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0];
}
