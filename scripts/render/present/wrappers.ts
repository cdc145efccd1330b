// What single operations speak: the protocol of their service or a part of it, with checksums and the like around it.

import type { Checksum, Member, Operation, PreparedSpec } from "../../prepare/prepared-spec.ts";
import type { ProtocolPartView } from "../context.ts";
import { identifier, literal } from "../safe/code.ts";
import { safe, type Expression } from "../safe/safe.ts";
import { alwaysHasBody, answersNothing, inputMembers, outputMembers, travelsInBody } from "./messages.ts";
import { payloadForm } from "./places.ts";
import type { Shapes } from "./shapes.ts";
import { streamedInput, streamedOutput } from "./streams.ts";

interface Part {
  /** Exported by the runtime. */
  readonly name: string;
  readonly module: string;
}

interface Wrapper extends Part {
  /** What it takes after the protocol. */
  readonly parameters: readonly string[];
}

/** Whether events travel in one of its members. */
function hasEventStream({ shapes }: PreparedSpec, { input, output }: Operation): boolean {
  return [input, output].some((message) => {
    const shape = message?.kind === "members" ? shapes[message.shape] : undefined;
    return shape !== undefined && "members" in shape && shape.members.some(({ type }) => {
      const inner = type.kind === "shape" ? shapes[type.name] : undefined;
      return inner !== undefined && "eventStream" in inner && inner.eventStream === true;
    });
  });
}

/** The outermost last. */
function wrappers(spec: PreparedSpec, operation: Operation): readonly Wrapper[] {
  if (hasEventStream(spec, operation)) return [{ name: "noEventStreams", module: "protocols/no-event-streams.ts", parameters: [] }];
  const { bucket, checksum, hostPrefix, ids, unsignedPayload } = operation;
  const token = inputMembers(spec, operation).find((member) => member.idempotencyToken === true);
  const [sent, answered] = [streamedInput(spec, operation), streamedOutput(spec, operation)];
  return [
    ...(answersNothing(spec, operation) ? [{ name: "withoutAnswer", module: "protocols/without-answer.ts", parameters: [] }] : []),
    ...(token === undefined ? [] : [{ name: "withToken", module: "protocols/with-token.ts", parameters: [literal(token.name)] }]),
    ...(sent === undefined ? [] : [{ name: "streamedRequest", module: "streams/streamed-request.ts", parameters: [literal(sent.name)] }]),
    ...(bucket === undefined ? [] : [{ name: "inBucketHost", module: "bucket-host.ts", parameters: [literal(bucket)] }]),
    ...(hostPrefix === undefined ? [] : [{ name: "withHostPrefix", module: "host-prefix.ts", parameters: [literal(hostPrefix)] }]),
    ...(ids === undefined ? [] : [{ name: "bareIds", module: "protocols/bare-ids.ts", parameters: ids.map(literal) }]),
    ...(unsignedPayload === true ? [{ name: "unsignedBody", module: "protocols/unsigned-body.ts", parameters: [] }] : []),
    ...(checksum === undefined ? [] : checksums(checksum)),
    ...(answered === undefined ? [] : [{ name: "streamedAnswer", module: "streams/streamed-answer.ts", parameters: [literal(answered.name)] }]),
  ];
}

function checksums(checksum: Checksum): readonly Wrapper[] {
  const { algorithmMember, required, responseAlgorithms } = checksum;
  return [
    ...(algorithmMember !== undefined ? [{ name: "withChecksum", module: "checksums/with-checksum.ts", parameters: [literal(algorithmMember)] }] : []),
    ...(algorithmMember === undefined && required === true ? [{ name: "withContentMd5", module: "checksums/with-content-md5.ts", parameters: [] }] : []),
    ...(responseAlgorithms !== undefined ? [{ name: "checkedAnswer", module: "checksums/checked-answer.ts", parameters: [] }] : []),
  ];
}

/** The part of the service's protocol that is enough for an operation; nothing when it needs all of it. */
function partOf(spec: PreparedSpec, operation: Operation, shapes: Shapes): Part | undefined {
  const { protocol } = spec.service;
  if ((protocol !== "rest-json" && protocol !== "rest-xml") || sendsStructure(spec, operation)) return undefined;
  const [name, module] = protocol === "rest-json" ? ["restJson", "protocols/rest-json.ts"] : ["restXml", "protocols/rest-xml.ts"];
  const isDescribed = protocol === "rest-xml" && operation.errors.some(({ exception }) => shapes.changes(exception));
  return { name: `${name}${isPlain(spec, outputMembers(spec, operation)) && !isDescribed ? "Bare" : "Reader"}`, module };
}

/** Whether a body may have to be written. Whoever sends a body may send members in it that the document doesn't know yet. */
function sendsStructure(spec: PreparedSpec, operation: Operation): boolean {
  const members = inputMembers(spec, operation);
  const isBodiless = /^(GET|HEAD)$/.test(operation.method) && !members.some(travelsInBody);
  return alwaysHasBody(spec, operation) || (!isBodiless && !isPlain(spec, members));
}

/** Whether the whole body is a member that is text or bytes. */
function isPlain(spec: PreparedSpec, members: readonly Member[]): boolean {
  return members.some((member) => payloadForm(spec, member) !== undefined);
}

/** The protocol that an operation speaks, with what it puts around it. */
export function protocolOf(spec: PreparedSpec, operation: Operation, shapes: Shapes): Expression {
  const part = partOf(spec, operation, shapes)?.name ?? "protocol";
  return safe(wrappers(spec, operation).reduce((inner, { name, parameters }) => `/* @__PURE__ */ ${name}(${[inner, ...parameters].join(", ")})`, part));
}

/** What operations need of the runtime for that, each once, by module and name. */
export function protocolsOf(spec: PreparedSpec, operations: readonly Operation[], shapes: Shapes): readonly ProtocolPartView[] {
  const parts = operations.flatMap((operation) => [partOf(spec, operation, shapes) ?? [], wrappers(spec, operation)].flat());
  const found = new Map(parts.map((part) => [`${part.module} ${part.name}`, part]));
  return [...found].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, { name, module }]) => ({ name: identifier(name), module: safe(module) }));
}

/** Whether an operation needs the whole protocol of the service. */
export function speaksWholeProtocol(spec: PreparedSpec, operations: readonly Operation[], shapes: Shapes): boolean {
  return operations.some((operation) => partOf(spec, operation, shapes) === undefined);
}
