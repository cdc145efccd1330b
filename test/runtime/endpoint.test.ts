import { describe, expect, it } from "vitest";
import { parseEndpoint, regional } from "../../templates/src/runtime/endpoint.ts";

const metering = regional("metering");

describe("a service's own address", () => {
  it.each([
    ["us-east-1", "https://metering.us-east-1.amazonaws.com"],
    ["eu-central-1", "https://metering.eu-central-1.amazonaws.com"],
    ["us-gov-west-1", "https://metering.us-gov-west-1.amazonaws.com"],
    ["cn-north-1", "https://metering.cn-north-1.amazonaws.com.cn"],
    ["us-iso-east-1", "https://metering.us-iso-east-1.c2s.ic.gov"],
    ["us-isob-east-1", "https://metering.us-isob-east-1.sc2s.sgov.gov"],
    ["us-isof-south-1", "https://metering.us-isof-south-1.csp.hci.ic.gov"],
    ["eu-isoe-west-1", "https://metering.eu-isoe-west-1.cloud.adc-e.uk"],
    ["eusc-de-east-1", "https://metering.eusc-de-east-1.amazonaws.eu"],
    ["zz-new-9", "https://metering.zz-new-9.amazonaws.com"],
  ])("in %s is %s", (region, url) => expect(metering(region, {})).toBe(url));

  it.each([undefined, "", "us east", "us-east-1.evil.example", "evil.example/", "a@b", "a:b", "a#", "US-EAST-1", "a\n", "é", "constructor", "us-east-1\n", "toString-a-1é"])(
    "isn't made with %j for a region",
    (region) => expect(() => metering(region, {})).toThrow("region"),
  );
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
