import { describe, expect, it } from "vitest";
import { parseJson, writeJson } from "../../templates/src/runtime/json.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const knowsDigits = "rawJSON" in JSON;

describe("an answer in JSON", () => {
  it("may begin with a byte order mark", () => {
    expect(parseJson(bytes('\ufeff{"a":1}'))).toEqual({ a: 1 });
  });

  it("keeps `__proto__` and `constructor` as plain keys", () => {
    const value = parseJson(bytes('{"__proto__":{"admin":true},"constructor":1}')) as Record<string, unknown>;
    expect(value["admin"]).toBeUndefined();
    expect(Object.keys(value)).toEqual(["__proto__", "constructor"]);
  });

  it.each(["[", '{"a":'])("is refused when it nests 10,000 levels of %s, without running out of stack", (open) => {
    const close = open === "[" ? "]" : "}";
    const text = `{"Results":${open.repeat(10_000)}1${close.repeat(10_000)}}`;
    expect(() => parseJson(bytes(text))).toThrow("nests deeper than 1000 levels");
  });

  it("never rounds an integer: it gives all digits, or refuses where the engine can't tell them", () => {
    const text = bytes('{"id":9007199254740993,"list":[-12345678901234567890],"text":"9007199254740993","safe":9007199254740991,"float":1e300}');
    if (!knowsDigits) return void expect(() => parseJson(text)).toThrow("an integer beyond 2^53 would be rounded");
    expect(parseJson(text)).toEqual({
      id: 9_007_199_254_740_993n,
      list: [-12_345_678_901_234_567_890n],
      text: "9007199254740993",
      safe: 9_007_199_254_740_991,
      float: 1e300,
    });
  });

  it.each(["", "  ", "<html>", '{"a":', "undefined"])("is refused when it is %j", (text) => {
    expect(() => parseJson(bytes(text))).toThrow();
  });
});

describe("a request in JSON", () => {
  it("never rounds an integer either", () => {
    const write = () => writeJson({ id: 9_007_199_254_740_993n, text: "9" });
    if (knowsDigits) expect(write()).toBe('{"id":9007199254740993,"text":"9"}');
    else expect(write).toThrow(TypeError);
  });

  it("escapes half of a surrogate pair, so that the text stays valid", () => {
    expect(writeJson("\ud800")).toBe('"\\ud800"');
  });

  it("is refused when a value holds itself", () => {
    const circle: Record<string, unknown> = {};
    circle["self"] = circle;
    expect(() => writeJson(circle)).toThrow(/circular/);
  });
});
