// A parsed file comes in, what keeps it from being a model goes out. Later stages rely on what is looked at here.

import { isObject, type Json, type JsonObject } from "../json.ts";

const shapeTypes: ReadonlySet<Json | undefined> = new Set(["structure", "list", "map", "string", "character", "integer", "long", "float", "double", "boolean", "timestamp", "blob"]);

/** In words, at most a handful; none for a model. */
export function faultsIn(value: Json): readonly string[] {
  if (!isObject(value)) return ["it isn't a map"];
  if (value["openapi"] !== undefined || value["swagger"] !== undefined) return ["it is an OpenAPI document, which belongs to --spec"];
  if (value["overlay"] !== undefined) return ["it is an overlay"];
  if (value["smithy"] !== undefined) return ["it is a Smithy model; the format of botocore is read"];
  const { metadata, operations, shapes } = value;
  if (!isObject(metadata) || !isObject(operations) || !isObject(shapes)) return [`it has no ${["metadata", "operations", "shapes"].filter((key) => !isObject(value[key])).join(", no ")}`];
  const missing = ["apiVersion", "endpointPrefix", "protocol", "serviceFullName"].filter((key) => typeof metadata[key] !== "string");
  return [
    ...missing.map((key) => `\`metadata.${key}\` is missing`),
    ...faultsOfOperations(operations, shapes),
    ...faultsOfShapes(shapes),
  ].slice(0, 5);
}

function faultsOfOperations(operations: JsonObject, shapes: JsonObject): readonly string[] {
  return Object.entries(operations).flatMap(([name, operation]) => {
    if (!isObject(operation)) return [`the operation \`${name}\` isn't a map`];
    const { http, input, output, errors = [] } = operation;
    if (!isObject(http) || typeof http["method"] !== "string" || typeof http["requestUri"] !== "string") return [`the operation \`${name}\` doesn't say its \`http\` method and requestUri`];
    const mentioned = [input, output, ...(Array.isArray(errors) ? (errors as readonly Json[]) : [])].filter((message) => message !== undefined);
    return mentioned.flatMap((message) => unknownShape(message, shapes)).map((fault) => `the operation \`${name}\` ${fault}`);
  });
}

function faultsOfShapes(shapes: JsonObject): readonly string[] {
  return Object.entries(shapes).flatMap(([name, shape]) => {
    if (!isObject(shape) || !shapeTypes.has(shape["type"])) return [`the shape \`${name}\` has no type that is known`];
    const { type, members = {}, member, key, value } = shape;
    if (!isObject(members)) return [`the members of \`${name}\` aren't a map`];
    const mentioned = [...Object.values(members), ...(type === "list" ? [member] : type === "map" ? [key, value] : [])];
    return mentioned.flatMap((one) => unknownShape(one, shapes)).map((fault) => `the shape \`${name}\` ${fault}`);
  });
}

function unknownShape(node: Json | undefined, shapes: JsonObject): readonly string[] {
  const name = isObject(node) ? node["shape"] : undefined;
  return typeof name === "string" && Object.hasOwn(shapes, name) ? [] : [`mentions a shape \`${String(name)}\` that isn't there`];
}
