import { describe, expect, it } from "vitest";

import { faultsOf, loadText, problemsOf, spec } from "./specs.ts";

const yaml = `openapi: 3.0.3
info: { title: Pets, version: "1" }
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        200: { description: Fine. }
`;

describe("encodings", () => {
  it("reads JSON and YAML to the same document", () => {
    expect(loadText(yaml).api).toEqual(spec());
    expect(loadText(spec()).api).toEqual(spec());
    expect(loadText(yaml).problems).toEqual([]);
  });

  it("reads JSON from standard input, which has no file name", () => {
    expect(loadText(JSON.stringify(spec()), { file: "stdin" }).api).toEqual(spec());
  });

  it("reads a YAML file that begins like JSON", () => {
    expect(loadText('{openapi: 3.0.3, info: {title: Pets, version: "1"}, paths: {}}').api["openapi"]).toBe("3.0.3");
  });

  it("accepts a byte order mark in front of UTF-8", () => {
    expect(loadText(`\uFEFF${yaml}`).problems).toEqual([]);
  });

  it.each([
    ["UTF-16 (little endian)", new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0])],
    ["UTF-16 (big endian)", new Uint8Array([0xfe, 0xff, 0, 0x7b, 0, 0x7d])],
    ["UTF-16 (little endian)", new Uint8Array([0x7b, 0, 0x7d, 0])],
    ["UTF-32 (little endian)", new Uint8Array([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0])],
    ["UTF-32 (big endian)", new Uint8Array([0, 0, 0xfe, 0xff, 0, 0, 0, 0x7b])],
    ["UTF-32 (little endian)", new Uint8Array([0x7b, 0, 0, 0, 0x7d, 0, 0, 0])],
    ["UTF-32 (big endian)", new Uint8Array([0, 0, 0, 0x7b, 0, 0, 0, 0x7d])],
  ])("names the encoding that it is instead: %s", (encoding, bytes) => {
    const [problem, ...others] = problemsOf(bytes);
    expect(problem).toMatchObject({ code: "source-not-utf8", place: { line: 1, column: 1 } });
    expect(problem?.message).toContain(`The file is ${encoding}, and`);
    expect(others).toEqual([]);
  });

  it("says which byte isn't UTF-8, and where", () => {
    const bytes = new Uint8Array([...new TextEncoder().encode("openapi: 3.0.3\ninfo: é"), 0xe9, 0x0a]);
    expect(problemsOf(bytes)).toEqual([
      { severity: "error", code: "source-not-utf8", place: { file: "openapi.yaml", line: 2, column: 8, pointer: "#" }, message: "Byte 24 of the file isn't UTF-8.", fix: "Save the file as UTF-8." },
    ]);
  });

  it("refuses a NUL character", () => {
    expect(problemsOf("openapi: 3.0.3\n\0")).toMatchObject([{ code: "source-not-text", place: { line: 2, column: 1 } }]);
  });

  it.each(["", "  \n\t\n", "# nothing yet\n", "---\n"])("says that a file is empty: %j", (text) => {
    expect(faultsOf(text)).toEqual(["source-empty #"]);
  });
});

describe("JSON", () => {
  const place = (text: string): unknown => problemsOf(text, { file: "openapi.json" }).map(({ code, message, place: at }) => [code, `${at?.line}:${at?.column}`, at?.pointer, message.replace("The JSON is broken: ", "")]);

  it.each([
    ['{\n  "a": 1,\n}', "3:1", "#/a", "there is `}` where a key in double quotes is expected."],
    ['{"a" 1}', "1:6", "#/a", "there is `1` where `:` is expected."],
    ['{"a": tru}', "1:7", "#/a", "there is `t` where a value is expected."],
    ['{"a": 01}', "1:7", "#/a", "there is `0` where a value is expected."],
    ['{"a": [1 2]}', "1:10", "#/a/0", "there is `2` where `,` or `]` is expected."],
    ['{"a": "x', "1:9", "#/a", 'the text ends where a closing `"` is expected.'],
    ['{"a": "\\q"}', "1:8", "#/a", "there is `\\` where a valid escape such as `\\n` or `\\\\` is expected."],
    ["{'a': 1}", "1:2", "#/", "there is a single quote where a key in double quotes is expected."],
    ['{"a": 1} x', "1:10", "#", "there is `x` where the end of the document is expected."],
    ['{"a": {"b": [', "1:14", "#/a/b/0", "the text ends where a value is expected."],
  ])("places what is broken in %j", (text, at, pointer, message) => {
    expect(place(text)).toEqual([["json-broken", at, pointer, message]]);
  });

  it("tells every duplicate key", () => {
    expect(faultsOf('{"openapi": "3.0.3", "info": {"title": "a", "title": "b"}, "paths": {}, "paths": {}}', { file: "a.json" })).toEqual(["duplicate-key #/info/title", "duplicate-key #/paths"]);
  });

  it("isn't misled by colons and brackets in texts", () => {
    expect(problemsOf(spec({ info: { title: 'a":{[\\', version: "1" } }))).toEqual([]);
  });

  it("refuses a number beyond what a double holds", () => {
    expect(faultsOf('{"openapi": "3.0.3", "x-a": [1, 1e999]}', { file: "a.json" })).toEqual(["not-json #/x-a/1"]);
  });

  it("refuses what is nested too deep, however deep", () => {
    const nested = (depth: number): string => `{"openapi": "3.0.3", "x": ${"[".repeat(depth)}${"]".repeat(depth)}}`;
    expect(problemsOf(nested(100_000), { file: "a.json" })).toMatchObject([{ code: "over-limit" }]);
    expect(problemsOf(nested(40), { file: "a.json" }, { limits: { nesting: 30 } })).toMatchObject([{ code: "over-limit" }]);
  });
});

describe("YAML", () => {
  it.each([
    ["a: b: c", "1:4", "#/a"],
    ["openapi: 3.0.3\npaths:\n\t/a: 1", "3:1", "#/paths"],
    ['a:\n  b: "x', "2:8", "#/a/b"],
    ["a: [1, 2", "1:9", "#/a/1"],
    ["a: @b", "1:4", "#/a"],
    ["a: 1\n  b: 2\n c: 3", "1:4", "#/a"],
    ["a: 1\n---\nb: 2", "2:1", "#/a"],
  ])("gives one problem with its place for %j", (text, at, pointer) => {
    expect(problemsOf(text).map(({ code, place }) => [code, `${place?.line}:${place?.column}`, place?.pointer])).toEqual([["yaml-broken", at, pointer]]);
  });

  it("tells every duplicate key", () => {
    expect(faultsOf("a: 1\nb: {c: 1, c: 2}\na: 2")).toEqual(["duplicate-key #/b/c", "duplicate-key #/a"]);
  });

  it("takes keys as they are written, whatever type they look like", () => {
    expect(loadText(`${yaml}x-keys: { 200: a, true: b, null: c, 1.10: d, "e": e }\n`).api["x-keys"]).toEqual({ 200: "a", true: "b", null: "c", "1.10": "d", e: "e" });
  });

  it("refuses lists and maps as keys", () => {
    expect(faultsOf("? [a, b]\n: 1")).toEqual(["yaml-key-not-text #"]);
  });

  it.each(["!include secret.yaml", "!!binary aGk=", "!!js/function 'x'", "!<tag:x.org,2000:y> 1"])("refuses the tag in %s", (value) => {
    expect(faultsOf(`openapi: 3.0.3\ninfo: ${value}`)).toEqual(["yaml-tag-refused #/info"]);
  });

  it("follows aliases and merge keys", () => {
    const text = `${yaml}x-a: &a { one: 1, two: 2 }\nx-b: *a\nx-c: { <<: *a, two: 3 }\nx-d: { <<: [*a, { four: 4 }] }\n`;
    const { api } = loadText(text);
    expect(api).toMatchObject({ "x-b": { one: 1, two: 2 }, "x-c": { one: 1, two: 3 }, "x-d": { one: 1, two: 2, four: 4 } });
    expect(api["x-a"]).not.toBe(api["x-b"]);
  });

  it("refuses aliases without an anchor, and those that never end", () => {
    expect(faultsOf("a: *b")).toEqual(["yaml-alias-unknown #/a"]);
    expect(faultsOf("a: &x\n  b: *x")).toEqual(["yaml-alias-circular #/a/b"]);
  });

  it("stops a bomb of aliases", () => {
    const bomb = ["a0: &a0 [x, x, x, x, x, x, x, x, x]", ...Array.from({ length: 20 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array.from({ length: 9 }, () => `*a${n}`).join(", ")}]`)].join("\n");
    expect(problemsOf(bomb)).toMatchObject([{ code: "over-limit" }]);
  });

  it.each([1_000, 20_000])("refuses lists nested %i deep", (depth) => {
    expect(problemsOf(`a: ${"[".repeat(depth)}${"]".repeat(depth)}`)).toMatchObject([{ code: "over-limit" }]);
  });

  it("counts levels of every kind alike, and accepts as many as the limit says", () => {
    const nested = { flow: (n: number) => `a: ${"[".repeat(n - 1)}${"]".repeat(n - 1)}`, dashes: (n: number) => `${"- ".repeat(n)}x`, maps: (n: number) => `${Array.from({ length: n }, (_, i) => `${" ".repeat(i)}a:`).join("\n")} x` };
    for (const make of Object.values(nested)) {
      expect(problemsOf(make(200)).map(({ code }) => code)).not.toContain("over-limit");
      expect(problemsOf(make(204))).toMatchObject([{ code: "over-limit" }]);
      expect(problemsOf(make(300_000 / (make === nested.maps ? 100 : 1)))).toMatchObject([{ code: "over-limit" }]);
    }
  });

  it("refuses more words than it can hold", () => {
    expect(problemsOf("# x\n".repeat(100), {}, { limits: { yamlTokens: 50 } })).toMatchObject([{ code: "over-limit" }]);
  });

  it("refuses infinite numbers", () => {
    expect(faultsOf("a: .inf\nb: -.inf\nc: .nan")).toEqual(["not-json #/a", "not-json #/b", "not-json #/c"]);
  });

  it("reads YAML 1.2 whatever a directive says", () => {
    expect(loadText(`%YAML 1.1\n---\n${yaml}x-a: yes\n`).api["x-a"]).toBe("yes");
  });

  it("keeps keys such as __proto__ as keys", () => {
    const { api } = loadText(`${yaml}x-a: { __proto__: { polluted: true } }\n`);
    expect(Object.keys(api["x-a"] as object)).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

it("refuses files beyond the limit of bytes", () => {
  expect(problemsOf(yaml, {}, { limits: { documentBytes: 100 } })).toMatchObject([{ code: "over-limit" }]);
});

it("never quotes a broken file", () => {
  for (const text of ["root:x:0:0:secret: y", "secret\n: :\n -", '{"secret": secret}']) {
    for (const problem of problemsOf(text, { file: "a.json" })) expect(problem.message + problem.fix).not.toContain("secret");
    for (const problem of problemsOf(text)) expect(problem.message + problem.fix).not.toContain("secret");
  }
});
