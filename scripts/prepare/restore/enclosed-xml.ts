// What the model says about XML in a member, the converter wrote on the structure around it.

import { isObject, type Json, type JsonObject } from "../../json.ts";
import { objectAt, text } from "../read/access.ts";
import { mapped, said, saying, targetOf, wireName, withSchemas } from "./document.ts";
import type { Restoration } from "./restore.ts";

export const enclosedXml: Restoration = (api) =>
  withSchemas(api, (schema) => {
    const xml = objectAt(schema, "xml");
    if (schema["properties"] === undefined || (xml["wrapped"] !== false && xml["attribute"] !== true)) return schema;
    const prefix = prefixIn(schema);
    const { wrapped: _wrapped, attribute: _attribute, ...rest } = xml;
    const properties = mapped(objectAt(schema, "properties"), (property, key) => {
      if (!isObject(property)) return property;
      const own = objectAt(said(property), "xml");
      const isList = targetOf(api, property)["items"] !== undefined;
      if (xml["wrapped"] === false && isList) return saying(property, { xml: { ...own, wrapped: false } });
      return xml["attribute"] === true && isPrefixed(property, key) ? saying(property, { xml: { ...own, attribute: true } }) : property;
    });
    return { ...schema, properties, xml: { ...rest, ...(prefix === undefined ? {} : { prefix }) } };
  });

/** The prefix of an attribute is that of the namespace which its structure declares: `xsi:type`. */
function prefixIn(schema: JsonObject): string | undefined {
  const names = Object.entries(objectAt(schema, "properties")).map(([key, property]) => wireName(property ?? null, key));
  return objectAt(schema, "xml")["attribute"] === true ? text(names.find((name) => name.includes(":"))?.split(":")[0]) : undefined;
}

function isPrefixed(property: Json, key: string): boolean {
  return wireName(property, key).includes(":");
}
