import { describe, expect, it, vi } from "vitest";
import { metadataOf } from "../../templates/src/runtime/metadata.ts";
import { withoutAnswer } from "../../templates/src/runtime/protocols/without-answer.ts";
import { answer, batch, batchOperation, connect, connectPlain, failureOf, record, scripted } from "../support/sample-service.ts";

const uuid = (() => {
  let count = 0;
  return () => `uuid-${++count}`;
})();

describe("a call", () => {
  it("sends what the operation describes and reads the answer", async () => {
    const { transport, sent } = scripted(
      answer(200, { Results: [{ UsageRecord: { Timestamp: 1_763_000_000.5, Dimension: "users" }, Status: "Success", New: 1 }] }),
    );
    const result = await batch(connect({ transport, uuid: () => "u" }), { UsageRecords: [record] });
    expect(result).toEqual({ Results: [{ UsageRecord: { Timestamp: record.Timestamp, Dimension: "users" }, Status: "Success", New: 1 }] });
    expect(sent).toEqual([
      {
        method: "POST",
        protocol: "https:",
        host: "metering.us-east-1.amazonaws.com",
        path: "/",
        query: "",
        headers: {
          "user-agent": "metering/1.0.0",
          "content-type": "application/x-amz-json-1.1",
          "x-amz-target": "MeteringService.Batch",
          "amz-sdk-invocation-id": "u",
          "amz-sdk-request": "attempt=1; max=3",
        },
        body: '{"UsageRecords":[{"Timestamp":1763000000.5,"Dimension":"users","Quantity":3}],"ClientToken":"u"}',
      },
    ]);
  });

  it("fills the idempotency token once for all attempts, and only when it is absent", async () => {
    const { transport, sent } = scripted(answer(500), answer(200, {}));
    const client = connect({ transport, uuid, random: () => 0 });
    await batch(client, { UsageRecords: [] });
    await batch(client, { UsageRecords: [], ClientToken: null as never });
    await batch(client, { UsageRecords: [], ClientToken: "mine" });
    const tokens = sent.map(({ body }) => JSON.parse(body as string).ClientToken);
    expect(tokens).toEqual(["uuid-2", "uuid-2", "uuid-4", "mine"]);
    expect(sent[0]?.headers["amz-sdk-invocation-id"]).toBe(sent[1]?.headers["amz-sdk-invocation-id"]);
    expect(sent.map(({ headers }) => headers["amz-sdk-request"])).toEqual(["attempt=1; max=3", "attempt=2; max=3", "attempt=1; max=3", "attempt=1; max=3"]);
  });

  it("tells beside its output how it went", async () => {
    const { transport } = scripted(answer(503, ""), answer(200, {}, { "x-amzn-requestid": "r-1" }));
    const output = await batch(connect({ transport, random: () => 0.02 }), { UsageRecords: [] });
    expect(output).toEqual({});
    expect(metadataOf(output)).toEqual({ status: 200, requestId: "r-1", attempts: 2, totalDelayMs: 1, headers: { "x-amzn-requestid": "r-1" } });
    expect(metadataOf({})).toBeUndefined();
    expect(metadataOf(undefined)).toBeUndefined();
  });

  it("uses an endpoint with its base path, and a region's own domain", async () => {
    const { transport, sent } = scripted(answer(200, {}));
    await batch(connect({ transport, endpoint: "http://localhost:8080/base/" }), { UsageRecords: [] });
    await batch(connect({ transport, region: "cn-north-1" }), { UsageRecords: [] });
    expect(sent.map(({ protocol, host, path }) => protocol + host + path)).toEqual([
      "http:localhost:8080/base/",
      "https:metering.cn-north-1.amazonaws.com.cn/",
    ]);
  });
});

describe("headers of the caller", () => {
  it("are sent, those of the call before those of the client", async () => {
    const { transport, sent } = scripted(answer(200, {}));
    await batch(connect({ transport, headers: { "X-A": "1", "X-B": "1" } }), { UsageRecords: [] }, { headers: { "x-b": "2", "User-Agent": "me" } });
    expect(sent[0]?.headers).toMatchObject({ "x-a": "1", "x-b": "2", "user-agent": "me" });
  });

  it.each(["Host", "Content-Length", "Content-Type", "X-Amz-Target", "Transfer-Encoding", "", "a b", "a:b", "a\nb"])(
    "can't set %j",
    async (name) => {
      const { transport, sent } = scripted(answer(200, {}));
      const error = await failureOf(batch(connect({ transport }), { UsageRecords: [] }, { headers: { [name]: "x" } }));
      expect(error.name).toBe("InvalidRequestError");
      expect(sent).toEqual([]);
    },
  );

  it("come without spaces around them, and keep those within", async () => {
    const { transport, sent } = scripted(answer(200, {}));
    await batch(connect({ transport }), { UsageRecords: [] }, { headers: { "X-Note": "  a  b " } });
    expect(sent[0]?.headers["x-note"]).toBe("a  b");
  });

  it.each(["a\rb", "a\nb", "a\0b", "snow ☃", "a\tb"])("can't have the value %j", async (value) => {
    const { transport, sent } = scripted(answer(200, {}));
    const error = await failureOf(batch(connect({ transport }), { UsageRecords: [] }, { headers: { "X-Note": value } }));
    expect(error.message).toBe("the header X-Note can't be set, or not to that (Batch)");
    expect(sent).toEqual([]);
  });
});

describe("a request that can't be sent", () => {
  it.each([
    ["an invalid Date", { UsageRecords: [record, { ...record, Timestamp: new Date(NaN) }] }, "UsageRecords[1].Timestamp: a valid Date is expected (Batch)"],
    ["a date as text", { UsageRecords: [{ ...record, Timestamp: "2026-11-23" }] }, "UsageRecords[0].Timestamp: a valid Date is expected (Batch)"],
  ])("is refused by name: %s", async (_, input, message) => {
    const { transport, sent } = scripted(answer(200, {}));
    const error = await failureOf(batch(connect({ transport }), input as never));
    expect(error).toMatchObject({ name: "InvalidRequestError", message, attempts: 0, retryable: false, operation: "Batch", service: "Metering" });
    expect(sent).toEqual([]);
  });

  it("is refused when it holds itself, or an integer that JSON can't be made of", async () => {
    const circle: Record<string, unknown> = {};
    circle["self"] = circle;
    for (const input of [circle, { id: 9_007_199_254_740_993n }]) {
      expect((await failureOf(batch(connect(scripted(answer(200))), input as never))).name).toBe("InvalidRequestError");
    }
  });

  it.each([NaN, Infinity, -Infinity])("is refused when it holds the number %s, which JSON would make null", async (Quantity) => {
    const { transport, sent } = scripted(answer(200, {}));
    const error = await failureOf(batch(connect({ transport }), { UsageRecords: [{ ...record, Quantity }] }));
    expect(error).toMatchObject({ name: "InvalidRequestError", message: "Quantity: a finite number is expected (Batch)" });
    expect(sent).toEqual([]);
  });

  it("may hold null, which a member of its own is left out for", async () => {
    const { transport, sent } = scripted(answer(200, {}));
    await batch(connect({ transport, uuid: () => "u" }), { UsageRecords: [{ ...record, Quantity: null as never, Dimension: "null" }], ...({ ProductCode: null } as object) });
    expect(sent[0]?.body).toContain('"Dimension":"null","Quantity":null');
    expect(sent[0]?.body).not.toContain("ProductCode");
  });

  it("escapes half of a surrogate pair, so that the JSON stays valid", async () => {
    const { transport, sent } = scripted(answer(200, {}));
    await batch(connect({ transport, uuid: () => "u" }), { UsageRecords: [{ ...record, Dimension: "\ud800" }] });
    expect(sent[0]?.body).toContain('"Dimension":"\\ud800"');
  });

  it.each([{ timeoutMs: 0 }, { attemptTimeoutMs: NaN }, { maxResponseBytes: -1 }, { maxAttempts: 0 }, { timeoutMs: "soon" as never }])(
    "has options that make no sense: %j",
    async (options) => {
      const error = await failureOf(batch(connect(scripted(answer(200, {}))), { UsageRecords: [] }, options));
      expect(error.name).toBe("InvalidRequestError");
      expect(error.message).toContain(`${Object.keys(options)[0]}: a number above 0 is needed`);
    },
  );
});

describe("a client", () => {
  it.each([
    [{ region: "evil.com/#" }, "region"],
    [{ region: "us-east-1.evil.com" }, "region"],
    [{ region: "a@b" }, "region"],
    [{ region: "" }, "region"],
    [{ endpoint: "ftp://host" }, "endpoint"],
    [{ endpoint: "metering.example" }, "endpoint"],
    [{ endpoint: "https://user:secret@host" }, "endpoint"],
    [{ endpoint: "https://host/?a=b" }, "endpoint"],
    [{ timeoutMs: -1 }, "timeoutMs"],
    [{ retry: { maxAttempts: 0 } }, "maxAttempts"],
  ])("isn't made of %j", (options, name) => {
    expect(() => connect(options)).toThrow(name);
    expect(() => connect(options)).not.toThrow("secret");
  });

  it("shows nothing of its options when it is inspected", async () => {
    const { inspect } = await import("node:util");
    const client = connect({ ...scripted(answer(200)), headers: { authorization: "Bearer hush" } });
    expect(inspect(client, { showHidden: true, depth: 20 })).not.toContain("hush");
  });

  it("closes the transport that it made, not one that it was given", () => {
    let closed = 0;
    const transport = Object.assign(scripted(answer(200)).transport, { close: () => closed++ });
    connect({ transport }).close();
    expect(closed).toBe(0);
    connect({}).close();
  });

  it("that is closed sends nothing any more, over whatever transport", async () => {
    const { transport, sent } = scripted(answer(200, {}));
    const fetched: unknown[] = [];
    const fetch = async (url: string) => (fetched.push(url), new Response("{}"));
    for (const options of [{ transport }, { fetch }]) {
      const client = connect(options);
      expect(await batch(client, { UsageRecords: [] })).toEqual({});
      client.close();
      client.close();
      expect(await failureOf(batch(client, { UsageRecords: [] }))).toMatchObject({ name: "ConnectionError", message: "the client is closed (Batch)", retryable: false });
    }
    expect([sent, fetched].map(({ length }) => length)).toEqual([1, 1]);
  });

  it("that is closed between two attempts makes no other", async () => {
    const { transport, sent } = scripted(answer(503, ""));
    const client = connect({ transport, retry: { maxAttempts: 3, baseDelayMs: 1 } });
    const failure = failureOf(batch(client, { UsageRecords: [] }));
    await vi.waitUntil(() => sent.length === 1);
    client.close();
    expect(await failure).toMatchObject({ name: "ConnectionError", message: "the client is closed (Batch)", attempts: 1 });
    expect(sent).toHaveLength(1);
  });

  it("works before anything is woven into it", async () => {
    const client = connectPlain(scripted(answer(400, { __type: "DuplicateRequestException", message: "no" }), answer(404, "")));
    expect(await failureOf(batch(client, { UsageRecords: [] }))).toMatchObject({ code: "DuplicateRequestException", status: 400 });
    expect(await failureOf(client.call({ ...batchOperation, errors: [] }, { UsageRecords: [] }))).toMatchObject({
      name: "ServiceException",
      message: "no message; got 0 bytes of no type (Batch, HTTP 404)",
    });
  });
});

describe("a success that can't be read", () => {
  it.each([
    ["nothing", "", "the answer can't be read; got 0 bytes of text/html (Batch, HTTP 200, request r)"],
    ["null", "null", "the answer is no JSON object; got 4 bytes of text/html (Batch, HTTP 200, request r)"],
    ["a list", "[]", "the answer is no JSON object; got 2 bytes of text/html (Batch, HTTP 200, request r)"],
    ["text", '"ok"', "the answer is no JSON object; got 4 bytes of text/html (Batch, HTTP 200, request r)"],
    ["HTML", "<html>\n  <p>Hello", "the answer can't be read; got 17 bytes of text/html (Batch, HTTP 200, request r)"],
    ["control characters", '\u001b[31m\u0000<html>\u0085', "the answer can't be read; got 14 bytes of text/html (Batch, HTTP 200, request r)"],
    ["half of an object", '{"Results":', "the answer can't be read; got 11 bytes of text/html (Batch, HTTP 200, request r)"],
    [
      "a timestamp of the wrong kind",
      '{"UnprocessedRecords":[{"Timestamp":"soon"}]}',
      "UnprocessedRecords[0].Timestamp: a timestamp is expected; got 45 bytes of text/html (Batch, HTTP 200, request r)",
    ],
  ])("says so, and what came instead, without quoting what may be anybody's data: %s", async (_, body, message) => {
    const { transport, sent } = scripted(answer(200, body, { "content-type": "text/html", "x-amzn-requestid": "r" }));
    const error = await failureOf(batch(connect({ transport }), { UsageRecords: [] }));
    expect(error).toMatchObject({ name: "UnreadableResponseError", message, status: 200, requestId: "r", attempts: 1 });
    expect(error.stack).toContain(`UnreadableResponseError: ${message}`);
    expect(error.excerpt).toBe(body.replace(/[\s\u0000-\u001f\u0085]+/g, " ").trim());
    expect(sent).toHaveLength(1);
  });

  it("may be empty where the document names no answer", async () => {
    const operation = { ...batchOperation, protocol: withoutAnswer(batchOperation.protocol) };
    const client = connect(scripted(answer(200, ""), answer(200, "<html>")));
    expect(await client.call(operation, { UsageRecords: [] })).toEqual({});
    expect((await failureOf(client.call(operation, { UsageRecords: [] }))).name).toBe("UnreadableResponseError");
  });
});
