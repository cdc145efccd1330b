// Says how values change their form between JavaScript and the wire, as expressions for `shapes.ts`. What doesn't change isn't
// mentioned, so that it costs nothing at run time.

import { camelCase } from "../../prepare/names.ts";
import type { Location, Member, PreparedSpec, Shape, ShapeName, Type } from "../../prepare/prepared-spec.ts";
import { identifier, literal } from "../safe/code.ts";
import { safe, type Expression, type Identifier } from "../safe/safe.ts";

export interface Shapes {
  /** Whether values of this shape change at all. */
  readonly changes: (name: ShapeName) => boolean;
  /** Constant of the shape in `shapes.ts`. */
  readonly constant: (name: ShapeName) => Identifier;
  /** The shape's members that change, with how. */
  readonly members: (name: ShapeName) => readonly { readonly member: Member; readonly expression: Expression }[];
  /** How a type changes, for use in `shapes.ts`; nothing when it doesn't. */
  readonly expression: (type: Type) => Expression | undefined;
  /** The scalar that a type is, such as `epochSeconds`; nothing when it passes as it is. */
  readonly scalar: (type: Type) => Identifier | undefined;
}

export function shapesOf(spec: PreparedSpec): Shapes {
  const changing = changingShapes(spec);
  const constant = (name: ShapeName): Identifier => identifier(`${camelCase(name)}Shape`);

  const scalar = (type: Type): Identifier | undefined => {
    if (type.kind === "timestamp") return safe({ "epoch-seconds": "epochSeconds", "date-time": "dateTime", "http-date": "httpDate" }[type.wire]);
    return type.kind === "blob" && type.wire === "base64" ? safe("blob") : undefined;
  };

  const expression = (type: Type): Expression | undefined => {
    switch (type.kind) {
      case "list": case "map": {
        const inner = expression(type.of);
        return inner === undefined ? undefined : safe(`{ ${type.kind}: ${inner} }`);
      }
      case "shape":
        return changing.has(type.name) ? safe(`() => ${constant(type.name)}`) : undefined;
      default: {
        const name = scalar(type);
        return name === undefined ? undefined : safe(name);
      }
    }
  };

  const members = (name: ShapeName) =>
    bodyMembers(spec, name).flatMap((member) => {
      const change = expression(member.type);
      return change === undefined ? [] : [{ member, expression: change }];
    });

  return { changes: (name) => changing.has(name), constant, members, expression, scalar };
}

/** Members that the body carries. A union has those of all its variants. */
export function bodyMembers(spec: PreparedSpec, name: ShapeName): readonly Member[] {
  const shape = shapeNamed(spec, name);
  const members = shape === undefined ? [] : "variants" in shape ? unionMembers(spec, shape, new Set([name])) : "members" in shape ? shape.members : [];
  return members.filter((member) => member.location.in === "body" || isStructuredPayload(member));
}

function isStructuredPayload(member: Member): boolean {
  return member.location.in === "payload" && member.type.kind !== "blob";
}

function shapeNamed(spec: PreparedSpec, name: ShapeName) {
  return spec.shapes[name] ?? spec.exceptions[name];
}

function unionMembers(spec: PreparedSpec, union: Extract<Shape, { kind: "union" }>, seen: ReadonlySet<ShapeName>): readonly Member[] {
  const found = new Map<string, Member>();
  for (const variant of union.variants) {
    if (variant.kind !== "shape" || seen.has(variant.name)) continue;
    const shape = spec.shapes[variant.name];
    const members = shape?.kind === "structure" ? shape.members : shape?.kind === "union" ? unionMembers(spec, shape, new Set([...seen, variant.name])) : [];
    for (const member of members) {
      const before = found.get(member.name);
      if (before === undefined || before.type.kind === "forbidden") found.set(member.name, member);
    }
  }
  return [...found.values()];
}

/** Shapes with something inside that changes; found by going round until nothing is added. */
function changingShapes(spec: PreparedSpec): ReadonlySet<ShapeName> {
  const users = new Map<ShapeName, ShapeName[]>();
  const changing = new Set<ShapeName>();
  const queue: ShapeName[] = [];
  const add = (name: ShapeName) => {
    if (!changing.has(name)) {
      changing.add(name);
      queue.push(name);
    }
  };
  for (const name of [...Object.keys(spec.shapes), ...Object.keys(spec.exceptions)]) {
    for (const member of bodyMembers(spec, name)) {
      const leaf = leafOf(member.type);
      if (leaf.kind === "timestamp" || (leaf.kind === "blob" && leaf.wire === "base64")) add(name);
      if (leaf.kind === "shape") users.set(leaf.name, [...(users.get(leaf.name) ?? []), name]);
    }
  }
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) for (const user of users.get(name) ?? []) add(user);
  return changing;
}

function leafOf(type: Type): Type {
  return type.kind === "list" || type.kind === "map" ? leafOf(type.of) : type;
}

/** Where a member travels, as an object literal: `{ in: "header", name: "expires", as: httpDate }`. */
export function placeExpression(member: Member, shapes: Shapes): Expression | undefined {
  const { location } = member;
  if (location.in === "body") return undefined;
  const scalar = location.in === "payload" ? undefined : shapes.scalar(leafOf(member.type));
  const parts = [`in: ${literal(location.in)}`, ...placeDetails(location, member), ...(scalar === undefined ? [] : [`as: ${scalar}`])];
  return safe(`{ ${parts.join(", ")} }`);
}

function placeDetails(location: Location, member: Member): readonly string[] {
  switch (location.in) {
    case "path": case "query":
      return [
        `name: ${literal(location.name)}`,
        ...(location.style === undefined ? [] : [`style: ${literal(location.style)}`]),
        ...(location.explode === undefined ? [] : [`explode: ${location.explode}`]),
      ];
    case "header": case "prefix":
      return [`name: ${literal(location.in === "header" ? location.name.toLowerCase() : location.name)}`];
    case "payload": {
      const type = location.contentType;
      const form = member.type.kind === "blob" && member.type.wire === "binary" ? [`as: "bytes"`] : member.type.kind === "string" && type !== undefined && !/json/i.test(type) ? [`as: "text"`] : [];
      return [...form, ...(type === undefined || /^application\/json$/i.test(type) ? [] : [`type: ${literal(type)}`])];
    }
    default:
      return [];
  }
}
