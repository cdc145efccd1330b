// Builds what templates see from a presented document, as openapi-generator's engine does.

import { isObject, type JsonObject } from "../json.ts";
import type { MemberContext, ModelContext, OperationContext, TemplateContext } from "./context.ts";
import type { Presented } from "./present/present.ts";

export function buildContext(presented: Presented): TemplateContext {
  const schemas = objectIn(objectIn(presented, "components"), "schemas");
  const models = Object.entries(schemas).flatMap(([name, schema]) => (isObject(schema) ? [{ model: modelContext(name, schema) }] : []));
  const operations = Object.values(objectIn(presented, "paths")).flatMap((item) => (isObject(item) ? Object.entries(item) : [])).flatMap(([method, operation]) => (isObject(operation) ? [operationContext(method, operation)] : []));
  return {
    models: models.sort((left, right) => (left.model.classname < right.model.classname ? -1 : 1)),
    apiInfo: { apis: [{ operations: { operation: operations.sort((left, right) => (left.operationId < right.operationId ? -1 : 1)) } }] },
    openAPI: { extensions: { "x-ts-package": presented["x-ts-package"] } },
  } as unknown as TemplateContext;
}

function modelContext(name: string, schema: JsonObject): ModelContext {
  const required = new Set(Array.isArray(schema["required"]) ? schema["required"] : []);
  const vars = Object.entries(objectIn(schema, "properties")).flatMap(([key, property]): MemberContext[] => (isObject(property) ? [{ required: required.has(key), vendorExtensions: extensionsOf(property) } as unknown as MemberContext] : []));
  return { classname: name, vars, vendorExtensions: extensionsOf(schema) } as unknown as ModelContext;
}

function operationContext(method: string, operation: JsonObject): OperationContext {
  const id = String(operation["operationId"]);
  return { operationId: id, httpMethod: method.toUpperCase(), vendorExtensions: extensionsOf(operation) } as unknown as OperationContext;
}

function extensionsOf(node: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(node).filter(([key]) => key.startsWith("x-")));
}

function objectIn(parent: JsonObject, key: string): JsonObject {
  const value = parent[key];
  return isObject(value) ? value : {};
}
