// Finds who uses a shape: operations that take or give it, and models that it is a part of.

import { isObject, type Json } from "../../../json.ts";
import type { Member, Message, Operation, PreparedSpec, ShapeName, Type } from "../../../prepare/prepared-spec.ts";
import { shapesIn } from "../types.ts";
import { callExamples, fits } from "./example-value.ts";

export interface Usage {
  readonly takenBy: readonly Operation[];
  readonly givenBy: readonly Operation[];
  readonly thrownBy: readonly Operation[];
  /** Operations whose input or output holds it somewhere inside. */
  readonly insideInputs: readonly Operation[];
  readonly insideOutputs: readonly Operation[];
  /** Members of other shapes, and unions, that mention it. */
  readonly parts: readonly { readonly shape: ShapeName; readonly member: string | undefined }[];
  /** The first value of it in the examples of the document. */
  readonly example: Json | undefined;
}

const nothing: Usage = { takenBy: [], givenBy: [], thrownBy: [], insideInputs: [], insideOutputs: [], parts: [], example: undefined };
const known = new WeakMap<PreparedSpec, ReadonlyMap<ShapeName, Usage>>();

export function usageOf(spec: PreparedSpec, name: ShapeName): Usage {
  let usage = known.get(spec);
  if (usage === undefined) {
    usage = readUsage(spec);
    known.set(spec, usage);
  }
  return usage.get(name) ?? nothing;
}

function readUsage(spec: PreparedSpec): ReadonlyMap<ShapeName, Usage> {
  const taken = new Map<ShapeName, Operation[]>();
  const given = new Map<ShapeName, Operation[]>();
  const thrown = new Map<ShapeName, Operation[]>();
  const insideInputs = new Map<ShapeName, Operation[]>();
  const insideOutputs = new Map<ShapeName, Operation[]>();
  const parts = new Map<ShapeName, { shape: ShapeName; member: string | undefined }[]>();
  const examples = new Map<ShapeName, Json>();
  for (const operation of spec.operations) {
    for (const name of directly(operation.input)) push(taken, name, operation);
    for (const name of directly(operation.output)) push(given, name, operation);
    for (const name of inside(spec, directly(operation.input))) push(insideInputs, name, operation);
    for (const name of inside(spec, directly(operation.output))) push(insideOutputs, name, operation);
    for (const name of new Set(operation.errors.map((error) => error.exception))) push(thrown, name, operation);
    if (operation.examples.length > 0) {
      for (const example of callExamples(spec, operation)) {
        if (operation.examples.some(({ input }) => input !== undefined)) collect(spec, typeOf(operation.input), example.input, examples);
        collect(spec, typeOf(operation.output), example.output, examples);
      }
    }
  }
  for (const [owner, shape] of Object.entries({ ...spec.shapes, ...spec.exceptions })) {
    if (shape.kind === "union") for (const name of new Set(shape.variants.flatMap(shapesIn))) push(parts, name, { shape: owner, member: undefined });
    if ("members" in shape) for (const { name, type } of shape.members) for (const mentioned of shapesIn(type)) push(parts, mentioned, { shape: owner, member: name });
  }
  const names = new Set([...taken.keys(), ...given.keys(), ...thrown.keys(), ...parts.keys(), ...insideInputs.keys(), ...insideOutputs.keys(), ...examples.keys()]);
  return new Map([...names].map((name) => [name, { takenBy: taken.get(name) ?? [], givenBy: given.get(name) ?? [], thrownBy: thrown.get(name) ?? [], insideInputs: insideInputs.get(name) ?? [], insideOutputs: insideOutputs.get(name) ?? [], parts: parts.get(name) ?? [], example: examples.get(name) }]));
}

function push<Value>(map: Map<ShapeName, Value[]>, name: ShapeName, value: Value): void {
  const list = map.get(name);
  if (list === undefined) map.set(name, [value]);
  else list.push(value);
}

/** Everything that these shapes are made of, themselves left out. */
function inside(spec: PreparedSpec, names: readonly ShapeName[]): ReadonlySet<ShapeName> {
  const found = new Set<ShapeName>();
  const queue = [...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    for (const part of partsOf(spec, name)) {
      if (found.has(part) || names.includes(part)) continue;
      found.add(part);
      queue.push(part);
    }
  }
  return found;
}

function partsOf(spec: PreparedSpec, name: ShapeName): readonly ShapeName[] {
  const shape = spec.shapes[name];
  if (shape?.kind === "structure") return shape.members.flatMap((member) => shapesIn(member.type));
  return shape?.kind === "union" ? shape.variants.flatMap(shapesIn) : [];
}

function directly(message: Message | undefined): readonly ShapeName[] {
  const type = typeOf(message);
  return type === undefined ? [] : shapesIn(type);
}

function typeOf(message: Message | undefined): Type | undefined {
  return message?.kind === "members" ? { kind: "shape", name: message.shape } : message?.type;
}

/** Walks a value along its type and keeps the first value of each shape. */
function collect(spec: PreparedSpec, type: Type | undefined, value: Json | undefined, found: Map<ShapeName, Json>): void {
  if (type === undefined || value === undefined || value === null || !fits(spec, type, value)) return;
  if (type.kind === "list" && Array.isArray(value)) for (const item of value as readonly Json[]) collect(spec, type.of, item, found);
  if (type.kind === "map" && isObject(value)) for (const item of Object.values(value)) collect(spec, type.of, item, found);
  if (type.kind !== "shape") return;
  if (!found.has(type.name)) found.set(type.name, value);
  const shape = spec.shapes[type.name];
  if (shape?.kind === "union") for (const variant of shape.variants) collect(spec, variant, value, found);
  if (shape?.kind === "structure" && isObject(value)) for (const member of shape.members) collect(spec, member.type, value[member.name], found);
}

/** Whether every member of a structure, and of those inside it, travels in the body. */
export function isWholeBody(members: readonly Member[]): boolean {
  return members.every((member) => member.location.in === "body");
}
