// An operation → an input for it, with as little in it as the document allows, or with every parameter.

import type { Member, Operation, PreparedSpec, Type } from "../../scripts/prepare/prepared-spec.ts";

/** Members that travel in the address or in headers are all there when `full`; of the body, only what is required. */
export function sampleInput(spec: PreparedSpec, operation: Operation, full: boolean): Readonly<Record<string, unknown>> {
  const wanted = (member: Member) => member.required || (full && /^(query|header)$/.test(member.location.in));
  return Object.fromEntries(inputMembers(spec, operation).filter(wanted).map((member) => [member.name, sample(spec, member.type)]));
}

export function inputMembers(spec: PreparedSpec, { input }: Operation): readonly Member[] {
  const shape = input?.kind === "members" ? spec.shapes[input.shape] : undefined;
  return shape?.kind === "structure" ? shape.members : [];
}

function sample(spec: PreparedSpec, type: Type): unknown {
  switch (type.kind) {
    case "integer": case "number":
      return 1;
    case "boolean":
      return true;
    case "timestamp":
      return new Date(0);
    case "blob":
      return new TextEncoder().encode("bytes");
    case "list":
      return [sample(spec, type.of)];
    case "map":
      return { key: sample(spec, type.of) };
    case "shape":
      return sampleOfShape(spec, type.name);
    default:
      return "text";
  }
}

function sampleOfShape(spec: PreparedSpec, name: string): unknown {
  const shape = spec.shapes[name];
  if (shape?.kind === "enumeration") return shape.values[0]?.value;
  if (shape?.kind === "union") return shape.variants[0] === undefined ? {} : sample(spec, shape.variants[0]);
  const members = shape?.kind === "structure" ? shape.members.filter(({ required }) => required) : [];
  return Object.fromEntries(members.map((member) => [member.name, sample(spec, member.type)]));
}
