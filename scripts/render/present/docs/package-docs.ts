// What the package's README and the head of the service's page say.

import type { Member, Operation, PreparedSpec, Protocol, Type } from "../../../prepare/prepared-spec.ts";
import type { PackageDocs } from "../../context.ts";
import type { PackageFacts } from "../../package-facts.ts";
import { identifier, objectLiteral } from "../../safe/code.ts";
import { codeCell, codeSpan, linkLabel, linkTo, markdownCell, markdownLine, webAddress, type MarkdownCell } from "../../safe/markdown.ts";
import { safe, type Expression } from "../../safe/safe.ts";
import { callDocs, clientOptions, newClient, pagesProgram, smallestCall, waitProgram } from "./programs.ts";

export function presentPackageDocs(spec: PreparedSpec, facts: PackageFacts): PackageDocs {
  const { service } = spec;
  const options = clientOptions(spec);
  const call = smallestCall(spec, spec.operations);
  const types = Object.values({ ...spec.shapes, ...spec.exceptions }).flatMap((shape) => ("members" in shape ? shape.members.map((member: Member) => leafOf(member.type)) : []));
  const enumeration = Object.entries(spec.shapes).find(([, shape]) => shape.kind === "enumeration" && shape.of === "string" && shape.values.length > 0);
  const callerAuthorization = callerSchemes(spec);
  const externalDocs = webAddress(service.externalDocs?.url);
  const pages = pagesProgram(spec, facts);
  const waits = waitProgram(spec, facts);
  return {
    apiVersion: codeSpan(service.version),
    hasExternalDocs: externalDocs !== undefined,
    externalDocs: externalDocs === undefined ? markdownLine("") : linkTo(linkLabel(service.externalDocs?.description ?? externalDocs), externalDocs),
    hasEndpoints: service.endpoints.length > 0,
    endpoints: service.endpoints.map((endpoint) => ({ partition: codeCell(endpoint.partition), url: codeCell(endpoint.url), regions: regionsCell(endpoint.regions) })),
    protocol: markdownLine(protocols[service.protocol]),
    signingName: codeSpan(service.auth.kind === "sigv4" ? service.auth.signingName : ""),
    hasCallerAuthorization: callerAuthorization !== undefined,
    callerAuthorization: markdownLine(callerAuthorization ?? ""),
    hasTimestamps: types.some((type) => type.kind === "timestamp"),
    hasEpochSeconds: types.some((type) => type.kind === "timestamp" && type.wire === "epoch-seconds"),
    hasBlobs: types.some((type) => type.kind === "blob"),
    hasTokens: types.length > 0 && Object.values(spec.shapes).some((shape) => shape.kind === "structure" && shape.members.some((member) => member.idempotencyToken === true)),
    maxAttempts: markdownCell(String(service.retry?.maxAttempts ?? 3)),
    baseDelayMs: markdownCell(String(service.retry?.baseDelayMs ?? 50)),
    hasEnumeration: enumeration !== undefined,
    enumeration: identifier(enumeration?.[0] ?? "None"),
    enumerationValue: enumerationValue(enumeration),
    hasRegion: options.some(([name]) => name === "region"),
    hasOptions: options.length > 0,
    options: safe(options.map(([name, value]) => `${name}: ${value}`).join(", ")),
    newClient: newClient(spec),
    connect: safe(`connect(${objectLiteral(options) ?? "{}"})`),
    hasCall: call !== undefined,
    call: call === undefined ? callDocs(spec, noOperation, { title: undefined, input: undefined, output: undefined }) : callDocs(spec, call.operation, call.example),
    tellsNull: service.protocol === "rest",
    hasPages: pages !== undefined,
    pages: pages ?? safe(""),
    hasWaits: waits !== undefined,
    waits: waits ?? safe(""),
    license: markdownLine(facts.license),
  };
}

/** Stands in the context where a document has no operations; templates ask `hasCall` first. */
const noOperation: Operation = {
  name: "Nothing", key: "/", method: "GET", path: "/", query: {}, headers: {}, doc: "", successStatuses: [], errors: [], signed: false, examples: [], tags: [],
};

const protocols: Readonly<Record<Protocol, string>> = {
  "aws-json-1.0": "AWS JSON 1.0", "aws-json-1.1": "AWS JSON 1.1", "rest-json": "AWS REST JSON", "aws-query": "AWS Query", "ec2-query": "EC2 Query", "rest-xml": "AWS REST XML", rest: "REST",
};

function leafOf(type: Type): Type {
  return type.kind === "list" || type.kind === "map" ? leafOf(type.of) : type;
}

function regionsCell(regions: readonly string[]): MarkdownCell {
  return regions.length === 0 ? markdownCell("–") : safe(regions.map((region) => codeCell(region)).join(" "));
}

function enumerationValue(enumeration: readonly [string, PreparedSpec["shapes"][string]] | undefined): Expression {
  const [name = "", shape] = enumeration ?? [];
  return safe(shape?.kind === "enumeration" ? `${name}.${shape.values[0]?.name ?? ""}` : "");
}

/** Names the security schemes that are left to the caller. */
function callerSchemes({ service }: PreparedSpec): string | undefined {
  if (service.auth.kind !== "headers") return undefined;
  return Object.keys(service.auth.schemes).map((name) => String(codeSpan(name))).join(", ");
}
