// Writes the types of a prepared spec as TypeScript.

import type { Member, PreparedSpec, Type } from "../../prepare/prepared-spec.ts";
import { identifier, literal } from "../safe/code.ts";
import { safe, type TypeText } from "../safe/safe.ts";

export function typeText(type: Type): TypeText {
  const bare = bareType(type);
  return type.nullable === true ? safe(`${bare} | null`) : bare;
}

function bareType(type: Type): TypeText {
  switch (type.kind) {
    case "string":
      return safe("string");
    case "integer": case "number":
      return safe("number");
    case "boolean":
      return safe("boolean");
    case "timestamp":
      return safe("Date");
    case "blob":
      return safe("Uint8Array");
    case "list":
      return safe(type.of.nullable === true ? `readonly (${typeText(type.of)})[]` : type.of.kind === "list" ? `readonly (${typeText(type.of)})[]` : `readonly ${typeText(type.of)}[]`);
    case "map":
      return safe(`Readonly<Record<string, ${typeText(type.of)}>>`);
    case "shape":
      return safe(identifier(type.name));
    case "any": case "json-text":
      return safe("unknown");
    case "forbidden":
      return safe(`Forbidden<${literal(type.reason)}>`);
  }
}

/**
 * The type of a member. A list whose items have members that must be left out is written so that the compiler looks at each item
 * by itself; otherwise it would first find a common type of all items, in which such a member no longer shows.
 */
export function memberType(spec: PreparedSpec, member: Member): TypeText {
  const { type } = member;
  const items = type.kind === "list" && type.of.kind === "shape" ? spec.shapes[type.of.name] : undefined;
  const hasForbidden = items?.kind === "structure" && items.members.some((one) => one.type.kind === "forbidden");
  return hasForbidden ? safe(`${typeText(type)} | readonly []`) : typeText(type);
}

/** Names of the shapes that a type mentions. */
export function shapesIn(type: Type): readonly string[] {
  if (type.kind === "shape") return [type.name];
  return type.kind === "list" || type.kind === "map" ? shapesIn(type.of) : [];
}

/** Whether any structure has a member that must be left out. */
export function hasForbiddenMembers(spec: PreparedSpec): boolean {
  return Object.values(spec.shapes).some((shape) => shape.kind === "structure" && shape.members.some((member) => member.type.kind === "forbidden"));
}
