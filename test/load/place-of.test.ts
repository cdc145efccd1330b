import { expect, it } from "vitest";

import { placeIn, placeOf } from "../../scripts/load/place-of.ts";
import { loadText, spec } from "./specs.ts";

const json = `{
  "openapi": "3.0.3",
  "paths": {
    "/a~b": [ "x",
      { "k\\u0065y": true } ]
  }
}`;

const yaml = `openapi: 3.0.3 # the version
x-shared: &shared
  description: Fine.
paths:
  /a~b:
    - x
    - key: true
  /other:
    <<: *shared
`;

it.each([
  ["", "1:1"],
  ["/openapi", "2:14"],
  ["/paths", "3:3"],
  ["/paths/~1a~0b", "4:5"],
  ["/paths/~1a~0b/0", "4:15"],
  ["/paths/~1a~0b/1", "5:7"],
  ["/paths/~1a~0b/1/key", "5:21"],
])("finds %s in JSON at %s", (pointer, at) => {
  const { line, column } = placeIn({ file: "a.json", text: json, format: "json" }, pointer);
  expect(`${line}:${column}`).toBe(at);
});

it.each([
  ["", "1:1"],
  ["/openapi", "1:10"],
  ["/paths", "4:1"],
  ["/paths/~1a~0b", "5:3"],
  ["/paths/~1a~0b/0", "6:7"],
  ["/paths/~1a~0b/1", "7:7"],
  ["/paths/~1a~0b/1/key", "7:12"],
  ["/paths/~1other/description", "3:16"],
])("finds %s in YAML at %s", (pointer, at) => {
  const { line, column } = placeIn({ file: "a.yaml", text: yaml, format: "yaml" }, pointer);
  expect(`${line}:${column}`).toBe(at);
});

it("places what doesn't exist at the nearest part around it", () => {
  expect(placeIn({ file: "a.json", text: json, format: "json" }, "/paths/~1a~0b/1/nothing/here")).toEqual({ file: "a.json", line: 5, column: 7, pointer: "#/paths/~1a~0b/1/nothing/here" });
});

it("counts lines that end like those of Windows and of old Macs", () => {
  const text = '{\r\n"a": 1,\r"b": 2,\n"c": 3}';
  expect(["/a", "/b", "/c"].map((pointer) => placeIn({ file: "a.json", text, format: "json" }, pointer).line)).toEqual([2, 3, 4]);
});

it("writes pointers so that they survive a line of text", () => {
  const document = loadText(spec({ "x-a": { "a b\n%\u202E": 1 } }));
  expect(placeOf(document, "/x-a/a b\n%\u202E").pointer).toBe("#/x-a/a%20b%0A%25%E2%80%AE");
});

it("finds the overlay that made a part, and the items that its removals moved", () => {
  const overlay = `overlay: 1.0.0
info: { title: a, version: "1" }
actions:
  - target: $.tags[0]
    remove: true
  - target: $.info
    update:
      contact: { name: me }
  - target: $.tags
    update: { name: added }
`;
  const text = `openapi: 3.0.3
info: { title: Pets, version: "1" }
tags:
  - name: one
  - name: two
paths: {}
`;
  const document = loadText(text, { overlays: { "o.yaml": overlay } });
  const place = (pointer: string): string => {
    const { file, line, column, pointer: at } = placeOf(document, pointer);
    return `${file}:${line}:${column} ${at}`;
  };
  expect(place("/info/title")).toBe("openapi.yaml:2:16 #/info/title");
  expect(place("/info/contact/name")).toBe("o.yaml:8:24 #/actions/1/update/contact/name");
  expect(place("/tags/0/name")).toBe("openapi.yaml:5:11 #/tags/1/name");
  expect(place("/tags/1/name")).toBe("o.yaml:10:21 #/actions/2/update/name");
});
