// Which bodies go out or come in as streams.

import type { Member, Operation, PreparedSpec, Shape, ExceptionShape } from "../../prepare/prepared-spec.ts";

/** The member that is the body of the request, where that may be a stream: nobody can sign one, so only where it needn't be signed. */
export function streamedInput(spec: PreparedSpec, operation: Operation): Member | undefined {
  const { auth } = spec.service;
  const isUnsigned = operation.unsignedPayload === true || (auth.kind === "sigv4" && auth.signingName === "s3");
  return isUnsigned && operation.input?.kind === "members" ? streamedMember(spec.shapes[operation.input.shape]) : undefined;
}

/** The member that is the body of the answer, where that may be too much for memory. */
export function streamedOutput(spec: PreparedSpec, { output }: Operation): Member | undefined {
  return output?.kind === "members" ? streamedMember(spec.shapes[output.shape]) : undefined;
}

/** The type of the runtime that a member of a shape has instead of bytes. */
export function streamType(spec: PreparedSpec, shape: Shape | ExceptionShape, member: Member): "Streamable" | "StreamedBody" | undefined {
  const isOf = (found: Member | undefined) => found === member;
  // Asked of the member first: looking through all members for each of them takes minutes where there are many.
  if (!isStreamed(member) || streamedMember(shape) !== member) return undefined;
  if (spec.operations.some((operation) => isOf(streamedInput(spec, operation)))) return "Streamable";
  return spec.operations.some((operation) => isOf(streamedOutput(spec, operation))) ? "StreamedBody" : undefined;
}

function streamedMember(shape: Shape | ExceptionShape | undefined): Member | undefined {
  return shape?.kind === "structure" ? shape.members.find(isStreamed) : undefined;
}

function isStreamed({ location, type }: Member): boolean {
  return location.in === "payload" && type.kind === "blob" && type.streaming === true;
}
