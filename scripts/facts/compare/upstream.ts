// Finds its way in a converted document: where an operation, a parameter or a member stands.

import { isObject, type Json, type JsonObject } from "../../json.ts";
import { pascalCase } from "../../prepare/names.ts";
import { encodePointer, entries, listAt, objectAt, pointerValue, schemaRef, text } from "../../prepare/read/access.ts";
import { dialectOf } from "../../prepare/read/dialect.ts";
import { restore } from "../../prepare/restore/restore.ts";
import type { ModelOperation } from "../model.ts";
import type { Target } from "./fact.ts";

export interface UpstreamOperation {
  readonly path: string;
  readonly method: string;
  readonly node: JsonObject;
}

/** A node of the document with its place. */
export interface Found {
  readonly target: Target;
  readonly node: JsonObject;
}

export interface Upstream {
  readonly api: JsonObject;
  readonly operation: (key: string, operation: ModelOperation) => UpstreamOperation | undefined;
  readonly component: (name: string) => Found | undefined;
  /** The property of a schema by any of these names. */
  readonly property: (schema: Found, ...names: readonly string[]) => (Found & { readonly key: string }) | undefined;
  /** The schema that an operation's request body is read from: its own, or the component that `prepare` finds it was copied from. */
  readonly body: (operation: UpstreamOperation, input: string) => Found | undefined;
  readonly parameter: (operation: UpstreamOperation, name: string, place: string) => Found | undefined;
  /** The schema inside a parameter. */
  readonly schemaOf: (parameter: Found) => Found | undefined;
  /** What lists, maps and references come to in the end: the schema that says the type. */
  readonly leaf: (schema: Found) => Found;
  /** What references come to. */
  readonly resolved: (schema: Found) => Found;
}

const methods: readonly string[] = ["post", "get", "put", "delete", "patch", "head"];

export function upstreamOf(api: JsonObject): Upstream {
  const restored = restore(api, dialectOf(api));
  const schemas = objectAt(objectAt(api, "components"), "schemas");
  const operations = operationsIn(api);

  const component = (name: string): Found | undefined => {
    const node = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    return isObject(node) ? { target: ["components", "schemas", name], node } : undefined;
  };

  const resolved = (schema: Found): Found => {
    let current = schema;
    for (let depth = 0; depth < 50; depth += 1) {
      const reference = referenceIn(current.node);
      const next = reference === undefined ? undefined : component(reference);
      if (next === undefined) return current;
      current = next;
    }
    return current;
  };

  const leaf = (schema: Found): Found => {
    let current = resolved(schema);
    for (let depth = 0; depth < 50; depth += 1) {
      const key = isObject(current.node["items"]) ? "items" : isObject(current.node["additionalProperties"]) ? "additionalProperties" : undefined;
      if (key === undefined) return current;
      current = resolved({ target: [...current.target, key], node: objectAt(current.node, key) });
    }
    return current;
  };

  return {
    api, component, resolved, leaf,
    operation: (key, { name }) => operations.get(pascalCase(key)) ?? operations.get(pascalCase(name)),
    property(schema, ...names) {
      const properties = objectAt(schema.node, "properties");
      const key = names.find((name) => Object.hasOwn(properties, name));
      const node = key === undefined ? undefined : properties[key];
      return key === undefined || !isObject(node) ? undefined : { key, target: [...schema.target, "properties", key], node };
    },
    body({ path, method, node }, input) {
      const [type, media] = entries(objectAt(objectAt(node, "requestBody"), "content"))[0] ?? [];
      if (type === undefined || !isObject(media) || !isObject(media["schema"])) return undefined;
      const read = pointerValue(restored, `#/paths/${encodePointer(path)}/${method}/requestBody/content/${encodePointer(type)}/schema`);
      const original = isObject(read) && read !== media["schema"] ? originalOf(schemas, media["schema"], read, input) : undefined;
      if (original !== undefined) return component(original);
      return resolved({ target: ["paths", path, method, "requestBody", "content", type, "schema"], node: media["schema"] });
    },
    parameter({ path, method, node }, name, place) {
      const found = listAt(node, "parameters").find((parameter) => isObject(parameter) && parameter["name"] === name && parameter["in"] === place);
      return isObject(found) ? { target: ["paths", path, method, "parameters", { parameter: name, in: place }], node: found } : undefined;
    },
    schemaOf({ target, node }) {
      return isObject(node["schema"]) ? { target: [...target, "schema"], node: node["schema"] } : undefined;
    },
  };
}

/** The component that shares its properties with a body that was restored, where the body itself doesn't. */
function originalOf(schemas: JsonObject, own: JsonObject, read: JsonObject, input: string): string | undefined {
  const shared = entries(objectAt(read, "properties")).filter(([key, property]) => objectAt(own, "properties")[key] !== property);
  const isShared = (schema: Json) => isObject(schema) && shared.some(([key, property]) => objectAt(schema, "properties")[key] === property);
  const exact = entries(schemas).filter(([, schema]) => isShared(schema)).map(([name]) => name);
  if (exact.length > 0) return exact.find((name) => name === input) ?? exact[0];
  // What a restoration has changed is no longer shared; then the names have to do.
  const keys = JSON.stringify(Object.keys(objectAt(read, "properties")).sort());
  const alike = entries(schemas).filter(([name, schema]) => isObject(schema) && schema["title"] === name && JSON.stringify(Object.keys(objectAt(schema, "properties")).sort()) === keys).map(([name]) => name);
  return alike.find((name) => name === input) ?? alike[0];
}

/** By the name that `prepare` gives; of a Query operation's twins the one that it takes. */
function operationsIn(api: JsonObject): ReadonlyMap<string, UpstreamOperation> {
  const found = new Map<string, UpstreamOperation>();
  for (const [path, item] of entries(objectAt(api, "paths"))) {
    for (const method of methods) {
      const node = isObject(item) ? item[method] : undefined;
      if (!isObject(node)) continue;
      const name = pascalCase(text(node["x-aws-operation-name"]) ?? text(node["operationId"]) ?? "");
      const known = found.get(name);
      if (known === undefined || known.method === "get") found.set(name, { path, method, node });
    }
  }
  return found;
}

/** `{ $ref }`, also with annotations around it. */
function referenceIn(node: JsonObject): string | undefined {
  const parts: readonly Json[] = [node, ...listAt(node, "allOf")];
  return parts.map(schemaRef).find((name) => name !== undefined);
}
