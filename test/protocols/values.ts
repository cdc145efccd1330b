// The parameters of a test → the values that users of a package write and read: Dates, bytes, and members by their names there.

import { memberName, type Role } from "../../scripts/facts/member-facts.ts";
import { protocolsOf } from "../../scripts/facts/protocol.ts";
import type { Json, JsonObject } from "../../scripts/json.ts";
import type { ServiceModel } from "./service-model.ts";
import { shapeAt, trait, type SmithyModel, type Target } from "./smithy-model.ts";

export function valueOf(smithy: SmithyModel, service: ServiceModel, role: Role, target: Target, value: Json): unknown {
  const shape = shapeAt(smithy, target.target);
  if (value === null) return null;
  const inner = (inside: Target, each: Json): unknown => valueOf(smithy, service, "nested", inside, each);
  switch (shape.type) {
    case "structure": case "union": {
      const structure = service.model.shapes[service.nameOfShape(target.target)]!;
      const protocol = protocolsOf(service.model)[0]!;
      return Object.fromEntries(Object.entries(value as JsonObject).map(([name, each]) => [memberName(protocol, role, structure, name), inner(shape.members![name]!, each!)]));
    }
    case "list": case "set":
      return (value as readonly Json[]).map((each) => inner(shape.member!, each));
    case "map":
      return Object.fromEntries(Object.entries(value as JsonObject).map(([key, each]) => [key, inner(shape.value!, each!)]));
    case "timestamp":
      return new Date(Math.round(Number(value) * 1_000));
    case "blob":
      return new TextEncoder().encode(String(value));
    case "float": case "double":
      // JSON has no literals for these.
      return Number(value);
    case "string":
      return trait(shape, "mediaType") === "application/json" && trait(target, "httpPayload") === undefined ? JSON.parse(String(value)) : value;
    default:
      return value;
  }
}

/** Bytes of every kind alike, and absent members absent, so that values can be compared. */
export function comparable(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return { bytes: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("latin1") };
  if (value instanceof Date) return { time: value.getTime() };
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined).sort(([left], [right]) => (left < right ? -1 : 1)).map(([key, each]) => [key, comparable(each)]));
}
