// What operations take and give: the members of their messages, and what of these travels in a body.

import type { Member, Operation, PreparedSpec, ShapeName } from "../../prepare/prepared-spec.ts";
import { unreachable } from "../../unreachable.ts";

/** Bodies that aren't JSON say what they are. */
export function answerOf(spec: PreparedSpec, operation: Operation): "none" | "text" | "bytes" | undefined {
  const { output } = operation;
  if (output === undefined) return "none";
  if (output.kind === "members") return /^rest-|query$/.test(spec.service.protocol) && !outputMembers(spec, operation).some(travelsInBody) ? "none" : undefined;
  if (output.type.kind === "blob") return "bytes";
  return output.type.kind === "string" && !/json/i.test(operation.responseContentType ?? "json") ? "text" : undefined;
}

/** Whether whatever is answered is left alone. REST protocols still read headers. */
export function answersNothing(spec: PreparedSpec, operation: Operation): boolean {
  return answerOf(spec, operation) === "none" && !/^rest/.test(spec.service.protocol);
}

export function travelsInBody({ location }: Member): boolean {
  return location.in === "body" || location.in === "payload";
}

/** Members of everything that an operation takes. */
export function inputMembers(spec: PreparedSpec, operation: Operation): readonly Member[] {
  return operation.input?.kind === "members" ? membersOf(spec, operation.input.shape) : [];
}

export function outputMembers(spec: PreparedSpec, operation: Operation): readonly Member[] {
  return operation.output?.kind === "members" ? membersOf(spec, operation.output.shape) : [];
}

export function membersOf(spec: PreparedSpec, name: ShapeName): readonly Member[] {
  const shape = spec.shapes[name];
  if (shape === undefined) return [];
  switch (shape.kind) {
    case "structure":
      return shape.members;
    case "union": {
      const found = new Map<string, Member>();
      for (const variant of shape.variants) if (variant.kind === "shape") for (const member of membersOf(spec, variant.name)) if (!found.has(member.name)) found.set(member.name, member);
      return [...found.values()];
    }
    case "enumeration":
      return [];
    default:
      return unreachable(shape);
  }
}

/** Of a union that nobody gave there is nothing to send: none of its members is there. */
function isUnion(spec: PreparedSpec, name: ShapeName): boolean {
  const shape = spec.shapes[name];
  return shape?.kind === "structure" && shape.union === true;
}

/** AWS's REST JSON wants a body wherever one is possible, be it without members. */
export function alwaysHasBody(spec: PreparedSpec, operation: Operation): boolean {
  const isInBody = ({ location, type }: Member) => location.in === "body" || (location.in === "payload" && type.kind === "shape" && !isUnion(spec, type.name));
  return spec.service.protocol === "rest-json" && inputMembers(spec, operation).some(isInBody);
}
