// What a signer remembers, and the canonical forms of paths, queries and values, one by one.

import { describe, expect, it, vi } from "vitest";
import type { Call, Exchange, HttpRequest, HttpResponse } from "../../templates/src/runtime/call.ts";
import type { Credentials } from "../../templates/src/runtime/credentials.ts";
import { anyUrl, isS3, uriEncode } from "../../templates/src/runtime/sign/any-url.ts";
import { plain } from "../../templates/src/runtime/sign/canonical.ts";
import { presign } from "../../templates/src/runtime/sign/presign.ts";
import { signedFetch } from "../../templates/src/runtime/sign/signed-fetch.ts";
import { createSigner } from "../../templates/src/runtime/sign/signer.ts";
import { signRequests } from "../../templates/src/runtime/sign/sign-requests.ts";
import { headersToSign, refuseOwn } from "../../templates/src/runtime/sign/sigv4.ts";
import { createSkew } from "../../templates/src/runtime/sign/skew.ts";
import { whereSigned } from "../../templates/src/runtime/sign/where-signed.ts";
import { exampleCredentials, verifySignature } from "../support/verify-signature.ts";
import { fakeClock } from "./fake-clock.ts";

const request = (headers: Readonly<Record<string, string>> = {}): HttpRequest => ({ method: "POST", protocol: "https:", host: "service.us-east-1.amazonaws.com", path: "/", query: "", headers, body: "{}" });

describe("a signer that remembers", () => {
  const signing = { signingName: "service", region: "us-east-1" };
  const keys: Credentials = { accessKeyId: "AKIDONE", secretAccessKey: "one" };
  const noon = Date.UTC(2026, 10, 23, 12);

  it.each<[string, [Record<string, string>, Credentials, number][]]>([
    ["the same second and the next", [[{}, keys, noon], [{}, keys, noon + 999], [{}, keys, noon + 1_000]]],
    ["the next day", [[{}, keys, noon], [{}, keys, noon + 86_400_000], [{}, keys, noon]]],
    ["other keys", [[{}, keys, noon], [{}, { accessKeyId: "AKIDTWO", secretAccessKey: "two" }, noon], [{}, keys, noon]]],
    ["another secret of the same key", [[{}, keys, noon], [{}, { ...keys, secretAccessKey: "two" }, noon]]],
    ["a session that begins and ends", [[{}, keys, noon], [{}, { ...keys, sessionToken: "token" }, noon], [{}, keys, noon]]],
    ["other headers, as many as before", [[{ a: "1", b: "2" }, keys, noon], [{ a: "1", c: "2" }, keys, noon], [{ b: "1", c: "2" }, keys, noon]]],
    ["more headers and fewer", [[{ a: "1" }, keys, noon], [{ a: "1", b: "2" }, keys, noon], [{}, keys, noon]]],
    ["headers in another order", [[{ a: "1", b: "2" }, keys, noon], [{ b: "2", a: "1" }, keys, noon]]],
  ])("signs as one that doesn't: %s", (_, calls) => {
    const remembering = createSigner(signing, plain);
    for (const [headers, credentials, time] of calls) {
      expect(remembering(request(headers), credentials, time, "hash")).toEqual(createSigner(signing, plain)(request(headers), credentials, time, "hash"));
    }
  });

  it("says the hash of the body when it is asked to, or when there is none", () => {
    const shown = (contentSha256Header: boolean | undefined, hash: string) => createSigner(signing, anyUrl({ ...signing, ...(contentSha256Header === undefined ? {} : { contentSha256Header }) }))(request(), keys, noon, hash).headers["x-amz-content-sha256"];
    expect([shown(undefined, "abc"), shown(true, "abc"), shown(undefined, "UNSIGNED-PAYLOAD"), shown(false, "UNSIGNED-PAYLOAD")]).toEqual([undefined, "abc", "UNSIGNED-PAYLOAD", undefined]);
  });
});

describe("canonical forms", () => {
  const service = anyUrl({ signingName: "execute-api", region: "us-east-1" });
  const s3 = anyUrl({ signingName: "s3", region: "us-east-1" });

  it("encode everything that isn't unreserved, in capitals", () => {
    expect(uriEncode("a-_.~0Z !'()*/+ß")).toBe("a-_.~0Z%20%21%27%28%29%2A%2F%2B%C3%9F");
  });

  it.each([
    ["/", "/", "/"],
    ["/a/../b", "/b", "/a/../b"],
    ["/../../a/./b//c/", "/a/b/c/", "/../../a/./b//c/"],
    ["/a%20b", "/a%2520b", "/a%20b"],
    ["/a b", "/a%20b", "/a%20b"],
    ["/%2a%2A*", "/%252a%252A%2A", "/%2A%2A%2A"],
    ["/%FF", "/%25FF", "/%FF"],
    ["/..", "/", "/.."],
  ])("of the path %s are %s, and %s for S3", (path, ofServices, ofS3) => {
    expect([service.path(path), s3.path(path)]).toEqual([ofServices, ofS3]);
  });

  it("of a path follow what a service asks for", () => {
    expect(anyUrl({ signingName: "s3", region: "a", normalizePath: true, doubleEncodePath: true }).path("/a/../b%20c")).toBe("/b%2520c");
    expect(anyUrl({ signingName: "other", region: "a", normalizePath: false, doubleEncodePath: false }).path("/a/../b%20c")).toBe("/a/../b%20c");
  });

  it.each([
    ["", ""],
    ["b=2&a=1", "a=1&b=2"],
    ["a=b=c", "a=b%3Dc"],
    ["a=b+c", "a=b%20c"],
    ["a", "a="],
    ["&a=1&&b=2&", "a=1&b=2"],
    ["a=2&a=10&a-=1&a=1", "a=1&a=10&a=2&a-=1"],
    ["a=%7e%2f&%41=ß", "A=%C3%9F&a=~%2F"],
    ["a=%ff", "a=%ff"],
  ])("of the query %j are %j", (query, canonical) => {
    expect(service.query(query)).toBe(canonical);
  });

  it.each([["a b", "a b"], ["  a   b  ", "a b"], ["a ", "a"], [" a", "a"], ["a\tb", "a b"], ["\ta", "a"], ["", ""], [" ", ""]])("of the value %j are %j", (value, canonical) => {
    expect(service.value(value)).toBe(canonical);
  });

  it("are simple where every request goes to the root of an endpoint", () => {
    expect([plain.path("/"), plain.path("/a b/c"), plain.query("b=2&a=1"), plain.value("a b"), plain.value("a   b  c")]).toEqual(["/", "/a%20b/c", "b=2&a=1", "a b", "a b c"]);
  });

  it.each([["s3", true], ["s3-outposts", true], ["s3-object-lambda", true], ["s3express", true], ["xs3", false], ["s3tables", false], ["s3expressive", false], ["ses", false]])("know whether %s is of S3's kin: %s", (signingName, expected) => {
    expect(isS3({ signingName })).toBe(expected);
  });
});

describe("headers that belong to the signature", () => {
  it.each(["authorization", "host", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256"])("%s can't be set", (name) => {
    expect(() => refuseOwn({ a: "1", [name]: "2" })).toThrow(`the header ${name} can't be set`);
  });

  it("are told from others by their whole names", () => {
    expect(() => refuseOwn({ "x-authorization": "1", "authorization-context": "2", "my-host": "3" })).not.toThrow();
    expect(headersToSign(["x-authorization", "authorization-context", "user-agent", "my-user-agent", "proxy-x", "x-amz-date"])).toEqual(["authorization-context", "host", "my-user-agent", "x-amz-date", "x-authorization"]);
  });
});

describe("the layer that signs", () => {
  const call = (): Call => ({ operation: {}, options: {}, attempt: 1, request: request() }) as unknown as Call;
  const layer = (answer: Partial<HttpResponse>, options: object = {}, service: object = {}) =>
    signRequests({ credentials: { accessKeyId: "AKID", secretAccessKey: "secret" }, region: "us-east-1", clock: fakeClock(), ...options }, { signingName: "service", ...service })(async ({ request: sent }) => ({ request: sent, response: { status: 200, headers: {}, body: new Uint8Array(), ...answer } }) as Exchange);
  const authorization = async (send: ReturnType<typeof layer>) => (await send(call())).request.headers["authorization"];

  it("takes the region of the service, of the client, or none", async () => {
    expect(await authorization(layer({}, {}, { region: "eu-west-1" }))).toContain("/eu-west-1/service/aws4_request");
    expect(await authorization(layer({}))).toContain("/us-east-1/service/aws4_request");
    expect(await authorization(layer({}, { region: undefined }))).toContain("Credential=AKID/20261123//service/aws4_request");
  });

  it("leaves operations alone that go out unsigned, and no others", async () => {
    const send = whereSigned((next) => (sent) => next({ ...sent, request: { ...sent.request, host: "signed" } }))(async ({ request: sent }) => ({ request: sent, response: {} }) as Exchange);
    const sentFor = async (signed?: boolean) => (await send({ ...call(), operation: { signed } } as unknown as Call)).request.host;
    expect([await sentFor(false), await sentFor(), await sentFor(true)]).toEqual([request().host, "signed", "signed"]);
  });

  it("offers to sign anew for failures only", async () => {
    expect((await layer({ status: 399 })(call())).signsAnew).toBeUndefined();
    expect((await layer({ status: 400 })(call())).signsAnew).toBeTypeOf("function");
  });

  it("renews credentials for codes that begin with ExpiredToken, and no others", async () => {
    const provider = async () => ({ accessKeyId: "AKID", secretAccessKey: "secret" });
    const { signsAnew } = await layer({ status: 400 }, { credentials: provider })(call());
    expect([signsAnew?.("NotExpiredToken"), signsAnew?.(""), signsAnew?.("ExpiredTokenException")]).toEqual([false, false, true]);
  });
});

describe("the clock of a server", () => {
  const answer = (date: string, more: Record<string, string> = {}): HttpResponse => ({ status: 403, headers: { date, ...more }, body: new Uint8Array() });
  const noon = Date.UTC(2026, 10, 23, 12);
  const later = "Mon, 23 Nov 2026 12:30:00 GMT";

  it("is believed after a round trip of a quarter of an hour, and not after a longer one", () => {
    expect(createSkew().correct(answer(later), noon, noon + 900_000, 0)).toBe(true);
    expect(createSkew().correct(answer(later), noon, noon + 900_001, 0)).toBe(false);
  });
});

describe("URLs that carry their signature", () => {
  it.each([1, 604_800])("may end after %d seconds", async (expiresIn) => {
    const url = new URL(await presign("https://b.s3.amazonaws.com/k", { signingName: "s3", region: "us-east-1", credentials: exampleCredentials, expiresIn }));
    expect(url.searchParams.get("X-Amz-Expires")).toBe(String(expiresIn));
  });
});

describe("a fetch that signs", () => {
  const options = { signingName: "execute-api", region: "us-east-1", credentials: exampleCredentials };
  async function sentBy(input: string | Request, init: RequestInit | undefined, more: object = {}) {
    const inner = vi.fn<typeof fetch>(async () => new Response("{}"));
    await signedFetch(inner, { ...options, ...more })(input, init);
    const [url, sent] = inner.mock.calls[0]!;
    return { url: String(url), sent: sent!, headers: sent!.headers as Record<string, string> };
  }

  it("signs query and body so that AWS's own signer agrees", async () => {
    const { url, sent, headers } = await sentBy("https://api.example.com/a?b=2&a=1", { method: "POST", body: "{}" });
    const { pathname, search, host } = new URL(url);
    const verdict = await verifySignature({ method: "POST", path: pathname + search, headers: { ...headers, host }, body: sent.body as Uint8Array }, { credentials: [exampleCredentials], service: "execute-api", region: "us-east-1", now: Date.now() });
    expect(verdict).toBeUndefined();
  });

  it("sends no body where there is none", async () => {
    expect(Object.keys((await sentBy("https://api.example.com/", undefined)).sent)).toEqual(["method", "headers", "redirect"]);
    expect((await sentBy("https://api.example.com/", { method: "PUT", body: "x" })).sent.body).toEqual(new TextEncoder().encode("x"));
  });

  it("hands on the signal of the call, or of its request", async () => {
    const { signal } = new AbortController();
    expect((await sentBy("https://api.example.com/", { signal })).sent.signal).toBe(signal);
    const asked = new Request("https://api.example.com/", { signal });
    expect((await sentBy(asked, undefined)).sent.signal).toBe(asked.signal);
  });

  it.each([
    ["S3 wants the hash of the body", { signingName: "s3" }, /^[0-9a-f]{64}$/],
    ["what isn't signed says so", { unsignedPayload: true }, /^UNSIGNED-PAYLOAD$/],
    ["a service may ask for it", { contentSha256Header: true }, /^[0-9a-f]{64}$/],
    ["others don't", {}, /^undefined$/],
    ["nor does S3 when told so", { signingName: "s3", contentSha256Header: false }, /^undefined$/],
  ])("%s", async (_, more, expected) => {
    const { headers } = await sentBy("https://api.example.com/", { method: "PUT", body: "x" }, more);
    expect(String(headers["x-amz-content-sha256"])).toMatch(expected);
    expect(headers["authorization"]).toContain(`/us-east-1/${(more as { signingName?: string }).signingName ?? "execute-api"}/aws4_request`);
  });
});
