// Values in the words of AWS's model ⇄ the values that each client takes and gives.

import { Readable } from "node:stream";
import { memberName, type Role } from "../../scripts/facts/member-facts.ts";
import { shapeNamed, type Model, type ModelMember } from "../../scripts/facts/model.ts";
import { protocolsOf } from "../../scripts/facts/protocol.ts";
import { Streamed } from "./call.ts";

/** What our client is given. */
export function forOurs(model: Model, shape: string, value: unknown, role: Role = "input"): unknown {
  const protocol = protocolsOf(model)[0]!;
  return walk(model, shape, value, role, {
    member: (structure, name, at) => memberName(protocol, at, structure, name),
    leaf: (leaf) => (leaf instanceof Streamed ? new Blob([leaf.bytes as Uint8Array<ArrayBuffer>]).stream() : leaf),
    text: (value) => value,
  });
}

/** What AWS's is given: its names are the model's. */
export function forTheirs(model: Model, shape: string, value: unknown): unknown {
  return walk(model, shape, value, "input", {
    member: (_, name) => name,
    leaf: (leaf) => (leaf instanceof Streamed ? Readable.from([Buffer.from(leaf.bytes)]) : leaf),
    text: (value) => JSON.stringify(value),
  });
}

interface Way {
  readonly member: (structure: NonNullable<Model["shapes"][string]>, name: string, role: Role) => string;
  readonly leaf: (value: unknown) => unknown;
  /** Of members that are JSON inside of a text. */
  readonly text: (value: unknown) => unknown;
}

function walk(model: Model, name: string, value: unknown, role: Role, way: Way): unknown {
  if (value === undefined || value === null) return value;
  const shape = shapeNamed(model, name);
  const inside = (shapeName: string, each: unknown) => walk(model, shapeName, each, "nested", way);
  switch (shape.type) {
    case "structure":
      if (shape.document === true) return value;
      return Object.fromEntries(Object.entries(value).map(([member, each]) => {
        const target: ModelMember | undefined = shape.members?.[member];
        if (target === undefined) throw new Error(`${name} has no member ${member}`);
        return [way.member(shape, member, role), target.jsonvalue === true ? way.text(each) : inside(target.shape, each)];
      }));
    case "list":
      return (value as readonly unknown[]).map((each) => inside(shape.member!.shape, each));
    case "map":
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inside(shape.value!.shape, each)]));
    default:
      return way.leaf(value);
  }
}

/** What our client gave, in the model's words; members that the model doesn't know keep their names. */
export function fromOurs(model: Model, name: string, value: unknown, role: Role): unknown {
  if (typeof value !== "object" || value === null) return value;
  const shape = shapeNamed(model, name);
  const protocol = protocolsOf(model)[0]!;
  switch (shape.type) {
    case "structure": {
      if (shape.document === true) return value;
      const names = new Map(Object.keys(shape.members ?? {}).map((member) => [memberName(protocol, role, shape, member), member]));
      return Object.fromEntries(Object.entries(value).map(([key, each]) => {
        const member = names.get(key);
        const target = member === undefined ? undefined : shape.members?.[member];
        return [member ?? key, target === undefined || target.jsonvalue === true ? each : fromOurs(model, target.shape, each, "nested")];
      }));
    }
    case "list":
      return Array.isArray(value) ? value.map((each) => fromOurs(model, shape.member!.shape, each, "nested")) : value;
    case "map":
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fromOurs(model, shape.value!.shape, each, "nested")]));
    default:
      return value;
  }
}

/** What AWS's client gave: texts that hold JSON are read, and a map of headers of which none came is none. */
export function fromTheirs(model: Model, name: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const { members = {} } = shapeNamed(model, name);
  const isNothing = (key: string, each: unknown) => members[key]?.location === "headers" && Object.keys(each as object).length === 0;
  return Object.fromEntries(Object.entries(value).filter(([key, each]) => !isNothing(key, each)).map(([key, each]) => [key, members[key]?.jsonvalue === true && each !== undefined ? JSON.parse(String(each)) : each]));
}
