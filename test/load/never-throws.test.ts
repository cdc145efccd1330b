import fc from "fast-check";
import { expect, it } from "vitest";

import { catalogue } from "../../scripts/problems/catalogue.ts";
import { problemsOf, spec, withSchemas } from "./specs.ts";

/** A problem is only worth something with words, a way out, and a place that exists. */
function expectSound(text: string, file: string): void {
  const lines = text.split(/\r\n|\r|\n/u);
  for (const problem of problemsOf(text, { file })) {
    expect(Object.keys(catalogue)).toContain(problem.code);
    expect(problem.message).not.toBe("");
    expect(problem.fix).not.toBe("");
    expect(problem.place?.line).toBeGreaterThanOrEqual(1);
    expect(problem.place?.line).toBeLessThanOrEqual(lines.length);
    expect(problem.place?.column).toBeGreaterThanOrEqual(1);
    expect(problem.place?.column).toBeLessThanOrEqual((lines[problem.place!.line - 1]?.length ?? 0) + 1);
  }
}

const rich = JSON.stringify(
  withSchemas(
    { Pet: { type: "object", required: ["id"], properties: { id: { type: "string", pattern: "^a" }, tags: { type: "array", items: { $ref: "#/components/schemas/Tag" } } } }, Tag: { allOf: [{ $ref: "#/components/schemas/Named" }], discriminator: { propertyName: "a", mapping: { x: "Pet" } } }, Named: { type: "string", enum: ["a"] } },
    { servers: [{ url: "https://{a}.example.com", variables: { a: { default: "b", enum: ["b", "c"] } } }], security: [{}], paths: { "/pets/{id}": { parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }], post: { operationId: "a", requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } } }, responses: { 200: { description: "x", headers: { A: { schema: {} } } }, default: { description: "y" } } } } } },
  ),
);

it("answers any JSON with problems, never with an exception", () => {
  fc.assert(fc.property(fc.json({ maxDepth: 6 }), (text) => expectSound(text, "a.json")), { numRuns: 1_000 });
});

it("answers any value anywhere in a sound document", () => {
  const keys = [...new Set([...rich.matchAll(/"([^"]+)":/gu)].map(([, key]) => key!))];
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom({ $ref: "#" }, { $ref: "#/components/schemas/Pet" }, { $ref: 1 }, { $ref: "" }, [], {}, null, "", "__proto__", "#/", true));
  fc.assert(
    fc.property(fc.constantFrom(...keys), value, fc.boolean(), (key, replacement, version31) => {
      const text = JSON.stringify(JSON.parse(rich, (name, old: unknown) => (name === key ? replacement : old)));
      expectSound(version31 ? text.replace("3.0.3", "3.1.0") : text, "a.json");
    }),
    { numRuns: 1_000 },
  );
});

it("answers any text, cut, doubled or with a stranger in it, as JSON and as YAML", () => {
  fc.assert(
    fc.property(fc.nat(rich.length), fc.nat(60), fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom("", "\n", "\t", ": ", "&a ", "*a", "{", "]", "!!x ", '"', "<<: ", "? ", "- ", "\u0000", "\uFEFF")), fc.boolean(), (at, length, stranger, asJson) => {
      const text = rich.slice(0, at) + stranger + rich.slice(at + length);
      expectSound(text, asJson ? "a.json" : "a.yaml");
    }),
    { numRuns: 1_000 },
  );
});

it("answers any overlay", () => {
  const target = fc.oneof(fc.constantFrom("$", "$..*", "$.paths[*]", "$..[0]", "$.tags[?@.name]", "$.info", "$['a","$..$"), fc.string());
  const action = fc.record({ target, update: fc.jsonValue(), remove: fc.boolean() }, { requiredKeys: ["target"] });
  fc.assert(
    fc.property(fc.array(action, { maxLength: 4 }), (actions) => {
      problemsOf(spec({ tags: [{ name: "a" }, { name: "b" }] }), { overlays: { "a.json": JSON.stringify({ overlay: "1.0.0", info: { title: "a", version: "1" }, actions }) } });
    }),
    { numRuns: 1_000 },
  );
});
