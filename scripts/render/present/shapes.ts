// Says how values change their form between JavaScript and the wire, as expressions for `shapes.ts`. What doesn't change isn't
// mentioned, so that it costs nothing at run time.

import { camelCase } from "../../prepare/names.ts";
import type { Location, Member, PreparedSpec, Shape, ShapeName, Type } from "../../prepare/prepared-spec.ts";
import { identifier, literal, propertyKey } from "../safe/code.ts";
import { safe, type Expression, type Identifier } from "../safe/safe.ts";

export interface Shapes {
  /** Whether values of this shape change at all. */
  readonly changes: (name: ShapeName) => boolean;
  /** Whether an operation or exception has to know, so that `shapes.ts` says how. */
  readonly isUsed: (name: ShapeName) => boolean;
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
    if (type.kind === "json-text") return safe("jsonValue");
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

  /** How a member changes that forms of one union declare differently: what any of them needs. */
  const merged = (types: readonly Type[], above: readonly string[]): Expression | undefined => {
    const expressions = [...new Set(types.flatMap((type) => expression(type) ?? []))];
    if (expressions.length < 2) return expressions[0];
    const [first] = types.filter((type) => expression(type) !== undefined);
    if (first?.kind === "list" || first?.kind === "map") {
      const inner = merged(types.flatMap((type) => (type.kind === first.kind ? type.of : [])), above);
      return inner === undefined ? undefined : safe(`{ ${first.kind}: ${inner} }`);
    }
    const names = types.flatMap((type) => (type.kind === "shape" ? type.name : [])).sort();
    const key = names.join();
    if (names.length < 2 || above.includes(key)) return expressions[0];
    const grouped = groupedMembers(names.flatMap((name) => bodyMembers(spec, name)));
    const parts = grouped.flatMap((group) => {
      const change = merged(group.map((member) => member.type), [...above, key]);
      return change === undefined ? [] : [`${propertyKey(group[0].name)}: ${change}`];
    });
    return parts.length === 0 ? undefined : safe(`{ members: { ${parts.join(", ")} } }`);
  };

  const members = (name: ShapeName) =>
    groupedMembers(bodyMembers(spec, name)).flatMap((group) => {
      const change = merged(group.map((member) => member.type), []);
      return change === undefined ? [] : [{ member: group[0], expression: change }];
    });

  const used = usedShapes(spec, (name) => members(name).flatMap((member) => [...member.expression.matchAll(/\(\) => (\w+)Shape/g)].map((match) => match[1] ?? "")));
  return { changes: (name) => changing.has(name), isUsed: (name) => changing.has(name) && used.has(camelCase(name)), constant, members, expression, scalar };
}

/** Camel-cased names of the shapes that operations and exceptions use, themselves or through others. */
function usedShapes(spec: PreparedSpec, mentionedBy: (name: ShapeName) => readonly string[]): ReadonlySet<string> {
  const byConstant = new Map(Object.keys({ ...spec.shapes, ...spec.exceptions }).map((name) => [camelCase(name), name]));
  const used = new Set<string>();
  const queue = [
    ...Object.keys(spec.exceptions),
    ...spec.operations.flatMap((operation) => [operation.input, operation.output].flatMap((message) => (message === undefined ? [] : message.kind === "members" ? [message.shape] : leafNames(message.type)))),
  ].map((name) => camelCase(name));
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const shape = byConstant.get(name);
    if (shape === undefined || used.has(name)) continue;
    used.add(name);
    queue.push(...mentionedBy(shape));
  }
  return used;
}

function leafNames(type: Type): readonly ShapeName[] {
  const leaf = leafOf(type);
  return leaf.kind === "shape" ? [leaf.name] : [];
}

/** Members by name, each with what all forms of a union say about it. */
function groupedMembers(members: readonly Member[]): readonly (readonly [Member, ...Member[]])[] {
  const groups = new Map<string, [Member, ...Member[]]>();
  for (const member of members) {
    const group = groups.get(member.name);
    if (group === undefined) groups.set(member.name, [member]);
    else group.push(member);
  }
  return [...groups.values()];
}

/** Members that the body carries. A union has those of all its variants, each as often as variants declare it. */
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
  return union.variants.flatMap((variant) => {
    if (variant.kind !== "shape" || seen.has(variant.name)) return [];
    const shape = spec.shapes[variant.name];
    if (shape?.kind === "union") return unionMembers(spec, shape, new Set([...seen, variant.name]));
    return shape?.kind === "structure" ? shape.members : [];
  });
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
      if (leaf.kind === "timestamp" || leaf.kind === "json-text" || (leaf.kind === "blob" && leaf.wire === "base64")) add(name);
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
      return member.type.kind === "blob" && member.type.wire === "binary" ? [`as: "bytes"`] : member.type.kind === "string" && type !== undefined && !/json/i.test(type) ? [`as: "text"`] : [];
    }
    default:
      return [];
  }
}
