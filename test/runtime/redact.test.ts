import { describe, expect, it } from "vitest";
import type { Exchange } from "../../templates/src/runtime/call.ts";
import { withoutSecrets } from "../../templates/src/runtime/redact.ts";

const secret = "FQoGZXIvYXdzEBYaDkZ+secret/token==";

const exchangeOf = (headers: Readonly<Record<string, string>>, body: string): Exchange =>
  ({ request: { method: "POST", protocol: "https:", host: "example.com", path: "/", query: "", headers, body: "" }, response: { status: 403, headers: { a: "b" }, body: new TextEncoder().encode(body) } }) as unknown as Exchange;

const textOf = (headers: Readonly<Record<string, string>>, body: string): string => new TextDecoder().decode(withoutSecrets(exchangeOf(headers, body)).body as Uint8Array);

describe("an answer", () => {
  it.each(["authorization", "x-amz-security-token", "x-client-secret", "cookie", "x-api-key"])("doesn't hold what the request said in %s", (name) => {
    expect(textOf({ [name]: secret }, `You sent ${secret}, which is wrong.`)).toBe("You sent [redacted]==, which is wrong.");
  });

  it("doesn't hold it in other forms either: with backslashes, percent-encoded, in capitals", () => {
    const headers = { "x-amz-security-token": secret };
    expect(textOf(headers, "FQoGZXIvYXdzEBYaDkZ\\+secret\\/token")).toBe("[redacted]");
    expect(textOf(headers, "FQoGZXIvYXdzEBYaDkZ%2Bsecret%2Ftoken")).toBe("[redacted]");
    expect(textOf(headers, "fqogzxivyxdzebyadkz+SECRET/TOKEN")).toBe("[redacted]");
  });

  it("doesn't hold any of several, however often", () => {
    const headers = { authorization: "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE000000/20261123, Signature=5d672d79c15b13162d9279b0855cfba6", cookie: "session=0123456789abcdef" };
    expect(textOf(headers, "0123456789abcdef 5d672d79c15b13162d9279b0855cfba6 0123456789abcdef AKIDEXAMPLE000000/20261123 AWS4-HMAC-SHA256")).toBe("[redacted] [redacted] [redacted] [redacted] [redacted]");
  });

  it("keeps everything else: other headers, parts that are short, its own status and headers", () => {
    const headers = { authorization: "Basic 012345678901234", "x-amz-target": "MeteringService.MeterUsage", cookie: secret };
    expect(textOf(headers, "Basic 012345678901234 to MeteringService.MeterUsage")).toBe("Basic 012345678901234 to MeteringService.MeterUsage");
    expect(withoutSecrets(exchangeOf({ cookie: secret }, secret))).toMatchObject({ status: 403, headers: { a: "b" } });
  });

  it("is given back as it came when the request had no secret", () => {
    for (const headers of [{}, { "content-type": "application/x-amz-json-1.1" }, { authorization: "short" }]) {
      const exchange = exchangeOf(headers, "nothing to hide");
      expect(withoutSecrets(exchange)).toBe(exchange.response);
    }
  });

  it("doesn't hold what has just sixteen characters", () => {
    expect(textOf({ authorization: "0123456789abcdef" }, "<0123456789abcdef>")).toBe("<[redacted]>");
    expect(textOf({ authorization: "0123456789abcde" }, "<0123456789abcde>")).toBe("<0123456789abcde>");
  });
});
