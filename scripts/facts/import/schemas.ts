// Shapes of a model → components of an OpenAPI document.

import type { JsonObject } from "../../json.ts";
import type { Location, Protocol } from "../../prepare/prepared-spec.ts";
import { looksLikeToken } from "../../prepare/steps/idempotency-tokens.ts";
import { errorCodeOf, faultOf, locationOf, memberName, retryableOf, timestampFormatOf, xmlFactsOf, type Role } from "../member-facts.ts";
import { membersOf, namespaceUri, shapeNamed, type Deprecated, type Model, type ModelMember, type ModelShape } from "../model.ts";
import { familyOf, speaksXml } from "../protocol.ts";
import type { Writable } from "../written.ts";

/** Every shape of the model but those that only say what a REST operation takes: their members stand in the operation. */
export function schemasOf(model: Model, protocol: Protocol): Writable {
  const outputs = outputsOf(model);
  const inlined = onlyInputs(model, protocol);
  return Object.fromEntries(
    Object.entries(model.shapes).filter(([name]) => !inlined.has(name)).map(([name, shape]) => [name, schemaOf(model, protocol, outputs.has(name) || shape.exception === true ? "output" : "nested", shape)]),
  );
}

/** The shapes that operations give. */
export function outputsOf(model: Model): ReadonlySet<string> {
  return new Set(Object.values(model.operations).flatMap(({ output }) => output?.shape ?? []));
}

function onlyInputs(model: Model, protocol: Protocol): ReadonlySet<string> {
  if (familyOf(protocol) !== "rest") return new Set();
  const inputs = new Set(Object.values(model.operations).flatMap(({ input }) => input?.shape ?? []));
  for (const name of outputsOf(model)) inputs.delete(name);
  for (const shape of Object.values(model.shapes)) {
    for (const member of [...Object.values(shape.members ?? {}), shape.member, shape.value]) if (member !== undefined) inputs.delete(member.shape);
  }
  return inputs;
}

export function refTo(shape: string): JsonObject {
  return { $ref: `#/components/schemas/${shape}` };
}

export function schemaOf(model: Model, protocol: Protocol, role: Role, shape: ModelShape): Writable {
  const doc = { description: shape.documentation, ...deprecationOf(shape) };
  switch (shape.type) {
    case "structure":
      return { ...structureOf(model, protocol, role, shape), ...doc };
    case "list":
      return { type: "array", items: sparse(shape, itemsOf(protocol, shape)), minItems: shape.min, maxItems: shape.max, ...flattenedOf(protocol, shape), ...doc };
    case "map":
      return { type: "object", additionalProperties: sparse(shape, refTo(shape.value?.shape ?? "")), minProperties: shape.min, maxProperties: shape.max, ...flattenedOf(protocol, shape), ...doc };
    default:
      return { ...simpleSchema(shape), ...doc };
  }
}

/** Everything but structures, lists and maps. */
export function simpleSchema(shape: ModelShape): Writable {
  switch (shape.type) {
    case "integer":
      return { type: "integer", minimum: shape.min, maximum: shape.max };
    case "long":
      return { type: "integer", format: "int64", minimum: shape.min, maximum: shape.max };
    case "float": case "double":
      return { type: "number", format: shape.type, minimum: shape.min, maximum: shape.max };
    case "boolean":
      return { type: "boolean" };
    case "timestamp":
      return { type: "string", format: "date-time", "x-timestamp": timestampFormatOf(shape) };
    case "blob":
      return { type: "string", format: "byte", minLength: shape.min, maxLength: shape.max, "x-streaming": shape.streaming };
    default:
      return {
        type: "string", format: shape.sensitive === true ? "password" : undefined, minLength: shape.min, maxLength: shape.max, pattern: shape.pattern,
        enum: shape.enum !== undefined && shape.enum.length > 0 ? shape.enum : undefined,
      };
  }
}

function structureOf(model: Model, protocol: Protocol, role: Role, shape: ModelShape): Writable {
  if (shape.document === true) return {};
  const properties = Object.fromEntries(membersOf(shape).map(([member]) => [member, memberSchema(model, protocol, role, shape, member)]));
  const required = (shape.required ?? []).filter((member) => shape.members?.[member] !== undefined);
  return {
    type: "object",
    required: required.length > 0 ? required : undefined,
    properties,
    "x-event-stream": shape.eventstream,
    "x-union": shape.union,
    "x-error": shape.exception === true ? errorFacts(model, protocol, shape) : undefined,
    xml: speaksXml(protocol) && shape.xmlNamespace !== undefined ? { namespace: namespaceUri(shape.xmlNamespace), prefix: typeof shape.xmlNamespace === "object" ? shape.xmlNamespace.prefix : undefined } : undefined,
  };
}

/** What an exception says about itself beside its members. */
function errorFacts(model: Model, protocol: Protocol, shape: ModelShape): Writable {
  return { code: errorCodeOf(model, protocol, shape), status: shape.error?.httpStatusCode, fault: faultOf(shape), retryable: retryableOf(shape) };
}

function itemsOf(protocol: Protocol, shape: ModelShape): Writable {
  const reference = refTo(shape.member?.shape ?? "");
  const xml = { name: shape.member?.locationName, namespace: namespaceUri(shape.member?.xmlNamespace) };
  return !speaksXml(protocol) || (xml.name ?? xml.namespace) === undefined ? reference : { allOf: [reference, { xml }] };
}

/** What lists and maps hold, where it may be null. */
function sparse(shape: ModelShape, inner: Writable): Writable {
  return shape.sparse === true ? { allOf: [inner], nullable: true } : inner;
}

function flattenedOf(protocol: Protocol, shape: ModelShape): Writable {
  if (!speaksXml(protocol)) return {};
  const xml = { wrapped: shape.flattened === true ? false : undefined, "x-key-name": shape.key?.locationName, "x-value-name": shape.value?.locationName };
  return Object.values(xml).every((value) => value === undefined) ? {} : { xml };
}

/** A member, as a reference with what holds only here beside it. */
export function memberSchema(model: Model, protocol: Protocol, role: Role, structure: ModelShape, name: string): Writable {
  const member = structure.members?.[name];
  if (member === undefined) return {};
  const reference = refTo(member.shape);
  const beside = besideReference(model, protocol, role, structure, name, member);
  return Object.values(beside).every((value) => value === undefined) ? reference : { allOf: [reference, beside] };
}

function besideReference(model: Model, protocol: Protocol, role: Role, structure: ModelShape, name: string, member: ModelMember): Writable {
  const location = locationOf(protocol, role, structure, name);
  return {
    description: member.documentation,
    ...deprecationOf(member),
    xml: location.in === "body" || (location.in === "payload" && speaksXml(protocol)) ? xmlOf(model, protocol, role, structure, name) : undefined,
    "x-member": role === "input" && location.in !== "body" && memberName(protocol, role, structure, name) !== name ? memberName(protocol, role, structure, name) : undefined,
    "x-location": location.in === "body" ? undefined : { ...location, ...contentTypeOf(model, location, member) },
    "x-idempotency-token": tokenSaid(memberName(protocol, role, structure, name), member),
    "x-json-value": member.jsonvalue,
    "x-streaming": member.streaming === true && shapeNamed(model, member.shape).type === "blob" ? true : undefined,
  };
}

function contentTypeOf(model: Model, location: Location, { shape }: ModelMember): { readonly contentType?: string } {
  const { mediaType } = shapeNamed(model, shape);
  return location.in === "payload" && mediaType !== undefined ? { contentType: mediaType } : {};
}

/** A token is said; so is what only looks like one. */
export function tokenSaid(name: string, member: ModelMember): boolean | undefined {
  return member.idempotencyToken === true ? true : looksLikeToken(name) ? false : undefined;
}

function xmlOf(model: Model, protocol: Protocol, role: Role, structure: ModelShape, name: string): Writable | undefined {
  if (!speaksXml(protocol)) {
    const wire = structure.members?.[name]?.locationName;
    return wire === undefined || wire === name ? undefined : { name: wire };
  }
  const facts = xmlFactsOf(model, protocol, role, structure, name);
  const member = structure.members?.[name];
  const xml: Writable = {
    name: facts.name, namespace: facts.namespace, prefix: facts.prefix, attribute: facts.attribute, "x-query-name": facts.queryName,
    // What the list or map itself says is said there.
    wrapped: member?.flattened === true ? false : undefined,
  };
  return Object.values(xml).every((value) => value === undefined) ? undefined : xml;
}

export function deprecationOf(node: Deprecated): Writable {
  if (node.deprecated !== true) return {};
  return { deprecated: true, "x-deprecated-message": node.deprecatedMessage, "x-deprecated-since": node.deprecatedSince };
}
