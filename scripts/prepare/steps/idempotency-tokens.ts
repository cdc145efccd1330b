// Finds the members that make a repeated request harmless. Converted documents have lost the mark, so the name tells, unless
// a document says otherwise.

import type { Member, PreparedSpec, Shape } from "../prepared-spec.ts";
import type { Step } from "./steps.ts";

const tokenNames: ReadonlySet<string> = new Set(["clienttoken", "clientrequesttoken", "idempotencytoken"]);

/** Would a member of this name be taken for a token? */
export const looksLikeToken = (name: string): boolean => tokenNames.has(name.toLowerCase());

export const idempotencyTokens: Step = (spec, dialect) => (dialect.converted ? { ...spec, shapes: withTokens(spec) } : spec);

function withTokens(spec: PreparedSpec): PreparedSpec["shapes"] {
  const inputs = new Set(spec.operations.flatMap((operation) => (operation.input?.kind === "members" ? operation.input.shape : [])));
  return Object.fromEntries(Object.entries(spec.shapes).map(([name, shape]) => [name, marked(shape, inputs.has(name))]));
}

function marked(shape: Shape, isInput: boolean): Shape {
  return shape.kind === "structure" ? { ...shape, members: shape.members.map((member) => markedMember(member, isInput)) } : shape;
}

function markedMember(member: Member, isInput: boolean): Member {
  const { idempotencyToken: said, ...rest } = member;
  const isToken = said ?? (isInput && looksLikeToken(member.name) && member.type.kind === "string");
  return isToken ? { ...member, idempotencyToken: true } : rest;
}
