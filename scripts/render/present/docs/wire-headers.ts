// Lists the headers that a call sends, and who sets them.

import type { Member, Operation, PreparedSpec } from "../../../prepare/prepared-spec.ts";
import { codeCell, markdownCell, type MarkdownCell } from "../../safe/markdown.ts";
import { safe } from "../../safe/safe.ts";

export interface WireHeader {
  readonly name: MarkdownCell;
  readonly value: MarkdownCell;
  readonly origin: MarkdownCell;
}

export function wireHeaders(spec: PreparedSpec, operation: Operation, members: readonly Member[]): readonly WireHeader[] {
  const { auth, protocol } = spec.service;
  const signed = auth.kind === "sigv4" && operation.signed;
  const type = requestContentType(spec, operation, members);
  return [
    ...Object.entries(operation.headers).map(([name, value]) => header(headerName(name), codeCell(value), "the operation")),
    ...(type === undefined ? [] : [header("Content-Type", codeCell(type), "the protocol")]),
    ...(protocol === "rest" ? [header("Accept", codeCell("application/json"), "the protocol")] : []),
    ...members.flatMap((member) => memberHeaders(member)),
    ...(signed ? signature(auth.signingName) : []),
    ...(auth.kind === "sigv4" && protocol !== "rest" ? attempts : []),
    header("User-Agent", markdownCell("name and version of this package"), "the client; the option `headers` replaces it"),
  ];
}

/** What the body is sent as; nothing where none is sent. */
export function requestContentType(spec: PreparedSpec, operation: Operation, members: readonly Member[]): string | undefined {
  switch (spec.service.protocol) {
    case "aws-json-1.0":
      return "application/x-amz-json-1.0";
    case "aws-json-1.1":
      return "application/x-amz-json-1.1";
    case "aws-query": case "ec2-query":
      return "application/x-www-form-urlencoded";
    default: {
      const payload = members.find((member) => member.location.in === "payload");
      const sendsBody = payload !== undefined || members.some((member) => member.location.in === "body");
      if (!sendsBody) return undefined;
      const own = payload?.location.in === "payload" ? payload.location.contentType : undefined;
      return own ?? operation.requestContentType ?? (spec.service.protocol === "rest-xml" ? "application/xml" : "application/json");
    }
  }
}

/** What a success is read as. */
export function responseContentType(spec: PreparedSpec, operation: Operation): string | undefined {
  switch (spec.service.protocol) {
    case "aws-json-1.0":
      return "application/x-amz-json-1.0";
    case "aws-json-1.1":
      return "application/x-amz-json-1.1";
    case "aws-query": case "ec2-query":
      return "text/xml";
    default:
      return operation.output === undefined ? undefined : operation.responseContentType;
  }
}

function signature(signingName: string): readonly WireHeader[] {
  const scope = codeCell(`AWS4-HMAC-SHA256 Credential=…/{date}/{region}/${signingName}/aws4_request, SignedHeaders=…, Signature=…`);
  return [
    header("Authorization", scope, "the signer, anew for every attempt"),
    header("X-Amz-Date", markdownCell("the time of the signature"), "the signer"),
    header("X-Amz-Security-Token", markdownCell("the session token, when the credentials have one"), "the signer"),
  ];
}

const attempts: readonly WireHeader[] = [
  header("Amz-Sdk-Invocation-Id", markdownCell("a UUID, the same for all attempts of a call"), "the client"),
  header("Amz-Sdk-Request", codeCell("attempt=1; max=3"), "the client"),
];

function memberHeaders({ name, location }: Member): readonly WireHeader[] {
  if (location.in === "header") return [header(location.name, safe(`the member ${codeCell(name)}`), "you")];
  return location.in === "prefix" ? [header(`${location.name}*`, safe(`the entries of ${codeCell(name)}`), "you")] : [];
}

function header(name: string, value: MarkdownCell, origin: string): WireHeader {
  return { name: codeCell(name), value, origin: markdownCell(origin) };
}

/** `x-amz-target` → `X-Amz-Target`, as people write it. */
export function headerName(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (letter) => letter.toUpperCase());
}
