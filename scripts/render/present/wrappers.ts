// What single operations put around the protocol of their service: checksums, and the like.

import type { Checksum, Operation } from "../../prepare/prepared-spec.ts";
import type { WrapperView } from "../context.ts";
import { identifier, literal } from "../safe/code.ts";
import { safe, type Expression } from "../safe/safe.ts";

interface Wrapper {
  /** Exported by the runtime. */
  readonly name: string;
  readonly module: string;
  /** What it takes after the protocol. */
  readonly parameters: readonly string[];
}

/** The outermost last. */
function wrappers({ bucket, checksum, unsignedPayload }: Operation): readonly Wrapper[] {
  return [
    ...(bucket === undefined ? [] : [{ name: "withoutBucket", module: "bucket-host.ts", parameters: [] }]),
    ...(unsignedPayload === true ? [{ name: "unsignedBody", module: "protocols/unsigned-body.ts", parameters: [] }] : []),
    ...(checksum === undefined ? [] : checksums(checksum)),
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
export function protocolOf(operation: Operation): Expression {
  return safe(wrappers(operation).reduce((inner, { name, parameters }) => `/* @__PURE__ */ ${name}(${[inner, ...parameters].join(", ")})`, "protocol"));
}

/** The functions that operations need for that, each once, by module and name. */
export function wrappersOf(operations: readonly Operation[]): readonly WrapperView[] {
  const found = new Map(operations.flatMap(wrappers).map((wrapper) => [`${wrapper.module} ${wrapper.name}`, wrapper]));
  return [...found].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, { name, module }]) => ({ name: identifier(name), module: safe(module) }));
}
