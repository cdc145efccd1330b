// What the descriptions of shapes have in common, whatever their protocol.

import { camelCase } from "../../prepare/names.ts";
import type { Member, PreparedSpec, Shape, ShapeName, Type } from "../../prepare/prepared-spec.ts";
import { safe, type Expression, type FileName, type Identifier } from "../safe/safe.ts";

/** How values of an API change their form between JavaScript and the wire. */
export interface Shapes {
  /** Module of the runtime that knows such descriptions, and what it calls that of a structure. */
  readonly module: FileName;
  readonly type: Identifier;
  /** Whether values of this shape change at all. */
  readonly changes: (name: ShapeName) => boolean;
  /** Whether an operation or exception has to know, so that `shapes.ts` says how. */
  readonly isUsed: (name: ShapeName) => boolean;
  /** Constant of the shape in `shapes.ts`. */
  readonly constant: (name: ShapeName) => Identifier;
  /** The shape's members that change, with how. */
  readonly members: (name: ShapeName) => readonly DescribedMember[];
  /** What members and the element itself are called in XML; nothing in JSON. */
  readonly names: (name: ShapeName) => ShapeNames;
  /** How a type changes, for use in `shapes.ts`; nothing when it doesn't. */
  readonly expression: (type: Type) => Expression | undefined;
  /** The scalar that a type is, such as `epochSeconds`; nothing when it passes as it is. */
  readonly scalar: (type: Type) => Identifier | undefined;
}

export interface DescribedMember {
  readonly member: Member;
  readonly expression: Expression;
}

/** Object literals, each for a property of the description. */
export interface ShapeNames {
  readonly names?: Expression | undefined;
  readonly requestNames?: Expression | undefined;
  readonly namespaces?: Expression | undefined;
}

/** The scalar that has the same form in all places. */
export function scalarOf(type: Type): Identifier | undefined {
  if (type.kind === "timestamp") return safe({ "epoch-seconds": "epochSeconds", "date-time": "dateTime", "http-date": "httpDate" }[type.wire]);
  if (type.kind === "json-text") return safe("jsonValue");
  return type.kind === "blob" && type.wire === "base64" ? safe("blob") : undefined;
}

/** Camel-cased names of the shapes that operations and exceptions use, themselves or through others. */
export function usedShapes(spec: PreparedSpec, members: Shapes["members"]): ReadonlySet<string> {
  const byConstant = new Map(Object.keys({ ...spec.shapes, ...spec.exceptions }).map((name) => [camelCase(name), name]));
  const mentionedBy = (name: ShapeName) => members(name).flatMap(({ expression }) => [...expression.matchAll(/\(\) => (\w+)Shape/g)].map((match) => match[1] ?? ""));
  const used = new Set<string>();
  const queue = [
    ...Object.keys(spec.exceptions),
    ...spec.operations.flatMap((operation) => [operation.input, operation.output].flatMap((message) => (message === undefined ? [] : message.kind === "members" ? [message.shape] : namesIn(message.type)))),
  ].map((name) => camelCase(name));
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const shape = byConstant.get(name);
    if (shape === undefined || used.has(name)) continue;
    used.add(name);
    queue.push(...mentionedBy(shape));
  }
  return used;
}

/** The shape that a type is, or that its items are. */
export function namesIn(type: Type): readonly ShapeName[] {
  const leaf = leafOf(type);
  return leaf.kind === "shape" ? [leaf.name] : [];
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

/** These shapes, and all that hold one of them. */
export function withHolders(spec: PreparedSpec, names: readonly ShapeName[]): ReadonlySet<ShapeName> {
  const holders = new Map<ShapeName, ShapeName[]>();
  for (const name of [...Object.keys(spec.shapes), ...Object.keys(spec.exceptions)]) {
    for (const inner of bodyMembers(spec, name).flatMap((member) => namesIn(member.type))) holders.set(inner, [...(holders.get(inner) ?? []), name]);
  }
  const found = new Set<ShapeName>();
  const queue = [...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    queue.push(...(holders.get(name) ?? []));
  }
  return found;
}

/** What lists and maps hold in the end. */
export function leafOf(type: Type): Type {
  return type.kind === "list" || type.kind === "map" ? leafOf(type.of) : type;
}
