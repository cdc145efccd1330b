// The converter spreads what an operation takes: parameters here, the body there, inline and under the names of the wire. The
// structure that it came from is still among the components, and gives the body its members, types and requirements back.

import { isObject, type Json, type JsonObject } from "../../json.ts";
import { entries, listAt, objectAt, text } from "../read/access.ts";
import { isStructure, mapped, said, saying, schemasOf, targetOf, wireName, withOperations } from "./document.ts";
import { plainOperationName } from "./operation-names.ts";
import type { Restoration } from "./restore.ts";

export const requestBodies: Restoration = (api, dialect) => {
  if (!dialect.protocol.startsWith("rest-")) return api;
  const originalOf = originals(schemasOf(api));
  return withOperations(api, (operation) => {
    const request = operation["requestBody"];
    if (!isObject(request)) return operation;
    const restored = (media: Json) => {
      const inline = isObject(media) ? objectAt(media, "schema") : {};
      const original = originalOf(plainOperationName(api, text(operation["operationId"]) ?? ""), inline);
      return original === undefined || !isObject(media) ? media : { ...media, schema: bodySchema(api, inline, original, saysRoot(operation)) };
    };
    return { ...operation, requestBody: { ...request, content: mapped(objectAt(request, "content"), restored) } };
  });
};

/** Finds the component with the same names on the wire; the one that is called like the operation, or the only one. */
function originals(schemas: JsonObject): (operation: string, inline: JsonObject) => JsonObject | undefined {
  const byNames = new Map<string, string[]>();
  for (const [name, schema] of entries(schemas)) {
    if (!isObject(schema) || schema["title"] !== name) continue;
    const key = namesKey(schema);
    if (key !== undefined) byNames.set(key, [...(byNames.get(key) ?? []), name]);
  }
  return (operation, inline) => {
    const found = byNames.get(namesKey(inline) ?? "") ?? [];
    const name = found.find((candidate) => candidate === `${operation}Request`) ?? (found.length === 1 ? found[0] : undefined);
    return name === undefined ? undefined : objectAt(schemas, name);
  };
}

function namesKey(schema: JsonObject): string | undefined {
  const names = entries(objectAt(schema, "properties")).map(([key, property]) => wireName(property, key));
  return names.length === 0 ? undefined : JSON.stringify(names.sort());
}

function saysRoot(operation: JsonObject): boolean {
  return objectAt(operation, "x-wire")["xmlRoot"] !== undefined;
}

/** The original's members, with what was said about those that stood inline. */
function bodySchema(api: JsonObject, inline: JsonObject, original: JsonObject, hasRoot: boolean): JsonObject {
  const inlineProperties = objectAt(inline, "properties");
  const properties = mapped(objectAt(original, "properties"), (property, key) => {
    const stood = inlineProperties[wireName(property, key)] ?? inlineProperties[key];
    const extra = isObject(stood) ? entries(stood).filter(([name]) => name.startsWith("x-")) : [];
    return isObject(property) && extra.length > 0 ? saying(property, Object.fromEntries(extra)) : property;
  });
  const known = listAt(original, "required").filter((name) => text(name) !== undefined && Object.hasOwn(properties, name as string));
  const body: JsonObject = { type: "object", ...(known.length > 0 ? { required: known } : {}), properties };
  return isPayload(original) && !hasRoot ? withPayload(api, body) : body;
}

/** A namespace belongs to the member that is the whole body; the converter left it on the structure around. */
function isPayload(original: JsonObject): boolean {
  return objectAt(original, "xml")["namespace"] !== undefined;
}

function withPayload(api: JsonObject, body: JsonObject): JsonObject {
  const properties = objectAt(body, "properties");
  const structures = entries(properties).filter(([, property]) => isStructure(targetOf(api, property)));
  const isSaid = entries(properties).some(([, property]) => isObject(property) && said(property)["x-location"] !== undefined);
  const [only] = structures;
  if (only === undefined || structures.length > 1 || isSaid || !isObject(only[1])) return body;
  const [key, property] = only;
  return { ...body, properties: { ...properties, [key]: saying(property, { "x-location": { in: "payload" } }) } };
}
