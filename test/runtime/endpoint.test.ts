import { describe, expect, it } from "vitest";
import { parseEndpoint, serviceUrl } from "../../templates/src/runtime/endpoint.ts";
import { service } from "../support/sample-service.ts";

describe("a service's own address", () => {
  it.each([
    ["us-east-1", "https://metering.us-east-1.amazonaws.com"],
    ["eu-central-1", "https://metering.eu-central-1.amazonaws.com"],
    ["us-gov-west-1", "https://metering.us-gov-west-1.amazonaws.com"],
    ["cn-north-1", "https://metering.cn-north-1.amazonaws.com.cn"],
  ])("in %s is %s", (region, url) => expect(serviceUrl(service, region)).toBe(url));

  it.each(["us-iso-east-1", "us-isob-east-1", "us-isof-south-1", "eu-isoe-west-1", "eusc-de-east-1"])("isn't guessed in %s, which has a domain of its own", (region) => {
    expect(() => serviceUrl(service, region)).toThrow("region");
    const [partition] = region.match(/^(us-iso\w?|eu-isoe|eusc)/)!;
    const url = serviceUrl({ ...service, endpoints: { ...service.endpoints, [`aws-${partition}`]: "https://m.{region}.x" } }, region);
    expect(url).toBe(`https://m.${region}.x`);
  });

  it.each([undefined, "", "us east", "us-east-1.evil.example", "evil.example/", "a@b", "a:b", "a#", "US-EAST-1", "a\n", "é"])(
    "isn't made with %j for a region",
    (region) => expect(() => serviceUrl(service, region)).toThrow("region"),
  );

  it("needs no region when it has none in it", () => {
    expect(serviceUrl({ ...service, endpoints: { default: "https://api.example.com/v1" } }, undefined)).toBe("https://api.example.com/v1");
  });
});

describe("an endpoint", () => {
  it.each([
    ["https://api.example.com", { protocol: "https:", host: "api.example.com", path: "" }],
    ["https://API.example.com:443/", { protocol: "https:", host: "api.example.com", path: "" }],
    ["https://api.example.com/v1/", { protocol: "https:", host: "api.example.com", path: "/v1" }],
    ["http://[::1]:8080/a b", { protocol: "http:", host: "[::1]:8080", path: "/a%20b" }],
    [new URL("https://api.example.com/v1"), { protocol: "https:", host: "api.example.com", path: "/v1" }],
  ])("is read from %s", (address, expected) => expect(parseEndpoint(address)).toEqual(expected));

  it.each(["", "api.example.com", "ftp://x", "https://", "https://u:p@x", "https://x?a", "https://x#a", "//x"])("isn't read from %j", (address) => {
    expect(() => parseEndpoint(address)).toThrow();
  });
});
