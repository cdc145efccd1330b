// What a model says about one member, in the words of the prepared spec. Import writes it down, comparing looks for it.

import type { Location, Protocol, TimestampFormat, XmlFacts } from "../prepare/prepared-spec.ts";
import { speaksXml } from "./protocol.ts";
import { pascalCase } from "../prepare/names.ts";
import { membersOf, namespaceUri, shapeNamed, type Model, type ModelShape } from "./model.ts";

/** A structure is read by another rule where it is what an operation takes or gives over HTTP. */
export type Role = "input" | "output" | "nested";

/** Where the member travels. Only REST services send anything elsewhere than in the body. */
export function locationOf(protocol: Protocol, role: Role, structure: ModelShape, name: string): Location {
  const member = structure.members?.[name];
  const wire = member?.locationName ?? name;
  const body: Location = { in: "body", name: wire };
  if (member === undefined || role === "nested" || !/^rest/.test(protocol)) return body;
  switch (member.location) {
    case "header":
      return { in: "header", name: wire };
    case "headers":
      return { in: "prefix", name: member.locationName ?? "" };
    case "uri":
      return role === "input" ? { in: "path", name: wire } : body;
    case "querystring":
      return role === "input" ? { in: "query", name: wire } : body;
    case "statusCode":
      return role === "output" ? { in: "status" } : body;
    default:
      return structure.payload === name ? { in: "payload" } : body;
  }
}

/**
 * The name that users write. XML has names of its own, so there the model's is taken. In JSON the name on the wire is the name,
 * and parameters follow where only their capitals differ.
 */
export function memberName(protocol: Protocol, role: Role, structure: ModelShape, name: string): string {
  if (speaksXml(protocol)) return name;
  const location = locationOf(protocol, role, structure, name);
  const wire = structure.members?.[name]?.locationName ?? name;
  if (location.in === "body") return wire;
  if (role !== "input") return name;
  const isTaken = (wanted: string) => membersOf(structure).some(([other, member]) => other !== name && (member.locationName ?? other) === wanted);
  if (wire.toLowerCase() === name.toLowerCase() && !isTaken(wire)) return wire;
  return isTaken(name) ? `${name}In${pascalCase(location.in)}` : name;
}

/** What XML calls it, without what goes without saying. */
export function xmlFactsOf(model: Model, protocol: Protocol, role: Role, structure: ModelShape, name: string): XmlFacts {
  const member = structure.members?.[name];
  if (member === undefined || !speaksXml(protocol)) return {};
  const shape = shapeNamed(model, member.shape);
  const location = locationOf(protocol, role, structure, name);
  const wire = member.locationName ?? shape.locationName ?? name;
  const said = namespaceUri(member.xmlNamespace) ?? (location.in === "payload" ? namespaceUri(shape.xmlNamespace) : undefined);
  // A whole body is in the service's namespace unless it says another.
  const namespace = location.in === "payload" && said === xmlNamespaceOf(model) ? undefined : said;
  const prefix = typeof member.xmlNamespace === "object" ? member.xmlNamespace.prefix : undefined;
  const flattened = (shape.type === "list" || shape.type === "map") && (member.flattened === true || shape.flattened === true);
  const isElement = location.in === "body" || location.in === "payload";
  return {
    ...(isElement && wire !== name ? { name: wire } : {}),
    ...(namespace === undefined ? {} : { namespace }),
    ...(prefix === undefined ? {} : { prefix }),
    ...(member.xmlAttribute === true ? { attribute: true as const } : {}),
    ...(flattened ? { flattened: true as const } : {}),
    ...listAndMapNames(shape),
    ...(protocol === "ec2-query" && member.queryName !== undefined && member.queryName !== capitalised(wire) ? { queryName: member.queryName } : {}),
  };
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function listAndMapNames(shape: ModelShape): XmlFacts {
  const item = shape.member?.locationName;
  const [key, value] = [shape.key?.locationName, shape.value?.locationName];
  return {
    ...(shape.type === "list" && item !== undefined && item !== "member" ? { itemName: item } : {}),
    ...(shape.type === "map" && key !== undefined && key !== "key" ? { keyName: key } : {}),
    ...(shape.type === "map" && value !== undefined && value !== "value" ? { valueName: value } : {}),
  };
}

/** Namespace of the service's request bodies: the metadata's, or the one that all of them have. */
export function xmlNamespaceOf(model: Model): string | undefined {
  if (model.metadata.xmlNamespace !== undefined) return model.metadata.xmlNamespace;
  const found = new Set<string | undefined>();
  for (const { input } of Object.values(model.operations)) {
    const structure = input === undefined ? undefined : model.shapes[input.shape];
    const payload = structure?.payload === undefined ? undefined : structure.members?.[structure.payload];
    const isXml = payload === undefined ? membersOf(structure).some(([, { location }]) => location === undefined) : shapeNamed(model, payload.shape).type === "structure";
    if (isXml) found.add(namespaceUri(input?.xmlNamespace) ?? namespaceUri(payload?.xmlNamespace));
  }
  return found.size === 1 ? [...found][0] : undefined;
}

const timestampFormats: Readonly<Record<string, TimestampFormat>> = { unixTimestamp: "epoch-seconds", iso8601: "date-time", rfc822: "http-date" };

/** The form that the shape asks for, where it asks. */
export function timestampFormatOf(shape: ModelShape): TimestampFormat | undefined {
  return timestampFormats[shape.timestampFormat ?? ""];
}

/** What lists and maps hold in the end. */
export function leafOf(model: Model, name: string, above: readonly string[] = []): ModelShape {
  const shape = shapeNamed(model, name);
  const inner = shape.type === "list" ? shape.member?.shape : shape.type === "map" ? shape.value?.shape : undefined;
  return inner === undefined || above.includes(name) ? shape : leafOf(model, inner, [...above, name]);
}

/** What stands on the wire for an exception, where it isn't the name of its shape. A JSON service that was a Query service has that in a header of its own. */
export function errorCodeOf(model: Model, protocol: Protocol, shape: ModelShape): string | undefined {
  return model.metadata.awsQueryCompatible !== undefined && !speaksXml(protocol) ? undefined : shape.error?.code;
}

/** Whose fault an exception is. */
export function faultOf(shape: ModelShape): "client" | "server" {
  return shape.fault === true || shape.error?.fault === true || (shape.error?.httpStatusCode ?? 0) >= 500 ? "server" : "client";
}

export function retryableOf(shape: ModelShape): "throttling" | "transient" | undefined {
  return shape.retryable === undefined ? undefined : shape.retryable.throttling === true ? "throttling" : "transient";
}
