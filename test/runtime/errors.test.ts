import { inspect } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { attempt } from "../../templates/src/runtime/attempt.ts";
import type { Layer } from "../../templates/src/runtime/call.ts";
import { createClient } from "../../templates/src/runtime/client.ts";
import { CallError, CredentialsError, isCallError, isServiceException, ServiceException, TimeoutError } from "../../templates/src/runtime/errors.ts";
import { throwErrors } from "../../templates/src/runtime/throw-errors.ts";
import {
  answer,
  batch,
  batchOperation,
  connect,
  DuplicateRequestException,
  failureOf,
  MeteringException,
  scripted,
  service,
} from "../support/sample-service.ts";

const call = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  batch(connect({ ...scripted(answer(status, body, headers)), retry: false }), { UsageRecords: [] });

describe("a failure of the service", () => {
  it.each([
    ["__type", { __type: "DuplicateRequestException" }, {}],
    ["__type with a namespace", { __type: "com.amazon.metering#DuplicateRequestException" }, {}],
    ["__type with a link", { __type: "DuplicateRequestException:http://internal.amazon.com/x#y" }, {}],
    ["the header", {}, { "x-amzn-errortype": "DuplicateRequestException:http://internal.amazon.com/" }],
    ["code", { code: "DuplicateRequestException" }, {}],
    ["__type before the header", { __type: "DuplicateRequestException" }, { "x-amzn-errortype": "ThrottlingException" }],
  ])("is told by its name in %s", async (_, body, headers) => {
    const error = await failureOf(call(400, { ...body, message: "quantity differs" }, { ...headers, "x-amzn-requestid": "5b1e" }));
    expect(error).toBeInstanceOf(DuplicateRequestException);
    expect(error).toBeInstanceOf(MeteringException);
    expect(error).toMatchObject({
      name: "DuplicateRequestException",
      code: "DuplicateRequestException",
      message: "quantity differs (Batch, HTTP 400, request 5b1e)",
      problem: "quantity differs",
      status: 400,
      fault: "client",
      requestId: "5b1e",
      retryable: false,
      attempts: 1,
    });
    expect(String(error)).toBe("DuplicateRequestException: quantity differs (Batch, HTTP 400, request 5b1e)");
    expect(error.stack).toMatch(/^DuplicateRequestException: quantity differs \(Batch, HTTP 400, request 5b1e\)\n/);
  });

  it("carries its members in their form, and as received", async () => {
    const error = await failureOf(call(400, { __type: "DuplicateRequestException", Message: "m", acceptedAt: 1.5, stack: "no", constructor: 1 }));
    expect(error.acceptedAt).toEqual(new Date(1_500));
    expect(error.fields).toEqual({ __type: "DuplicateRequestException", Message: "m", acceptedAt: 1.5, stack: "no", constructor: 1 });
    expect(error.stack).not.toBe("no");
    expect(error.constructor).toBe(DuplicateRequestException);
    expect((await failureOf(call(400, { __type: "DuplicateRequestException", acceptedAt: "soon" }))).acceptedAt).toBe("soon");
  });

  it("is the base exception with the wire's name when the document lacks it", async () => {
    for (const code of ["BrandNewException", "constructor", "__proto__", "toString"]) {
      const error = await failureOf(call(400, { __type: code, message: "new" }));
      expect(error.constructor).toBe(MeteringException);
      expect(error).toMatchObject({ name: code, code, message: "new (Batch, HTTP 400)" });
    }
  });

  it("is told by the documented status when it has no name", async () => {
    expect(await failureOf(call(487, {}))).toBeInstanceOf(DuplicateRequestException);
    expect((await failureOf(call(487, { __type: "BrandNewException" }))).constructor).toBe(MeteringException);
  });

  it("is told by its place where documents have invented the statuses, from 480 to 499", async () => {
    const types = Array.from({ length: 22 }, () => class extends ServiceException { static override readonly code = "X"; });
    const operation = { ...batchOperation, errors: types.map((type) => ({ type })) };
    const thrown = async (status: number) => (await failureOf(connect({ ...scripted(answer(status)), retry: false }).call(operation, { UsageRecords: [] }))).constructor;
    for (const at of [0, 1, 19]) expect(await thrown(480 + at)).toBe(types[at]);
    for (const status of [400, 479, 500, 501]) expect(await thrown(status)).toBe(MeteringException);
  });

  it("may be documented for a status alone, a class of statuses, or all others", async () => {
    class NotFound extends ServiceException {}
    class Client extends ServiceException {}
    class Other extends ServiceException {}
    const errors = [{ status: 404, type: NotFound }, { status: 4, type: Client }, { status: "" as const, type: Other }];
    const client = connect({ ...scripted(answer(404), answer(409, { code: "E17" }), answer(500)), retry: false });
    const thrown = async () => (await failureOf(client.call({ ...batchOperation, errors }, { UsageRecords: [] }))).constructor;
    expect([await thrown(), await thrown(), await thrown()]).toEqual([NotFound, Client, Other]);
  });

  it.each([
    ["HTML", 502, "<html><body>Bad  Gateway</body></html>", "<html><body>Bad Gateway</body></html> (Batch, HTTP 502)"],
    ["an XML error", 403, "<ErrorResponse><Error><Code>X</Code></Error></ErrorResponse>", "<ErrorResponse><Error><Code>X</Code></Error></ErrorResponse> (Batch, HTTP 403)"],
    ["nothing", 500, "", "no message; got 0 bytes of no type (Batch, HTTP 500)"],
    ["broken JSON", 500, '{"__type":', "no message; got 10 bytes of no type (Batch, HTTP 500)"],
    ["a list", 500, "[]", "no message; got 2 bytes of no type (Batch, HTTP 500)"],
    ["null", 500, "null", "null (Batch, HTTP 500)"],
    ["a name that is a number", 400, '{"__type":7}', "no message; got 12 bytes of no type (Batch, HTTP 400)"],
  ])("is the base exception when the answer is %s, which it quotes unless it may be data", async (_, status, body, message) => {
    const error = await failureOf(call(status, body));
    expect(error.constructor).toBe(MeteringException);
    expect(error).toMatchObject({ message, status, fault: status < 500 ? "client" : "server", retryable: status >= 500, excerpt: body.replace("  ", " ") });
  });

  it.each(['"Big":9007199254740993}', `"Deep":${"[".repeat(2_000)}${"]".repeat(2_000)}}`])("keeps its name when its body is refused: %s", async (rest) => {
    const error = await failureOf(batch(connect(scripted(answer(400, `{"__type":"DuplicateRequestException",${rest}`))), { UsageRecords: [] }));
    expect(error).toMatchObject({ name: "DuplicateRequestException", fields: { __type: "DuplicateRequestException" } });
    expect(error).toBeInstanceOf(DuplicateRequestException);
    expect(error.excerpt).toContain(rest.slice(0, 50));
  });

  it("quotes little of an answer of 5 MB", async () => {
    const error = await failureOf(call(500, "x".repeat(5_000_000)));
    expect(error.excerpt).toHaveLength(200);
    expect((await failureOf(call(400, { message: "x".repeat(5_000_000) }))).message.length).toBeLessThan(2_100);
  });

  it("shows in a log what matters", async () => {
    const error = await failureOf(call(400, { __type: "DuplicateRequestException", message: "no" }));
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "DuplicateRequestException",
      message: "no (Batch, HTTP 400)",
      service: "Metering",
      operation: "Batch",
      code: "DuplicateRequestException",
      status: 400,
      fault: "client",
      retryable: false,
      attempts: 1,
      totalDelayMs: 0,
    });
  });
});

describe("a redirect", () => {
  it("is not followed, and told without its query", async () => {
    const { transport, sent } = scripted(answer(307, "", { location: "https://other.example/x?X-Amz-Signature=hush#y" }));
    const error = await failureOf(batch(connect({ transport }), { UsageRecords: [] }));
    expect(error).toMatchObject({ name: "RedirectError", status: 307 });
    expect(error.message).toBe("redirected to \"https://other.example/x\" (Batch, HTTP 307)");
    expect(sent).toHaveLength(1);
  });
});

describe("a secret", () => {
  const token = "FwoGZXIvYXdzEBYaDH+secret/token+of/a+session==";
  const signature = "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7";
  const authorization = `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=content-type;host, Signature=${signature}`;
  const sign: Layer = (next) => (call) =>
    next({ ...call, request: { ...call.request, headers: { ...call.request.headers, authorization, "x-amz-security-token": token } } });

  it.each([
    ["a failure", 403, { __type: "InvalidSignatureException", message: `The request was: ${authorization} x-amz-security-token:${token}`, more: [token] }],
    ["a failure that isn't JSON", 403, `<pre>${authorization}\n${token} ${encodeURIComponent(token)}</pre>`],
    ["a failure that escapes slashes", 403, JSON.stringify({ message: token, x: signature }).replaceAll("/", "\\/")],
    ["a success that can't be read", 200, `<pre>${authorization}\n${token}</pre>`],
    ["a redirect", 302, ""],
  ])("that was sent comes back in no error: %s", async (_, status, body) => {
    const { transport } = scripted(answer(status, body, { location: `https://x.example/?t=${encodeURIComponent(token)}` }));
    const client = createClient(service, { region: "us-east-1", transport }, () => [throwErrors(MeteringException), sign]);
    const error = await failureOf(batch(client, { UsageRecords: [] }));
    expect(isCallError(error)).toBe(true);
    const seen = [inspect(error, { showHidden: true, depth: 20 }), error.stack, error.message, JSON.stringify(error), JSON.stringify(error.fields), error.excerpt].join("\n");
    for (const secret of [token, signature, encodeURIComponent(token), token.replaceAll("/", "\\/"), "of/a+session"]) expect(seen).not.toContain(secret);
  });
});

describe("an error", () => {
  it("is told to be one of a call also when another copy of the package made it", async () => {
    vi.resetModules();
    const copy = await import("../../templates/src/runtime/errors.ts");
    expect(copy.CallError).not.toBe(CallError);
    const timeout = new copy.TimeoutError({ message: "late" });
    const exception = new copy.ServiceException({ message: "no", code: "SomeException" });
    expect(timeout instanceof TimeoutError).toBe(false);
    expect([timeout, exception].map(isCallError)).toEqual([true, true]);
    expect([timeout, exception].map((error) => isServiceException(error))).toEqual([false, true]);
    expect(isServiceException(exception, "SomeException")).toBe(true);
    expect(isServiceException(exception, "OtherException")).toBe(false);
    for (const other of [new Error("x"), null, undefined, "text", {}]) expect(isCallError(other)).toBe(false);
  });

  it("that ends several calls, as failed credentials do, tells each of them its own story", async () => {
    const shared = new CredentialsError({ message: "no credentials", cause: new Error("why") });
    const fail: Layer = () => async () => {
      throw shared;
    };
    const client = createClient(service, { region: "us-east-1", ...scripted() }, () => [fail]);
    const one = await failureOf(batch(client, { UsageRecords: [] }));
    const two = await failureOf(client.call({ ...batchOperation, name: "Other" }, { UsageRecords: [] }));
    expect([one.message, two.message]).toEqual(["no credentials (Batch)", "no credentials (Other)"]);
    expect(two).toBeInstanceOf(CredentialsError);
    expect(two.cause).toBe(shared.cause);
    expect(JSON.parse(JSON.stringify(two))).toMatchObject({ name: "CredentialsError", operation: "Other", message: "no credentials (Other)" });
    expect(isCallError(two)).toBe(true);
  });
});

describe("attempt", () => {
  it("gives a failure as a value, typed by the operation", async () => {
    const outcome = await attempt(call(400, { __type: "DuplicateRequestException", message: "no" }));
    if (outcome.ok) throw new Error("expected a failure");
    const { name } = outcome.error satisfies { name: "DuplicateRequestException" | "ThrottlingException" | "ExpiredTokenException" };
    expect(name).toBe("DuplicateRequestException");
    expect(await attempt(call(200, {}))).toEqual({ ok: true, value: {} });
  });

  it("lets mistakes in the program through", async () => {
    await expect(attempt(Promise.reject(new RangeError("mistake")))).rejects.toThrow("mistake");
  });
});
