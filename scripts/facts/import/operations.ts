// Operations of a model → paths of an OpenAPI document, keyed as converted AWS documents key them.

import type { JsonObject } from "../../json.ts";
import type { Protocol } from "../../prepare/prepared-spec.ts";
import { locationOf, memberName } from "../member-facts.ts";
import { memberNames, paginationOf, type MemberNames } from "../member-names.ts";
import { membersOf, type Model, type ModelOperation, type ModelShape } from "../model.ts";
import { checksumOf, errorsInSuccess, isCompressed, isUnsigned, isUnsignedPayload, rootNamespaceOf, wirePathOf, xmlRootOf } from "../operation-facts.ts";
import { familyOf, speaksXml } from "../protocol.ts";
import type { Writable } from "../written.ts";
import { deprecationOf, memberSchema, refTo, tokenSaid } from "./schemas.ts";

export function pathsOf(model: Model, protocol: Protocol): Writable {
  const paths: Record<string, Record<string, Writable>> = {};
  const names = memberNames(model, protocol);
  // CloudFront's operations carry the version of the API in their `name`, so the key is what names them.
  for (const [key, operation] of Object.entries(model.operations)) {
    const method = familyOf(protocol) === "rest" ? operation.http.method.toLowerCase() : "post";
    let path = pathKey(model, protocol, key, operation);
    // Two operations that only a header tells apart: a note behind `#` that ends in `!` means nothing on the wire.
    if (paths[path]?.[method] !== undefined) path += `${path.includes("#") ? "&" : "#"}${key}!`;
    (paths[path] ??= {})[method] = operationOf(model, protocol, names, key, operation);
  }
  return paths;
}

function pathKey({ metadata }: Model, protocol: Protocol, key: string, operation: ModelOperation): string {
  switch (familyOf(protocol)) {
    case "json":
      return `/#X-Amz-Target=${metadata.targetPrefix ?? ""}.${key}`;
    case "query":
      return `/#Action=${key}`;
    case "rest": {
      const [path = "", query] = operation.http.requestUri.split("?");
      return `${path.replaceAll("+}", "}") || "/"}${query === undefined ? "" : `#${query}`}`;
    }
  }
}

function operationOf(model: Model, protocol: Protocol, names: MemberNames, key: string, operation: ModelOperation): Writable {
  const family = familyOf(protocol);
  const input = operation.input === undefined ? undefined : model.shapes[operation.input.shape];
  const paginator = model.paginators[key];
  const wire: Writable = {
    path: wirePathOf(protocol, operation),
    hostPrefix: operation.endpoint?.hostPrefix,
    xmlRoot: xmlRootOf(model, protocol, key),
    xmlNamespace: rootNamespaceOf(model, protocol, key),
  };
  return {
    operationId: family === "query" ? `POST_${key}` : key,
    "x-aws-operation-name": family === "query" ? key : undefined,
    description: operation.documentation,
    externalDocs: operation.documentationUrl === undefined ? undefined : { url: operation.documentationUrl },
    ...deprecationOf(operation),
    security: isUnsigned(operation) ? [] : undefined,
    "x-wire": Object.values(wire).some((value) => value !== undefined) ? wire : undefined,
    "x-unsigned-payload": isUnsignedPayload(operation),
    "x-checksum": checksumOf(model, protocol, operation) as JsonObject | undefined,
    "x-compressed": isCompressed(operation),
    "x-errors-in-success": errorsInSuccess(model, operation),
    "x-pagination": paginator === undefined ? undefined : (paginationOf(names, key, paginator) as JsonObject | undefined),
    parameters: parametersOf(model, protocol, key, input),
    requestBody: family === "rest" ? restBody(model, protocol, input) : wholeBody(protocol, operation),
    responses: responsesOf(model, protocol, operation),
  };
}

function contentType(protocol: Protocol): string {
  return speaksXml(protocol) ? "text/xml" : "application/json";
}

function parametersOf(model: Model, protocol: Protocol, key: string, input: ModelShape | undefined): readonly Writable[] | undefined {
  const constant = (name: string, place: string, value: string): Writable => ({ name, in: place, required: true, schema: { type: "string", enum: [value] } });
  const parameters = ((): readonly Writable[] => {
    switch (familyOf(protocol)) {
      case "json":
        return [constant("X-Amz-Target", "header", `${model.metadata.targetPrefix ?? ""}.${key}`)];
      case "query":
        return [constant("Action", "query", key), constant("Version", "query", model.metadata.apiVersion)];
      case "rest":
        return input === undefined ? [] : membersOf(input).map(([name]) => parameterOf(protocol, input, name)).filter((parameter) => parameter !== undefined);
    }
  })();
  return parameters.length > 0 ? parameters : undefined;
}

function parameterOf(protocol: Protocol, input: ModelShape, name: string): Writable | undefined {
  const member = input.members?.[name];
  const location = locationOf(protocol, "input", input, name);
  if (member === undefined || (location.in !== "path" && location.in !== "query" && location.in !== "header" && location.in !== "prefix")) return undefined;
  const userName = memberName(protocol, "input", input, name);
  return {
    name: location.name,
    in: location.in === "prefix" ? "header" : location.in,
    "x-prefix": location.in === "prefix" ? true : undefined,
    "x-member": userName === location.name ? undefined : userName,
    required: location.in === "path" || (input.required ?? []).includes(name),
    description: member.documentation,
    ...deprecationOf(member),
    "x-idempotency-token": tokenSaid(userName, member),
    schema: member.jsonvalue === true ? { type: "string", "x-json-value": true } : refTo(member.shape),
  };
}

function wholeBody(protocol: Protocol, operation: ModelOperation): Writable | undefined {
  if (operation.input === undefined) return undefined;
  return { required: true, content: { [contentType(protocol)]: { schema: refTo(operation.input.shape) } } };
}

/** The members of a REST request that don't travel elsewhere stand in its body. */
function restBody(model: Model, protocol: Protocol, input: ModelShape | undefined): Writable | undefined {
  const members = membersOf(input).filter(([name]) => input !== undefined && ["body", "payload"].includes(locationOf(protocol, "input", input, name).in));
  if (input === undefined || members.length === 0) return undefined;
  const required = members.map(([name]) => name).filter((name) => (input.required ?? []).includes(name));
  return {
    required: required.length > 0,
    content: {
      [bodyType(model, protocol, input)]: {
        schema: {
          type: "object",
          required: required.length > 0 ? required : undefined,
          properties: Object.fromEntries(members.map(([name]) => [name, memberSchema(model, protocol, "input", input, name)])),
        },
      },
    },
  };
}

function bodyType(model: Model, protocol: Protocol, input: ModelShape): string {
  const payload = input.payload === undefined ? undefined : input.members?.[input.payload];
  const type = payload === undefined ? undefined : model.shapes[payload.shape]?.type;
  return type === "blob" ? "application/octet-stream" : type === "string" ? "text/plain" : contentType(protocol);
}

/** Failures get a status of their own each, as converted documents give them; `x-error` of the exception says the real one. */
function responsesOf(model: Model, protocol: Protocol, operation: ModelOperation): Writable {
  const { output, errors = [], http } = operation;
  const content = (shape: string): Writable => ({ [contentType(protocol)]: { schema: refTo(shape) } });
  const success: Writable = { description: "Success", content: output === undefined ? undefined : content(output.shape) };
  const failures = errors.map(({ shape }, index) => [String(480 + index), { description: model.shapes[shape]?.documentation ?? shape, content: content(shape) }] as const);
  return { [String(http.responseCode ?? 200)]: success, ...Object.fromEntries(failures) };
}
