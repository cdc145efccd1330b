// Finds its way in a converted document: where an operation, a parameter or a member stands.

import { isObject, type Json, type JsonObject } from "../../json.ts";
import { pascalCase } from "../../prepare/names.ts";
import { entries, listAt, objectAt, schemaRef, text } from "../../prepare/read/access.ts";
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
  /** The schema of an operation's request body. */
  readonly body: (operation: UpstreamOperation) => Found | undefined;
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
    body({ path, method, node }) {
      const [type, media] = entries(objectAt(objectAt(node, "requestBody"), "content"))[0] ?? [];
      if (type === undefined || !isObject(media) || !isObject(media["schema"])) return undefined;
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
