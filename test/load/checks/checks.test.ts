import { describe, expect, it } from "vitest";

import { faultsOf, operation, problemsOf, spec, withSchemas } from "../specs.ts";

const responses = operation.responses;
const parameter = (name: string, place = "query", over: object = {}): object => ({ name, in: place, ...(place === "path" ? { required: true } : {}), schema: { type: "string" }, ...over });

describe("operation ids", () => {
  it("are missed, with a proposal", () => {
    expect(problemsOf(spec({ paths: { "/pets/{petId}/photos": { parameters: [parameter("petId", "path")], get: { responses } } } }))).toMatchObject([
      { code: "operation-id-missing", place: { pointer: "#/paths/~1pets~1{petId}~1photos/get" }, message: "`GET /pets/{petId}/photos` has no `operationId`.", fix: "Add one, here or by an overlay, for example `operationId: getPetsByPetIdPhotos`." },
    ]);
    expect(faultsOf(spec({ paths: { "/pets": { get: { operationId: " ", responses } } } }))).toEqual(["operation-id-missing #/paths/~1pets/get/operationId"]);
  });

  it("are told when two operations share one", () => {
    expect(problemsOf(spec({ paths: { "/a": { get: operation, put: operation }, "/b": { get: operation } } })).map(({ code, place, message }) => [code, place?.pointer, message])).toEqual([
      ["operation-id-duplicate", "#/paths/~1a/put/operationId", "The id `listPets` is already used by `#/paths/~1a/get`."],
      ["operation-id-duplicate", "#/paths/~1b/get/operationId", "The id `listPets` is already used by `#/paths/~1a/get`."],
    ]);
  });
});

describe("parameters", () => {
  const get = (...parameters: object[]): object => spec({ paths: { "/pets": { get: { ...operation, parameters } } } });

  it("need a schema or a content, and so do headers", () => {
    expect(faultsOf(get(parameter("a", "query", { schema: undefined })))).toEqual(["parameter-without-schema #/paths/~1pets/get/parameters/0"]);
    expect(faultsOf(get(parameter("a", "query", { schema: undefined, content: {} })))).toEqual(["parameter-without-schema #/paths/~1pets/get/parameters/0"]);
    expect(faultsOf(get(parameter("a", "query", { schema: undefined, content: { "application/json": { schema: {} } } })))).toEqual([]);
    expect(faultsOf(spec({ components: { headers: { A: { description: "x" } } } }))).toEqual(["parameter-without-schema #/components/headers/A"]);
  });

  it("are told when they are there twice in one place", () => {
    expect(faultsOf(get(parameter("a"), parameter("b"), parameter("a"), parameter("a", "header"), parameter("A")))).toEqual(["parameter-duplicate #/paths/~1pets/get/parameters/2"]);
  });

  it("of an operation may replace those of its path", () => {
    expect(faultsOf(spec({ paths: { "/pets": { parameters: [parameter("a")], get: { ...operation, parameters: [parameter("a")] } } } }))).toEqual([]);
  });
});

describe("path templates", () => {
  const path = (key: string, shared: readonly object[], own: readonly object[] = []): object => spec({ paths: { [key]: { parameters: shared, get: { ...operation, parameters: own } } } });

  it.each(["/pets/{id", "/pets/id}", "/pets/{}", "/pets/{a{b}}"])("are told when they are broken: %s", (key) => {
    expect(faultsOf(path(key, [])).map((fault) => fault.split(" ")[0])).toEqual(["path-broken"]);
  });

  it("need a parameter for each label", () => {
    expect(faultsOf(path("/pets/{id}", []))).toEqual(["path-label-undefined #/paths/~1pets~1{id}"]);
    expect(faultsOf(path("/pets/{id}", [parameter("id")]))).toEqual(["path-label-undefined #/paths/~1pets~1{id}"]);
    expect(faultsOf(path("/pets/{id}", [], [parameter("id", "path")]))).toEqual([]);
  });

  it("that lack a parameter in all operations are one fault", () => {
    expect(faultsOf(spec({ paths: { "/{id}": { get: { operationId: "a", responses }, put: { operationId: "b", responses } } } }))).toEqual(["path-label-undefined #/paths/~1{id}"]);
    expect(faultsOf(spec({ paths: { "/{id}": { get: { operationId: "a", responses, parameters: [parameter("id", "path")] }, put: { operationId: "b", responses } } } }))).toEqual(["path-label-undefined #/paths/~1{id}/put"]);
  });

  it("need a label for each path parameter", () => {
    expect(faultsOf(path("/pets", [parameter("id", "path")]))).toEqual(["path-parameter-unused #/paths/~1pets/parameters/0"]);
    expect(faultsOf(path("/pets", [], [parameter("id", "path")]))).toEqual(["path-parameter-unused #/paths/~1pets/get/parameters/0"]);
  });

  it("whose only label is called otherwise than the only parameter are one fault", () => {
    expect(faultsOf(path("/pets/{id}", [parameter("pet", "path")]))).toEqual(["path-parameter-unused #/paths/~1pets~1{id}/parameters/0"]);
    expect(faultsOf(path("/pets/{id}/{kind}", [parameter("kind", "path")], [parameter("pet", "path")]))).toEqual(["path-parameter-unused #/paths/~1pets~1{id}~1{kind}/get/parameters/0"]);
    expect(faultsOf(path("/pets/{id}/{kind}", [parameter("pet", "path")])).toSorted()).toEqual(["path-label-undefined #/paths/~1pets~1{id}~1{kind}", "path-label-undefined #/paths/~1pets~1{id}~1{kind}", "path-parameter-unused #/paths/~1pets~1{id}~1{kind}/parameters/0"]);
    expect(problemsOf(path("/pets/{id}", [parameter("pet", "path")]))).toMatchObject([{ message: "The parameter is called `pet`, and the label of `/pets/{id}` `{id}`.", fix: "Give both the same name." }]);
  });

  it("may be greedy, may have a fragment, and may share a path", () => {
    expect(faultsOf(path("/{Bucket}/{Key+}#uploadId", [parameter("Bucket", "path"), parameter("Key", "path")]))).toEqual([]);
    expect(faultsOf(spec({ paths: { "/#Action=A": { get: { operationId: "GET_A", responses }, post: { operationId: "POST_A", responses } }, "/#Action=B": { get: { operationId: "GET_B", responses } } } }))).toEqual([]);
  });
});

it("undefined security schemes are told once each", () => {
  expect(problemsOf(spec({ security: [{ hmak: [] }], paths: { "/pets": { get: { ...operation, security: [{ hmac: [], hmak: [] }, { other: [] }] } } }, components: { securitySchemes: { hmac: { type: "http", scheme: "basic" } } } }))).toMatchObject([
    { code: "security-scheme-undefined", place: { pointer: "#/paths/~1pets/get/security/1/other" } },
    { code: "security-scheme-undefined", message: "The security scheme `hmak` isn't defined. Did you mean `hmac`? It is wanted in 2 places.", place: { pointer: "#/security/0/hmak" } },
  ]);
});

describe("servers", () => {
  it.each([
    ["https://user:hunter2@example.com", "server-credentials"],
    ["https://hunter2@example.com/", "server-credentials"],
    ["//user:hunter2@example.com/", "server-credentials"],
    ["javascript:alert(1)", "server-scheme"],
    [" JavaScript:alert(1)", "server-scheme"],
    ["ftp://example.com", "server-scheme"],
    ["file:///etc/passwd", "server-scheme"],
    ["https://example.com/\r\nX: y", "control-character"],
    ["https://exa\u200Bmple.com", "control-character"],
    ["http://[::1", "server-invalid"],
    ["https://{region}.example.com", "server-invalid"],
  ])("%j is refused as %s", (url, code) => {
    const problems = problemsOf(spec({ servers: [{ url: "https://fine.example" }, { url }] }));
    expect(problems).toMatchObject([{ code, place: { pointer: "#/servers/1/url" } }]);
    expect(JSON.stringify(problems)).not.toContain("hunter2");
  });

  it.each(["https://example.com/v1", "http://localhost:8080", "/v1", "../v1", "//example.com", "https://example.com/{a}{b}"])("%s is fine", (url) => {
    expect(faultsOf(spec({ servers: [{ url, variables: { a: { default: "x" }, b: { default: "", enum: ["", "y"] } } }] }))).toEqual([]);
  });

  it("are tried with each value of their variables", () => {
    expect(faultsOf(spec({ servers: [{ url: "{scheme}://example.com", variables: { scheme: { default: "https", enum: ["https", "ftp"] } } }] }))).toEqual(["server-scheme #/servers/0/url"]);
    expect(faultsOf(spec({ servers: [{ url: "https://{host}/", variables: { host: { default: "a@b.example" } } }] }))).toEqual(["server-credentials #/servers/0/url"]);
  });

  it("are looked at in paths and operations, too", () => {
    const servers = [{ url: "ftp://a" }];
    expect(faultsOf(spec({ paths: { "/pets": { servers, get: { ...operation, servers } } } }))).toEqual(["server-scheme #/paths/~1pets/servers/0/url", "server-scheme #/paths/~1pets/get/servers/0/url"]);
  });
});

describe("discriminators", () => {
  const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
  const object = (...names: string[]): object => ({ type: "object", properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])) });
  const by = (propertyName: string, over: object): object => ({ discriminator: { propertyName }, ...over });
  const told = (schemas: object): readonly unknown[] => problemsOf(withSchemas(schemas)).map(({ severity, code, place, message }) => [severity, code, place?.pointer, message]);

  it("name schemas that exist", () => {
    const Pet = (mapping: object): object => ({ oneOf: [ref("Cat")], discriminator: { propertyName: "kind", mapping } });
    const document = (mapping: object): object => withSchemas({ Cat: object("kind"), Pet: Pet(mapping) });
    expect(faultsOf(document({ a: "Cat", b: "#/components/schemas/Cat" }))).toEqual([]);
    expect(problemsOf(document({ a: "Kat", b: "#/components/schemas/Cut", c: "other.json" })).map(({ code, place, message }) => [code, place?.pointer, message])).toEqual([
      ["discriminator-unresolved", "#/components/schemas/Pet/discriminator/mapping/a", "`a` is mapped to `Kat`, which does not exist. Did you mean `Cat`?"],
      ["discriminator-unresolved", "#/components/schemas/Pet/discriminator/mapping/b", "`b` is mapped to `#/components/schemas/Cut`, which does not exist. Did you mean `Cat`?"],
      ["discriminator-unresolved", "#/components/schemas/Pet/discriminator/mapping/c", "`c` is mapped to `other.json`, which does not exist."],
    ]);
  });

  it("have a property in every alternative", () => {
    expect(told({ Cat: object("kind"), Dog: object("kid"), Eel: { type: "string" }, Pet: by("kind", { anyOf: [ref("Cat"), ref("Dog"), ref("Eel"), object("name")] }) })).toEqual([
      ["error", "discriminator-unresolved", "#/components/schemas/Pet/anyOf/1", "`Dog` has no property `kind`, by which the discriminator tells the alternatives apart. Did you mean `kid`?"],
      ["error", "discriminator-unresolved", "#/components/schemas/Pet/anyOf/2", "`Eel` has no property `kind`, by which the discriminator tells the alternatives apart."],
      ["error", "discriminator-unresolved", "#/components/schemas/Pet/anyOf/3", "The alternative has no property `kind`, by which the discriminator tells the alternatives apart."],
    ]);
    expect(told({ Cat: object("name"), Pet: by("constructor", { oneOf: [ref("Cat")] }) })).toEqual([
      ["error", "discriminator-unresolved", "#/components/schemas/Pet/oneOf/0", "`Cat` has no property `constructor`, by which the discriminator tells the alternatives apart."],
    ]);
  });

  it("whose property none has are one fault, of the discriminator", () => {
    expect(told({ Cat: object("kind", "lives"), Dog: object("kind"), Pet: by("kid", { oneOf: [ref("Cat"), ref("Dog")] }) })).toEqual([
      ["error", "discriminator-unresolved", "#/components/schemas/Pet/discriminator/propertyName", "None of the alternatives has the property `kid`, by which the discriminator tells them apart. Did you mean `kind`?"],
    ]);
  });

  it("find the property wherever a schema may have it from", () => {
    const sound = (schemas: object): void => expect(faultsOf(withSchemas(schemas))).toEqual([]);
    const Cat = object("kind");
    // Of a base, of every alternative of an alternative, over names of names, and beside null.
    sound({ Base: Cat, Cat: { allOf: [ref("Base"), object("lives")] }, Pet: by("kind", { oneOf: [ref("Cat")] }) });
    sound({ Cat, Dog: Cat, Tame: { oneOf: [ref("Cat"), ref("Dog")] }, Pet: by("kind", { anyOf: [ref("Tame")] }) });
    sound({ Cat, Alias: ref("Cat"), Pet: by("kind", { oneOf: [ref("Alias"), { enum: [null] }] }) });
    // Of the schema itself, or of what it is a part of.
    sound({ Cat: object("lives"), Pet: by("kind", { ...Cat, oneOf: [ref("Cat")] }) });
    sound({ Base: Cat, Cat: object("lives"), Pet: { allOf: [ref("Base"), by("kind", { oneOf: [ref("Cat")] })] } });
    // Of a base that lists what extends it.
    sound({ Pet: by("kind", { ...Cat, oneOf: [ref("Cat")] }), Cat: { allOf: [ref("Pet"), object("lives")] } });
    expect(faultsOf(withSchemas({ Cat, Dog: object("name"), Tame: { oneOf: [ref("Cat"), ref("Dog")] }, Pet: by("kind", { anyOf: [ref("Tame"), ref("Cat")] }) }))).toEqual(["discriminator-unresolved #/components/schemas/Pet/anyOf/0"]);
    expect(faultsOf(withSchemas({ Pet: by("kind", { ...object("name"), oneOf: [ref("Cat"), ref("Dog")] }), Cat: { allOf: [ref("Pet"), object("lives")] }, Dog: { allOf: [ref("Pet"), Cat] } }))).toEqual(["discriminator-unresolved #/components/schemas/Pet/oneOf/0"]);
  });

  it("of a base have a property there, or in all that extends it", () => {
    const Cat = { allOf: [ref("Pet"), object("kind")] };
    expect(told({ Pet: by("kind", object("king")) })).toEqual([
      ["error", "discriminator-unresolved", "#/components/schemas/Pet/discriminator/propertyName", "The schema has no property `kind`, by which the discriminator tells apart what extends it. Did you mean `king`?"],
    ]);
    expect(faultsOf(withSchemas({ Pet: by("kind", object("kind")) }))).toEqual([]);
    expect(faultsOf(withSchemas({ Pet: by("kind", object("name")), Cat }))).toEqual([]);
    expect(faultsOf(withSchemas({ Pet: by("kind", object("name")), Cat, Dog: { allOf: [ref("Pet")] } }))).toEqual(["discriminator-unresolved #/components/schemas/Pet/discriminator/propertyName"]);
  });

  it("tell apart alternatives without names by values that are fixed only", () => {
    const fixed = (value: object): object => ({ type: "object", properties: { kind: { type: "string", ...value } } });
    expect(told({ Pet: by("kind", { oneOf: [fixed({ enum: ["cat"] }), fixed({}), fixed({ enum: ["eel", "asp"] })] }) })).toEqual([
      ["warning", "discriminator-unresolved", "#/components/schemas/Pet/oneOf/1", "The alternative has no name, so no value of `kind` leads to it."],
      ["warning", "discriminator-unresolved", "#/components/schemas/Pet/oneOf/2", "The alternative has no name, so no value of `kind` leads to it."],
    ]);
  });

  it("take no longer than the document is worth, and lead through chains of any length", () => {
    const many = (count: number, make: (index: number) => readonly [string, object]): object => Object.fromEntries(Array.from({ length: count }, (_, index) => make(index)));
    const leaves = many(1_500, (index) => [`L${index}`, object(`kind${index}`)]);
    const unions = many(1_500, (index) => [`U${index}`, by(`kind${index}`, { oneOf: [ref("All")] })]);
    expect(faultsOf(withSchemas({ ...leaves, All: { allOf: Object.keys(leaves).map(ref) }, ...unions }), {}, { limits: { members: 50_000 } })).toEqual(["over-limit #/components/schemas/U15"]);
    const chain = many(10_000, (index) => [`S${index}`, index === 0 ? object("kind") : { allOf: [ref(`S${index - 1}`)], properties: {} }]);
    expect(faultsOf(withSchemas({ ...chain, Pet: by("kind", { oneOf: [ref("S9999")] }) }), {}, { limits: { schemas: 20_000 } })).toEqual(["over-limit #/components/schemas/S51"]);
  });
});

describe("allOf", () => {
  const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

  it("doesn't lead back to where it begins", () => {
    expect(faultsOf(withSchemas({ A: { allOf: [ref("A")] } }))).toEqual(["all-of-circular #/components/schemas/A/allOf"]);
    expect(faultsOf(withSchemas({ A: { allOf: [ref("B")] }, B: { allOf: [{ description: "x" }, ref("C")] }, C: ref("A") }))).toEqual(["all-of-circular #/components/schemas/A/allOf"]);
    expect(problemsOf(withSchemas({ A: { allOf: [ref("B")] }, B: { allOf: [ref("A")] } }))[0]?.message).toBe("By `allOf` the schema is a part of itself: `#/components/schemas/A` → `#/components/schemas/B` → `#/components/schemas/A`.");
  });

  it("may lead back through a property", () => {
    expect(faultsOf(withSchemas({ A: { allOf: [{ type: "object", properties: { child: ref("A") } }] } }))).toEqual([]);
    expect(faultsOf(withSchemas({ A: { allOf: [ref("C"), ref("C")] }, B: { allOf: [ref("C"), ref("A")] }, C: { type: "object" } }))).toEqual([]);
  });

  it("may be as long as the limit says, and is never too long to be looked at", () => {
    const chain = (length: number): object => withSchemas(Object.fromEntries(Array.from({ length }, (_, n) => [`S${n}`, { allOf: n === length - 1 ? [{ type: "object" }] : [ref(`S${n + 1}`)] }])));
    expect(faultsOf(chain(50))).toEqual([]);
    expect(faultsOf(chain(10_000), {}, { limits: { schemas: 20_000 } })).toEqual(["over-limit #/components/schemas/S0"]);
  });

  it("may name a base that lists what extends it, when it has a discriminator", () => {
    const extended = { allOf: [ref("Pet"), { type: "object", properties: { lives: { type: "integer" } } }] };
    const base = { type: "object", properties: { kind: { type: "string" } }, oneOf: [ref("Cat"), ref("Dog")] };
    expect(faultsOf(withSchemas({ Pet: { ...base, discriminator: { propertyName: "kind" } }, Cat: extended, Dog: extended }))).toEqual([]);
    expect(problemsOf(withSchemas({ Pet: base, Cat: extended, Dog: extended })).map(({ code, message }) => [code, message])).toEqual([
      ["one-of-circular", "By `oneOf` the schema is one of its own alternatives: `#/components/schemas/Pet` → `#/components/schemas/Cat` → `#/components/schemas/Pet`."],
      ["one-of-circular", "By `oneOf` the schema is one of its own alternatives: `#/components/schemas/Pet` → `#/components/schemas/Dog` → `#/components/schemas/Pet`."],
    ]);
  });

  it("doesn't multiply members beyond the limit", () => {
    const doubling = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`S${n}`, n === 0 ? { type: "object", properties: { a: {} } } : { allOf: [ref(`S${n - 1}`), ref(`S${n - 1}`)] }]));
    expect(faultsOf(withSchemas(doubling), {}, { limits: { members: 50_000 } })).toEqual(["over-limit #/components/schemas/S14"]);
    const alternating = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`S${n}`, n === 0 ? { type: "object", properties: { a: {} } } : { oneOf: [ref(`S${n - 1}`), ref(`S${n - 1}`)] }]));
    expect(faultsOf(withSchemas(alternating), {}, { limits: { members: 50_000 } })).toEqual(["over-limit #/components/schemas/S14"]);
  });
});

describe("patterns", () => {
  const pattern = (text: string, over: object = {}): readonly string[] => problemsOf(withSchemas({ A: { type: "string", pattern: text } }, over)).map(({ severity, code }) => `${severity} ${code}`);

  it.each(["^[a-z]+$", "\\p{L}", "\\-", "[\\w-.]", "(?<year>\\d{4})"])("may be JavaScript's: %s", (text) => {
    expect(pattern(text)).toEqual([]);
  });

  it.each(["[a-z", "(", "a{2,1}", "*", "[z-a]"])("are refused when they are nobody's: %s", (text) => {
    expect(pattern(text)).toEqual(["error pattern-invalid"]);
  });

  it.each(["(?i)abc", "[a-z]++", "(?>a|b)c", "(?s:.*)", "(?P<year>\\d+)"])("are only noted when they are Java's or Python's: %s", (text) => {
    expect(pattern(text)).toEqual(["note pattern-foreign"]);
  });

  it("are only noted in documents that were made from AWS's models", () => {
    expect(pattern("[a-z", { info: { title: "a", version: "1", "x-release": "v4", "x-serviceName": "s3" } })).toEqual(["note pattern-foreign"]);
  });

  it("aren't run", () => {
    expect(pattern("^(a+)+$")).toEqual([]);
  });
});

describe("control characters", () => {
  const get = (over: object): object => spec({ paths: { "/pets": { get: { ...operation, ...over } } } });
  const ok = { schema: { type: "string" } };

  it.each<[string, object, string]>([
    ["a path", spec({ paths: { "/a\r\nb": { get: operation } } }), "#/paths/~1a%0D%0Ab"],
    ["a header parameter", get({ parameters: [parameter("a\nb", "header")] }), "#/paths/~1pets/get/parameters/0/name"],
    ["a response header", get({ responses: { "200": { description: "x", headers: { "a\0": ok } } } }), "#/paths/~1pets/get/responses/200/headers/a%00"],
    ["a component's header", spec({ components: { responses: { A: { description: "x", headers: { "a\n": ok } } } } }), "#/components/responses/A/headers/a%0A"],
    ["a security scheme", spec({ components: { securitySchemes: { a: { type: "apiKey", in: "header", name: "a\n" } } } }), "#/components/securitySchemes/a/name"],
    ["a media type", get({ requestBody: { content: { "application/json\r\nX: y": ok } } }), "#/paths/~1pets/get/requestBody/content/application~1json%0D%0AX:%20y"],
    ["a media type of a response", get({ responses: { "200": { description: "x", content: { "a/b\n": ok } } } }), "#/paths/~1pets/get/responses/200/content/a~1b%0A"],
    ["a target", get({ parameters: [parameter("X-Amz-Target", "header", { schema: { type: "string", enum: ["A.B", "A\r\nB"] } })] }), "#/paths/~1pets/get/parameters/0/schema/enum/1"],
    ["a cookie", get({ parameters: [parameter("a\n", "cookie")] }), "#/paths/~1pets/get/parameters/0/name"],
  ])("are refused in %s", (_what, document, pointer) => {
    expect(faultsOf(document)).toEqual([`control-character ${pointer}`]);
  });

  it("aside, the names of headers are those of HTTP", () => {
    expect(faultsOf(get({ parameters: [parameter("a b", "header"), parameter("x-amz-meta-", "header"), parameter("é", "header")] }))).toEqual(["header-name-invalid #/paths/~1pets/get/parameters/0/name", "header-name-invalid #/paths/~1pets/get/parameters/2/name"]);
  });
});

describe("size", () => {
  it("is limited", () => {
    expect(faultsOf(spec({ paths: { "/a": { get: operation, put: { operationId: "b", responses } } } }), {}, { limits: { operations: 1 } })).toEqual(["over-limit #/paths"]);
    expect(faultsOf(withSchemas({ A: {}, B: {} }), {}, { limits: { schemas: 1 } })).toEqual(["over-limit #/components/schemas"]);
  });

  it("may be nothing, which is worth a word", () => {
    expect(problemsOf(spec({ paths: {} }))).toMatchObject([{ severity: "warning", code: "no-operations" }]);
  });
});

it("all faults are told in one run", () => {
  const document = spec({ servers: [{ url: "ftp://a" }], security: [{ gone: [] }], paths: { "/{a}": { get: { responses: { "200": { $ref: "#/components/responses/Gone" } } } } }, components: { schemas: { A: { type: "text" } } } });
  expect(problemsOf(document).map(({ code }) => code).toSorted()).toEqual(["field-wrong-value", "operation-id-missing", "path-label-undefined", "ref-not-found", "security-scheme-undefined", "server-scheme"]);
});

it("collects no more problems than the limit says", () => {
  const schemas = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`S${n}`, { type: "text" }]));
  expect(problemsOf(withSchemas(schemas), {}, { limits: { problems: 10 } })).toHaveLength(10);
});
