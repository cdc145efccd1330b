import { describe, expect, it } from "vitest";
import { load } from "../../scripts/load/load.ts";
import { sourceOf } from "../../scripts/load/source.ts";
import { prepare } from "../../scripts/prepare/prepare.ts";
import { converted, plain } from "./documents.ts";

const guesses = (document: object) => prepare(load(sourceOf(JSON.stringify(document), { file: "spec.json" }))).guesses;

const zoo = (over: object = {}) =>
  converted(
    { Feed: { requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/FeedRequest" } } } }, responses: { 200: { description: "" }, 480: { description: "", content: { "application/json": { schema: { $ref: "#/components/schemas/Hungry" } } } } } } },
    { FeedRequest: { type: "object", properties: { ClientToken: { type: "string" }, Photo: { $ref: "#/components/schemas/PhotoBlob" } } }, PhotoBlob: { type: "string" }, Hungry: {} },
    over,
  );

describe("what was guessed", () => {
  it("is told with the rule that told it, and where", () => {
    expect(guesses(zoo())).toEqual(expect.arrayContaining([
      { fact: "protocol", by: "the form of paths and content types", about: ["aws-json-1.1"] },
      { fact: "bytes", by: "the type's name", about: ["PhotoBlob"] },
      { fact: "idempotency tokens", by: "the member's name", about: ["FeedRequest.ClientToken"] },
      { fact: "whose fault failures are", by: "their names", about: ["Hungry"] },
    ]));
  });

  it("isn't what the document says itself", () => {
    expect(guesses(zoo({ "x-protocol": "aws-json-1.0" })).map(({ fact }) => fact)).not.toContain("protocol");
  });

  it("is nothing where a model was asked, and nothing in documents that weren't converted", () => {
    expect(guesses(zoo({ "x-facts": "2020-01-01" }))).toEqual([]);
    expect(guesses(plain({ Thing: { type: "object", properties: { ClientToken: { type: "string" } } } }))).toEqual([]);
  });
});
