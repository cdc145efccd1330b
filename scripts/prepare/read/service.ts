// Reads what holds for the whole API: its name, how requests are signed, and where they go.

import { isObject, type Json, type JsonObject } from "../../json.ts";
import { pascalCase, typeNames } from "../names.ts";
import type { Auth, Endpoint, Retry, Service } from "../prepared-spec.ts";
import { entries, given, linkIn, listAt, objectAt, text } from "./access.ts";
import type { Dialect } from "./dialect.ts";
import { readHosts } from "./hosts.ts";
import type { Prose } from "./prose.ts";

export function readService(api: JsonObject, dialect: Dialect, prose: Prose): Service {
  const info = objectAt(api, "info");
  const externalDocs = objectAt(api, "externalDocs");
  const url = linkIn(externalDocs["url"]);
  const endpoints = readEndpoints(api, dialect);
  return {
    name: serviceName(api, info),
    title: text(info["title"]) ?? "API",
    version: text(info["version"]) ?? String(info["version"] ?? ""),
    doc: prose(info["description"]),
    protocol: dialect.protocol,
    auth: readAuth(api, dialect),
    endpoints,
    hosts: readHosts(api, dialect, endpoints),
    ...given("xmlNamespace", text(api["x-xml-namespace"])),
    ...(api["x-query-compatible"] === true ? { queryCompatible: true as const } : {}),
    ...given("retry", readRetry(api, dialect)),
    info,
    ...(url === undefined ? {} : { externalDocs: { url, ...given("description", text(externalDocs["description"])) } }),
  };
}

/** AWS's own clients try DynamoDB more often, and sooner: it answers within milliseconds. */
const ofDynamoDb: Retry = { maxAttempts: 4, baseDelayMs: 25 };

function readRetry(api: JsonObject, { converted }: Dialect): Retry | undefined {
  const said = objectAt(api, "x-retry");
  const { maxAttempts, baseDelayMs } = said;
  if (typeof maxAttempts === "number" && typeof baseDelayMs === "number") return { maxAttempts, baseDelayMs };
  const signingName = text(api["x-signing-name"]) ?? text(objectAt(api, "info")["x-aws-signingName"]);
  return converted && signingName === "dynamodb" ? ofDynamoDb : undefined;
}

function serviceName(api: JsonObject, info: JsonObject): string {
  const said = text(api["x-service-name"]);
  if (said !== undefined) return nameOf(said);
  // "Amazon DynamoDB" and "AWS Lambda" are known without the house; "AWSMarketplace Metering" is written that way.
  const title = (text(info["title"]) ?? "Api").replace(/^(Amazon|AWS) ?/i, "").replace(/\b(API|Service)\b/gi, " ");
  const name = pascalCase(title.trim() === "" ? text(info["title"]) ?? "Api" : title);
  // An API that is called just "Service" would have a `ServiceException`, which is the runtime's.
  return nameOf(name);
}

/** A service has a page under its name, and an exception; both have to be possible. */
function nameOf(text: string): string {
  const name = pascalCase(text);
  const isPossible = typeNames().isFree(`${name}Exception`) && !/^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(name);
  return isPossible ? name : `${name}Api`;
}

function readAuth(api: JsonObject, dialect: Dialect): Auth {
  const schemes = objectAt(objectAt(api, "components"), "securitySchemes");
  const info = objectAt(api, "info");
  for (const [scheme, value] of entries(schemes)) {
    if (!isObject(value) || !/^aws/i.test(text(value["x-amazon-apigateway-authtype"]) ?? "")) continue;
    const signingName = text(api["x-signing-name"]) ?? text(info["x-aws-signingName"]) ?? signingNameOfHost(api);
    return { kind: "sigv4", signingName, scheme };
  }
  if (dialect.converted) return { kind: "sigv4", signingName: text(api["x-signing-name"]) ?? text(info["x-aws-signingName"]) ?? signingNameOfHost(api), scheme: "hmac" };
  const security = api["security"];
  return Object.keys(schemes).length === 0 || security === undefined ? { kind: "none" } : { kind: "headers", schemes, security };
}

/** The first label of the host: `dynamodb.us-east-1.amazonaws.com`. API Gateway's hosts begin with the API's own id. */
function signingNameOfHost(api: JsonObject): string {
  const [first] = serverUrls(api);
  const host = /^https?:\/\/([^/]*)/.exec(first ?? "")?.[1] ?? "";
  return host.includes(".execute-api.") || !/^[a-z]/.test(host) || !host.includes(".amazonaws.") ? "execute-api" : host.split(/[.{]/)[0] ?? "execute-api";
}

function serverUrls(api: JsonObject): readonly string[] {
  return listAt(api, "servers").flatMap((server) => (isObject(server) ? text(server["url"]) ?? [] : []));
}

function readEndpoints(api: JsonObject, dialect: Dialect): readonly Endpoint[] {
  const read = listAt(api, "servers").filter(isObject).map((server) => readEndpoint(server, dialect));
  const secure = read.map((endpoint) => (dialect.protocol === "rest" && isLocal(endpoint.url) ? endpoint : secured(endpoint, read)));
  // http and https twins are one endpoint; the first server of a partition is the one to use.
  const found = new Map<string, Endpoint>();
  for (const endpoint of secure) {
    const known = found.get(endpoint.partition);
    // A service of AWS with an address in each region may have one of old times, too, which leads to a single region.
    if (known === undefined || (dialect.converted && isRegional(endpoint) && !isRegional(known))) found.set(endpoint.partition, endpoint);
  }
  return [...found.values()];
}

/** The endpoint by https, in the words of its twin there: its own may say that it does without TLS. */
function secured(endpoint: Endpoint, all: readonly Endpoint[]): Endpoint {
  const url = endpoint.url.replace(/^http:/, "https:");
  const twin = all.find((other) => other.url === url);
  return { ...endpoint, url, ...given("description", twin?.description) };
}

function isRegional({ url }: Endpoint): boolean {
  return url.includes("{region}");
}

function isLocal(url: string): boolean {
  return /^http:\/\/(localhost|127\.|\[::1\])/.test(url);
}

function readEndpoint(server: JsonObject, dialect: Dialect): Endpoint {
  const variables = objectAt(server, "variables");
  const region = objectAt(variables, "region");
  const hasRegion = isObject(variables["region"]) && (text(server["url"]) ?? "").includes("{region}");
  const url = (text(server["url"]) ?? "").replace(/\{([^}]*)\}/g, (label, name: string) =>
    name === "region" ? label : text(objectAt(variables, name)["default"]) ?? label,
  );
  return {
    partition: text(server["x-partition"]) ?? (hasRegion || dialect.converted ? partitionOf(url) : "default"),
    url: url.replace(/\/+$/, ""),
    ...given("description", text(server["description"])),
    regions: hasRegion ? listAt(region, "enum").flatMap((value: Json) => text(value) ?? []) : [],
    ...given("defaultRegion", hasRegion ? text(region["default"]) : undefined),
  };
}

function partitionOf(url: string): string {
  return /\.amazonaws\.com\.cn(\/|$|:)/.test(url) ? "aws-cn" : "aws";
}
