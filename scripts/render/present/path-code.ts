// A path to a member → an expression of TypeScript that gives its value. Types are followed along the way, so that what is
// generated compiles; a path that leads nowhere gives nothing.

import type { Path, Step } from "../../prepare/member-path.ts";
import type { PreparedSpec, Type } from "../../prepare/prepared-spec.ts";
import { literal, propertyKey } from "../safe/code.ts";

/** An expression with its type. */
export interface Value {
  readonly code: string;
  readonly type: Type;
  /** It may be undefined. */
  readonly optional: boolean;
}

/** `from` is the value that the path begins at. */
export function pathCode(spec: PreparedSpec, path: Path, from: Value): Value | undefined {
  switch (path.kind) {
    case "literal":
      return path.value === null ? undefined : { code: literal(path.value as string | number), type: literalType(path.value), optional: false };
    case "length": {
      const of = pathCode(spec, path.of, from);
      if (of === undefined || (of.type.kind !== "list" && of.type.kind !== "string")) return undefined;
      return { code: of.optional ? `(${of.code}?.length ?? 0)` : `${of.code}.length`, type: { kind: "integer" }, optional: false };
    }
    case "not": {
      const of = pathCode(spec, path.of, from);
      return of === undefined || !isCondition(of) ? undefined : { code: `!(${of.code})`, type: boolean, optional: false };
    }
    case "and": case "or": {
      const [left, right] = [pathCode(spec, path.left, from), pathCode(spec, path.right, from)];
      if (left === undefined || right === undefined || (path.kind === "and" && !(isCondition(left) && isCondition(right)))) return undefined;
      return { code: `(${left.code} ${path.kind === "and" ? "&&" : "||"} ${right.code})`, type: left.type, optional: left.optional && right.optional };
    }
    case "compare": {
      const [left, right] = [pathCode(spec, path.left, from), pathCode(spec, path.right, from)];
      if (left === undefined || right === undefined || !areComparable(left, right, path.operator)) return undefined;
      const operator = path.operator === "==" ? "===" : path.operator === "!=" ? "!==" : path.operator;
      return { code: `(${left.code} ${operator} ${right.code})`, type: boolean, optional: false };
    }
    case "steps":
      return stepsCode(spec, path.steps, from, 0);
  }
}

const boolean: Type = { kind: "boolean" };

function literalType(value: string | number | boolean): Type {
  return typeof value === "string" ? { kind: "string" } : typeof value === "number" ? { kind: "number" } : boolean;
}

function isCondition({ type }: Value): boolean {
  return type.kind === "boolean";
}

function areComparable(left: Value, right: Value, operator: string): boolean {
  const isOrder = operator !== "==" && operator !== "!=";
  return !isOrder || [left, right].every(({ type, optional }) => (type.kind === "integer" || type.kind === "number") && !optional);
}

function stepsCode(spec: PreparedSpec, steps: readonly Step[], from: Value, depth: number): Value | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return from;
  const dot = from.optional ? "?." : ".";
  switch (step.kind) {
    case "member": {
      const member = memberOf(spec, from.type, step.name);
      if (member === undefined) return undefined;
      const key = propertyKey(step.name);
      const code = key === step.name ? `${from.code}${dot}${key}` : `${from.code}${from.optional ? "?." : ""}[${literal(step.name)}]`;
      return stepsCode(spec, rest, { code, type: member.type, optional: from.optional || !member.required || member.type.nullable === true }, depth);
    }
    case "index":
      if (from.type.kind !== "list") return undefined;
      return stepsCode(spec, rest, { code: `${from.code}${dot}at(${step.index})`, type: from.type.of, optional: true }, depth);
    case "each":
      return from.type.kind === "list" ? projected(spec, rest, from, from.type, depth) : undefined;
    case "values": {
      if (from.type.kind !== "map") return undefined;
      const list: Type & { readonly kind: "list" } = { kind: "list", of: from.type.of };
      return projected(spec, rest, { code: `Object.values(${from.code}${from.optional ? " ?? {}" : ""})`, type: list, optional: false }, list, depth);
    }
    case "where": {
      if (from.type.kind !== "list") return undefined;
      const item = itemOf(from.type, depth);
      const condition = pathCode(spec, step.condition, item);
      if (condition === undefined || !isCondition(condition)) return undefined;
      const filtered: Value = { ...from, code: `${from.code}${dot}filter((${item.code}) => ${condition.code})` };
      return projected(spec, rest, filtered, from.type, depth + 1);
    }
  }
}

/** The rest of the path for each item; what isn't there is left out, and lists of lists become one. */
function projected(spec: PreparedSpec, rest: readonly Step[], from: Value, list: Type & { readonly kind: "list" }, depth: number): Value | undefined {
  if (rest.length === 0) return from;
  const item = itemOf(list, depth);
  const inner = stepsCode(spec, rest, item, depth + 1);
  if (inner === undefined) return undefined;
  const isProjected = rest.some((step) => step.kind !== "member" && step.kind !== "index");
  const dot = from.optional ? "?." : ".";
  if (isProjected) {
    if (inner.type.kind !== "list") return undefined;
    return { code: `${from.code}${dot}flatMap((${item.code}) => ${inner.code}${inner.optional ? " ?? []" : ""})`, type: inner.type, optional: from.optional };
  }
  if (inner.type.kind === "list") return undefined;
  return { code: `${from.code}${dot}${inner.optional ? "flatMap" : "map"}((${item.code}) => ${inner.code}${inner.optional ? " ?? []" : ""})`, type: { kind: "list", of: inner.type }, optional: from.optional };
}

function itemOf(list: Type & { readonly kind: "list" }, depth: number): Value {
  return { code: depth === 0 ? "item" : `item${depth + 1}`, type: list.of, optional: list.of.nullable === true };
}

function memberOf(spec: PreparedSpec, type: Type, name: string) {
  const shape = type.kind === "shape" ? spec.shapes[type.name] : undefined;
  return shape?.kind === "structure" ? shape.members.find((member) => member.name === name && member.type.kind !== "forbidden") : undefined;
}
