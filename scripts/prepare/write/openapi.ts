// Writes a prepared spec as plain OpenAPI 3.0 that any reader reads right. What OpenAPI can't say stands in `x-` extensions;
// `read/` takes both back, so that preparing a prepared document changes nothing.

import type { Json, JsonObject } from "../../json.ts";
import { given } from "../read/access.ts";
import type {
  Auth, Constraints, Deprecation, Endpoint, ErrorCase, ExceptionShape, Location, Member, Operation, PreparedSpec, Shape, ShapeName, Structure, Type, XmlFacts,
} from "../prepared-spec.ts";

import { waitersOf } from "./waiters.ts";

type Writable = Record<string, Json | undefined>;

export function toOpenApi(spec: PreparedSpec): JsonObject {
  const { service } = spec;
  return {
    openapi: "3.0.3",
    info: { ...service.info, title: service.title, version: service.version, ...docText(service.doc) },
    "x-prepared": "1",
    "x-service-name": service.name,
    "x-protocol": service.protocol,
    ...(service.auth.kind === "sigv4" ? { "x-signing-name": service.auth.signingName } : {}),
    ...given("x-xml-namespace", service.xmlNamespace),
    ...given("x-query-compatible", service.queryCompatible),
    ...given("x-retry", service.retry === undefined ? undefined : { ...service.retry }),
    ...(service.hosts.length > 0 ? { "x-endpoints": service.hosts.map((host) => ({ ...host })) } : {}),
    ...(spec.waiters.length > 0 ? { "x-waiters": waitersOf(spec.waiters) } : {}),
    ...given("externalDocs", service.externalDocs === undefined ? undefined : { ...service.externalDocs }),
    ...(service.endpoints.length > 0 ? { servers: service.endpoints.map(serverOf) } : {}),
    ...securityOf(service.auth),
    paths: pathsOf(spec),
    components: componentsOf(spec),
  };
}

function docText(doc: string): { readonly description?: string } {
  return given("description", doc === "" ? undefined : doc);
}

function serverOf(endpoint: Endpoint): JsonObject {
  const region: Writable = {
    description: "The AWS region.",
    ...(endpoint.regions.length > 0 ? { enum: endpoint.regions } : {}),
    default: endpoint.defaultRegion ?? endpoint.regions[0] ?? "us-east-1",
  };
  return {
    url: endpoint.url === "" ? "/" : endpoint.url,
    ...given("description", endpoint.description),
    "x-partition": endpoint.partition,
    ...(endpoint.url.includes("{region}") ? { variables: { region } } : {}),
  };
}

function securityOf(auth: Auth): Writable {
  switch (auth.kind) {
    case "sigv4":
      return { security: [{ [auth.scheme]: [] }] };
    case "headers":
      return { security: auth.security };
    case "none":
      return {};
  }
}

function schemesOf(auth: Auth): Writable {
  switch (auth.kind) {
    case "sigv4":
      return {
        securitySchemes: {
          [auth.scheme]: {
            type: "apiKey", name: "Authorization", in: "header", description: "AWS Signature Version 4", "x-amazon-apigateway-authtype": "awsSigv4",
          },
        },
      };
    case "headers":
      return { securitySchemes: auth.schemes };
    case "none":
      return {};
  }
}

// ------------------------------------------------------------------------------------------------------- operations

function pathsOf(spec: PreparedSpec): JsonObject {
  const paths: Record<string, Writable> = {};
  for (const operation of spec.operations) {
    const item = (paths[operation.key] ??= {});
    item[operation.method.toLowerCase()] = operationOf(operation, spec);
  }
  return paths;
}

function operationOf(operation: Operation, spec: PreparedSpec): JsonObject {
  const input = operation.input?.kind === "members" ? spec.shapes[operation.input.shape] : undefined;
  const assembled = input?.kind === "structure" && input.assembledFor !== undefined ? input : undefined;
  return {
    operationId: operation.name,
    ...(operation.tags.length > 0 ? { tags: operation.tags } : {}),
    ...docText(operation.doc),
    ...deprecated(operation.deprecated),
    ...given("externalDocs", operation.externalDocs === undefined ? undefined : { url: operation.externalDocs }),
    ...(operation.signed || spec.service.auth.kind !== "sigv4" ? {} : { security: [] }),
    "x-wire": {
      path: operation.path,
      ...(Object.keys(operation.query).length > 0 ? { query: operation.query } : {}),
      ...(Object.keys(operation.headers).length > 0 ? { headers: operation.headers } : {}),
      ...given("action", operation.action),
      ...given("hostPrefix", operation.hostPrefix),
      ...given("bucket", operation.bucket),
      ...given("ids", operation.ids),
      ...given("xmlRoot", operation.xmlRoot),
      ...given("xmlNamespace", operation.xmlNamespace),
    },
    ...given("x-unsigned-payload", operation.unsignedPayload),
    ...given("x-checksum", operation.checksum as JsonObject | undefined),
    ...given("x-compressed", operation.compressed),
    ...given("x-errors-in-success", operation.errorsInSuccess),
    ...given("x-pagination", operation.pagination as JsonObject | undefined),
    ...(assembled === undefined || operation.input?.kind !== "members" ? {} : { "x-input": operation.input.shape }),
    ...(operation.errors.length > 0 ? { "x-errors": errorFacts(operation.errors) } : {}),
    ...parametersOf(assembled),
    ...requestBodyOf(operation, assembled, spec),
    responses: responsesOf(operation, spec),
  };
}

function errorFacts(errors: readonly ErrorCase[]): JsonObject {
  return Object.fromEntries(
    errors.map((error) => [
      error.exception,
      { ...given("code", error.code), ...given("status", error.status), fault: error.fault, ...given("retryable", error.retryable) },
    ]),
  );
}

function parametersOf(assembled: Structure | undefined): Writable {
  const parameters = (assembled?.members ?? []).flatMap((member) => {
    const { location } = member;
    if (location.in !== "path" && location.in !== "query" && location.in !== "header" && location.in !== "prefix") return [];
    return [{
      name: location.name,
      in: location.in === "prefix" ? "header" : location.in,
      ...(location.in === "prefix" ? { "x-prefix": true } : {}),
      ...(member.name === location.name ? {} : { "x-member": member.name }),
      required: member.required,
      ...docText(member.doc),
      ...deprecated(member.deprecated),
      ...("style" in location ? given("style", location.style) : {}),
      ...("explode" in location ? given("explode", location.explode) : {}),
      ...("allowReserved" in location ? given("allowReserved", location.allowReserved) : {}),
      ...(member.idempotencyToken === true ? { "x-idempotency-token": true } : {}),
      ...given("example", member.example),
      schema: schemaOf(member.type),
    }];
  });
  return parameters.length === 0 ? {} : { parameters };
}

function requestBodyOf(operation: Operation, assembled: Structure | undefined, spec: PreparedSpec): Writable {
  if (operation.input === undefined) return {};
  const payload = assembled?.members.find((member) => member.location.in === "payload");
  const inBody = (assembled?.members ?? []).filter((member) => member.location.in === "body");
  let schema: JsonObject | undefined;
  let required = operation.input.kind === "value" || operation.input.required;
  if (operation.input.kind === "value") schema = schemaOf(operation.input.type);
  else if (assembled === undefined) schema = { $ref: refTo(operation.input.shape) };
  else if (payload !== undefined) [schema, required] = [isNamed(payload) ? memberSchema(payload) : schemaOf(payload.type), payload.required];
  else if (inBody.length > 0) [schema, required] = [{ $ref: refTo(bodyName(operation, spec)) }, inBody.some((member) => member.required)];
  if (schema === undefined) return {};
  const examples = examplesOf(operation, "input");
  return {
    requestBody: {
      ...(payload === undefined || isNamed(payload) ? {} : docText(payload.doc)),
      ...(payload !== undefined && isNamed(payload) ? { "x-member": payload.name } : {}),
      required,
      content: { [operation.requestContentType ?? "application/json"]: { schema, ...examples } },
    },
  };
}

/** A whole body that has a name of its own, as AWS's have; all others are called `body`. */
function isNamed(payload: Member): boolean {
  return payload.name !== "body" || payload.xml !== undefined;
}

/** Component that holds the body members of an operation whose other members travel elsewhere. */
function bodyName(operation: Operation, spec: PreparedSpec): ShapeName {
  const name = `${operation.name}RequestBody`;
  let free = name;
  for (let number = 2; Object.hasOwn(spec.shapes, free) || Object.hasOwn(spec.exceptions, free); number += 1) free = `${name}${number}`;
  return free;
}

function examplesOf(operation: Operation, side: "input" | "output"): Writable {
  const examples = operation.examples.flatMap((example) => {
    const value = example[side];
    return value === undefined ? [] : [[example.name, { ...given("summary", example.summary), value }] as const];
  });
  return examples.length === 0 ? {} : { examples: Object.fromEntries(examples) };
}

function responsesOf(operation: Operation, spec: PreparedSpec): JsonObject {
  const { output } = operation;
  const responses: Record<string, Json> = {};
  operation.successStatuses.forEach((status, index) => {
    const schema = output === undefined ? undefined : output.kind === "value" ? schemaOf(output.type) : { $ref: refTo(output.shape) };
    const content = schema === undefined || index > 0 ? {} : { content: { [operation.responseContentType ?? "application/json"]: { schema, ...examplesOf(operation, "output") } } };
    responses[String(status)] = { description: "Success", ...content };
  });
  for (const error of operation.errors) {
    const exception = spec.exceptions[error.exception];
    const schema = exception?.body !== undefined ? schemaOf(exception.body) : error.code === undefined ? undefined : { $ref: refTo(error.exception) };
    responses[responseKey(error.documentedStatus)] = {
      description: error.doc === "" ? error.exception : error.doc,
      ...(error.code === undefined ? { "x-exception": error.exception } : {}),
      ...(schema === undefined ? {} : { content: { [operation.responseContentType ?? "application/json"]: { schema } } }),
    };
  }
  return responses;
}

function responseKey(status: number): string {
  return status === 0 ? "default" : status < 10 ? `${status}XX` : String(status);
}

// ------------------------------------------------------------------------------------------------------- components

function componentsOf(spec: PreparedSpec): JsonObject {
  const schemas: [string, JsonObject][] = [];
  for (const [name, shape] of Object.entries(spec.shapes)) {
    if (shape.kind !== "structure" || shape.assembledFor === undefined) schemas.push([name, shapeSchema(shape)]);
  }
  for (const operation of spec.operations) {
    const input = operation.input?.kind === "members" ? spec.shapes[operation.input.shape] : undefined;
    if (input?.kind !== "structure" || input.assembledFor === undefined) continue;
    const members = input.members.filter((member) => member.location.in === "body");
    if (members.length > 0) schemas.push([bodyName(operation, spec), { ...structureSchema(members), "x-body-of": operation.name }]);
  }
  for (const [name, exception] of Object.entries(spec.exceptions)) {
    if (exception.body === undefined) schemas.push([name, exceptionSchema(exception)]);
  }
  schemas.sort(([left], [right]) => (left < right ? -1 : 1));
  return { schemas: Object.fromEntries(schemas), ...schemesOf(spec.service.auth) };
}

function refTo(name: ShapeName): string {
  return `#/components/schemas/${name}`;
}

function shapeSchema(shape: Shape): JsonObject {
  const base = {
    ...docText(shape.doc),
    ...deprecated(shape.deprecated),
    ...given("externalDocs", shape.externalDocs === undefined ? undefined : { url: shape.externalDocs }),
    ...given("example", shape.example),
  };
  switch (shape.kind) {
    case "structure":
      return { ...structureSchema(shape.members), ...base, ...xmlOf(shape.xml), ...given("x-event-stream", shape.eventStream), ...given("x-union", shape.union) };
    case "enumeration":
      return { type: shape.of, enum: shape.values.map((value) => value.value), "x-enum-varnames": shape.values.map((value) => value.name), ...base };
    case "union":
      return {
        oneOf: shape.variants.map(schemaOf),
        ...given("discriminator", shape.discriminator === undefined ? undefined : {
          propertyName: shape.discriminator.member,
          mapping: Object.fromEntries(Object.entries(shape.discriminator.mapping).map(([value, name]) => [value, refTo(name)])),
        }),
        ...base,
      };
  }
}

function structureSchema(members: readonly Member[]): JsonObject {
  const required = members.filter((member) => member.required).map((member) => member.name);
  const properties: Record<string, JsonObject> = {};
  for (const member of members) {
    // `__proto__` is a name like any other.
    Object.defineProperty(properties, member.name, { value: memberSchema(member), enumerable: true, configurable: true, writable: true });
  }
  return { type: "object", ...(required.length > 0 ? { required } : {}), properties };
}

function memberSchema(member: Member): JsonObject {
  return annotated(member.type, {
    ...docText(member.doc),
    ...deprecated(member.deprecated),
    ...(member.idempotencyToken === true ? { "x-idempotency-token": true } : {}),
    ...(member.readOnly === true ? { readOnly: true } : {}),
    ...(member.writeOnly === true ? { writeOnly: true } : {}),
    ...given("default", member.default),
    ...given("example", member.example),
    ...(member.location.in === "body" ? {} : { "x-location": locationOf(member.location) }),
    ...xmlOf(member.xml),
  });
}

function locationOf(location: Location): JsonObject {
  return { ...location } as JsonObject;
}

function exceptionSchema(exception: ExceptionShape): JsonObject {
  const schema = structureSchema(exception.members);
  const message: JsonObject = { type: "string", description: "What went wrong, for a person to read." };
  return {
    ...schema,
    properties: { message, ...(schema["properties"] as JsonObject) },
    "x-exception": true,
    ...docText(exception.doc),
    ...deprecated(exception.deprecated),
  };
}

// ------------------------------------------------------------------------------------------------------------ types

function schemaOf(type: Type): JsonObject {
  const schema = bareSchema(type);
  return type.nullable === true ? { ...(type.kind === "shape" ? { allOf: [schema] } : schema), nullable: true } : schema;
}

/** A reference with annotations is written as `allOf` of one, because OpenAPI 3.0 ignores what stands beside `$ref`. */
function annotated(type: Type, annotations: Writable): JsonObject {
  const schema = schemaOf(type);
  if (Object.values(annotations).every((value) => value === undefined)) return schema;
  return type.kind === "shape" && type.nullable !== true ? { allOf: [schema], ...annotations } : { ...schema, ...annotations };
}

function bareSchema(type: Type): JsonObject {
  switch (type.kind) {
    case "string": case "integer": case "number":
      return { type: type.kind, ...given("format", type.format), ...constraintsOf(type.constraints) };
    case "boolean":
      return { type: "boolean" };
    case "timestamp":
      return { type: "string", format: "date-time", "x-timestamp": type.wire };
    case "blob":
      return { type: "string", format: type.wire === "base64" ? "byte" : "binary", ...given("x-streaming", type.streaming), ...constraintsOf(type.constraints) };
    case "json-text":
      return { type: "string", "x-json-value": true };
    case "list":
      return { type: "array", items: innerSchema(type.of), ...constraintsOf(type.constraints) };
    case "map":
      return { type: "object", additionalProperties: type.of.kind === "any" ? true : innerSchema(type.of), ...constraintsOf(type.constraints) };
    case "shape":
      return { $ref: refTo(type.name) };
    case "any":
      return {};
    case "forbidden":
      return { not: {}, "x-forbidden": type.reason };
  }
}

function innerSchema(type: Type): JsonObject {
  return { ...schemaOf(type), ...xmlOf(type.kind === "list" || type.kind === "map" ? type.xml : undefined) };
}

function constraintsOf(constraints: Constraints | undefined): Writable {
  return { ...constraints };
}

function deprecated(deprecation: Deprecation | undefined): Writable {
  if (deprecation === undefined) return {};
  return { deprecated: true, ...given("x-deprecated-message", deprecation.message), ...given("x-deprecated-since", deprecation.since) };
}

function xmlOf(facts: XmlFacts | undefined): Writable {
  if (facts === undefined) return {};
  const xml: Writable = {
    ...given("name", facts.name), ...given("namespace", facts.namespace), ...given("prefix", facts.prefix), ...given("attribute", facts.attribute),
    ...(facts.flattened === true ? { wrapped: false } : {}),
    ...given("x-item-name", facts.itemName), ...given("x-item-namespace", facts.itemNamespace), ...given("x-key-name", facts.keyName), ...given("x-value-name", facts.valueName),
    ...given("x-query-name", facts.queryName),
  };
  return Object.keys(xml).length === 0 ? {} : { xml };
}
