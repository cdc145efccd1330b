// How members change their form between JavaScript and JSON. Only what changes is described, the rest passes as it is.

import { fromBase64, toBase64 } from "./base64.ts";
import { inside, refuse } from "./errors.ts";

/** Says what changes inside a value. */
export type Shape = Scalar | InputScalar | OutputScalar | StructureShape | ListShape | MapShape;

/** A shape, or a function that gives it, so that shapes may refer to one another in any order. */
export type Reference = Shape | (() => Shape);

/** A value that has another form on the wire. Both functions throw an InvalidRequestError for what they can't convert. */
export interface Scalar {
  readonly encode: (value: unknown) => unknown;
  readonly decode: (value: unknown) => unknown;
}

/** For values that are only sent, so that a bundle of theirs holds no code that reads them. */
export type InputScalar = Pick<Scalar, "encode">;

/** For values that are only received. */
export type OutputScalar = Pick<Scalar, "decode">;

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
export const epochSeconds: Scalar = { encode: toSeconds, decode: toDate };
export const epochSecondsInput: InputScalar = { encode: toSeconds };

/** A Date that travels as ISO 8601 text, with milliseconds only where there are any. */
export const dateTime: Scalar = { encode: toDateTime, decode: toDate };
export const dateTimeInput: InputScalar = { encode: toDateTime };

/** A Date that travels as in HTTP's own headers. */
export const httpDate: Scalar = { encode: toHttpDate, decode: toDate };
export const httpDateInput: InputScalar = { encode: toHttpDate };

/** A Date that is only received, in any form. */
export const timestampOutput: OutputScalar = { decode: toDate };

/** Bytes that travel as base64. */
export const blob: Scalar = { encode: toText, decode: toBytes };
export const blobInput: InputScalar = { encode: toText };
export const blobOutput: OutputScalar = { decode: toBytes };

/** A number that may be NaN or infinite, which JSON has no literals for. */
export const float: Scalar = {
  encode: (value) => (typeof value === "number" && !Number.isFinite(value) ? String(value) : value),
  decode: (value) => (typeof value === "string" && /^(NaN|-?Infinity)$/.test(value) ? Number(value) : value),
};

/** What AWS may call a union beside its member; that isn't a member itself. */
export const withoutType: OutputScalar = { decode: () => undefined };

/** A list that travels in one header of an answer. */
export const headerList: Scalar = {
  encode: (value) => value,
  decode(value) {
    const items = `${value as string}`.match(/"(?:[^"\\]|\\.)*"|[^,\s][^,]*/g) ?? [];
    return items.map((item) => (item.startsWith('"') ? item.slice(1, -1).replace(/\\(.)/g, "$1") : item.trim()));
  },
};

/** The same of other items than text. Only dates have commas of their own: `Mon, 16 Dec 2019 23:48:18 GMT`. */
function headerListOf(decodeItem: (text: string) => unknown): Scalar {
  return {
    encode: (value) => value,
    decode: (value) => (`${value as string}`.match(/(?:\s*[A-Z][a-z]{2},)?[^,]+/g) ?? []).map((item) => decodeItem(item.trim())),
  };
}

export const headerNumbers: Scalar = /* @__PURE__ */ headerListOf(Number);

export const headerBooleans: Scalar = /* @__PURE__ */ headerListOf((text) => text === "true");

export const headerDates: Scalar = /* @__PURE__ */ headerListOf(toDate);

/** Any value, that travels as a string of JSON. */
export const jsonValue: Scalar = {
  encode: (value) => JSON.stringify(value),
  decode(value) {
    try {
      return JSON.parse(value as string);
    } catch {
      return refuse(": a string of JSON is expected");
    }
  },
};

/** The same in a header, where the string travels as base64. */
export const headerJson: Scalar = {
  encode: (value) => toBase64(new TextEncoder().encode(JSON.stringify(value))),
  decode: (value) => jsonValue.decode(new TextDecoder().decode(blob.decode(value) as Uint8Array)),
};

/** Bytes, from any form that JavaScript keeps them in. */
export function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return Object.prototype.toString.call(value) === "[object ArrayBuffer]" ? new Uint8Array(value as ArrayBuffer) : refuse(": bytes (Uint8Array) are expected");
}

function toSeconds(value: unknown): number {
  return timeOf(value) / 1_000;
}

function toDateTime(value: unknown): string {
  return new Date(timeOf(value)).toISOString().replace(".000Z", "Z");
}

function toHttpDate(value: unknown): string {
  return new Date(timeOf(value)).toUTCString();
}

function toText(value: unknown): string {
  return toBase64(bytesOf(value));
}

function toBytes(value: unknown): Uint8Array {
  try {
    if (typeof value === "string") return fromBase64(value);
  } catch {
    // Refused below.
  }
  return refuse(": base64 is expected");
}

/** Milliseconds of a Date, which may come from another realm. */
function timeOf(value: unknown): number {
  const time = (value as Partial<Date>).getTime?.();
  return Number.isFinite(time) ? time! : refuse(": a valid Date is expected");
}

/** Takes every form of timestamp that services have been seen to send, wherever the document expects which. */
function toDate(value: unknown): Date {
  const text = typeof value === "string" && value.trim();
  // Rounded, since 1.001 × 1000 is 1000.9999999999999.
  let time = text || typeof value === "number" ? Math.round(Number(value) * 1_000) : NaN;
  if (text && /^([+-]?\d{4,6}-\d\d|[A-Z][a-z]{2,8},? )/.test(text)) {
    // Without a zone, this would be taken for local time.
    time = Date.parse(/(Z|GMT|UTC|[+-]\d\d:?\d\d|^.{10})$/.test(text) ? text : text + "Z");
  }
  return Math.abs(time) <= 8.64e15 ? new Date(time) : refuse(": a timestamp is expected");
}

/**
 * Encodes a value: brings it into its form on the wire, copies what changes and leaves the value alone. Or decodes it: brings
 * what was parsed into its form in JavaScript, in place. Without a shape, both give the value as it is.
 */
export function convert(way: "encode" | "decode", shape: Reference | undefined, value: unknown): unknown {
  return shape ? compile(way, shape)(value) : value;
}

type Convert = (value: unknown) => unknown;

/** What a shape may consist of. The functions that are made for it are kept where scalars have theirs. */
type Parts = Partial<StructureShape & ListShape & MapShape> & { encode?: Convert; decode?: Convert };

/** A function that converts values of a shape; made once for each, which measures a third faster than looking shapes up. */
function compile(way: "encode" | "decode", reference: Reference): Convert {
  const shape: Parts = typeof reference === "function" ? reference() : reference;
  return (shape[way] ??= shape.members ? ofMembers(way, Object.entries(shape.members)) : ofItems(way, shape.list ?? shape.map!));
}

// Two functions, since V8 reads members and items in different ways, and takes half as long again where it has to expect both.
// What is inside is compiled at first use, since a shape may hold itself.

/** Where the converted parts of a value go, when it can have any. */
const targetOf = (way: "encode" | "decode", value: unknown): unknown =>
  Object(value) === value && (way === "decode" ? value : Array.isArray(value) ? [...value] : { ...(value as object) });

/** Converts what is there. What every object inherits, such as `constructor`, isn't a member. */
const unlessAbsent = (member: unknown, convert: Convert): unknown =>
  member === null || member === undefined || typeof member === "function" ? member : convert(member);

function ofMembers(way: "encode" | "decode", members: readonly (readonly [string, Reference])[]): Convert {
  let inner: readonly { readonly name: string; readonly convert: Convert }[] | undefined;
  return (value) => {
    const target = targetOf(way, value) as Record<string, unknown>;
    if (!target) return value;
    inner ??= members.map(([name, each]) => ({ name, convert: compile(way, each) }));
    for (const { name, convert } of inner) {
      const member = target[name];
      try {
        const converted = unlessAbsent(member, convert);
        // Whatever holds others is converted in place, and needn't be stored again.
        if (converted !== member) target[name] = converted;
      } catch (error) {
        throw inside(name, error);
      }
    }
    return target;
  };
}

function ofItems(way: "encode" | "decode", each: Reference): Convert {
  let convert: Convert | undefined;
  return (value) => {
    const target = targetOf(way, value) as Record<string | number, unknown>;
    if (!target) return value;
    convert ??= compile(way, each);
    let key: string | number;
    try {
      for (key of Array.isArray(target) ? target.keys() : Object.keys(target)) target[key] = unlessAbsent(target[key], convert);
    } catch (error) {
      throw inside(key!, error);
    }
    return target;
  };
}
