import { describe, expect, it } from "vitest";

import { faultsOf, operation, problemsOf, spec, spec31, withSchemas } from "./specs.ts";

const get = (over: object): object => ({ paths: { "/pets": { get: { ...operation, ...over } } } });

describe("a part that isn't built as OpenAPI says", () => {
  it.each<[string, object, readonly string[]]>([
    ["lacks a field", spec({ info: { title: "Pets" } }), ["field-missing #/info"]],
    ["lacks its paths", { openapi: "3.0.0", info: { title: "a", version: "1" } }, ["field-missing #", "no-operations #/paths"]],
    ["is a list in place of a map", spec({ info: [] }), ["field-wrong-type #/info"]],
    ["is a map in place of a list", spec(get({ parameters: {} })), ["field-wrong-type #/paths/~1pets/get/parameters"]],
    ["is null", withSchemas({ Pet: null }), ["field-wrong-type #/components/schemas/Pet"]],
    ["is a number in place of a text", spec({ info: { title: "Pets", version: 1 } }), ["field-wrong-type #/info/version"]],
    ["is a text in place of a number", withSchemas({ Pet: { type: "string", maxLength: "5" } }), ["field-wrong-type #/components/schemas/Pet/maxLength"]],
    ["is less than nothing", withSchemas({ Pet: { type: "string", maxLength: -1 } }), ["field-wrong-value #/components/schemas/Pet/maxLength"]],
    ["is no known value", spec(get({ parameters: [{ name: "a", in: "body", schema: {} }] })), ["field-wrong-value #/paths/~1pets/get/parameters/0/in"]],
    ["has an unknown field", spec(get({ sumary: "x" })), ["field-unknown #/paths/~1pets/get/sumary"]],
    ["is a path without a slash", spec({ paths: { pets: {}, "/pets": { get: operation } } }), ["field-unknown #/paths/pets"]],
    ["is no status", spec(get({ responses: { "20": { description: "x" } } })), ["field-unknown #/paths/~1pets/get/responses/20"]],
    ["has an item of the wrong type", withSchemas({ Pet: { type: "object", required: ["a", 1] } }), ["field-wrong-type #/components/schemas/Pet/required/1"]],
    ["is a security scheme with a field of another", spec({ components: { securitySchemes: { a: { type: "http", scheme: "basic", in: "header" } } } }), ["field-unknown #/components/securitySchemes/a/in"]],
    ["is a security scheme that lacks a field", spec({ components: { securitySchemes: { a: { type: "apiKey", in: "header" } } } }), ["field-missing #/components/securitySchemes/a"]],
    ["knows null as a type, which only 3.1 does", withSchemas({ Pet: { type: ["string", "null"] } }), ["field-wrong-value #/components/schemas/Pet/type"]],
    ["says nullable, which only 3.0 does", spec31({ components: { schemas: { Pet: { type: "string", nullable: true } } } }), ["field-unknown #/components/schemas/Pet/nullable"]],
    ["is a schema of 3.1 with a slip", spec31({ components: { schemas: { Pet: { propertis: {} } } } }), ["field-unknown #/components/schemas/Pet/propertis"]],
    ["refers to another kind of thing", spec({ components: { schemas: { A: { $ref: "#/components/parameters/B" } }, parameters: { B: { name: "b", in: "query", schema: {} } } } }), ["ref-wrong-kind #/components/schemas/A/$ref"]],
  ])("is told when it %s", (_what, document, expected) => {
    expect(faultsOf(document)).toEqual(expected);
  });

  it("is told in words that help", () => {
    expect(problemsOf(spec(get({ sumary: "x" })))).toEqual([
      {
        severity: "warning",
        code: "field-unknown",
        place: expect.objectContaining({ pointer: "#/paths/~1pets/get/sumary" }) as object,
        message: "An operation has no field `sumary`, so it has no effect. Did you mean `summary`?",
        fix: "Correct or remove the field; own additions begin with `x-`.",
      },
    ]);
  });

  it("is told once, however many references lead there", () => {
    const ref = { $ref: "#/components/schemas/Pet" };
    expect(faultsOf(withSchemas({ A: ref, B: { type: "array", items: ref }, Pet: { type: "text" } }))).toEqual(["field-wrong-value #/components/schemas/Pet/type"]);
  });

  it("is found behind a reference that leads out of the components", () => {
    expect(faultsOf(withSchemas({ A: { $ref: "#/x-shared/Pet" } }, { "x-shared": { Pet: { type: "object", properties: { a: { type: "text" } } } } }))).toEqual(["field-wrong-value #/x-shared/Pet/properties/a/type"]);
  });

  it("is only worth a warning when nobody needs it", () => {
    const problems = problemsOf(spec({ ...get({ responses: { "200": {} } }), tags: [{}], externalDocs: {} }));
    expect(problems.map(({ severity }) => severity)).toEqual(["warning", "warning", "warning"]);
  });
});

it("has nothing against names that JavaScript uses itself", () => {
  const names = ["constructor", "toString", "hasOwnProperty", "valueOf", "__proto__", "then", "$ref", "properties", "type"];
  const schemas = JSON.parse(`{${names.map((name) => `${JSON.stringify(name)}: { "type": "object" }`).join(",")}}`) as object;
  expect(faultsOf(JSON.stringify(withSchemas({ Pet: { type: "object", properties: schemas }, ...schemas })), { file: "a.json" })).toEqual([]);
  expect(faultsOf(spec({ info: { title: "a", version: "1", hasOwnProperty: 1, constructor: 1 } }))).toEqual(["field-unknown #/info/hasOwnProperty", "field-unknown #/info/constructor"]);
});

it("leaves extensions to their owners", () => {
  expect(faultsOf(spec({ "x-tagGroups": 1, ...get({ "x-codeSamples": [{ any: 1 }], responses: { "200": { description: "x", headers: { "x-request-id": { schema: {} } } }, "x-a": 1 } }) }))).toEqual([]);
});

it("knows what 3.1 allows", () => {
  const schemas = { A: true, B: { type: ["string", "null"], examples: ["a"], const: "a" }, C: { $ref: "#/components/schemas/A", description: "Kept." }, D: { not: false, items: true, properties: { a: true }, anyOf: [true], $comment: "a", whatever: 1 } };
  expect(faultsOf({ openapi: "3.1.0", info: { title: "a", version: "1" }, components: { schemas }, webhooks: {} })).toEqual(["no-operations #/paths"]);
});
