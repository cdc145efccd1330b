import { expect, it } from "vitest";

import { load } from "../../scripts/load/load.ts";
import { sourceOf, type Source } from "../../scripts/load/source.ts";
import type { ProblemCode } from "../../scripts/problems/catalogue.ts";
import { operation, spec, withSchemas } from "../load/specs.ts";

const bytes = (...values: number[]): Source => sourceOf(new Uint8Array(values));
const yaml = (text: string): Source => sourceOf(text);
const json = (document: object | string): Source => sourceOf(typeof document === "string" ? document : JSON.stringify(document), { file: "openapi.json" });
const overlaid = (overlay: object): Source => sourceOf(JSON.stringify(spec()), { file: "openapi.json", overlays: { "fix.json": JSON.stringify({ overlay: "1.0.0", info: { title: "a", version: "1" }, ...overlay }) } });
const get = (over: object): object => spec({ paths: { "/pets": { get: { ...operation, ...over } } } });
const schema = (pattern: object): Source => json(withSchemas({ A: pattern }));

/** A document for each code, faulty in nothing else. */
const provocations = {
  "source-unreadable": { ...yaml(""), main: { kind: "unreadable", file: "a.yaml", reason: "no-permission" } },
  "source-not-utf8": bytes(0xff, 0xfe, 0x61, 0),
  "source-not-text": yaml("a\0b"),
  "source-empty": yaml(""),
  "json-broken": json("{"),
  "yaml-broken": yaml("a: b: c"),
  "yaml-key-not-text": yaml("? [a]\n: b"),
  "yaml-tag-refused": yaml("a: !include b"),
  "yaml-alias-unknown": yaml("a: *b"),
  "yaml-alias-circular": yaml("a: &b [*b]"),
  "duplicate-key": yaml("a: 1\na: 2"),
  "not-json": yaml("a: .inf"),
  "over-limit": yaml(`${"[".repeat(300)}${"]".repeat(300)}`),
  "not-a-document": yaml("asyncapi: 2.0.0"),
  "swagger-2": yaml('swagger: "2.0"'),
  "openapi-version-missing": yaml("info: {}"),
  "openapi-version-unknown": yaml("openapi: 3.1"),
  "openapi-version-unsupported": yaml("openapi: 3.2.0"),
  "overlay-invalid": overlaid({ actions: [] }),
  "overlay-action-unmatched": overlaid({ actions: [{ target: "$.nothing", remove: true }] }),
  "overlay-extends-other": overlaid({ extends: "other.json", actions: [{ target: "$.info", update: {} }] }),
  "ref-not-found": schema({ $ref: "#/components/schemas/B" }),
  "ref-unreadable": schema({ $ref: "b.json" }),
  "ref-circular": schema({ $ref: "#/components/schemas/A" }),
  "ref-wrong-kind": json(spec({ components: { schemas: { A: { $ref: "#/components/headers/B" } }, headers: { B: { schema: {} } } } })),
  "field-missing": json(spec({ info: { title: "a" } })),
  "field-unknown": json(get({ sumary: "a" })),
  "field-wrong-type": json(get({ summary: 1 })),
  "field-wrong-value": schema({ type: "text" }),
  "operation-id-missing": json(get({ operationId: undefined })),
  "operation-id-duplicate": json(spec({ paths: { "/a": { get: operation, put: operation } } })),
  "parameter-without-schema": json(get({ parameters: [{ name: "a", in: "query" }] })),
  "parameter-duplicate": json(get({ parameters: [{ name: "a", in: "query", schema: {} }, { name: "a", in: "query", schema: {} }] })),
  "path-broken": json(spec({ paths: { "/{": { get: operation } } })),
  "path-label-undefined": json(spec({ paths: { "/{a}": { get: operation } } })),
  "path-parameter-unused": json(get({ parameters: [{ name: "a", in: "path", required: true, schema: {} }] })),
  "security-scheme-undefined": json(get({ security: [{ a: [] }] })),
  "server-invalid": json(spec({ servers: [{ url: "https://{a}" }] })),
  "server-scheme": json(spec({ servers: [{ url: "ftp://a" }] })),
  "server-credentials": json(spec({ servers: [{ url: "https://a:b@c" }] })),
  "discriminator-unresolved": schema({ type: "object", properties: { a: { type: "string" } }, discriminator: { propertyName: "a", mapping: { b: "B" } } }),
  "all-of-circular": schema({ allOf: [{ $ref: "#/components/schemas/A" }] }),
  "one-of-circular": schema({ oneOf: [{ $ref: "#/components/schemas/A" }, { type: "string" }] }),
  "pattern-invalid": schema({ type: "string", pattern: "[" }),
  "pattern-foreign": schema({ type: "string", pattern: "a++" }),
  "control-character": json(spec({ paths: { "/a\n": { get: operation } } })),
  "header-name-invalid": json(get({ parameters: [{ name: "a b", in: "header", schema: {} }] })),
  "no-operations": json(spec({ paths: {} })),
} satisfies Partial<Record<ProblemCode, Source>>;

it.each(Object.entries(provocations))("%s is provoked, alone, with a place and a way out", (code, source: Source) => {
  const problems = load(source).problems;
  expect(problems.map((problem) => problem.code)).toEqual([code]);
  expect(problems[0]?.place).toEqual({ file: expect.any(String) as string, line: expect.any(Number) as number, column: expect.any(Number) as number, pointer: expect.stringMatching(/^#/u) as string });
  expect(problems[0]?.message).toMatch(/\S.*[.?`]$/u);
  expect(problems[0]?.fix).not.toBe("");
});
