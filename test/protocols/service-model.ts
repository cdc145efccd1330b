// A service of a Smithy model → the same in the format of botocore's `service-2.json`, which `import` reads. What that format has no
// words for is lost here, as it is for every service of AWS.

import type { Json, JsonObject } from "../../scripts/json.ts";
import { modelOf } from "../../scripts/facts/read-model.ts";
import type { Model } from "../../scripts/facts/model.ts";
import { nameOf, shapeAt, trait, type SmithyModel, type SmithyShape, type Target } from "./smithy-model.ts";

/** A model, and how its names come from Smithy's ids. */
export interface ServiceModel {
  readonly id: string;
  readonly model: Model;
  readonly nameOfShape: (id: string) => string;
}

const protocols: Readonly<Record<string, JsonObject>> = {
  "aws.protocols#awsJson1_0": { protocol: "json", jsonVersion: "1.0" },
  "aws.protocols#awsJson1_1": { protocol: "json", jsonVersion: "1.1" },
  "aws.protocols#restJson1": { protocol: "rest-json", jsonVersion: "1.1" },
  "aws.protocols#restXml": { protocol: "rest-xml" },
  "aws.protocols#awsQuery": { protocol: "query" },
  "aws.protocols#ec2Query": { protocol: "ec2" },
};

/** Where the tests expect a service to be, unless they say otherwise. */
export const ordinaryHost = "example.com";

export function serviceModel(smithy: SmithyModel, id: string): ServiceModel {
  const service = shapeAt(smithy, id);
  const shapes: Record<string, JsonObject> = {};
  const names = new Map<string, string>();
  const isRest = trait(service, "aws.protocols#restJson1") !== undefined;
  const speaksXml = ["restXml", "awsQuery", "ec2Query"].some((name) => trait(service, `aws.protocols#${name}`) !== undefined);

  /** Gives the shape's name, and sees to it that the shape is there. Two namespaces may hold the same name. */
  function nameOfShape(shapeId: string): string {
    const known = names.get(shapeId);
    if (known !== undefined) return known;
    const name = [nameOf(shapeId), ...Array.from({ length: 9 }, (_, at) => `${nameOf(shapeId)}${at + 2}`)].find((each) => !(each in shapes))!;
    names.set(shapeId, name);
    shapes[name] = {};
    shapes[name] = shapeOf(shapeAt(smithy, shapeId));
    return name;
  }

  function shapeOf(shape: SmithyShape): JsonObject {
    const limits = { ...limitsOf(trait(shape, "length")), ...limitsOf(trait(shape, "range")) };
    switch (shape.type) {
      case "structure": case "union":
        return structureOf(shape);
      case "list": case "set":
        return defined({ type: "list", member: itemOf(shape.member!), sparse: flag(shape, "sparse"), ...limits });
      case "map":
        return defined({ type: "map", key: itemOf(shape.key!), value: itemOf(shape.value!), sparse: flag(shape, "sparse"), ...limits });
      case "enum":
        return { type: "string", enum: Object.values(shape.members ?? {}).map((member) => trait(member, "enumValue") ?? "") };
      case "string":
        return defined({ type: "string", enum: (trait(shape, "enum") as readonly JsonObject[] | undefined)?.map(({ value }) => value!), pattern: trait(shape, "pattern"), ...limits });
      case "byte": case "short": case "integer": case "intEnum":
        return { type: "integer", ...limits };
      case "timestamp":
        return defined({ type: "timestamp", timestampFormat: timestampFormat(shape) });
      case "blob":
        return defined({ type: "blob", streaming: flag(shape, "streaming"), mediaType: trait(shape, "mediaType"), ...limits });
      case "document":
        return { type: "structure", members: {}, document: true };
      default:
        return { type: shape.type, ...limits };
    }
  }

  function structureOf(shape: SmithyShape): JsonObject {
    const members = Object.entries(shape.members ?? {});
    const error = trait(shape, "error");
    const query = trait(shape, "aws.protocols#awsQueryError") as { readonly code: string; readonly httpResponseCode: number } | undefined;
    return defined({
      type: "structure",
      required: members.filter(([, member]) => trait(member, "required") !== undefined).map(([name]) => name),
      members: Object.fromEntries(members.map(([name, member]) => [name, memberOf(name, member)])),
      payload: members.find(([, member]) => trait(member, "httpPayload") !== undefined)?.[0],
      union: shape.type === "union" ? true : undefined,
      exception: error === undefined ? undefined : true,
      error: error === undefined ? undefined : defined({ code: query?.code, httpStatusCode: query?.httpResponseCode ?? trait(shape, "httpError"), senderFault: error === "client" }),
      locationName: trait(shape, "xmlName"),
    });
  }

  function memberOf(name: string, member: Target): JsonObject {
    return { ...itemOf(member), ...wireNameOf(name, member), ...flattenedTarget(name, member), ...locationOf(name, member) };
  }

  /** A structure's own name on the wire is for whole bodies here, while the format takes it for members, too, unless they have one. */
  function wireNameOf(name: string, member: Target): JsonObject {
    const target = shapeAt(smithy, member.target);
    if (!speaksXml || !["structure", "union"].includes(target.type) || trait(member, "xmlName") !== undefined) return {};
    if (trait(member, "httpPayload") === undefined) return trait(target, "xmlName") === undefined ? {} : { locationName: name };
    return defined({ locationName: trait(target, "xmlName") ?? nameOf(member.target), xmlNamespace: trait(member, "xmlNamespace") ?? trait(target, "xmlNamespace") });
  }

  /** Items of a flattened list are called like the member here, while the format takes the name that the list has for them. */
  function flattenedTarget(name: string, member: Target): JsonObject {
    const target = shapeAt(smithy, member.target);
    if (trait(member, "xmlFlattened") === undefined || target.member === undefined || trait(target.member, "xmlName") === undefined) return {};
    const wire = String(trait(member, "xmlName") ?? name);
    const shape = `${nameOfShape(member.target)}Of${wire}`;
    shapes[shape] = { ...shapes[nameOfShape(member.target)], member: { ...itemOf(target.member), locationName: wire } };
    return { shape };
  }

  /** What may stand on members, items, keys and values alike. */
  function itemOf(member: Target): JsonObject {
    const target = shapeAt(smithy, member.target);
    return defined({
      shape: targetOf(member),
      locationName: speaksXml ? trait(member, "xmlName") : isRest ? trait(member, "jsonName") : undefined,
      queryName: trait(member, "aws.protocols#ec2QueryName"),
      flattened: flag(member, "xmlFlattened"),
      xmlAttribute: flag(member, "xmlAttribute"),
      xmlNamespace: trait(member, "xmlNamespace"),
      idempotencyToken: flag(member, "idempotencyToken"),
      hostLabel: flag(member, "hostLabel"),
      jsonvalue: trait(target, "mediaType") === "application/json" && target.type === "string" && trait(member, "httpPayload") === undefined ? true : undefined,
    });
  }

  /** The format knows timestamps' forms on shapes only, so a member with a form of its own gets a shape of its own. */
  function targetOf(member: Target): string {
    const format = timestampFormat(member);
    if (format === undefined) return nameOfShape(member.target);
    const name = `SyntheticTimestamp_${format}`;
    shapes[name] = { type: "timestamp", timestampFormat: format };
    return name;
  }

  function operationOf(operation: SmithyShape, key: string): JsonObject {
    const http = (trait(operation, "http") ?? { method: "POST", uri: "/" }) as { readonly method: string; readonly uri: string; readonly code?: number };
    const errors = [...(operation.errors ?? []), ...(service.errors ?? [])];
    const endpoint = trait(operation, "endpoint") as JsonObject | undefined;
    const input = operation.input?.target ?? unit;
    const output = operation.output?.target ?? unit;
    return defined({
      name: key,
      http: defined({ method: http.method, requestUri: http.uri, responseCode: http.code }),
      input: input === unit ? undefined : inputOf(input),
      output: output === unit ? undefined : { shape: nameOfShape(output), ...(trait(service, "aws.protocols#awsQuery") === undefined ? {} : { resultWrapper: `${key}Result` }) },
      errors: errors.map((error) => ({ shape: nameOfShape(error.target) })),
      endpoint: endpoint === undefined ? undefined : { hostPrefix: endpoint["hostPrefix"]! },
      httpChecksumRequired: flag(operation, "httpChecksumRequired"),
      requestcompression: trait(operation, "requestCompression"),
    });
  }

  function inputOf(input: string): JsonObject {
    const shape = shapeAt(smithy, input);
    const shapeName = nameOfShape(input);
    const holdsBody = trait(service, "aws.protocols#restXml") !== undefined && Object.values(shape.members ?? {}).every((member) => trait(member, "httpPayload") === undefined);
    if (!holdsBody) return { shape: shapeName };
    return defined({ shape: shapeName, locationName: trait(shape, "xmlName") ?? nameOf(input), xmlNamespace: trait(shape, "xmlNamespace") ?? trait(service, "xmlNamespace") });
  }

  const facts = trait(service, "aws.api#service") as { readonly sdkId: string; readonly endpointPrefix?: string };
  const sigv4 = trait(service, "aws.auth#sigv4") as { readonly name: string } | undefined;
  const namespace = trait(service, "xmlNamespace") as { readonly uri: string } | undefined;
  const prefix = facts.endpointPrefix ?? facts.sdkId.toLowerCase().replaceAll(" ", "");
  const operations = Object.fromEntries((service.operations ?? []).map(({ target }) => [nameOf(target), operationOf(shapeAt(smithy, target), nameOf(target))]));
  const model = modelOf(nameOf(id), {
    metadata: defined({
      apiVersion: service.version ?? "2020-01-01",
      endpointPrefix: prefix,
      ...Object.entries(protocols).find(([name]) => trait(service, name) !== undefined)![1],
      targetPrefix: nameOf(id),
      serviceFullName: trait(service, "title") ?? facts.sdkId,
      serviceId: facts.sdkId,
      signatureVersion: "v4",
      signingName: sigv4?.name ?? prefix,
      globalEndpoint: prefix === "s3" ? undefined : ordinaryHost,
      xmlNamespace: namespace?.uri,
    }),
    operations,
    shapes,
  });
  return { id, model, nameOfShape };
}

const unit = "smithy.api#Unit";

function locationOf(name: string, member: Target): JsonObject {
  const at = (location: string, locationName?: Json): JsonObject => (locationName === undefined ? { location } : { location, locationName });
  if (trait(member, "httpLabel") !== undefined) return at("uri", name);
  if (trait(member, "httpQuery") !== undefined) return at("querystring", trait(member, "httpQuery"));
  if (trait(member, "httpQueryParams") !== undefined) return at("querystring");
  if (trait(member, "httpHeader") !== undefined) return at("header", trait(member, "httpHeader"));
  if (trait(member, "httpPrefixHeaders") !== undefined) return at("headers", trait(member, "httpPrefixHeaders"));
  return trait(member, "httpResponseCode") === undefined ? {} : at("statusCode");
}

function timestampFormat(of: SmithyShape | Target): string | undefined {
  const formats: Readonly<Record<string, string>> = { "date-time": "iso8601", "epoch-seconds": "unixTimestamp", "http-date": "rfc822" };
  return formats[String(trait(of, "timestampFormat"))];
}

function limitsOf(limits: Json | undefined): JsonObject {
  return (limits ?? {}) as JsonObject;
}

function flag(of: SmithyShape | Target, name: string): true | undefined {
  return trait(of, name) === undefined ? undefined : true;
}

function defined(value: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as JsonObject;
}
