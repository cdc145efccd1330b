// Finds the members that make a repeated request harmless. Converted documents have lost the mark, so the name tells.

import type { Member, PreparedSpec, Shape } from "../prepared-spec.ts";
import type { Step } from "./steps.ts";

const tokenNames: ReadonlySet<string> = new Set(["clienttoken", "clientrequesttoken", "idempotencytoken"]);

export const idempotencyTokens: Step = (spec, dialect) => (dialect.converted ? { ...spec, shapes: withTokens(spec) } : spec);

function withTokens(spec: PreparedSpec): PreparedSpec["shapes"] {
  const inputs = new Set(spec.operations.flatMap((operation) => (operation.input?.kind === "members" ? operation.input.shape : [])));
  return Object.fromEntries(Object.entries(spec.shapes).map(([name, shape]) => [name, inputs.has(name) ? marked(shape) : shape]));
}

function marked(shape: Shape): Shape {
  return shape.kind === "structure" ? { ...shape, members: shape.members.map(markedMember) } : shape;
}

function markedMember(member: Member): Member {
  return tokenNames.has(member.name.toLowerCase()) && member.type.kind === "string" ? { ...member, idempotencyToken: true } : member;
}
