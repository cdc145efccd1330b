// A rule set of endpoints, in the format of botocore's `endpoint-rule-set-1.json`, and parameters → the endpoint.
// https://smithy.io/2.0/additional-specs/rules-engine/specification.html

import { isObject, type Json, type JsonObject } from "../../json.ts";

export type Parameters = Readonly<Record<string, string | boolean | undefined>>;

/** Where requests go, and what their signatures name. */
export interface RuledEndpoint {
  readonly url: string;
  readonly signingName?: string;
  readonly signingRegion?: string;
}

export interface Partition {
  readonly id: string;
  readonly regionRegex: string;
  readonly regions: Readonly<Record<string, object>>;
  readonly outputs: { readonly dnsSuffix: string; readonly dualStackDnsSuffix: string; readonly supportsFIPS: boolean; readonly supportsDualStack: boolean; readonly implicitGlobalRegion: string };
}

type Scope = Readonly<Record<string, unknown>>;

/** `undefined` where the rules refuse the parameters, or end. */
export function ruledEndpoint(ruleSet: JsonObject, given: Parameters, partitions: readonly Partition[]): RuledEndpoint | undefined {
  const defaults = Object.entries(objects(ruleSet["parameters"])).flatMap(([name, parameter]) => (isObject(parameter) && parameter["default"] !== undefined ? [[name, parameter["default"]] as const] : []));
  const scope = { ...Object.fromEntries(defaults), ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
  const found = firstOf(ruleSet["rules"], scope, partitions);
  return found === undefined || found === "error" ? undefined : found;
}

function firstOf(rules: Json | undefined, scope: Scope, partitions: readonly Partition[]): RuledEndpoint | "error" | undefined {
  for (const rule of Array.isArray(rules) ? (rules as readonly JsonObject[]) : []) {
    const inner = conditionsHold(rule["conditions"], scope, partitions);
    if (inner === undefined) continue;
    if (rule["type"] === "error") return "error";
    const found = rule["type"] === "tree" ? firstOf(rule["rules"], inner, partitions) : endpointOf(objects(rule["endpoint"]), inner, partitions);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The scope with what the conditions assign, when all of them hold. */
function conditionsHold(conditions: Json | undefined, scope: Scope, partitions: readonly Partition[]): Scope | undefined {
  let inner = scope;
  for (const condition of Array.isArray(conditions) ? (conditions as readonly JsonObject[]) : []) {
    const value = valueOf(condition, inner, partitions);
    if (value === undefined || value === null || value === false) return undefined;
    const name = condition["assign"];
    if (typeof name === "string") inner = { ...inner, [name]: value };
  }
  return inner;
}

function endpointOf(endpoint: JsonObject, scope: Scope, partitions: readonly Partition[]): RuledEndpoint {
  const url = String(valueOf(endpoint["url"] ?? "", scope, partitions));
  const schemes = objects(endpoint["properties"])["authSchemes"];
  const scheme = (Array.isArray(schemes) ? (schemes as readonly JsonObject[]) : []).find((one) => one["name"] === "sigv4");
  const said = (name: string): string | undefined => (typeof scheme?.[name] === "string" ? String(valueOf(scheme[name], scope, partitions)) : undefined);
  const [signingName, signingRegion] = [said("signingName"), said("signingRegion")];
  return { url, ...(signingName === undefined ? {} : { signingName }), ...(signingRegion === undefined ? {} : { signingRegion }) };
}

function valueOf(expression: Json, scope: Scope, partitions: readonly Partition[]): unknown {
  if (typeof expression === "string") return filled(expression, scope);
  if (!isObject(expression)) return expression;
  if (typeof expression["ref"] === "string") return scope[expression["ref"]];
  const values = (Array.isArray(expression["argv"]) ? (expression["argv"] as readonly Json[]) : []).map((one) => valueOf(one, scope, partitions));
  return called(String(expression["fn"]), values, partitions);
}

/** `{Region}` and `{PartitionResult#dnsSuffix}` in a text. */
function filled(text: string, scope: Scope): string {
  return text.replace(/\{([^{}#]+)(?:#([^{}]+))?\}/g, (_, name: string, path: string | undefined) => String(path === undefined ? scope[name] : attribute(scope[name], path)));
}

function called(name: string, [first, second, ...rest]: readonly unknown[], partitions: readonly Partition[]): unknown {
  switch (name) {
    case "isSet":
      return first !== undefined && first !== null;
    case "not":
      return first !== true;
    case "booleanEquals": case "stringEquals":
      return first === second;
    case "getAttr":
      return attribute(first, String(second));
    case "aws.partition":
      return partitionOf(String(first), partitions);
    case "isValidHostLabel":
      return String(first).split(second === true ? "." : "\0").every((label) => /^[a-zA-Z\d]([a-zA-Z\d-]{0,61}[a-zA-Z\d])?$/.test(label));
    case "substring":
      return substring(String(first), Number(second), Number(rest[0]), rest[1] === true);
    case "uriEncode":
      return encodeURIComponent(String(first));
    case "parseURL":
      return parsedUrl(String(first));
    case "aws.parseArn":
      return parsedArn(String(first));
    case "aws.isVirtualHostableS3Bucket":
      return isVirtualHostable(String(first), second === true);
    default:
      throw new Error(`The rules call ${name}, which isn't known.`);
  }
}

function attribute(value: unknown, path: string): unknown {
  let found: unknown = value;
  for (const step of path.split(".")) {
    const [, name = "", index] = /^([^[]*)(?:\[(\d+)\])?$/.exec(step) ?? [];
    if (name !== "") found = (found as Scope | undefined)?.[name];
    if (index !== undefined) found = (found as readonly unknown[] | undefined)?.[Number(index)];
  }
  return found;
}

function substring(text: string, start: number, stop: number, fromEnd: boolean): string | undefined {
  // eslint-disable-next-line no-control-regex
  if (start >= stop || text.length < stop || /[^\0-\x7f]/.test(text)) return undefined;
  return fromEnd ? text.slice(text.length - stop, text.length - start) : text.slice(start, stop);
}

function parsedUrl(text: string): Scope | undefined {
  if (!URL.canParse(text) || text.includes("?")) return undefined;
  const { protocol, host, pathname, hostname } = new URL(text);
  return { scheme: protocol.slice(0, -1), authority: host, path: pathname, normalizedPath: pathname.endsWith("/") ? pathname : `${pathname}/`, isIp: /^(\d+\.){3}\d+$|^\[/.test(hostname) };
}

function parsedArn(text: string): Scope | undefined {
  const [arn, partition, service, region, accountId, ...resource] = text.split(":");
  if (arn !== "arn" || !partition || !service || resource.length === 0 || resource[0] === "") return undefined;
  return { partition, service, region: region ?? "", accountId: accountId ?? "", resourceId: resource.join(":").split(/[:/]/) };
}

function isVirtualHostable(bucket: string, allowDots: boolean): boolean {
  const labels = allowDots ? bucket.split(".") : [bucket];
  return bucket.length >= 3 && bucket.length <= 63 && !/^(\d+\.){3}\d+$/.test(bucket) && labels.every((label) => /^[a-z\d]([a-z\d-]*[a-z\d])?$/.test(label));
}

/** The partition that lists the region, else the one whose pattern it fits, else AWS's own. */
export function partitionOf(region: string, partitions: readonly Partition[]): Scope | undefined {
  const found = partitions.find(({ regions }) => Object.hasOwn(regions, region)) ?? partitions.find(({ regionRegex }) => new RegExp(regionRegex).test(region)) ?? partitions[0];
  return found === undefined ? undefined : { name: found.id, ...found.outputs };
}

function objects(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
