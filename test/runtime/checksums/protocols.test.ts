// What checksums add to requests, and look for in answers.

import { describe, expect, it } from "vitest";
import { checkedAnswer } from "../../../templates/src/runtime/checksums/checked-answer.ts";
import { withChecksum } from "../../../templates/src/runtime/checksums/with-checksum.ts";
import { withContentMd5 } from "../../../templates/src/runtime/checksums/with-content-md5.ts";
import type { HttpResponse } from "../../../templates/src/runtime/call.ts";
import type { AnyOperation, Members, Protocol } from "../../../templates/src/runtime/operation.ts";
import { restXml } from "../../../templates/src/runtime/protocols/rest-xml.ts";
import { answer, failureOf, service } from "../../support/sample-service.ts";

const xml = restXml("");
const endpoint = { protocol: "https:", host: "s3.example", path: "" } as const;

const put: AnyOperation = {
  name: "Put", service, protocol: xml, method: "PUT", path: "/key",
  request: {
    Body: { in: "payload", as: "bytes" },
    Algorithm: { in: "header", name: "x-amz-sdk-checksum-algorithm" },
    ChecksumSHA256: { in: "header", name: "x-amz-checksum-sha256" },
    ContentMD5: { in: "header", name: "content-md5" },
  },
};

const headersOf = (protocol: Protocol, input: Members) => protocol.request(put, input, endpoint).headers;

describe("a request with a checksum", () => {
  const protocol = withChecksum(xml, "Algorithm");

  it("has a CRC32, and says so, unless the caller chooses another", () => {
    expect(headersOf(protocol, { Body: "abc" })).toMatchObject({ "x-amz-sdk-checksum-algorithm": "CRC32", "x-amz-checksum-crc32": "NSRBwg==" });
  });

  it.each([
    ["CRC32C", "x-amz-checksum-crc32c", "Nks/tw=="],
    ["SHA1", "x-amz-checksum-sha1", "qZk+NkcGgWq6PiVxeFDCbJzQ2J0="],
    ["SHA256", "x-amz-checksum-sha256", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="],
  ])("has a %s where the member says so", (Algorithm, header, expected) => {
    const headers = headersOf(protocol, { Body: new TextEncoder().encode("abc"), Algorithm });
    expect(headers).toMatchObject({ "x-amz-sdk-checksum-algorithm": Algorithm, [header]: expected });
    expect(headers["x-amz-checksum-crc32"]).toBeUndefined();
  });

  it("has one also without a body", () => expect(headersOf(protocol, {})["x-amz-checksum-crc32"]).toBe("AAAAAA=="));

  it("has the caller's own instead, when one is given", () => {
    const headers = headersOf(protocol, { Body: "abc", ChecksumSHA256: "own" });
    expect(headers).toMatchObject({ "x-amz-checksum-sha256": "own" });
    expect(Object.keys(headers).filter((name) => /crc|algorithm/.test(name))).toEqual([]);
  });

  it("refuses an algorithm that it can't compute, and names the way out", async () => {
    const error = await failureOf((async () => headersOf(protocol, { Body: "abc", Algorithm: "XXHASH64" }))());
    expect(error).toMatchObject({ name: "InvalidRequestError", problem: expect.stringMatching(/^Algorithm: CRC32, .* own member$/) });
  });
});

describe("a request to a service that knows Content-MD5 alone", () => {
  const protocol = withContentMd5(xml);

  it("has one, also of an empty body", () => {
    expect(headersOf(protocol, { Body: "abc" })["content-md5"]).toBe("kAFQmDzST7DWlj99KOF/cg==");
    expect(headersOf(protocol, {})["content-md5"]).toBe("1B2M2Y8AsgTpgAmY7PhCfg==");
  });

  it("has the caller's own instead", () => expect(headersOf(protocol, { Body: "abc", ContentMD5: "own" })["content-md5"]).toBe("own"));
});

describe("an answer with a checksum", () => {
  const get: AnyOperation = { ...put, name: "Get", method: "GET", request: {}, response: { Body: { in: "payload", as: "bytes" } } };
  const read = (headers: Record<string, string>, status = 200) => async (): Promise<unknown> => checkedAnswer(xml).output(get, { ...answer(status, "abc"), headers } as HttpResponse);

  it.each([
    ["crc32", "NSRBwg=="], ["crc32c", "Nks/tw=="], ["sha1", "qZk+NkcGgWq6PiVxeFDCbJzQ2J0="], ["sha256", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="],
  ])("is taken when the %s is right, and refused when it isn't", async (name, expected) => {
    expect(await read({ [`x-amz-checksum-${name}`]: expected })()).toEqual({ Body: new TextEncoder().encode("abc") });
    expect(await failureOf(read({ [`x-amz-checksum-${name}`]: "AAAAAA==" })())).toMatchObject({ name: "UnreadableResponseError", problem: `the answer isn't what its ${name.toUpperCase()} checksum says` });
  });

  it("is taken when it has none, one of parts, one that isn't known, or is only a part itself", async () => {
    for (const headers of [{}, { "x-amz-checksum-crc32": "AAAAAA==-3" }, { "x-amz-checksum-xxhash64": "x" }] as Record<string, string>[]) await read(headers)();
    await read({ "x-amz-checksum-crc32": "AAAAAA==" }, 206)();
  });
});
