import { describe, expect, it, vi } from "vitest";
import { presign } from "../../templates/src/runtime/sign/presign.ts";
import { signedFetch } from "../../templates/src/runtime/sign/signed-fetch.ts";

// The example of AWS's documentation:
// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
const credentials = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" };
const s3 = { signingName: "s3", region: "us-east-1", credentials };

describe("presign", () => {
  it("signs the example of AWS's documentation", async () => {
    const url = await presign("https://examplebucket.s3.amazonaws.com/test.txt", { ...s3, expiresIn: 86_400, signingDate: new Date("2013-05-24T00:00:00Z") });
    expect(url).toBe(
      "https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
    );
  });

  it("keeps the query and the fragment, and names the headers that must be sent", async () => {
    const url = new URL(await presign("https://b.s3.amazonaws.com/k?versionId=1#part", { ...s3, method: "PUT", headers: { "Content-Type": "text/plain" } }));
    expect(url.searchParams.get("versionId")).toBe("1");
    expect(url.searchParams.get("X-Amz-SignedHeaders")).toBe("content-type;host");
    expect(url.searchParams.get("X-Amz-Expires")).toBe("900");
    expect(url.hash).toBe("#part");
  });

  it("loads credentials from a provider", async () => {
    const url = await presign("https://b.s3.amazonaws.com/k", { ...s3, credentials: async () => ({ ...credentials, sessionToken: "a/b" }) });
    expect(url).toContain("X-Amz-Security-Token=a%2Fb&");
  });

  it.each([0, 604_801, 1.5, NaN])("refuses to end after %d seconds", async (expiresIn) => {
    await expect(presign("https://b.s3.amazonaws.com/k", { ...s3, expiresIn })).rejects.toThrow("`expiresIn` must be a whole number");
  });

  it("refuses URLs that are signed already, plain http and headers with line ends", async () => {
    await expect(presign("https://b.s3.amazonaws.com/k?X-Amz-Signature=1", s3)).rejects.toThrow("already holds parameters of a signature");
    await expect(presign("http://b.s3.amazonaws.com/k", s3)).rejects.toThrow("signatures need https");
    await expect(presign("https://b.s3.amazonaws.com/k", { ...s3, headers: { "x-a": "1\r\nhost: evil" } })).rejects.toThrow(TypeError);
  });
});

describe("signedFetch", () => {
  const record = () => vi.fn<typeof fetch>(async () => new Response("{}"));
  const options = { signingName: "execute-api", region: "us-east-1", credentials };

  it("signs what it sends and gives the answer back as it is", async () => {
    const inner = record();
    const response = await signedFetch(inner, options)("https://api.example.com/a b?q=1#frag", { method: "POST", body: "{}", headers: { "X-A": "1" } });
    expect(await response.text()).toBe("{}");
    const [url, init] = inner.mock.calls[0]!;
    expect(url).toBe("https://api.example.com/a%20b?q=1");
    expect(init).toMatchObject({ method: "POST", redirect: "manual" });
    expect(new TextDecoder().decode(init!.body as Uint8Array)).toBe("{}");
    expect(init!.headers).toMatchObject({
      "x-a": "1",
      "content-type": "text/plain;charset=UTF-8",
      authorization: expect.stringContaining("SignedHeaders=content-type;host;x-a;x-amz-date,"),
    });
  });

  it("takes a Request, and the signal of either", async () => {
    const inner = record();
    await signedFetch(inner, options)(new Request("https://api.example.com/", { method: "PUT", body: new Uint8Array([1, 2]) }));
    expect(inner.mock.calls[0]![1]).toMatchObject({ method: "PUT", body: new Uint8Array([1, 2]) });
    await expect(signedFetch(inner, options)("https://api.example.com/", { signal: AbortSignal.abort(new Error("enough")) })).rejects.toThrow("enough");
    expect(inner).toHaveBeenCalledTimes(1);
  });

  it("gives up a provider that hangs when the signal says so", async () => {
    const controller = new AbortController();
    const hanging = signedFetch(record(), { ...options, credentials: () => new Promise(() => {}) })("https://api.example.com/", { signal: controller.signal });
    setImmediate(() => controller.abort(new Error("enough")));
    await expect(hanging).rejects.toThrow("enough");
  });

  it("refuses plain http, and headers that the signature needs", async () => {
    const inner = record();
    await expect(signedFetch(inner, options)("http://api.example.com/")).rejects.toThrow("signatures need https");
    await expect(signedFetch(inner, options)("https://api.example.com/", { headers: { Authorization: "x" } })).rejects.toThrow("the header authorization can't be set");
    expect(inner).not.toHaveBeenCalled();
  });
});
