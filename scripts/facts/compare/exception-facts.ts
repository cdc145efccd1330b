// Facts about exceptions: their codes, statuses and faults, and what they carry.

import type { ErrorCase } from "../../prepare/prepared-spec.ts";
import { errorCodeOf, faultOf, memberName, retryableOf } from "../member-facts.ts";
import { membersOf, type ModelShape } from "../model.ts";
import type { Writable } from "../written.ts";
import { addedSchemas } from "./added-schemas.ts";
import type { Comparison } from "./compare.ts";
import { update, type Correction, type Fact } from "./fact.ts";
import { memberSchema } from "../import/schemas.ts";

export function exceptionFacts(comparison: Comparison): readonly Fact[] {
  const { model, prepared } = comparison;
  const cases = new Map<string, ErrorCase>();
  for (const operation of prepared.spec.operations) for (const error of operation.errors) if (!cases.has(error.exception)) cases.set(error.exception, error);
  return Object.entries(model.shapes).flatMap(([name, shape]) => {
    const error = cases.get(prepared.names.get(name) ?? "");
    return error === undefined || shape.type !== "structure" ? [] : [...caseFacts(comparison, name, shape, error), ...memberFacts(comparison, name, shape, error)];
  });
}

function caseFacts({ model, protocol }: Comparison, about: string, shape: ModelShape, error: ErrorCase): readonly Fact[] {
  const target = ["components", "schemas", about];
  const code = errorCodeOf(model, protocol, shape) ?? about;
  const status = shape.error?.httpStatusCode;
  const fault = faultOf(shape);
  const retryable = retryableOf(shape);
  const facts: Fact[] = [
    { kind: "error code", about, expected: code, said: error.code, corrections: () => update(target, { "x-error": { code } }) },
    { kind: "fault", about, expected: fault, said: error.fault, corrections: () => update(target, { "x-error": { fault } }) },
  ];
  if (status !== undefined) facts.push({ kind: "error status", about, expected: status, said: error.status, corrections: () => update(target, { "x-error": { status } }) });
  if (retryable !== undefined) facts.push({ kind: "retryable", about, expected: retryable, said: error.retryable, corrections: () => update(target, { "x-error": { retryable } }) });
  return facts;
}

function memberFacts(comparison: Comparison, name: string, shape: ModelShape, error: ErrorCase): readonly Fact[] {
  const { model, protocol, prepared } = comparison;
  const members = membersOf(shape).filter(([member]) => member.toLowerCase() !== "message");
  if (members.length === 0) return [];
  const expected = members.map(([member]) => memberName(protocol, "output", shape, member)).sort();
  const known = prepared.spec.exceptions[error.exception]?.members.map((member) => member.name) ?? [];
  const corrections = (): readonly Correction[] => {
    const properties: Writable = Object.fromEntries(members.map(([member]) => [member, memberSchema(model, protocol, "output", shape, member)]));
    return [
      ...update(["components", "schemas", name], { type: "object", properties }),
      ...members.flatMap(([, member]) => addedSchemas(comparison, member.shape)),
    ];
  };
  return [{ kind: "exception members", about: name, expected, said: expected.filter((member) => known.includes(member)), corrections }];
}
