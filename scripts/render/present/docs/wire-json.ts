// A value in the document's form comes in, the JSON that travels goes out, or that of our own values.

import { isObject, type Json } from "../../../json.ts";
import type { PreparedSpec, TimestampFormat, Type } from "../../../prepare/prepared-spec.ts";
import { structuresOf } from "./example-code.ts";
import { entriesOf, fits } from "./example-value.ts";

export function wireJson(spec: PreparedSpec, type: Type, value: Json): Json {
  return converted(spec, type, value, onTheWire);
}

/** What `JSON.stringify` makes of the value that a program holds. */
export function programJson(spec: PreparedSpec, type: Type, value: Json): Json {
  return converted(spec, type, value, (_wire, text) => new Date(text).toISOString());
}

type Timestamps = (wire: TimestampFormat, text: string) => Json;

function converted(spec: PreparedSpec, type: Type, value: Json, timestamps: Timestamps): Json {
  if (type.kind === "timestamp" && typeof value === "string") return timestamps(type.wire, value);
  if (type.kind === "list" && Array.isArray(value)) return value.map((item: Json) => converted(spec, type.of, item, timestamps));
  if (type.kind === "map" && isObject(value)) return Object.fromEntries(entriesOf(value).map(([key, item]) => [key, converted(spec, type.of, item, timestamps)]));
  if (type.kind !== "shape" || !isObject(value)) return value;
  const members = structuresOf(spec, type).flatMap((structure) => structure.members);
  return Object.fromEntries(entriesOf(value).map(([key, item]) => {
    const own = members.find((member) => member.name === key && fits(spec, member.type, item));
    return own === undefined ? [key, item] : [key, converted(spec, own.type, item, timestamps)];
  }));
}

function onTheWire(wire: TimestampFormat, value: string): Json {
  const date = new Date(value);
  if (wire === "epoch-seconds") return date.getTime() / 1_000;
  return wire === "http-date" ? date.toUTCString() : date.toISOString().replace(".000Z", "Z");
}
