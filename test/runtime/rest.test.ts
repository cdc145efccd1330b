import { describe, expect, it } from "vitest";
import type { AnyOperation, Endpoint, Members } from "../../templates/src/runtime/operation.ts";
import { inHeaders } from "../../templates/src/runtime/protocols/http-binding.ts";
import { rest } from "../../templates/src/runtime/protocols/rest.ts";
import { restJson, restJsonBare, restJsonReader } from "../../templates/src/runtime/protocols/rest-json.ts";
import { blob, dateTime, epochSeconds, headerBooleans, headerDates, headerJson, headerList, headerNumbers, httpDate } from "../../templates/src/runtime/shapes.ts";
import { answer, service } from "../support/sample-service.ts";

const endpoint: Endpoint = { protocol: "https:", host: "api.example", path: "/v1" };

const operation = (parts: Partial<AnyOperation>): AnyOperation => ({ name: "Do", service, protocol: rest, method: "GET", path: "/", ...parts });

const request = (parts: Partial<AnyOperation>, input: Members, protocol = rest) => protocol.request(operation(parts), input, endpoint);

describe("a path", () => {
  const path = (value: unknown, place: object = {}, template = "/a/{id}/b") =>
    request({ path: template, request: { Id: { in: "path", name: "id", ...place } } }, { Id: value }).path;

  it("holds its labels, percent-encoded, after the endpoint's own", () => {
    expect(path("x y/z?#%ü'()*!")).toBe("/v1/a/x%20y%2Fz%3F%23%25%C3%BC%27%28%29%2A%21/b");
    expect(path(7)).toBe("/v1/a/7/b");
    expect(path(false)).toBe("/v1/a/false/b");
    expect(path(new Date(0), { as: dateTime })).toBe("/v1/a/1970-01-01T00%3A00%3A00Z/b");
  });

  it("keeps the slashes of a greedy label", () => {
    expect(path("x/y z/", {}, "/a/{id+}")).toBe("/v1/a/x/y%20z/");
  });

  it.each([
    ["simple", false, [1, 2], "1,2"],
    ["simple", false, { a: 1, b: 2 }, "a,1,b,2"],
    ["simple", true, { a: 1, b: 2 }, "a=1,b=2"],
    ["label", false, [1, 2], ".1,2"],
    ["label", true, [1, 2], ".1.2"],
    ["label", true, { a: 1 }, ".a=1"],
    ["matrix", false, [1, 2], ";id=1,2"],
    ["matrix", true, [1, 2], ";id=1;id=2"],
    ["matrix", true, { a: 1, b: 2 }, ";a=1;b=2"],
    ["matrix", false, 5, ";id=5"],
  ])("writes lists and objects in the style %s, exploded: %s", (style, explode, value, expected) => {
    expect(path(value, { style, explode })).toBe(`/v1/a/${expected}/b`);
  });

  it.each(["", ".", ".."])("never holds %j as a label, which would name another resource", (value) => {
    expect(() => path(value)).toThrow(/^Id: .* can't be part of a path$/);
  });

  it("never holds dots between slashes of a greedy label either", () => {
    for (const value of ["a/../b", "..", "./a"]) expect(() => path(value, {}, "/{id+}")).toThrow("can't be part of a path");
  });

  it("is refused when a label is missing, no text, or half of a surrogate pair", () => {
    for (const value of [undefined, null]) expect(() => path(value)).toThrow("id: a value is needed, since it is part of the path");
    expect(() => path([[1]])).toThrow("Id: text, a number or a boolean is expected");
    expect(() => path("\ud800")).toThrow("Id: half of a surrogate pair can't be part of a URL");
  });
});

describe("a member without which the request would be another operation's", () => {
  it.each([
    ["query", { in: "query", name: "uploadId", decisive: true }],
    ["header", { in: "header", name: "x-amz-copy-source", decisive: true }],
  ] as const)("has to be there, in the %s", (_, place) => {
    const send = (input: Members) => request({ method: "DELETE", path: "/b/k", request: { Upload: place } }, input);
    for (const input of [{}, { Upload: undefined }, { Upload: null }, { Upload: "" }, { Upload: [] }]) {
      expect(() => send(input as Members)).toThrow("Upload: a value is needed, since without it the request would be another operation's");
    }
    expect(() => send({ Upload: "7" })).not.toThrow();
  });
});

describe("a query", () => {
  const query = (value: unknown, place: object = {}) => request({ query: { v: "1 2" }, request: { Q: { in: "query", name: "q[]", ...place } } }, { Q: value }).query;

  it.each([
    ["text", "a&b=c +", {}, "q%5B%5D=a%26b%3Dc%20%2B"],
    ["nothing", "", {}, "q%5B%5D="],
    ["a list", ["a", 2, true], {}, "q%5B%5D=a&q%5B%5D=2&q%5B%5D=true"],
    ["a list in one", ["a", "b,"], { explode: false }, "q%5B%5D=a,b%2C"],
    ["a list by spaces", ["a", "b"], { style: "spaceDelimited" }, "q%5B%5D=a%20b"],
    ["a list by pipes", ["a", "b"], { style: "pipeDelimited" }, "q%5B%5D=a%7Cb"],
    ["an object", { a: 1, b: [2, 3] }, {}, "a=1&b=2&b=3"],
    ["an object in one", { a: 1, b: 2 }, { explode: false }, "q%5B%5D=a,1,b,2"],
    ["a deep object", { a: 1, "b c": 2 }, { style: "deepObject" }, "q%5B%5D%5Ba%5D=1&q%5B%5D%5Bb%20c%5D=2"],
    ["dates", [new Date(0), new Date(1_000)], { as: dateTime }, "q%5B%5D=1970-01-01T00%3A00%3A00Z&q%5B%5D=1970-01-01T00%3A00%3A01Z"],
  ])("holds %s beside the constants", (_, value, place, expected) => {
    expect(query(value, place)).toBe(`v=1%202&${expected}`);
  });

  it.each([[undefined], [null], [[]], [[undefined]]])("leaves out %j", (value) => expect(query(value)).toBe("v=1%202"));

  it("says which member can't be part of it", () => {
    expect(() => query({ a: { b: 1 } })).toThrow("Q: text, a number or a boolean is expected");
    expect(() => query(new Date(NaN), { as: dateTime })).toThrow("Q: a valid Date is expected");
  });
});

describe("headers", () => {
  const headers = (value: unknown, place: object) => request({ request: { H: place as never } }, { H: value }).headers;

  it.each([
    ["text", "x", { in: "header", name: "X-H" }, { "x-h": "x" }],
    ["a list", ["a", 'b,"c"', 3], { in: "header", name: "X-H" }, { "x-h": 'a, "b,\\"c\\"", 3' }],
    ["dates, whose commas need no quotes", [new Date(0), new Date(1_000)], { in: "header", name: "X-H", as: httpDate }, { "x-h": "Thu, 01 Jan 1970 00:00:00 GMT, Thu, 01 Jan 1970 00:00:01 GMT" }],
    ["JSON as base64", { a: true }, { in: "header", name: "X-H", as: headerJson }, { "x-h": "eyJhIjp0cnVlfQ==" }],
    ["a date", new Date(0), { in: "header", name: "Expires", as: httpDate }, { expires: "Thu, 01 Jan 1970 00:00:00 GMT" }],
    ["entries with a prefix", { Colour: "red", n: 1 }, { in: "prefix", name: "X-Meta-" }, { "x-meta-colour": "red", "x-meta-n": "1" }],
    ["nothing for an empty list", [], { in: "header", name: "X-H" }, {}],
  ])("hold %s", (_, value, place, expected) => {
    expect(headers(value, place)).toEqual({ accept: "application/json", ...expected });
  });
});

describe("a body", () => {
  const put = { method: "PUT" };

  it("holds the members that travel nowhere else, in the form of their shape", () => {
    const parts = { ...put, input: { members: { At: epochSeconds, Id: blob } }, request: { Id: { in: "query", name: "id" } } } as const;
    const { body, headers, query } = request(parts, { At: new Date(1_500), Id: "x", New: [1], Gone: undefined });
    expect([body, query, headers["content-type"]]).toEqual(['{"At":1.5,"New":[1]}', "id=x", "application/json"]);
  });

  it("isn't there when there is nothing to hold, unless the document wants one", () => {
    expect(request(put, {})).toMatchObject({ body: undefined, headers: { accept: "application/json" } });
    expect(request({ ...put, body: true }, {}).body).toBe("{}");
  });

  it("keeps `__proto__` as a plain key", () => {
    expect(request(put, JSON.parse('{"__proto__":1}') as Members).body).toBe('{"__proto__":1}');
  });

  it.each([
    ["a list", [{ a: 1 }], {}, '[{"a":1}]', "application/json"],
    ["text as JSON", "x", {}, '"x"', "application/json"],
    ["text", "x", { as: "text" }, "x", "text/plain"],
    ["bytes", new Uint8Array([1]), { as: "bytes" }, new Uint8Array([1]), "application/octet-stream"],
    ["bytes of text", "x", { as: "bytes" }, "x", "application/octet-stream"],
    ["false", false, {}, "false", "application/json"],
  ])("may be one member alone: %s", (_, value, place, body, type) => {
    const sent = request({ ...put, request: { body: { in: "payload", ...place } as never } }, { body: value });
    expect([sent.body, sent.headers["content-type"]]).toEqual([body, type]);
  });

  it("may have a media type of its own", () => {
    expect(request({ ...put, headers: { "content-type": "application/merge-patch+json" } }, { a: 1 }).headers["content-type"]).toBe("application/merge-patch+json");
  });

  it("has no room in a GET: a member that the document lacks is refused by name", () => {
    expect(() => request({}, { Misspelt: 1 })).toThrow("Misspelt: has no place in this request");
    expect(request({ body: true }, { Known: 1 }).body).toBe('{"Known":1}');
  });
});

describe("a request of AWS's REST protocols", () => {
  const awsRequest = (parts: Partial<AnyOperation>, input: Members) => request({ method: "POST", ...parts }, input, restJson);

  it("names a flag without a value", () => {
    expect(awsRequest({ query: { acl: "", "list-type": "2" } }, {}).query).toBe("acl&list-type=2");
  });

  it("says what a member says, though a map says the same name", () => {
    const places = { More: { in: "query", name: "More" }, Name: { in: "query", name: "n" }, At: { in: "query", name: "at", as: dateTime } } as const;
    expect(awsRequest({ query: { v: "1" }, request: places }, { More: { n: "map", v: "2", at: "never", x: ["1", "2"] }, Name: "member", At: new Date(0) }).query)
      .toBe("v=1&n=member&at=1970-01-01T00%3A00%3A00Z&x=1&x=2");
  });

  it("has an empty header for an empty list", () => {
    expect(awsRequest({ request: { List: { in: "header", name: "X-List" } } }, { List: [] }).headers).toEqual({ "x-list": "" });
  });

  it("leaves out members that are null, and keeps nulls within", () => {
    expect(awsRequest({}, { Gone: null, Kept: [null, { a: null }] }).body).toBe('{"Kept":[null,{"a":null}]}');
  });
});

describe("an operation of AWS's REST JSON without JSON of its own", () => {
  const described = operation({
    method: "POST",
    request: { Name: { in: "header" }, Body: { in: "payload", as: "bytes" } },
    response: { Name: { in: "header" }, Status: { in: "status" }, Body: { in: "payload", as: "text" } },
  });

  it.each([["that only reads JSON", restJsonReader], ["that does neither", restJsonBare]])("speaks a protocol %s, and the same otherwise", (_, part) => {
    const input = { Name: "n", Body: "{}" };
    expect(part.request(described, input, endpoint)).toEqual(restJson.request(described, input, endpoint));
    expect(() => part.request(described, { Other: 1 }, endpoint)).toThrow("has no place in this request");
    expect(part.output(described, answer(200, "{}", { name: "n" }))).toEqual({ Name: "n", Status: 200, Body: "{}" });
    expect(part.failure(described, answer(400, '{"__type":"a#Gone"}')).code).toBe("Gone");
  });
});

describe("an answer", () => {
  const read = (parts: Partial<AnyOperation>, response = answer(200, "{}"), protocol = rest) => protocol.output(operation(parts), response);

  it.each([
    ["an object", {}, '{"a":1}', { a: 1 }],
    ["a list", { answer: "any" }, "[1]", [1]],
    ["null", { answer: "any" }, "null", null],
    ["text", { answer: "text" }, "hello", "hello"],
    ["bytes", { answer: "bytes" }, "hi", new Uint8Array([104, 105])],
    ["nothing, whatever comes", { answer: "none" }, "OK", undefined],
  ])("may be %s", (_, parts, body, expected) => expect(read(parts as never, answer(200, body))).toEqual(expected));

  it("takes its members from where they travel", () => {
    const parts: Partial<AnyOperation> = {
      output: { members: { At: epochSeconds } },
      response: {
        ETag: { in: "header", name: "ETag" },
        Modified: { in: "header", name: "last-modified", as: httpDate },
        Size: { in: "header", name: "x-size", as: "number" },
        Done: { in: "header", name: "x-done", as: "boolean" },
        Tags: { in: "header", name: "x-tags", as: headerList },
        Missing: { in: "header", name: "x-missing" },
        Metadata: { in: "prefix", name: "X-Meta-" },
        Status: { in: "status" },
      },
    };
    const headers = {
      etag: '"e"',
      "last-modified": "Thu, 01 Jan 1970 00:00:01 GMT",
      "x-size": "7",
      "x-done": "true",
      "x-tags": 'a, "b, \\"c", d',
      "x-meta-colour": "red",
    };
    expect(read(parts, answer(201, { At: 1, New: 2 }, headers))).toEqual({
      At: new Date(1_000),
      New: 2,
      ETag: '"e"',
      Modified: new Date(1_000),
      Size: 7,
      Done: true,
      Tags: ["a", 'b, "c', "d"],
      Metadata: { colour: "red" },
      Status: 201,
    });
  });

  it("tells null apart from what is absent, unless it is AWS's", () => {
    const parts: Partial<AnyOperation> = { output: { members: { At: epochSeconds } } };
    expect(read(parts, answer(200, '{"At":null,"Name":null}'))).toEqual({ At: null, Name: null });
    expect(Object.keys(read(parts, answer(200, '{"At":null,"Name":null}'), restJson) as object)).toEqual([]);
  });

  it("may have lists of numbers, booleans and dates in headers, and JSON as base64", () => {
    const place = (as: object) => ({ in: "header", name: "x-h", as }) as never;
    const header = (as: object, value: string) => (read({ response: { H: place(as) } }, answer(200, "{}", { "x-h": value })) as { readonly H: unknown }).H;
    expect(header(headerNumbers, "1, 2,-3.5")).toEqual([1, 2, -3.5]);
    expect(header(headerBooleans, "true,false , true")).toEqual([true, false, true]);
    expect(header(headerDates, "Thu, 01 Jan 1970 00:00:00 GMT, Thu, 01 Jan 1970 00:00:01 GMT")).toEqual([new Date(0), new Date(1_000)]);
    expect(header(headerDates, "1, 2.5")).toEqual([new Date(1_000), new Date(2_500)]);
    expect(header(headerJson, "eyJhIjp0cnVlfQ==")).toEqual({ a: true });
  });

  it("may be more than nothing where nothing is due", () => {
    expect(read({ answer: "none" }, answer(200, '{"foo":true}'), restJson)).toEqual({});
  });

  it("may have one member as its body", () => {
    const parts = (place: object): Partial<AnyOperation> => ({ output: { members: { Body: { members: { At: epochSeconds } } } }, response: { Body: { in: "payload", ...place } as never } });
    expect(read(parts({}), answer(200, '{"At":1}'))).toEqual({ Body: { At: new Date(1_000) } });
    expect(read(parts({ as: "text" }), answer(200, "x"))).toEqual({ Body: "x" });
    expect(read(parts({ as: "bytes" }), answer(200, ""))).toEqual({ Body: new Uint8Array() });
    expect(read(parts({}), answer(200, ""), restJson)).toEqual({});
  });

  it("of no content is none", () => {
    expect(read({}, answer(204))).toBeUndefined();
    expect(read({ method: "HEAD", response: { Size: { in: "header", name: "x-size", as: "number" } } }, answer(200, "", { "x-size": "7" }))).toEqual({ Size: 7 });
    expect(read({}, answer(204), restJson)).toEqual({});
    expect(read({ answer: "none" }, answer(200, ""), restJson)).toEqual({});
  });

  it.each([["", rest], ["null", rest], ["[]", restJson], ["<html>", rest], ["", restJson]])("is refused when an object is due and %j comes", (body, protocol) => {
    expect(() => read({}, answer(200, body), protocol)).toThrow();
  });
});

describe("a failure of AWS's REST protocols", () => {
  it("may have members in its headers", () => {
    const read = inHeaders({ RetryAfter: { in: "header", name: "Retry-After", as: "number" }, Tags: { in: "prefix", name: "x-tag-" }, Status: { in: "status" }, Missing: { in: "header", name: "x-missing" } });
    expect(read(answer(429, "{}", { "retry-after": "7", "x-tag-a": "b" }))).toEqual({ RetryAfter: 7, Tags: { a: "b" }, Status: 429 });
  });
});

describe("a failure of a team's own API", () => {
  it.each([
    ["flat", { code: "E1", message: "flat" }, "E1", "flat"],
    ["wrapped", { error: { code: "E2", message: "wrapped" } }, "E2", "wrapped"],
    ["as text", { error: "text" }, undefined, "text"],
    ["as problem details", { title: "Title", detail: "More" }, undefined, "More"],
    ["with a number", { code: 7, message: "seven" }, "7", "seven"],
    ["with nothing", {}, undefined, undefined],
  ])("may be said %s", (_, body, code, message) => {
    expect(rest.failure(operation({}), answer(400, body))).toMatchObject({ code, message, fields: body });
  });
});
