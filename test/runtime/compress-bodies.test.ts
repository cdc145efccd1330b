import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { HttpRequest } from "../../templates/src/runtime/call.ts";
import { compressBodies } from "../../templates/src/runtime/compress-bodies.ts";

/** What is sent in place of a request. */
async function sent(request: Partial<HttpRequest>, compressed = true): Promise<HttpRequest> {
  let seen: HttpRequest | undefined;
  const send = compressBodies(async (call) => {
    seen = call.request;
    return undefined as never;
  });
  await send({ operation: { compressed }, request: { headers: {}, ...request } } as never);
  return seen!;
}

const large = "ü".repeat(6_000);

describe("a body", () => {
  it("goes compressed, as text and as bytes", async () => {
    for (const body of [large, new TextEncoder().encode(large)]) {
      const { body: bytes, headers } = await sent({ body });
      expect(gunzipSync(bytes as Uint8Array).toString("utf8")).toBe(large);
      expect(headers).toEqual({ "content-encoding": "gzip" });
    }
  });

  it("says all that was done to it, in order", async () => {
    expect((await sent({ body: large, headers: { "content-encoding": "custom" } })).headers["content-encoding"]).toBe("custom, gzip");
  });

  it.each<[string, Partial<HttpRequest>, boolean]>([
    ["is short", { body: "x".repeat(10_239) }, true],
    ["isn't there", { body: undefined }, true],
    ["has a checksum", { body: large, headers: { "content-md5": "x" } }, true],
    ["belongs to another operation", { body: large }, false],
  ])("goes as it is when it %s", async (_, request, compressed) => {
    expect(await sent(request, compressed)).toEqual({ headers: {}, ...request });
  });
});
