import { describe, expect, it } from "vitest";

import { faultsOf, loadText, operation, problemsOf, spec, spec31, withSchemas } from "./specs.ts";

it("says where a dangling reference stands and which name was probably meant", () => {
  const text = `openapi: 3.0.3
info: { title: Pets, version: "1" }
paths: { /pets: { get: { operationId: listPets, responses: {} } } }
components:
  schemas:
    TagList: { type: array, items: { type: string } }
    Pet:
      type: object
      properties:
        tags:
          $ref: "#/components/schemas/TagLst"
`;
  expect(problemsOf(text, { file: "spec/pets.yaml" })).toEqual([
    {
      severity: "error",
      code: "ref-not-found",
      place: { file: "spec/pets.yaml", line: 11, column: 17, pointer: "#/components/schemas/Pet/properties/tags/$ref" },
      message: "`#/components/schemas/TagLst` does not exist. Did you mean `TagList`?",
      fix: "Correct the $ref in spec/pets.yaml, or add what it names.",
    },
  ]);
});

it("tells a missing name once, however many references want it", () => {
  const ref = { $ref: "#/components/schemas/Gone" };
  const problems = problemsOf(withSchemas({ A: { type: "array", items: ref }, B: { type: "array", items: ref }, C: { type: "array", items: ref } }));
  expect(problems).toMatchObject([{ code: "ref-not-found", message: "`#/components/schemas/Gone` does not exist. It is wanted in 3 places." }]);
});

it.each(["#/components/schemas/", "#/components/schemas/A/items/0", "#/components/schemas/%zz", "#components", "#/components/schemas/constructor", "#/components/schemas/__proto__", "urn:x:y"])("finds nothing at %s", ($ref) => {
  const codes = problemsOf(withSchemas({ A: { type: "object", properties: { a: { $ref } } } })).map(({ code }) => code);
  expect(codes).toHaveLength(1);
  expect(["ref-not-found", "ref-unreadable"]).toContain(codes[0]);
});

describe("references that are only data", () => {
  const $ref = "#/nowhere";
  it("aren't followed in examples, defaults, enumerations, constants and extensions", () => {
    const schema = { type: "object", example: { $ref }, default: { $ref }, enum: [{ $ref }], "x-a": { $ref } };
    const media = { schema, example: { $ref }, examples: { one: { value: { $ref } } } };
    expect(faultsOf(spec({ "x-b": { $ref }, paths: { "/pets": { get: { ...operation, requestBody: { content: { "application/json": media } } } } } }))).toEqual([]);
    expect(faultsOf(spec31({ components: { schemas: { A: { const: { $ref }, examples: [{ $ref }] } } } }))).toEqual([]);
  });

  it("are followed where a name is only spelt like those words", () => {
    const names = Object.fromEntries(["example", "default", "enum", "x-a", "examples", "const"].map((name) => [name, { $ref: `#/${name}` }]));
    expect(faultsOf(withSchemas({ A: { type: "object", properties: names } }))).toHaveLength(6);
    expect(faultsOf(spec({ paths: { "/pets": { get: { ...operation, responses: { default: { $ref } } } } } }))).toEqual(["ref-not-found #/paths/~1pets/get/responses/default/$ref"]);
    expect(faultsOf(spec({ components: { examples: { default: { $ref } } } }))).toEqual(["ref-not-found #/components/examples/default/$ref"]);
  });
});

it("tells a circle of references once", () => {
  const problems = problemsOf(withSchemas({ A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/C" }, C: { $ref: "#/components/schemas/A" }, D: { $ref: "#/components/schemas/B" } }));
  expect(problems.map(({ code, message }) => [code, message])).toEqual([["ref-circular", "The references lead in a circle: `#/components/schemas/B` → `#/components/schemas/C` → `#/components/schemas/A` → `#/components/schemas/B`."]]);
});

it("lets a schema contain itself", () => {
  expect(faultsOf(withSchemas({ Tree: { type: "object", properties: { children: { type: "array", items: { $ref: "#/components/schemas/Tree" } } } } }))).toEqual([]);
});

it("limits how long a chain of references may be", () => {
  const chain = Object.fromEntries(Array.from({ length: 61 }, (_, n) => [`S${n}`, n === 60 ? { type: "string" } : { $ref: `#/components/schemas/S${n + 1}` }]));
  expect(problemsOf(withSchemas(chain))[0]).toMatchObject({ code: "over-limit" });
  expect(faultsOf(withSchemas(chain), {}, { limits: { referenceChain: 100 } })).toEqual([]);
});

it("gives unusual references their plain form", () => {
  const { api, problems } = loadText(
    spec31({
      paths: { "/pets/{id}": { get: { operationId: "a", parameters: [{ name: "id", in: "path", required: true, schema: { $ref: "#/components/schemas/Alias/properties/name" } }], responses: {} } } },
      components: { schemas: { Alias: { $ref: "#/components/schemas/Pet" }, Pet: { type: "object", properties: { name: { $anchor: "name", type: "string" }, other: { $ref: "#name" }, id: { $ref: "#/paths/~1pets~1%7Bid%7D/get/parameters/0/schema" } } } } },
    }),
  );
  expect(problems).toEqual([]);
  expect(JSON.stringify(api)).toContain('"schema":{"$ref":"#/components/schemas/Pet/properties/name"}');
  expect(JSON.stringify(api)).toContain('"other":{"$ref":"#/components/schemas/Pet/properties/name"}');
});
