import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import {
  blob,
  convert,
  dateTime,
  epochSeconds,
  float,
  httpDate,
  jsonValue,
  type Shape,
} from "../../templates/src/runtime/shapes.ts";

const encode = (shape: Shape, value: unknown): unknown => convert("encode", shape, value);
const decode = (shape: Shape, value: unknown): unknown => convert("decode", shape, value);

const record: Shape = { members: { Timestamp: epochSeconds } };
const batch: Shape = { members: { Records: { list: () => record }, ByName: { map: () => record } } };
const tree: Shape = { members: { at: epochSeconds, children: { list: () => tree }, sets: { map: { list: blob } } } };

describe("a shape", () => {
  it("changes what it names, at every depth, and keeps everything else", () => {
    const input = { Records: [{ Timestamp: new Date(1_500), New: { a: 1 } }], ByName: { x: { Timestamp: new Date(0) } }, other: null };
    expect(encode(batch, input)).toEqual({ Records: [{ Timestamp: 1.5, New: { a: 1 } }], ByName: { x: { Timestamp: 0 } }, other: null });
    expect(decode(batch, { Records: [{ Timestamp: 1.5, New: [1] }] })).toEqual({ Records: [{ Timestamp: new Date(1_500), New: [1] }] });
  });

  it("leaves the input alone and copies only what it must", () => {
    const input = { Records: [{ Timestamp: new Date(1_000) }], untouched: { deep: [] } };
    const encoded = encode(batch, input) as typeof input;
    expect(input.Records[0]?.Timestamp).toEqual(new Date(1_000));
    expect(encoded.untouched).toBe(input.untouched);
  });

  it("may hold itself", () => {
    const bytes = new Uint8Array([1, 2]);
    expect(encode(tree, { at: new Date(0), children: [{ at: new Date(2_000), children: [] }], sets: { a: [bytes] } })).toEqual({
      at: 0,
      children: [{ at: 2, children: [] }],
      sets: { a: ["AQI="] },
    });
  });

  it("lets pass what isn't there, null, or of another kind than described", () => {
    expect(encode(batch, { Records: undefined, ByName: null })).toEqual({ Records: undefined, ByName: null });
    expect(decode(batch, { Records: "none", ByName: [1] })).toEqual({ Records: "none", ByName: [1] });
    expect(decode(batch, 7)).toBe(7);
  });

  it("takes nothing that objects inherit for a member", () => {
    expect(encode({ members: { constructor: epochSeconds, toString: blob } }, { a: 1 })).toEqual({ a: 1 });
  });

  it("keeps `__proto__` as a plain key", () => {
    const decoded = decode({ map: epochSeconds }, JSON.parse('{"__proto__": 1}')) as object;
    expect(Object.getPrototypeOf(decoded)).toBe(Object.prototype);
    expect(Object.getOwnPropertyDescriptor(decoded, "__proto__")?.value).toEqual(new Date(1_000));
    expect(JSON.stringify(encode({ map: epochSeconds }, decoded))).toBe('{"__proto__":1}');
  });

  it("says where a value stands that it can't send, and not what it is", () => {
    const input = { Records: [{ Timestamp: new Date(0) }, { Timestamp: new Date(NaN) }], secret: "hush" };
    expect(() => encode(batch, input)).toThrow(/^Records\[1\]\.Timestamp: a valid Date is expected$/);
    expect(() => encode(batch, { ByName: { x: { Timestamp: "hush" } } })).toThrow(/^ByName\.x\.Timestamp: a valid Date is expected$/);
    expect(() => encode({ list: { list: blob } }, [[], ["hush"]])).toThrow(/^\[1\]\[0\]: bytes \(Uint8Array\) are expected$/);
  });
});

describe("a timestamp", () => {
  const date = new Date("2014-04-29T18:30:38.000Z");

  it.each([
    ["seconds", 1_398_796_238, date],
    ["seconds with a fraction, to the millisecond", 1.001, new Date(1_001)],
    ["seconds as text", "1398796238", date],
    ["seconds as text with an exponent", "1.398796238E9", date],
    ["seconds before 1970", -1.5, new Date(-1_500)],
    ["ISO 8601", "2014-04-29T18:30:38Z", date],
    ["ISO 8601 with an offset", "2014-04-29T20:30:38+02:00", date],
    ["ISO 8601 with microseconds", "2014-04-29T18:30:38.123456Z", new Date(+date + 123)],
    ["ISO 8601 without a zone, in UTC whatever this machine's zone is", "2014-04-29T18:30:38", date],
    ["a day", "2014-04-29", new Date("2014-04-29T00:00:00Z")],
    ["RFC 822", "Tue, 29 Apr 2014 18:30:38 GMT", date],
  ])("is read from %s", (_, wire, expected) => {
    for (const scalar of [epochSeconds, dateTime, httpDate]) expect(scalar.decode(wire)).toEqual(expected);
  });

  it.each([[""], [" "], ["soon"], ["apples 7"], [{}], [true], ["2014-99-99T00:00:00Z"]])("is not read from %j", (wire) => {
    expect(() => epochSeconds.decode(wire)).toThrow("a timestamp is expected");
  });

  it("is written as its document says", () => {
    expect(epochSeconds.encode(new Date(1_398_796_238_123))).toBe(1_398_796_238.123);
    expect(dateTime.encode(date)).toBe("2014-04-29T18:30:38Z");
    expect(dateTime.encode(new Date(+date + 5))).toBe("2014-04-29T18:30:38.005Z");
    expect(httpDate.encode(date)).toBe("Tue, 29 Apr 2014 18:30:38 GMT");
  });

  it("may be a Date of another realm", () => {
    const foreign: unknown = runInContext("new Date(1500)", createContext());
    expect(foreign instanceof Date).toBe(false);
    expect(epochSeconds.encode(foreign)).toBe(1.5);
    expect(() => epochSeconds.encode(runInContext("new Date(NaN)", createContext()))).toThrow("a valid Date is expected");
  });

  it.each([[1_398_796_238], ["2014-04-29"], [{ [Symbol.toStringTag]: "Date" }]])("is not written from %j", (value) => {
    expect(() => epochSeconds.encode(value)).toThrow();
  });
});

describe("a blob", () => {
  it("travels as base64, whatever holds its bytes", () => {
    const bytes = Uint8Array.from({ length: 20_000 }, (_, index) => index % 256);
    const text = Buffer.from(bytes).toString("base64");
    for (const value of [bytes, bytes.buffer, Buffer.from(bytes), new DataView(bytes.buffer)]) expect(blob.encode(value)).toBe(text);
    expect(blob.decode(text)).toEqual(bytes);
    expect(blob.encode(new Uint8Array())).toBe("");
    expect(blob.decode("")).toEqual(new Uint8Array());
  });

  it("is refused when it isn't one", () => {
    expect(() => blob.encode("text")).toThrow("bytes (Uint8Array) are expected");
    expect(() => blob.decode("*")).toThrow("base64 is expected");
    expect(() => blob.decode({})).toThrow("base64 is expected");
  });
});

it("numbers that JSON lacks travel as text", () => {
  for (const value of [NaN, Infinity, -Infinity]) {
    expect(float.encode(value)).toBe(String(value));
    expect(float.decode(String(value))).toBe(value);
  }
  expect(float.encode(1.5)).toBe(1.5);
  expect(float.decode("1.5")).toBe("1.5");
});

it("a JSON value travels as text", () => {
  expect(jsonValue.encode({ a: [1] })).toBe('{"a":[1]}');
  expect(jsonValue.decode('{"a":[1]}')).toEqual({ a: [1] });
  expect(() => jsonValue.decode("{")).toThrow("a string of JSON is expected");
});
