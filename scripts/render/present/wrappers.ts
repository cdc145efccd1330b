// What single operations put around the protocol of their service: checksums, and the like.

import type { Checksum, Operation, PreparedSpec } from "../../prepare/prepared-spec.ts";
import type { WrapperView } from "../context.ts";
import { identifier, literal } from "../safe/code.ts";
import { safe, type Expression } from "../safe/safe.ts";
import { streamedInput, streamedOutput } from "./streams.ts";

interface Wrapper {
  /** Exported by the runtime. */
  readonly name: string;
  readonly module: string;
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
  const { bucket, checksum, ids, unsignedPayload } = operation;
  const [sent, answered] = [streamedInput(spec, operation), streamedOutput(spec, operation)];
  return [
    ...(sent === undefined ? [] : [{ name: "streamedRequest", module: "streams/streamed-request.ts", parameters: [literal(sent.name)] }]),
    ...(bucket === undefined ? [] : [{ name: "withoutBucket", module: "bucket-host.ts", parameters: [] }]),
    ...(ids === undefined ? [] : [{ name: "bareIds", module: "protocols/bare-ids.ts", parameters: ids.map(literal) }]),
    ...(unsignedPayload === true ? [{ name: "unsignedBody", module: "protocols/unsigned-body.ts", parameters: [] }] : []),
    ...(checksum === undefined ? [] : checksums(checksum)),
    ...(answered === undefined ? [] : [{ name: "streamedAnswer", module: "streams/streamed-answer.ts", parameters: [literal(answered.name)] }]),
  ];
}

function checksums(checksum: Checksum): readonly Wrapper[] {
  const { algorithmMember, required, responseAlgorithms } = checksum;
  const module = "checksums/with-checksum.ts";
  return [
    ...(algorithmMember !== undefined ? [{ name: "withChecksum", module, parameters: [literal(algorithmMember)] }] : []),
    ...(algorithmMember === undefined && required === true ? [{ name: "withContentMd5", module, parameters: [] }] : []),
    ...(responseAlgorithms !== undefined ? [{ name: "checkedAnswer", module: "checksums/checked-answer.ts", parameters: [] }] : []),
  ];
}

/** `protocol`, with what the operation puts around it. */
export function protocolOf(spec: PreparedSpec, operation: Operation): Expression {
  return safe(wrappers(spec, operation).reduce((inner, { name, parameters }) => `/* @__PURE__ */ ${name}(${[inner, ...parameters].join(", ")})`, "protocol"));
}

/** The functions that operations need for that, each once, by module and name. */
export function wrappersOf(spec: PreparedSpec, operations: readonly Operation[]): readonly WrapperView[] {
  const found = new Map(operations.flatMap((operation) => wrappers(spec, operation)).map((wrapper) => [`${wrapper.module} ${wrapper.name}`, wrapper]));
  return [...found].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, { name, module }]) => ({ name: identifier(name), module: safe(module) }));
}
