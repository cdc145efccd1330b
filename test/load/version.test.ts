import { expect, it } from "vitest";

import { problemsOf, spec } from "./specs.ts";

it("says of Swagger 2.0 how to convert it, and nothing else", () => {
  expect(problemsOf('swagger: "2.0"\ninfo: {}\n', { file: "spec/old api.yaml" })).toEqual([
    {
      severity: "error",
      code: "swagger-2",
      place: { file: "spec/old api.yaml", line: 1, column: 10, pointer: "#/swagger" },
      message: "This is a Swagger 2.0 document; OpenAPI 3.0 and 3.1 are understood.",
      fix: "Convert it: npx swagger2openapi --yaml --outfile openapi.yaml 'spec/old api.yaml'",
    },
  ]);
});

it.each<[unknown, string]>([
  [{ openapi: "3.2.0" }, "openapi-version-unsupported"],
  [{ openapi: "3.2" }, "openapi-version-unsupported"],
  [{ openapi: "4.0.0" }, "openapi-version-unknown"],
  [{ openapi: "2.0" }, "openapi-version-unknown"],
  [{ openapi: "3.0" }, "openapi-version-unknown"],
  [{ openapi: 3.1 }, "openapi-version-unknown"],
  [{ openapi: null }, "openapi-version-unknown"],
  [{ info: {} }, "openapi-version-missing"],
  [{ asyncapi: "2.0.0" }, "not-a-document"],
  [{ overlay: "1.0.0" }, "not-a-document"],
  [[1], "not-a-document"],
])("gives one problem for %j", (document, code) => {
  expect(problemsOf(document as object).map((problem) => problem.code)).toEqual([code]);
});

it.each(["hello", "3", "null", "true"])("gives one problem for the document %s", (text) => {
  expect(problemsOf(text)).toHaveLength(1);
});

it.each(["3.0.0", "3.0.4", "3.1.0", "3.1.1", "3.0.0-rc1"])("accepts %s", (openapi) => {
  expect(problemsOf(spec({ openapi }))).toEqual([]);
});

it("heeds a version that an overlay sets", () => {
  const overlay = (openapi: string): { overlays: Record<string, string> } => ({ overlays: { "a.yaml": `overlay: 1.0.0\ninfo: { title: a, version: "1" }\nactions: [{ target: $, update: { openapi: ${openapi} } }]` } });
  expect(problemsOf(spec(), overlay("3.1.0"))).toEqual([]);
  expect(problemsOf(spec(), overlay("3.2.0"))).toMatchObject([{ code: "openapi-version-unsupported", place: { file: "a.yaml", pointer: "#/actions/0/update/openapi" } }]);
});
