// What a document has lost, one fact at a time: the action that the overlay gets, and that nothing is wrong with it afterwards.

import { describe, expect, it } from "vitest";
import { factKinds } from "../../scripts/facts/compare/fact.ts";
import { comparedReason } from "../../scripts/facts/overlay/overlay-of.ts";
import { Stop } from "../../scripts/problems/stop.ts";
import { converted, takes } from "../prepare/documents.ts";
import { answer, convertedRest, imported, kinds, operation, overlaid, query, ref, rest, restXml, structure, wrong, zoo, type Parts } from "./models.ts";

const compared = { target: "$", description: comparedReason, update: { "x-facts": "2020-01-01" } };

/** The actions without their reasons, and without the last one, which every overlay has. */
function actions(parts: Parts, document: object): readonly object[] {
  const { actions: found, after } = overlaid(zoo(parts), document);
  expect(wrong(after)).toEqual([]);
  expect(found.at(-1)).toEqual(compared);
  return found.slice(0, -1).map(({ description: _, ...action }) => action);
}

const object = (properties: object, over: object = {}) => ({ type: "object", properties, ...over });

const json: Parts = {
  operations: { Feed: operation("Feed", { input: { shape: "FeedInput" }, output: { shape: "FeedOutput" }, errors: [{ shape: "Hungry" }] }) },
  shapes: { FeedInput: structure({ Food: { shape: "String" } }), FeedOutput: structure({ Left: { shape: "Integer" } }), Hungry: structure({ message: { shape: "String" } }, { exception: true }) },
};
const jsonDocument = (schemas: object = {}) => converted(
  { Feed: { ...takes(ref("FeedInput")), responses: answer("FeedOutput", ["Hungry"]) } },
  { FeedInput: object({ Food: { type: "string" } }), FeedOutput: object({ Left: { type: "integer" } }), Hungry: {}, ...schemas },
);
const withShapes = (shapes: object, over: Parts = {}): Parts => ({ ...json, ...over, shapes: { ...json.shapes, ...shapes } });

describe("an overlay of facts", () => {
  it("says of a document that is right by rules alone that somebody has looked", () => {
    expect(overlaid(zoo(json), jsonDocument()).overlay?.["actions"]).toEqual([compared]);
    expect(overlaid(zoo(json), { ...jsonDocument(), "x-facts": "2020-01-01" }).overlay).toBeUndefined();
  });

  it("says where it comes from, and what it is for", () => {
    const { overlay } = overlaid(zoo({ ...json, metadata: { jsonVersion: "1.0" } }), jsonDocument());
    expect(overlay).toEqual({
      overlay: "1.0.0", info: { title: "What the model of AWS Zoo Service knows and the document lacks", version: "2020-01-01" }, extends: "zoo.json",
      actions: [{ target: "$", description: factKinds.protocol, update: { "x-protocol": "aws-json-1.0" } }, compared],
    });
  });

  it("is the same every time", () => {
    const model = zoo({ ...json, metadata: { jsonVersion: "1.0", signingName: "animals", serviceId: "Big Zoo" } });
    expect(JSON.stringify(overlaid(model, jsonDocument()).overlay)).toBe(JSON.stringify(overlaid(model, jsonDocument()).overlay));
  });

  it("isn't needed for a document that an import has made", () => {
    const model = zoo({ ...json, metadata: { jsonVersion: "1.0" } });
    expect(overlaid(model, imported(model).document).overlay).toBeUndefined();
  });

  it("refuses a model that shares no operation with the document", () => {
    const other = zoo({ operations: { Sleep: operation("Sleep") } });
    expect(() => overlaid(other, jsonDocument())).toThrow(Stop);
    expect(() => overlaid(other, jsonDocument())).toThrow("model-foreign");
  });
});

describe("the service", () => {
  it("gets its signing name and its own name", () => {
    expect(actions({ ...json, metadata: { signingName: "animals", serviceId: "Zoo Of Zoos" } }, jsonDocument())).toEqual([{ target: "$", update: { "x-signing-name": "animals", "x-service-name": "ZooOfZoos" } }]);
  });

  it("gets its waiters", () => {
    const waiters = { Fed: { operation: "Feed", delay: 4, maxAttempts: 3, acceptors: [{ matcher: "path", argument: "Left", expected: 0, state: "success" }, { matcher: "error", expected: "Hungry", state: "retry" }, { matcher: "status", expected: 500, state: "failure" }] } };
    expect(actions({ ...json, waiters }, jsonDocument())).toEqual([{
      target: "$",
      update: { "x-waiters": { Fed: { operation: "Feed", delay: 4, maxAttempts: 3, acceptors: [{ state: "success", matcher: "path", path: "Left", expected: 0 }, { state: "retry", matcher: "error", expected: "Hungry" }, { state: "failure", matcher: "status", expected: 500 }] } } },
    }]);
  });

  it("gets no waiter that can't be checked to the end", () => {
    const waiters = { Fed: { operation: "Feed", delay: 4, maxAttempts: 3, acceptors: [{ matcher: "path", argument: "sum(Left)", expected: 0, state: "success" }] } };
    expect(actions({ ...json, waiters }, jsonDocument())).toEqual([]);
  });
});

describe("an operation", () => {
  it("gets its pages", () => {
    const parts = withShapes({ FeedInput: structure({ Food: { shape: "String" }, Limit: { shape: "Integer" } }), FeedOutput: structure({ Left: { shape: "Integer" }, Next: { shape: "String" } }) }, { paginators: { Feed: { input_token: "Food", output_token: "Next", limit_key: "Limit", result_key: ["Left"] } } });
    const document = jsonDocument({ FeedInput: object({ Food: { type: "string" }, Limit: { type: "integer" } }), FeedOutput: object({ Left: { type: "integer" }, Next: { type: "string" } }) });
    expect(actions(parts, document)).toEqual([{ target: "$.paths['/#X-Amz-Target=Zoo.Feed'].post", update: { "x-pagination": { inputTokens: ["Food"], outputTokens: ["Next"], limit: "Limit", results: ["Left"] } } }]);
  });

  it("gets host prefix, freedom from signatures, checksum and unsigned payload, in one action for all operations alike", () => {
    const special = { endpoint: { hostPrefix: "x." }, authtype: "none", httpChecksumRequired: true };
    const parts: Parts = { operations: { A: operation("A", special), B: operation("B", special), C: operation("C", { authtype: "v4-unsigned-body" }) } };
    expect(actions(parts, converted({ A: {}, B: {}, C: {} }))).toEqual([
      { target: "$.paths['/#X-Amz-Target=Zoo.A', '/#X-Amz-Target=Zoo.B'].post", update: { "x-wire": { hostPrefix: "x." }, security: [], "x-checksum": { required: true } } },
      { target: "$.paths['/#X-Amz-Target=Zoo.C'].post", update: { "x-unsigned-payload": true } },
    ]);
  });

  it("gets its greedy labels", () => {
    const parts: Parts = { metadata: rest, operations: { Read: { name: "Read", http: { method: "GET", requestUri: "/files/{Path+}" }, input: { shape: "In" } } }, shapes: { In: structure({ Path: { shape: "String", location: "uri", locationName: "Path" } }) } };
    const document = convertedRest({ "/files/{Path}": { get: { operationId: "Read", parameters: [{ name: "Path", in: "path", required: true, schema: { type: "string" } }], responses: { 200: { description: "Success" } } } } });
    expect(actions(parts, document)).toEqual([{ target: "$.paths['/files/{Path}'].get", update: { "x-wire": { path: "/files/{Path+}" } } }]);
  });
});

describe("a path", () => {
  it.each([["/files/", "/files"], ["/files", "/files/"]])("ends as the model says: %s becomes %s", (before, after) => {
    const parts: Parts = { metadata: rest, operations: { Read: { name: "Read", http: { method: "GET", requestUri: after } } } };
    const document = convertedRest({ [before]: { get: { operationId: "Read", responses: { 200: { description: "Success" } } } } });
    expect(actions(parts, document)).toEqual([{ target: `$.paths['${before}'].get`, update: { "x-wire": { path: after } } }]);
  });
});

describe("an exception", () => {
  it("gets the members that arrive in headers", () => {
    const parts: Parts = {
      metadata: rest, operations: { Read: { name: "Read", http: { method: "GET", requestUri: "/files" }, errors: [{ shape: "Closed" }] } },
      shapes: { Closed: structure({ message: { shape: "String" }, Until: { shape: "String", location: "header", locationName: "Retry-After" } }, { exception: true }) },
    };
    const document = convertedRest({ "/files": { get: { operationId: "Read", responses: { 200: { description: "Success" }, 480: { description: "Closed", content: { "application/json": { schema: ref("Closed") } } } } } } }, { Closed: {}, String: { type: "string" } });
    expect(actions(parts, document)).toEqual([
      { target: "$.components.schemas.Closed", update: { type: "object", properties: { Until: { allOf: [ref("String"), { "x-location": { in: "header", name: "Retry-After" } }] } } } },
    ]);
  });

  it("gets code, status, fault, reason to retry and members, and the types that these need", () => {
    const parts = withShapes({
      Hungry: structure({ message: { shape: "String" }, Since: { shape: "Times" } }, { exception: true, fault: true, error: { code: "Starving", httpStatusCode: 507 }, retryable: { throttling: true } }),
      Times: { type: "list", member: { shape: "Time" } }, Time: { type: "timestamp" },
    });
    expect(actions(parts, jsonDocument())).toEqual([
      { target: "$.components.schemas", update: { Times: { type: "array", items: ref("Time") }, Time: { type: "string", format: "date-time" } } },
      {
        target: "$.components.schemas.Hungry",
        update: { "x-error": { code: "Starving", fault: "server", status: 507, retryable: "throttling" }, type: "object", properties: { Since: ref("Times") } },
      },
    ].reverse());
  });
});

describe("a structure", () => {
  it("is told to hold kinds of messages that follow one another", () => {
    const parts = withShapes({ FeedOutput: structure({ Seen: { shape: "Seen" } }), Seen: structure({ Lion: { shape: "Lion" } }, { eventstream: true }), Lion: structure({}) });
    const document = jsonDocument({ FeedOutput: object({ Seen: ref("Seen") }), Seen: object({ Lion: ref("Lion") }), Lion: object({}) });
    expect(actions(parts, document)).toEqual([{ target: "$.components.schemas.Seen", update: { "x-event-stream": true } }]);
  });
});

describe("a member", () => {
  it("gets the form of its timestamp where that isn't the usual, once for the type", () => {
    const parts = withShapes({ FeedInput: structure({ At: { shape: "Time" }, Also: { shape: "Time" }, Usual: { shape: "Usual" } }), Time: { type: "timestamp", timestampFormat: "iso8601" }, Usual: { type: "timestamp" } });
    const document = jsonDocument({ FeedInput: object({ At: ref("Time"), Also: ref("Time"), Usual: ref("Usual") }), Time: { type: "string", format: "date-time" }, Usual: { type: "string", format: "date-time" } });
    expect(actions(parts, document)).toEqual([{ target: "$.components.schemas.Time", update: { "x-timestamp": "date-time" } }]);
  });

  it("is told to be bytes, a text of JSON, any value, or a token", () => {
    const parts = withShapes({ FeedInput: structure({ Picture: { shape: "Photo" }, Clue: { shape: "String", jsonvalue: true }, Notes: { shape: "Notes" }, Once: { shape: "String", idempotencyToken: true }, ClientToken: { shape: "String" } }), Photo: { type: "blob" }, Notes: structure({}, { document: true }) });
    const document = jsonDocument({ FeedInput: object({ Picture: ref("Photo"), Clue: { type: "string" }, Notes: ref("Notes"), Once: { type: "string" }, ClientToken: { type: "string" } }), Photo: { type: "string" }, Notes: object({}) });
    const at = (name: string) => `$.components.schemas.FeedInput.properties.${name}`;
    expect(actions(parts, document)).toEqual([
      { target: "$.components.schemas.Photo", update: { format: "byte" } },
      { target: at("Clue"), update: { "x-json-value": true } },
      { target: "$.components.schemas.Notes.type", remove: true },
      { target: "$.components.schemas.Notes.properties", remove: true },
      { target: at("Once"), update: { "x-idempotency-token": true } },
      { target: at("ClientToken"), update: { "x-idempotency-token": false } },
    ]);
  });

  const store: Parts = {
    metadata: rest,
    operations: { Store: { name: "Store", http: { method: "PUT", requestUri: "/things" }, input: { shape: "StoreRequest" }, output: { shape: "StoreAnswer" } } },
    shapes: {
      StoreRequest: structure({ Kind: { shape: "String", location: "header", locationName: "x-kind" }, Thing: { shape: "Thing" } }, { payload: "Thing", required: ["Thing"] }),
      Thing: structure({ Name: { shape: "String" } }),
      StoreAnswer: structure({ Size: { shape: "Integer", location: "header", locationName: "x-size", documentation: "<p>How large it is. Or was.</p>" }, Code: { shape: "Integer", location: "statusCode" }, Labels: { shape: "Labels", location: "headers", locationName: "label-" }, Thing: { shape: "Thing" } }, { payload: "Thing" }),
      Labels: { type: "map", key: { shape: "String" }, value: { shape: "String" } },
    },
  };
  const storeDocument = convertedRest(
    {
      "/things": {
        put: {
          operationId: "Store", parameters: [{ name: "x-kind", in: "header", schema: { type: "string" } }], responses: answer("StoreAnswer"),
          requestBody: { required: true, content: { "application/json": { schema: object({ Thing: object({ Name: { type: "string" } }) }, { required: ["Thing"] }) } } },
        },
      },
    },
    { Thing: object({ Name: { type: "string" } }), StoreAnswer: object({ Thing: ref("Thing"), Labels: ref("Labels") }), Labels: { type: "object", additionalProperties: { type: "string" } }, Integer: { type: "integer" } },
  );

  it("is found in headers, in the status, under a prefix, and as the whole body", () => {
    const found = actions(store, storeDocument);
    expect(found).toContainEqual({ target: "$.paths['/things'].put.parameters[?@.name == 'x-kind' && @.in == 'header']", update: { "x-member": "Kind" } });
    expect(found).toContainEqual({
      target: "$.components.schemas.StoreAnswer.properties",
      update: {
        Size: { allOf: [ref("Integer"), { description: "How large it is.", "x-location": { in: "header", name: "x-size" } }] },
        Code: { allOf: [ref("Integer"), { "x-location": { in: "status" } }] },
      },
    });
    expect(found).toContainEqual({ target: "$.components.schemas.StoreAnswer.properties.Thing", update: { "x-location": { in: "payload" } } });
    expect(found).toContainEqual({ target: "$.components.schemas.StoreAnswer.properties.Labels", update: { "x-location": { in: "prefix", name: "label-" } } });
    expect(kinds(overlaid(zoo(store), storeDocument).before)).toEqual(expect.arrayContaining(["payload", "status code", "response header", "prefix map", "member name"]));
  });

  it("has names of its own in XML", () => {
    const parts: Parts = {
      metadata: query,
      operations: { Tell: operation("Tell", { input: { shape: "TellInput" } }) },
      shapes: {
        TellInput: structure({ Words: { shape: "Words" }, Loudness: { shape: "Integer", locationName: "Volume" }, More: { shape: "More" }, Pairs: { shape: "Pairs" } }),
        Words: { type: "list", member: { shape: "String", locationName: "Word" } },
        More: { type: "list", member: { shape: "String" }, flattened: true },
        Pairs: { type: "map", key: { shape: "String", locationName: "Name" }, value: { shape: "String", locationName: "Text" } },
      },
    };
    const twin = { "x-aws-operation-name": "Tell", operationId: "POST_Tell", responses: { 200: { description: "Success" } }, requestBody: { content: { "text/xml": { schema: ref("TellInput") } } } };
    const list = { type: "array", items: { type: "string" } };
    const document = { ...convertedRest({ "/#Action=Tell": { post: twin } }, { TellInput: object({ Words: ref("Words"), Loudness: { type: "integer" }, More: ref("More"), Pairs: ref("Pairs") }), Words: list, More: list, Pairs: { type: "object", additionalProperties: { type: "string" } } }) };
    expect(actions(parts, document)).toEqual([
      { target: "$.components.schemas.Words.items", update: { xml: { name: "Word" } } },
      { target: "$.components.schemas.TellInput.properties.Loudness", update: { xml: { name: "Volume" } } },
      { target: "$.components.schemas.More", update: { xml: { wrapped: false } } },
      { target: "$.components.schemas.Pairs", update: { xml: { "x-key-name": "Name", "x-value-name": "Text" } } },
    ]);
  });

  it("may be required where the document has forgotten it, and no longer where it isn't", () => {
    const parts: Parts = { metadata: restXml, operations: { Add: { name: "Add", http: { method: "POST", requestUri: "/add" }, input: { shape: "AddRequest" } } }, shapes: { AddRequest: structure({ Name: { shape: "String" }, Age: { shape: "Integer" } }, { required: ["Name"] }) } };
    const body = (required: readonly string[]) => ({ required: true, content: { "text/xml": { schema: object({ Name: { type: "string" }, Age: { type: "integer" } }, { required }) } } });
    const document = convertedRest({ "/add": { post: { operationId: "Add", requestBody: body(["Age"]), responses: { 200: { description: "Success" } } } } });
    const schema = "$.paths['/add'].post.requestBody.content['text/xml'].schema";
    expect(actions(parts, document)).toEqual([{ target: schema, update: { required: ["Name"] } }, { target: `${schema}.required[?@ == 'Age']`, remove: true }]);
  });
});
