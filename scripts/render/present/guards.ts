// Finds what tells the variants of a union apart, for the guards in `models.ts`: members that one variant has and all others
// must not have.

import type { PreparedSpec, ShapeName, Structure } from "../../prepare/prepared-spec.ts";
import type { GuardView } from "../context.ts";
import { identifier, literal, propertyKey } from "../safe/code.ts";
import { safe } from "../safe/safe.ts";

/** Telling apart more structures than this would cost more than a guard is worth. */
const mostStructures = 1_000;

const known = new WeakMap<PreparedSpec, ReadonlyMap<ShapeName, readonly GuardView[]>>();

/** A guard for each variant that a single member tells. What is a variant of several unions has one guard, in the first that tells it. */
export function guardsOf(spec: PreparedSpec, name: ShapeName): readonly GuardView[] {
  const guards = known.get(spec) ?? guardsOfAll(spec);
  known.set(spec, guards);
  return guards.get(name) ?? [];
}

function guardsOfAll(spec: PreparedSpec): ReadonlyMap<ShapeName, readonly GuardView[]> {
  const taken = new Set<string>();
  return new Map(Object.keys(spec.shapes).map((name) => {
    const free = guardsOfUnion(spec, name).filter(({ functionName }) => !taken.has(functionName));
    for (const { functionName } of free) taken.add(functionName);
    return [name, free];
  }));
}

function guardsOfUnion(spec: PreparedSpec, name: ShapeName): readonly GuardView[] {
  const union = spec.shapes[name];
  if (union?.kind !== "union" || union.variants.length > mostStructures) return [];
  const variants = union.variants.flatMap((variant) => (variant.kind === "shape" ? [{ name: variant.name, structures: structuresOf(spec, variant.name) }] : []));
  const count = variants.reduce((sum, { structures }) => sum + structures.length, 0);
  if (variants.length !== union.variants.length || count > mostStructures || variants.some((variant) => variant.structures.length === 0)) return [];
  const everywhere = countMembers(variants.flatMap(({ structures }) => structures));
  return variants.flatMap((variant) => {
    const told = tellingMember(variant.structures, everywhere, count - variant.structures.length);
    if (told === undefined) return [];
    const access = /^[A-Za-z_$][\w$]*$/.test(told.member) ? `.${propertyKey(told.member)}` : `[${literal(told.member)}]`;
    return [{ functionName: identifier(`is${variant.name}`), variant: identifier(variant.name), condition: safe(`value${access} ${told.there ? "!==" : "==="} undefined`) }];
  });
}

/** The structures that a shape may be, through unions of unions; each once, and not many more than are of use. */
function structuresOf(spec: PreparedSpec, name: ShapeName): readonly Structure[] {
  const seen = new Set<ShapeName>();
  const found: Structure[] = [];
  const visit = (one: ShapeName): void => {
    const shape = spec.shapes[one];
    if (shape === undefined || seen.has(one) || found.length > mostStructures) return;
    seen.add(one);
    if (shape.kind === "structure") found.push(shape);
    else if (shape.kind === "union") for (const variant of shape.variants) if (variant.kind === "shape") visit(variant.name);
  };
  visit(name);
  return found;
}

interface Counts {
  readonly required: ReadonlyMap<string, number>;
  readonly forbidden: ReadonlyMap<string, number>;
}

/** How many structures require and forbid each member. */
function countMembers(structures: readonly Structure[]): Counts {
  const required = new Map<string, number>();
  const forbidden = new Map<string, number>();
  for (const { members } of structures) {
    for (const { name, required: isRequired, type } of members) {
      const counts = type.kind === "forbidden" ? forbidden : isRequired ? required : undefined;
      counts?.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return { required, forbidden };
}

/** A member that all of one variant require and all others forbid, or the other way round. */
function tellingMember(own: readonly Structure[], everywhere: Counts, others: number): { readonly member: string; readonly there: boolean } | undefined {
  const here = countMembers(own);
  const names = [...new Set(own.flatMap((structure) => structure.members.map((member) => member.name)))];
  const tells = (name: string, mine: keyof Counts, theirs: keyof Counts) => here[mine].get(name) === own.length && (everywhere[theirs].get(name) ?? 0) - (here[theirs].get(name) ?? 0) === others;
  const there = names.find((name) => tells(name, "required", "forbidden"));
  if (there !== undefined) return { member: there, there: true };
  const absent = names.find((name) => tells(name, "forbidden", "required"));
  return absent === undefined ? undefined : { member: absent, there: false };
}
