// Says how values change their form between JavaScript and JSON, as expressions for `shapes.ts`. What doesn't change isn't
// mentioned, so that it costs nothing at run time.

import { camelCase } from "../../prepare/names.ts";
import type { Member, Message, PreparedSpec, ShapeName, Type } from "../../prepare/prepared-spec.ts";
import { identifier, propertyKey } from "../safe/code.ts";
import { safe, type Expression, type Identifier } from "../safe/safe.ts";
import { bodyMembers, type DescribedMember, leafOf, namesIn, scalarOf, type Shapes, usedShapes, withHolders } from "./shape-parts.ts";

export function jsonShapesOf(spec: PreparedSpec): Shapes {
  const isAws = spec.service.protocol !== "rest";
  // AWS sends what JSON has no literals for, NaN and the infinities, as text.
  const scalar = (type: Type) => scalarOf(type) ?? (isAws && type.kind === "number" ? identifier("float") : undefined);
  const [sent, received] = [reachable(spec, spec.operations.map(({ input }) => input)), reachable(spec, spec.operations.map(({ output }) => output), Object.keys(spec.exceptions))];
  // AWS may say beside a union's member what the union is called.
  const isTyped = (name: ShapeName): boolean => {
    const shape = spec.shapes[name];
    return isAws && shape?.kind === "structure" && shape.union === true && received.has(name);
  };
  const changing = changingShapes(spec, scalar, isTyped);
  const constant = (name: ShapeName): Identifier => identifier(`${camelCase(name)}Shape`);

  /** The scalar as values of that shape need it. */
  const scalarWithin = (type: Type, within: ShapeName | undefined): Identifier | undefined => {
    const name = scalar(type);
    if (name === undefined || within === undefined || (type.kind !== "timestamp" && type.kind !== "blob")) return name;
    if (!received.has(within)) return safe(`${name}Input`);
    return sent.has(within) ? name : safe(type.kind === "timestamp" ? "timestampOutput" : `${name}Output`);
  };

  const expression = (type: Type, within?: ShapeName): Expression | undefined => {
    switch (type.kind) {
      case "list": case "map": {
        const inner = expression(type.of, within);
        return inner === undefined ? undefined : safe(`{ ${type.kind}: ${inner} }`);
      }
      case "shape":
        return changing.has(type.name) ? safe(`() => ${constant(type.name)}`) : undefined;
      default: {
        const name = scalarWithin(type, within);
        return name === undefined ? undefined : safe(name);
      }
    }
  };

  // Forms that hold forms that hold forms multiply; beyond this many, the first of them stands for the others.
  let comparisons = 100_000;

  /** How a member changes that forms of one union declare differently: what any of them needs. */
  const merged = (types: readonly Type[], above: readonly string[], within: ShapeName): Expression | undefined => {
    const expressions = [...new Set(types.flatMap((type) => expression(type, within) ?? []))];
    comparisons -= 1;
    if (expressions.length < 2 || comparisons < 0) return expressions[0];
    const [first] = types.filter((type) => expression(type) !== undefined);
    if (first?.kind === "list" || first?.kind === "map") {
      const inner = merged(types.flatMap((type) => (type.kind === first.kind ? type.of : [])), above, within);
      return inner === undefined ? undefined : safe(`{ ${first.kind}: ${inner} }`);
    }
    const names = types.flatMap((type) => (type.kind === "shape" ? type.name : [])).sort();
    const key = names.join();
    if (names.length < 2 || above.includes(key)) return expressions[0];
    const grouped = groupedMembers(names.flatMap((name) => bodyMembers(spec, name)));
    const parts = grouped.flatMap((group) => {
      const change = merged(group.map((member) => member.type), [...above, key], within);
      return change === undefined ? [] : [`${propertyKey(group[0].name)}: ${change}`];
    });
    return parts.length === 0 ? undefined : safe(`{ members: { ${parts.join(", ")} } }`);
  };

  const known = new Map<ShapeName, readonly DescribedMember[]>();
  const members = (name: ShapeName): readonly DescribedMember[] => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const found = groupedMembers(bodyMembers(spec, name)).flatMap((group) => {
      const change = merged(group.map((member) => member.type), [], name);
      return change === undefined ? [] : [{ member: group[0], expression: change }];
    });
    const all = isTyped(name) ? [...found, { member: typeMember, expression: safe<"expression">("withoutType") }] : found;
    known.set(name, all);
    return all;
  };

  const used = usedShapes(spec, members);
  return {
    module: safe("shapes.ts"), type: safe("StructureShape"),
    changes: (name) => changing.has(name), isUsed: (name) => changing.has(name) && used.has(camelCase(name)),
    constant, members, names: () => ({}), expression, scalar,
  };
}

const typeMember: Member = { name: "__type", type: { kind: "string" }, required: false, doc: "", location: { in: "body", name: "__type" } };

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

/** Shapes that these messages hold, and shapes named. */
function reachable(spec: PreparedSpec, messages: readonly (Message | undefined)[], names: readonly ShapeName[] = []): ReadonlySet<ShapeName> {
  const found = new Set<ShapeName>();
  const queue = [...names, ...messages.flatMap((message) => (message === undefined ? [] : message.kind === "members" ? [message.shape] : namesIn(message.type)))];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const shape = spec.shapes[name];
    const variants = shape?.kind === "union" ? shape.variants : [];
    queue.push(...[...variants, ...bodyMembers(spec, name).map((member) => member.type)].flatMap(namesIn));
  }
  return found;
}

/** Shapes with something inside that changes. */
function changingShapes(spec: PreparedSpec, scalar: Shapes["scalar"], isTyped: (name: ShapeName) => boolean): ReadonlySet<ShapeName> {
  const names = [...Object.keys(spec.shapes), ...Object.keys(spec.exceptions)];
  return withHolders(spec, names.filter((name) => isTyped(name) || bodyMembers(spec, name).some((member) => scalar(leafOf(member.type)) !== undefined)));
}
