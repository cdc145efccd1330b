import { describe, expect, it } from "vitest";

import { faultsOf, loadText, problemsOf, spec } from "./specs.ts";

function overlay(actions: readonly object[], over: object = {}): { overlays: Record<string, string> } {
  return { overlays: { "fix.yaml": JSON.stringify({ overlay: "1.0.0", info: { title: "Fix", version: "1" }, actions, ...over }) } };
}

const tagged = spec({ tags: [{ name: "one" }, { name: "two" }, { name: "three" }], "x-data": { list: [1, 2], map: { a: { b: 1, c: [1] } }, text: "old" } });

describe("what an action does", () => {
  const after = (...actions: object[]): Record<string, unknown> => loadText(tagged, overlay(actions)).api as Record<string, unknown>;

  it("merges maps, joins lists and replaces everything else", () => {
    const { "x-data": data } = after({ target: "$['x-data']", update: { list: [3], map: { a: { b: 2, c: [2], d: null } }, text: "new", added: {} } });
    expect(data).toEqual({ list: [1, 2, 3], map: { a: { b: 2, c: [1, 2], d: null } }, text: "new", added: {} });
  });

  it("replaces a list by a map, and a map by a text", () => {
    expect(after({ target: "$['x-data']", update: { list: { a: 1 }, map: "gone" } })["x-data"]).toEqual({ list: { a: 1 }, map: "gone", text: "old" });
  });

  it("appends to a list, one thing or several", () => {
    expect(after({ target: "$['x-data'].list", update: 3 })["x-data"]).toMatchObject({ list: [1, 2, 3] });
    expect(after({ target: "$['x-data'].list", update: [3, 4] })["x-data"]).toMatchObject({ list: [1, 2, 3, 4] });
    expect(after({ target: "$.tags", update: { name: "four" } })["tags"]).toHaveLength(4);
  });

  it("replaces a single value", () => {
    expect(after({ target: "$['x-data'].text", update: "new" })["x-data"]).toMatchObject({ text: "new" });
  });

  it("removes members and list items, several at once", () => {
    expect(after({ target: "$.tags[?@.name != 'two']", remove: true })["tags"]).toEqual([{ name: "two" }]);
    expect(after({ target: "$['x-data']['list','text']", remove: true })["x-data"]).toEqual({ map: { a: { b: 1, c: [1] } } });
    expect(after({ target: "$..[?@ == 1]", remove: true })["x-data"]).toEqual({ list: [2], map: { a: { c: [] } }, text: "old" });
  });

  it("removes rather than updates when told both", () => {
    expect(after({ target: "$['x-data'].text", update: "new", remove: true })["x-data"]).not.toHaveProperty("text");
  });

  it("gives each place its own copy, which later actions change alone", () => {
    const { tags } = after({ target: "$.tags[*]", update: { externalDocs: { url: "https://a.example" } } }, { target: "$.tags[0].externalDocs", update: { url: "https://b.example" } });
    expect((tags as { externalDocs: { url: string } }[]).map(({ externalDocs }) => externalDocs.url)).toEqual(["https://b.example", "https://a.example", "https://a.example"]);
  });

  it("applies actions in their order, and overlays in theirs", () => {
    const text = (value: string): string => JSON.stringify({ overlay: "1.0.0", info: { title: "a", version: "1" }, actions: [{ target: "$.info", update: { title: value } }] });
    expect(loadText(spec(), { overlays: { "a.json": text("first"), "b.json": text("second") } }).api["info"]).toMatchObject({ title: "second" });
  });

  it("treats __proto__ as any other key", () => {
    const update = JSON.parse('{ "__proto__": { "polluted": true } }') as object;
    const document = loadText(tagged, { overlays: { "a.json": `{"overlay":"1.0.0","info":{"title":"a","version":"1"},"actions":[{"target":"$['x-data']","update":${JSON.stringify(update)}},{"target":"$['x-data']","update":${JSON.stringify(update)}}]}` } });
    expect(Object.keys(document.api["x-data"] as object)).toContain("__proto__");
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

it("says what became of each action", () => {
  const { overlayActions } = loadText(tagged, overlay([{ target: "$.tags[*]", description: "Because.", update: { description: "x" } }, { target: "$.nothing", remove: true }]));
  expect(overlayActions).toEqual([
    { source: 1, index: 0, target: "$.tags[*]", description: "Because.", matched: 3 },
    { source: 1, index: 1, target: "$.nothing", description: "", matched: 0 },
  ]);
});

it("warns of an action that matches nothing, at its place in the overlay", () => {
  expect(problemsOf(spec(), { overlays: { "fix.yaml": 'overlay: 1.0.0\ninfo: { title: a, version: "1" }\nactions:\n  - target: $.nothing.here\n    remove: true\n' } })).toEqual([
    {
      severity: "warning",
      code: "overlay-action-unmatched",
      place: { file: "fix.yaml", line: 4, column: 13, pointer: "#/actions/0/target" },
      message: "The target `$.nothing.here` matches nothing in the document, so the action has no effect.",
      fix: "Correct the target, or remove the action from fix.yaml if upstream has taken the correction over.",
    },
  ]);
});

it("corrects a fault of the document before it is looked at", () => {
  expect(faultsOf(spec({ paths: { "/pets": { get: { responses: {} } } } }), overlay([{ target: "$.paths['/pets'].get", update: { operationId: "listPets" } }]))).toEqual([]);
});

it("places a fault that an overlay brings in, inside the overlay", () => {
  const [problem] = problemsOf(spec(), overlay([{ target: "$.paths['/pets'].get", update: { responses: { "200": { $ref: "#/components/responses/Nothing" } } } }]));
  expect(problem).toMatchObject({ code: "ref-not-found", place: { file: "fix.yaml", pointer: "#/actions/0/update/responses/200/$ref" } });
  expect(problem?.fix).toContain("fix.yaml");
});

describe("an invalid overlay", () => {
  it.each<[string, object | string, readonly string[]]>([
    ["is a list", "[]", ["overlay-invalid #"]],
    ["has no version", { info: { title: "a", version: "1" }, actions: [{ target: "$", update: {} }] }, ["overlay-invalid #"]],
    ["is an API document", spec(), ["overlay-invalid #"]],
    ["has an unknown version", { overlay: "2.0.0" }, ["overlay-invalid #/overlay"]],
    ["has a number as version", { overlay: 1 }, ["overlay-invalid #/overlay"]],
    ["has no info", { overlay: "1.0.0", actions: [{ target: "$", update: {} }] }, ["overlay-invalid #/info"]],
    ["has an incomplete info", { overlay: "1.0.0", info: { title: "a" }, actions: [{ target: "$", update: {} }] }, ["overlay-invalid #/info/version"]],
    ["has no actions", { overlay: "1.0.0", info: { title: "a", version: "1" } }, ["overlay-invalid #/actions"]],
    ["has a slip in a field", { overlay: "1.0.0", info: { title: "a", version: "1" }, action: [], actions: [{ target: "$", updat: {}, remove: true }] }, ["overlay-invalid #/action", "overlay-invalid #/actions/0/updat"]],
    ["has an action without a target", { overlay: "1.0.0", info: { title: "a", version: "1" }, actions: [{ update: {} }] }, ["overlay-invalid #/actions/0/target"]],
    ["has an action that does nothing", { overlay: "1.0.0", info: { title: "a", version: "1" }, actions: [{ target: "$" }] }, ["overlay-invalid #/actions/0"]],
    ["has a broken target", { overlay: "1.0.0", info: { title: "a", version: "1" }, actions: [{ target: "$.paths[", remove: true }] }, ["overlay-invalid #/actions/0/target"]],
    ["updates a map with a text", { overlay: "1.0.0", info: { title: "a", version: "1" }, actions: [{ target: "$.info", update: "x" }] }, ["overlay-invalid #/actions/0/update"]],
    ["updates a text with a map", { overlay: "1.0.0", info: { title: "a", version: "1" }, actions: [{ target: "$.info.title", update: {} }] }, ["overlay-invalid #/actions/0/update"]],
    ["removes everything", { overlay: "1.0.0", info: { title: "a", version: "1" }, actions: [{ target: "$", remove: true }] }, ["overlay-invalid #/actions/0/target"]],
  ])("that %s is told with its place", (_what, text, expected) => {
    const problems = problemsOf(spec(), { overlays: { "fix.json": typeof text === "string" ? text : JSON.stringify(text, null, 2) } });
    expect(problems.map(({ code, place }) => `${code} ${place?.pointer}`)).toEqual(expected);
    expect(problems.map(({ place }) => place?.file)).toEqual(expected.map(() => "fix.json"));
  });

  it("changes nothing", () => {
    const { api } = loadText(spec(), overlay([{ target: "$.info", update: { title: "changed" } }, { target: "$[" }]));
    expect(api).toEqual(spec());
  });

  it("says at which character a target is broken", () => {
    expect(problemsOf(spec(), overlay([{ target: "$.a b", remove: true }]))[0]?.message).toBe("The target isn't a JSONPath of RFC 9535: it isn't well-formed at character 5.");
  });

  it("doesn't hide what is wrong with the document", () => {
    const codes = problemsOf(spec({ paths: { "/pets": { get: {} } } }), { overlays: { "fix.yaml": "a: [" } }).map(({ code }) => code);
    expect(codes).toContain("yaml-broken");
    expect(codes).toContain("operation-id-missing");
  });
});

it("warns when an overlay says that it is for another document", () => {
  expect(faultsOf(spec(), overlay([{ target: "$.info", update: {} }], { extends: "other.json" }))).toEqual(["overlay-extends-other #/extends"]);
  expect(faultsOf(spec(), { ...overlay([{ target: "$.info", update: {} }], { extends: "./openapi.json" }) })).toEqual([]);
  expect(faultsOf(spec(), { ...overlay([{ target: "$.info", update: {} }], { extends: "https://example.com/openapi.json" }) })).toEqual([]);
});
