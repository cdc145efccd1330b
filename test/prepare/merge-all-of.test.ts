import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../scripts/json.ts";
import { mergeAllOf } from "../../scripts/prepare/read/merge-all-of.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const schemas: JsonObject = {
  Base: { type: "object", description: "The base.", required: ["id"], properties: { id: { type: "string" }, name: { type: "string" } } },
  Named: { type: "object", properties: { name: { type: "string", maxLength: 5 } } },
  Circle: { allOf: [ref("Circle")], type: "object" },
  Ping: { allOf: [ref("Pong")] },
  Pong: { allOf: [ref("Ping"), { type: "object", properties: { a: { type: "string" } } }] },
};

describe("allOf", () => {
  it("with one reference and annotations is that reference, annotated", () => {
    expect(mergeAllOf({ allOf: [ref("Base"), { description: "Whose.", "x-a": 1, xml: { name: "b" } }] }, schemas)).toEqual({ ...ref("Base"), description: "Whose.", "x-a": 1, xml: { name: "b" } });
    expect(mergeAllOf({ allOf: [ref("Base")], nullable: true, deprecated: true }, schemas)).toEqual({ ...ref("Base"), nullable: true, deprecated: true });
  });

  it("with properties beside a reference unites members and requirements", () => {
    expect(mergeAllOf({ allOf: [ref("Base"), { type: "object", required: ["age"], properties: { age: { type: "integer" } } }], description: "A person." }, schemas)).toEqual({
      type: "object", description: "A person.", required: ["id", "age"], properties: { id: { type: "string" }, name: { type: "string" }, age: { type: "integer" } },
    });
  });

  it("lets the later one win", () => {
    expect(mergeAllOf({ allOf: [ref("Base"), ref("Named")] }, schemas)["properties"]).toEqual({ id: { type: "string" }, name: { type: "string", maxLength: 5 } });
  });

  it("doesn't take over a part's description, which describes the part", () => {
    expect(mergeAllOf({ allOf: [ref("Base"), ref("Named")] }, schemas)).not.toHaveProperty("description");
  });

  it("keeps __proto__ as a member like any other", () => {
    const part = JSON.parse('{ "type": "object", "properties": { "__proto__": { "type": "string" } } }') as JsonObject;
    expect(Object.keys(mergeAllOf({ allOf: [part, ref("Named")] }, schemas)["properties"] as object)).toEqual(["__proto__", "name"]);
  });

  it("comes to an end in circles", () => {
    expect(mergeAllOf(schemas["Circle"] as JsonObject, schemas)).toMatchObject({ type: "object" });
    expect(mergeAllOf({ allOf: [ref("Ping"), { type: "object", properties: { b: {} } }] }, schemas)).toMatchObject({ properties: { a: { type: "string" }, b: {} } });
  });

  it("that isn't there changes nothing", () => {
    const schema = { type: "string" };
    expect(mergeAllOf(schema, schemas)).toBe(schema);
  });
});
