// Where requests for buckets go.

import { describe, expect, it } from "vitest";
import { inBucketHost } from "../../templates/src/runtime/bucket-host.ts";
import { createClient } from "../../templates/src/runtime/client.ts";
import type { Operation, Service } from "../../templates/src/runtime/operation.ts";
import { restXml } from "../../templates/src/runtime/protocols/rest-xml.ts";
import { answer, failureOf, scripted } from "../support/sample-service.ts";

const s3: Service = { name: "S3", userAgent: "s3/1.0.0", url: () => "https://s3.eu-west-1.amazonaws.com" };
const get: Operation<{ readonly Bucket: string; readonly Key?: string }, unknown> = {
  name: "GetObject", service: s3, protocol: inBucketHost(restXml(""), "Bucket"), method: "GET", path: "/{Bucket}/{Key+}", answer: "none",
  request: { Bucket: { in: "path", name: "Bucket" }, Key: { in: "path", name: "Key" } },
};
const list = { ...get, name: "ListObjects", path: "/{Bucket}" };

async function sent(Bucket: string, options: { readonly endpoint?: string; readonly forcePathStyle?: boolean; readonly useAccelerateEndpoint?: boolean } = {}, operation = get) {
  const { transport, sent: requests } = scripted(answer(200, ""));
  await createClient(s3, { region: "eu-west-1", transport, ...options }, () => []).call(operation, { Bucket, ...(operation === get && { Key: "photos/a b.jpg" }) });
  return requests.map(({ host, path }) => host + path)[0];
}

describe("a bucket", () => {
  it("has a host of its own", async () => {
    expect(await sent("photos")).toBe("photos.s3.eu-west-1.amazonaws.com/photos/a%20b.jpg");
    expect(await sent("photos", {}, list)).toBe("photos.s3.eu-west-1.amazonaws.com/");
  });

  it.each(["my.photos", "Photos", "ab", "-photos", "photos-", "a_b", "x".repeat(64), "a/b", "é"])("called %j is in the path", async (name) => {
    expect(await sent(name, {}, list)).toBe(`s3.eu-west-1.amazonaws.com/${encodeURIComponent(name)}`);
  });

  it("is in the path where the client wants it so, and at an endpoint of its own", async () => {
    expect(await sent("photos", { forcePathStyle: true })).toBe("s3.eu-west-1.amazonaws.com/photos/photos/a%20b.jpg");
    expect(await sent("s3", { endpoint: "https://s3.example.com/base" })).toBe("s3.example.com/base/s3/photos/a%20b.jpg");
  });

  it("is reached by the nearest edge where the client wants it so", async () => {
    expect(await sent("photos", { useAccelerateEndpoint: true }, list)).toBe("photos.s3-accelerate.amazonaws.com/");
    const dualstack = get.protocol.request(list as never, { Bucket: "photos" }, { protocol: "https:", host: "s3.dualstack.eu-west-1.amazonaws.com", path: "" }, { useAccelerateEndpoint: true } as never);
    expect(dualstack.host).toBe("photos.s3-accelerate.dualstack.amazonaws.com");
  });
});

describe("an access point", () => {
  const arn = "arn:aws:s3:eu-west-1:123456789012:accesspoint/photos";

  it("has a host of its own, whatever buckets have", async () => {
    const own = "photos-123456789012.s3-accesspoint.eu-west-1.amazonaws.com";
    expect(await sent(arn)).toBe(`${own}/photos/a%20b.jpg`);
    expect(await sent(arn.replace("point/", "point:"), {}, list)).toBe(`${own}/`);
    expect(await sent(arn, { forcePathStyle: true }, list)).toBe(`${own}/`);
    expect(await sent(arn, { endpoint: "https://s3.example.com/base" })).toBe("photos-123456789012.s3.example.com/base/photos/a%20b.jpg");
  });

  it.each([
    ["s3.dualstack.eu-west-1.amazonaws.com", "photos-123456789012.s3-accesspoint.dualstack.eu-west-1.amazonaws.com"],
    ["s3-fips.eu-west-1.amazonaws.com", "photos-123456789012.s3-accesspoint-fips.eu-west-1.amazonaws.com"],
  ])("at %s is at %s", (host, expected) => {
    expect(get.protocol.request(list as never, { Bucket: arn }, { protocol: "https:", host, path: "" })).toMatchObject({ host: expected, path: "/" });
  });

  it.each([
    ["lies in another region", arn.replace("eu-west-1", "us-east-1")],
    ["lies in many regions, which asks for another kind of signature", "arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap"],
    ["is one of Object Lambda, which has a signing name of its own", arn.replace("s3", "s3-object-lambda")],
    ["is one of an outpost", "arn:aws:s3-outposts:eu-west-1:123456789012:outpost/op-1/accesspoint/photos"],
    ["has a name that would be another host", arn.replace("photos", "evil.example/")],
    ["is a bucket's", "arn:aws:s3:::photos"],
  ])("is refused when it %s", async (_, other) => {
    expect(await failureOf(sent(other))).toMatchObject({ name: "InvalidRequestError", problem: "Bucket: the name of a bucket is expected, or the ARN of an access point in the client's region" });
  });
});
