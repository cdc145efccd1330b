import { describe, expect, it } from "vitest";
import { parseJson } from "../../templates/src/runtime/json.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("an answer in JSON", () => {
  it("may begin with a byte order mark", () => {
    expect(parseJson(bytes('\ufeff{"a":1}'))).toEqual({ a: 1 });
  });

  it("keeps `__proto__` and `constructor` as plain keys", () => {
    const value = parseJson(bytes('{"__proto__":{"admin":true},"constructor":1}')) as Record<string, unknown>;
    expect(value["admin"]).toBeUndefined();
    expect(Object.keys(value)).toEqual(["__proto__", "constructor"]);
  });

  it.each(["[", '{"a":'])("may nest 100,000 levels of %s, without running out of stack", (open) => {
    const close = open === "[" ? "]" : "}";
    let value = parseJson(bytes(`{"a":${open.repeat(100_000)}1${close.repeat(100_000)}}`));
    let levels = 0;
    for (; typeof value === "object"; levels += 1) [value] = Object.values(value!);
    expect([value, levels]).toEqual([1, 100_001]);
  });

  it("leaves out members that are null, and keeps items of lists", () => {
    const text = '{"a":null,"b":{"c":null,"d":0},"e":[null,{"f":null}],"__proto__":null}';
    expect(JSON.stringify(parseJson(bytes(text)))).toBe('{"b":{"d":0},"e":[null,{}]}');
    expect(JSON.stringify(parseJson(bytes(text), true))).toBe(text);
    expect(parseJson(bytes("null"))).toBeNull();
  });

  it.each(["9007199254740993", "-12345678901234567890", "9007199254740992"])("is refused when it holds the integer %s, which JavaScript would round", (integer) => {
    for (const text of [integer, `{"id":${integer}}`, `{"list":[1, ${integer} ]}`, `{"id": ${integer},"x":1}`]) {
      expect(() => parseJson(bytes(text))).toThrow("the answer holds an integer beyond 2^53");
    }
  });

  it.each([
    ["the last integer that is exact", 9_007_199_254_740_991],
    ["a large number that isn't written as an integer", 1e300],
    ["text that looks like one", "9007199254740993"],
    ["text that holds one", "a 9007199254740993,b"],
    ["text that holds one behind a quote", 'a":9007199254740993,"b'],
    ["many digits behind a point", 0.1234567890123456],
    ["an integer of 16 digits that is exact", 1_234_567_890_123_456],
  ])("may hold %s", (_, value) => {
    expect(parseJson(bytes(JSON.stringify({ value })))).toEqual({ value });
  });

  it("may hold a number of many digits that is written with a point or an exponent", () => {
    for (const number of ["12345678901234567.5", "1.2345678901234567E16", "12345678901234567e2"]) {
      expect(parseJson(bytes(`{"value":${number}}`))).toEqual({ value: Number(number) });
    }
  });

  it.each(["", "  ", "<html>", '{"a":', "undefined"])("is refused when it is %j", (text) => {
    expect(() => parseJson(bytes(text))).toThrow();
  });
});
