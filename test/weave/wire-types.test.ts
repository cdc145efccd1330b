import { expect, it } from "vitest";
import { loadChecked, prepareChecked } from "../../scripts/generate.ts";
import { sourceOf } from "../../scripts/load/source.ts";
import { wireTypes } from "../../scripts/weave/wire-types.ts";

function wireOf(schemas: object): string {
  const document = { openapi: "3.0.3", info: { title: "Zoo", version: "1" }, paths: { "/a": { get: { operationId: "a", responses: { 204: { description: "Done */ evil()" } } } } }, components: { schemas } };
  return wireTypes(prepareChecked(loadChecked(sourceOf(JSON.stringify(document), { file: "zoo.json" }), {})).spec, "// Generated for a test.");
}

it("writes what nobody sees, and what browsers and debuggers would see, as escapes", () => {
  const wire = wireOf({ Tag: { type: "object", properties: { "a\u202eb</script>": { type: "string", enum: ["//# sourceMappingURL=x", "<!--", "\u200b"] } } } });
  // TypeScript's printer writes what isn't ASCII in capitals itself.
  expect(wire).toContain('"a\\u202Eb\\u003c/script>"?: components["schemas"]["TagABScript"];');
  expect(wire).toContain('TagABScript: "//# sourceMappingURL\\u003dx" | "\\u003c!--" | "\\u200b";');
});

it("has no comments but those at its head", () => {
  expect(wireOf({ Tag: { type: "object", description: "Prose */ evil()", properties: { a: { type: "string", format: "odd */ format" } } } }).match(/\/\*|\/\//g)).toHaveLength(2);
});
