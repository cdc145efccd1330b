// Finds what tells the variants of a union apart, for the guards in `models.ts`: members that one variant has and all others
// must not have.

import type { Member, PreparedSpec, ShapeName, Structure } from "../../prepare/prepared-spec.ts";
import type { GuardView } from "../context.ts";
import { identifier, literal, propertyKey } from "../safe/code.ts";
import { safe } from "../safe/safe.ts";

/** A guard for each variant that a single member tells. */
export function guardsOf(spec: PreparedSpec, name: ShapeName): readonly GuardView[] {
  const union = spec.shapes[name];
  if (union?.kind !== "union") return [];
  const variants = union.variants.flatMap((variant) => (variant.kind === "shape" ? [{ name: variant.name, structures: structuresOf(spec, variant.name) }] : []));
  if (variants.length !== union.variants.length || variants.some((variant) => variant.structures.length === 0)) return [];
  return variants.flatMap((variant) => {
    const others = variants.filter((other) => other !== variant).flatMap((other) => other.structures);
    const told = tellingMember(variant.structures, others);
    if (told === undefined) return [];
    const access = /^[A-Za-z_$][\w$]*$/.test(told.member) ? `.${propertyKey(told.member)}` : `[${literal(told.member)}]`;
    return [{ functionName: identifier(`is${variant.name}`), variant: identifier(variant.name), condition: safe(`value${access} ${told.there ? "!==" : "==="} undefined`) }];
  });
}

function structuresOf(spec: PreparedSpec, name: ShapeName, seen: readonly ShapeName[] = []): readonly Structure[] {
  const shape = spec.shapes[name];
  if (shape === undefined || seen.includes(name)) return [];
  if (shape.kind === "structure") return [shape];
  return shape.kind === "union" ? shape.variants.flatMap((variant) => (variant.kind === "shape" ? structuresOf(spec, variant.name, [...seen, name]) : [])) : [];
}

function tellingMember(own: readonly Structure[], others: readonly Structure[]): { readonly member: string; readonly there: boolean } | undefined {
  const names = [...new Set([...own, ...others].flatMap((structure) => structure.members.map((member) => member.name)))];
  const all = (structures: readonly Structure[], name: string, test: (member: Member) => boolean) => structures.every((structure) => structure.members.some((member) => member.name === name && test(member)));
  const isRequired = (member: Member) => member.required;
  const isForbidden = (member: Member) => member.type.kind === "forbidden";
  const there = names.find((name) => all(own, name, isRequired) && all(others, name, isForbidden));
  if (there !== undefined) return { member: there, there: true };
  const absent = names.find((name) => all(own, name, isForbidden) && all(others, name, isRequired));
  return absent === undefined ? undefined : { member: absent, there: false };
}
