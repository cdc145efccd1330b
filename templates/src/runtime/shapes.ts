// How members change their form between JavaScript and JSON. Only what changes is described, the rest passes as it is.

import { fromBase64, toBase64 } from "./base64.ts";
import { inside, ValueError } from "./value-error.ts";

/** Says what changes inside a value. */
export type Shape = Scalar | StructureShape | ListShape | MapShape;

/** A shape, or a function that gives it, so that shapes may refer to one another in any order. */
export type Reference = Shape | (() => Shape);

/** A value that has another form on the wire. Both functions throw a ValueError for what they can't convert. */
export interface Scalar {
  readonly encode: (value: unknown) => unknown;
  readonly decode: (value: unknown) => unknown;
}

export interface StructureShape {
  readonly members: Readonly<Record<string, Reference>>;
}

export interface ListShape {
  readonly list: Reference;
}

export interface MapShape {
  readonly map: Reference;
}

/** A Date that travels as seconds since the epoch. */
export const epochSeconds: Scalar = { encode: (value) => timeOf(value) / 1_000, decode: toDate };

/** A Date that travels as ISO 8601 text, with milliseconds only where there are any. */
export const dateTime: Scalar = {
  encode: (value) => new Date(timeOf(value)).toISOString().replace(".000Z", "Z"),
  decode: toDate,
};

/** A Date that travels as in HTTP's own headers. */
export const httpDate: Scalar = { encode: (value) => new Date(timeOf(value)).toUTCString(), decode: toDate };

/** Bytes that travel as base64. */
export const blob: Scalar = {
  encode: (value) => toBase64(bytesOf(value)),
  decode(value) {
    try {
      if (typeof value === "string") return fromBase64(value);
    } catch {
      // Told below.
    }
    throw new ValueError(`base64 is expected, got ${kindOf(value)}`);
  },
};

/** A number that may be NaN or infinite, which JSON has no literals for. */
export const float: Scalar = {
  encode: (value) => (typeof value === "number" && !Number.isFinite(value) ? String(value) : value),
  decode: (value) => (typeof value === "string" && /^(NaN|-?Infinity)$/.test(value) ? Number(value) : value),
};

/** Any value, that travels as a string of JSON. */
export const jsonValue: Scalar = {
  encode: (value) => JSON.stringify(value),
  decode(value) {
    try {
      return JSON.parse(value as string);
    } catch {
      throw new ValueError(`a string of JSON is expected, got ${kindOf(value)}`);
    }
  },
};

/** Bytes, from any form that JavaScript keeps them in. */
export function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (tagOf(value) === "ArrayBuffer") return new Uint8Array(value as ArrayBuffer);
  throw new ValueError(`bytes (Uint8Array) are expected, got ${kindOf(value)}`);
}

/** Milliseconds of a Date, which may come from another realm. */
function timeOf(value: unknown): number {
  if (tagOf(value) !== "Date") throw new ValueError(`a Date is expected, got ${kindOf(value)}`);
  const time = Date.prototype.getTime.call(value);
  if (Number.isNaN(time)) throw new ValueError("the Date is invalid");
  return time;
}

/** Takes every form of timestamp that services have been seen to send, wherever the document expects which. */
function toDate(value: unknown): Date {
  const number = typeof value === "string" && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value) ? Number(value) : value;
  let time = NaN;
  // Rounded, since 1.001 × 1000 is 1000.9999999999999.
  if (typeof number === "number") time = Math.round(number * 1_000);
  else if (typeof number === "string" && /^([+-]?\d{4,6}-\d\d|[A-Z][a-z]{2,8},? )/.test(number)) {
    // Without a zone, Date.parse would take local time.
    time = Date.parse(/(Z|GMT|UTC|[+-]\d\d:?\d\d|^.{10})$/.test(number) ? number : number + "Z");
  }
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) throw new ValueError(`a timestamp is expected, got ${kindOf(value)}`);
  return date;
}

function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** Names a value without quoting it, since it may be secret. */
function kindOf(value: unknown): string {
  return value === null ? "null" : typeof value === "object" ? tagOf(value) : `a ${typeof value}`;
}

type Convert = (value: unknown) => unknown;

const encoders: WeakMap<Shape, Convert> = /* @__PURE__ */ new WeakMap();
const decoders: WeakMap<Shape, Convert> = /* @__PURE__ */ new WeakMap();

/** A function that brings a value into its form on the wire. It copies what changes and leaves the value alone. */
export function encoder(shape: Reference): Convert {
  return compile(shape, encoders, "encode");
}

/** A function that brings a parsed value into its form in JavaScript. It changes the value in place. */
export function decoder(shape: Reference): Convert {
  return compile(shape, decoders, "decode");
}

function compile(reference: Reference, known: WeakMap<Shape, Convert>, way: "encode" | "decode"): Convert {
  const shape = typeof reference === "function" ? reference() : reference;
  let convert = known.get(shape);
  if (!convert) {
    const next = (inner: Reference): Convert => compile(inner, known, way);
    const own = way === "encode" ? copyOf : (value: object) => value;
    if ("members" in shape) convert = convertMembers(shape.members, next, own);
    else if ("list" in shape) convert = convertItems(shape.list, next, own);
    else if ("map" in shape) convert = convertItems(shape.map, next, own);
    else convert = shape[way];
    known.set(shape, convert);
  }
  return convert;
}

function copyOf(value: object): object {
  return Array.isArray(value) ? value.slice() : { ...value };
}

type Open = Record<string | number, unknown>;

function convertMembers(members: StructureShape["members"], next: (inner: Reference) => Convert, own: (value: object) => object): Convert {
  // Inner shapes are compiled at first use, since shapes may hold themselves.
  let steps: { key: string; convert: Convert; inherited: unknown }[] | undefined;
  return (value) => {
    if (typeof value !== "object" || value === null) return value;
    steps ??= Object.keys(members).map((key) => ({ key, convert: next(members[key]!), inherited: ({} as Open)[key] }));
    const target = own(value) as Open;
    for (const { key, convert, inherited } of steps) {
      const member = target[key];
      if (member === inherited || member === null || member === undefined) continue;
      try {
        target[key] = convert(member);
      } catch (error) {
        throw inside(key, error);
      }
    }
    return target;
  };
}

/** For the items of a list and the values of a map. */
function convertItems(item: Reference, next: (inner: Reference) => Convert, own: (value: object) => object): Convert {
  let convert: Convert | undefined;
  return (value) => {
    if (typeof value !== "object" || value === null) return value;
    convert ??= next(item);
    const target = own(value) as Open;
    const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
    for (const key of keys) {
      const member = target[key];
      if (member === null || member === undefined) continue;
      try {
        target[key] = convert(member);
      } catch (error) {
        throw inside(key, error);
      }
    }
    return target;
  };
}
