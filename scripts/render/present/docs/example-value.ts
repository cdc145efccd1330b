// Finds a value to show for a type, in the form that documents use: the document's own example where it fits, else one made up.

import { isObject, type Json, type JsonObject } from "../../../json.ts";
import type { Constraints, Member, Operation, PreparedSpec, ShapeName, Structure, Type } from "../../../prepare/prepared-spec.ts";

/** The members that are there. */
export function entriesOf(value: JsonObject): readonly (readonly [string, Json])[] {
  return Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, item] as const]));
}

// ------------------------------------------------------------------------------------------------------------- fits

/** An example of more values than this is a load of data, and no example. */
const mostValues = 500;

/** Whether a value is one of the type, and small enough to be shown. Examples of real documents often aren't. */
export function fits(spec: PreparedSpec, type: Type, value: Json | undefined): value is Json {
  return isSmall(value) && isOf(spec, type, value);
}

function isSmall(root: Json | undefined): boolean {
  const open = [root];
  let values = 0;
  for (; open.length > 0 && values <= mostValues; values += 1) {
    const value = open.pop();
    if (typeof value === "object" && value !== null) open.push(...Object.values(value as JsonObject).slice(0, mostValues + 1));
  }
  return values <= mostValues;
}

function isOf(spec: PreparedSpec, type: Type, value: Json | undefined): value is Json {
  if (value === null) return type.nullable === true || type.kind === "any";
  switch (type.kind) {
    case "string":
      return typeof value === "string";
    case "integer": case "number":
      return typeof value === "number";
    case "boolean":
      return typeof value === "boolean";
    case "timestamp":
      return typeof value === "string" && /^\d{4}-\d\d-\d\d/.test(value) && !Number.isNaN(Date.parse(value));
    case "blob":
      return typeof value === "string" && /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value);
    case "list":
      return Array.isArray(value) && value.every((item: Json) => isOf(spec, type.of, item));
    case "map":
      return isObject(value) && Object.values(value).every((item) => isOf(spec, type.of, item));
    case "shape":
      return fitsShape(spec, type.name, value);
    case "any": case "json-text":
      return value !== undefined;
    case "forbidden":
      return false;
  }
}

function fitsShape(spec: PreparedSpec, name: ShapeName, value: Json | undefined): boolean {
  const shape = spec.shapes[name];
  switch (shape?.kind) {
    case "structure":
      return isObject(value) && fitsMembers(spec, shape, value);
    case "union":
      return shape.variants.some((variant) => isOf(spec, variant, value));
    case "enumeration":
      return typeof value === (shape.of === "integer" ? "number" : "string");
    case undefined:
      return false;
  }
}

function fitsMembers(spec: PreparedSpec, { members }: Structure, value: JsonObject): boolean {
  const known = new Map(members.map((member) => [member.name, member.type]));
  const isKnown = ([key, item]: readonly [string, Json]) => {
    const type = known.get(key);
    return type !== undefined && isOf(spec, type, item);
  };
  return entriesOf(value).every(isKnown) && members.every((member) => !member.required || Object.hasOwn(value, member.name));
}

// ------------------------------------------------------------------------------------------------------------ made up

/** How many more values an example may have that is being made up. */
interface Room {
  left: number;
}

/** A small value of the type; nothing for a type that contains itself without end, or too much. */
export function madeUp(spec: PreparedSpec, type: Type): Json | undefined {
  return made(spec, type, [], { left: mostValues });
}

function made(spec: PreparedSpec, type: Type, above: readonly ShapeName[], room: Room): Json | undefined {
  room.left -= 1;
  if (room.left < 0) return undefined;
  switch (type.kind) {
    case "string":
      return text(type.format, type.constraints ?? {});
    case "integer":
      return Math.round(amount(type.constraints ?? {}));
    case "number":
      return amount(type.constraints ?? {});
    case "boolean":
      return true;
    case "timestamp":
      return "2026-01-31T12:00:00Z";
    case "blob":
      return "ZXhhbXBsZQ==";
    case "list": {
      const item = made(spec, type.of, above, room);
      return item === undefined ? [] : Array.from({ length: Math.min(Math.max(type.constraints?.minItems ?? 1, 1), 3) }, () => item);
    }
    case "map": {
      const item = made(spec, type.of, above, room);
      return item === undefined ? {} : { key: item };
    }
    case "shape":
      return above.includes(type.name) ? undefined : madeUpShape(spec, type.name, [...above, type.name], room);
    case "any": case "json-text":
      return {};
    case "forbidden":
      return undefined;
  }
}

function madeUpShape(spec: PreparedSpec, name: ShapeName, above: readonly ShapeName[], room: Room): Json | undefined {
  const shape = spec.shapes[name];
  if (shape === undefined) return undefined;
  if (shape.example !== undefined && fits(spec, { kind: "shape", name }, shape.example)) return shape.example;
  switch (shape.kind) {
    case "enumeration":
      return shape.values[0]?.value;
    case "union":
      for (const variant of shape.variants) {
        const value = made(spec, variant, above, room);
        if (value !== undefined) return value;
      }
      return undefined;
    case "structure": {
      // Every object has a `constructor`; where a member is called so, leaving it out gives one of the wrong type.
      const parts: [string, Json][] = [];
      for (const member of shape.members.filter((one) => one.required || one.name in {})) {
        const value = memberValue(spec, member, above, room);
        if (value === undefined) return undefined;
        parts.push([member.name, value]);
      }
      return Object.fromEntries(parts);
    }
  }
}

function memberValue(spec: PreparedSpec, member: Member, above: readonly ShapeName[], room: Room): Json | undefined {
  return [member.example, member.default].find((value) => fits(spec, member.type, value)) ?? made(spec, member.type, above, room);
}

const formats: Readonly<Record<string, string>> = {
  uuid: "123e4567-e89b-42d3-a456-426614174000", date: "2026-01-31", time: "12:00:00Z", email: "somebody@example.com", uri: "https://example.com/", url: "https://example.com/",
  hostname: "example.com", ipv4: "192.0.2.1", ipv6: "2001:db8::1",
};

function text(format: string | undefined, { minLength = 0, maxLength }: Constraints): string {
  const value = formats[format ?? ""] ?? "example";
  return value.padEnd(Math.min(minLength, 100), "-example").slice(0, maxLength);
}

function amount({ minimum, maximum, multipleOf, exclusiveMinimum }: Constraints): number {
  const least = minimum === undefined ? 1 : exclusiveMinimum === true ? minimum + 1 : Math.max(minimum, Math.min(1, maximum ?? 1));
  const value = maximum === undefined ? least : Math.min(least, maximum);
  return multipleOf === undefined ? value : Math.ceil(value / multipleOf) * multipleOf;
}

// ------------------------------------------------------------------------------------------------------- operations

/** What a call takes, and what it gives for that where the document says so. */
export interface CallExample {
  readonly title: string | undefined;
  /** Nothing for operations without input. */
  readonly input: Json | undefined;
  readonly output: Json | undefined;
}

/** The document's examples of an operation; one that is made up where it has none that fits. */
export function callExamples(spec: PreparedSpec, operation: Operation): readonly CallExample[] {
  const { input } = operation;
  const type: Type | undefined = input?.kind === "members" ? { kind: "shape", name: input.shape } : input?.type;
  const outputs = (output: Json | undefined) => (fitsOutput(spec, operation, output) ? output : undefined);
  if (type === undefined) return [{ title: undefined, input: undefined, output: outputs(operation.examples[0]?.output) }];
  const found = operation.examples.flatMap(({ summary, input: body, output }) => {
    const value = body === undefined ? undefined : wholeInput(spec, operation, body);
    return fits(spec, type, value) ? [{ title: summary, input: value, output: outputs(output) }] : [];
  });
  return found.length > 0 ? found : [{ title: undefined, input: madeUp(spec, type) ?? {}, output: undefined }];
}

function fitsOutput(spec: PreparedSpec, { output }: Operation, value: Json | undefined): value is Json {
  if (output === undefined) return false;
  return fits(spec, output.kind === "members" ? { kind: "shape", name: output.shape } : output.type, value);
}

/** A document's example is that of the body; what travels elsewhere is made up. */
function wholeInput(spec: PreparedSpec, { input }: Operation, body: Json): Json {
  const shape = input?.kind === "members" ? spec.shapes[input.shape] : undefined;
  if (shape?.kind !== "structure") return body;
  const elsewhere = shape.members.filter((member) => member.location.in !== "body" && member.location.in !== "payload" && member.required);
  const others = Object.fromEntries(elsewhere.map((member) => [member.name, memberValue(spec, member, [], { left: mostValues }) ?? null]));
  const payload = shape.members.find((member) => member.location.in === "payload");
  if (payload !== undefined) return { ...others, [payload.name]: body };
  return isObject(body) ? { ...others, ...body } : body;
}
