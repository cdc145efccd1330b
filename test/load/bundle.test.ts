import { describe, expect, it } from "vitest";

import { placeOf } from "../../scripts/load/place-of.ts";
import { faultsOf, loadText, operation, problemsOf, spec, spec31, withSchemas } from "./specs.ts";

const tagYaml = `type: object
properties:
  name: { $ref: "common.yaml#/definitions/Name" }
  children: { type: array, items: { $ref: "#" } }
`;
const commonYaml = `definitions:
  Name: { type: string, maxLength: 9 }
  Loop: { $ref: "#/definitions/Name" }
`;
const references = { "schemas/tag.yaml": tagYaml, "schemas/common.yaml": commonYaml };

it("brings what other files hold into components, once each", () => {
  const { api, problems } = loadText(withSchemas({ Pet: { type: "object", properties: { a: { $ref: "schemas/tag.yaml" }, b: { $ref: "./schemas/tag.yaml#" }, c: { $ref: "schemas/common.yaml#/definitions/Loop" } } } }), { references });
  expect(problems).toEqual([]);
  expect(api["components"]).toEqual({
    schemas: {
      Pet: { type: "object", properties: { a: { $ref: "#/components/schemas/tag" }, b: { $ref: "#/components/schemas/tag" }, c: { $ref: "#/components/schemas/Loop" } } },
      tag: { type: "object", properties: { name: { $ref: "#/components/schemas/Name" }, children: { type: "array", items: { $ref: "#/components/schemas/tag" } } } },
      Loop: { $ref: "#/components/schemas/Name" },
      Name: { type: "string", maxLength: 9 },
    },
  });
});

it("knows where each part was read", () => {
  const document = loadText(withSchemas({ Pet: { $ref: "schemas/tag.yaml" } }), { references });
  expect(placeOf(document, "/components/schemas/Pet/properties/children")).toEqual({ file: "schemas/tag.yaml", line: 4, column: 3, pointer: "#/properties/children" });
  expect(placeOf(document, "/components/schemas/Name/maxLength")).toEqual({ file: "schemas/common.yaml", line: 2, column: 36, pointer: "#/definitions/Name/maxLength" });
});

it("takes the name that the document gives to another file's part", () => {
  const { api } = loadText(withSchemas({ Before: { $ref: "#/components/schemas/Pet" }, Pet: { $ref: "schemas/common.yaml#/definitions/Name" }, User: { type: "array", items: { $ref: "schemas/common.yaml#/definitions/Name" } } }), { references });
  expect(api["components"]).toEqual({ schemas: { Before: { $ref: "#/components/schemas/Pet" }, Pet: { type: "string", maxLength: 9 }, User: { type: "array", items: { $ref: "#/components/schemas/Pet" } } } });
});

it("gives a part another name when its own is taken", () => {
  const { api } = loadText(withSchemas({ Name: { type: "integer" }, Pet: { type: "array", items: { $ref: "schemas/common.yaml#/definitions/Name" } } }), { references });
  expect(api["components"]).toMatchObject({ schemas: { Name: { type: "integer" }, Name_2: { type: "string" }, Pet: { items: { $ref: "#/components/schemas/Name_2" } } } });
});

it("sorts parts by what they are", () => {
  const { api, problems } = loadText(
    spec({ paths: { "/pets": { get: { ...operation, parameters: [{ $ref: "parts.json#/limit" }], responses: { "200": { $ref: "parts.json#/ok" } } }, post: { operationId: "make", requestBody: { $ref: "parts.json#/body" }, responses: {} } } } }),
    { references: { "parts.json": JSON.stringify({ limit: { name: "limit", in: "query", schema: { type: "integer" } }, ok: { description: "Fine.", headers: { A: { $ref: "#/header" } } }, header: { schema: { type: "string" } }, body: { content: {} } }) } },
  );
  expect(problems).toEqual([]);
  expect(api["components"]).toEqual({ parameters: { limit: expect.anything() }, responses: { ok: { description: "Fine.", headers: { A: { $ref: "#/components/headers/header" } } } }, headers: { header: expect.anything() }, requestBodies: { body: expect.anything() } });
});

it("copies path items in place in 3.0, and puts them among the components in 3.1", () => {
  const paths = { "/pets": { $ref: "paths/pets.yaml", summary: "Kept." } };
  const file = { "paths/pets.yaml": 'summary: Lost.\nget: { operationId: listPets, responses: { "200": { $ref: "../openapi.json#/components/responses/Ok" } } }\n' };
  const components = { responses: { Ok: { description: "Fine." } } };
  const get = { operationId: "listPets", responses: { "200": { $ref: "#/components/responses/Ok" } } };
  expect(loadText(spec({ paths, components }), { references: file })).toMatchObject({ problems: [], api: { paths: { "/pets": { summary: "Kept.", get } } } });
  expect(loadText(spec31({ paths, components }), { references: file })).toMatchObject({ problems: [], api: { paths: { "/pets": { $ref: "#/components/pathItems/pets" } }, components: { pathItems: { pets: { get } } } } });
});

it("copies a whole map that is kept in another file", () => {
  const { api, problems } = loadText(spec({ paths: { $ref: "paths/index.yaml" } }), { references: { "paths/index.yaml": "/pets: { get: { operationId: listPets, responses: { 200: { $ref: ok.yaml } } } }", "paths/ok.yaml": "description: Fine." } });
  expect(problems).toEqual([]);
  expect(api["paths"]).toEqual({ "/pets": { get: { operationId: "listPets", responses: { "200": { $ref: "#/components/responses/ok" } } } } });
});

describe("what can't be brought in", () => {
  it("is told at the reference, once for each file", () => {
    const problems = problemsOf(withSchemas({ Pet: { type: "object", properties: { a: { $ref: "gone.yaml" }, b: { $ref: "gone.yaml#/x" } } } }));
    expect(problems).toMatchObject([{ code: "ref-unreadable", message: "`gone.yaml` can't be read. The file doesn't exist.", place: { pointer: "#/components/schemas/Pet/properties/a/$ref" } }]);
  });

  it("is told inside the other file when that is broken", () => {
    expect(problemsOf(withSchemas({ Pet: { $ref: "a.json" } }), { references: { "a.json": "{,}" } })).toMatchObject([{ code: "json-broken", place: { file: "a.json", line: 1, column: 2 } }]);
  });

  it("doesn't tell what the other file holds", () => {
    const problems = problemsOf(withSchemas({ Pet: { $ref: "a.yaml#/definitions/secre" } }), { references: { "a.yaml": "definitions: { secret: { type: string } }" } });
    expect(problems).toMatchObject([{ code: "ref-not-found", message: "`a.yaml#/definitions/secre` does not exist." }]);
    expect(JSON.stringify(problems)).not.toContain("secret");
  });

  it("may be a path item that contains itself", () => {
    expect(faultsOf(spec({ paths: { "/pets": { $ref: "a.yaml" } } }), { references: { "a.yaml": "$ref: b.yaml", "b.yaml": "$ref: a.yaml" } })).toEqual(["no-operations #/paths", "ref-circular #/paths/~1pets"]);
  });

  it("may be too many files or values", () => {
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`f${n}.yaml`, "type: string"]));
    const schemas = Object.fromEntries(Object.keys(many).map((name, n) => [`S${n}`, { $ref: name }]));
    expect(problemsOf(withSchemas(schemas), { references: many }, { limits: { externalFiles: 10 } }).map(({ code }) => code)).toContain("over-limit");
    expect(problemsOf(withSchemas(schemas), { references: many }, { limits: { values: 15 } }).map(({ code }) => code)).toContain("over-limit");
  });

  it.each([
    ["bytes", { documentBytes: 3_000 }, "The file, with the files read before it, has more than 3000 bytes."],
    ["words and marks of YAML", { yamlTokens: 500 }, "The YAML, with the files read before it, has more than 500 words and marks."],
    ["values that aliases bring in", { values: 2_000 }, "The document, with the files read before it, has more than 2000 values once its aliases are written out."],
  ])("may be too many %s together, of which none has too many alone", (_, limits, message) => {
    const file = `type: string\nx-a: &a [${"0,".repeat(30)}]\nx-b: [${"*a,".repeat(10)}]\n# ${"x".repeat(200)}\n`;
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`f${n}.yaml`, file]));
    const schemas = (names: readonly string[]) => withSchemas(Object.fromEntries(names.map((name, n) => [`S${n}`, { $ref: name }])));
    expect(problemsOf(schemas(["f0.yaml"]), { references: many }, { limits })).toEqual([]);
    expect(problemsOf(schemas(Object.keys(many)), { references: many }, { limits })).toEqual([expect.objectContaining({ code: "over-limit", message })]);
  });
});
