// Says how values change their form between JavaScript and JSON, as expressions for `shapes.ts`. What doesn't change isn't
// mentioned, so that it costs nothing at run time.

import { camelCase } from "../../prepare/names.ts";
import type { Member, PreparedSpec, ShapeName, Type } from "../../prepare/prepared-spec.ts";
import { identifier, propertyKey } from "../safe/code.ts";
import { safe, type Expression, type Identifier } from "../safe/safe.ts";
import { bodyMembers, type DescribedMember, leafOf, scalarOf, type Shapes, usedShapes, withHolders } from "./shape-parts.ts";

export function jsonShapesOf(spec: PreparedSpec): Shapes {
  const isAws = spec.service.protocol !== "rest";
  // AWS sends what JSON has no literals for, NaN and the infinities, as text.
  const scalar = (type: Type) => scalarOf(type) ?? (isAws && type.kind === "number" ? identifier("float") : undefined);
  const changing = changingShapes(spec, scalar);
  const constant = (name: ShapeName): Identifier => identifier(`${camelCase(name)}Shape`);

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

  // Forms that hold forms that hold forms multiply; beyond this many, the first of them stands for the others.
  let comparisons = 100_000;

  /** How a member changes that forms of one union declare differently: what any of them needs. */
  const merged = (types: readonly Type[], above: readonly string[]): Expression | undefined => {
    const expressions = [...new Set(types.flatMap((type) => expression(type) ?? []))];
    comparisons -= 1;
    if (expressions.length < 2 || comparisons < 0) return expressions[0];
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

  const known = new Map<ShapeName, readonly DescribedMember[]>();
  const members = (name: ShapeName): readonly DescribedMember[] => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const found = groupedMembers(bodyMembers(spec, name)).flatMap((group) => {
      const change = merged(group.map((member) => member.type), []);
      return change === undefined ? [] : [{ member: group[0], expression: change }];
    });
    known.set(name, found);
    return found;
  };

  const used = usedShapes(spec, members);
  return {
    module: safe("shapes.ts"), type: safe("StructureShape"),
    changes: (name) => changing.has(name), isUsed: (name) => changing.has(name) && used.has(camelCase(name)),
    constant, members, names: () => ({}), expression, scalar,
  };
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

/** Shapes with something inside that changes. */
function changingShapes(spec: PreparedSpec, scalar: Shapes["scalar"]): ReadonlySet<ShapeName> {
  const names = [...Object.keys(spec.shapes), ...Object.keys(spec.exceptions)];
  return withHolders(spec, names.filter((name) => bodyMembers(spec, name).some((member) => scalar(leafOf(member.type)) !== undefined)));
}
