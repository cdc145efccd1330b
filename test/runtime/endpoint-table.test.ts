import { afterEach, describe, expect, it, vi } from "vitest";
import { endpointTable, type EndpointRow, signingRegion } from "../../templates/src/runtime/endpoint-table.ts";
import { environmentEndpoint } from "../../templates/src/runtime/platform/node.ts";
import { connect, scripted, answer, batch, service, failureOf, record } from "../support/sample-service.ts";

const rows: readonly EndpointRow[] = [
  { regions: "us-gov-west-1", url: "https://iam.us-gov.{suffix}", signingRegion: "us-gov-west-1" },
  { regions: "eu-isoe-" },
  { regions: "cn-", url: "https://iam.{region}.{suffix}" },
  { url: "https://iam.{suffix}", signingRegion: "us-east-1" },
  { variant: "fips", url: "https://iam-fips.{region}.{suffix}" },
  { variant: "fips+dualstack", url: "https://iam-fips.{region}.{dualstackSuffix}" },
];
const url = endpointTable(rows);
const both = { useFipsEndpoint: true, useDualstackEndpoint: true };

afterEach(() => void vi.unstubAllEnvs());

describe("a service that lives differently from region to region", () => {
  it.each([
    [undefined, {}, "https://iam.amazonaws.com", "us-east-1"],
    ["eu-west-1", {}, "https://iam.amazonaws.com", "us-east-1"],
    ["us-gov-west-1", {}, "https://iam.us-gov.amazonaws.com", "us-gov-west-1"],
    ["cn-north-1", {}, "https://iam.cn-north-1.amazonaws.com.cn", undefined],
    ["us-isof-south-1", {}, "https://iam.csp.hci.ic.gov", "us-east-1"],
    ["eu-west-1", { useFipsEndpoint: true }, "https://iam-fips.eu-west-1.amazonaws.com", undefined],
    ["us-iso-east-1", both, "https://iam-fips.us-iso-east-1.api.aws.ic.gov", undefined],
    ["eusc-de-east-1", both, "https://iam-fips.eusc-de-east-1.api.amazonwebservices.eu", undefined],
  ])("is in %s with %j at %s, and signed for %s", (region, options, address, signed) => {
    expect(url(region, options)).toBe(address);
    expect(signingRegion(rows, { region, hasOwnEndpoint: false, ...options })).toEqual(signed === undefined ? {} : { region: signed });
  });

  it.each([
    ["eu-isoe-west-1", {}, "no such endpoint"], ["eu-west-1", { useDualstackEndpoint: true }, "no such endpoint"],
    [undefined, { useFipsEndpoint: true }, "us-east-1 is needed"], ["a.example/", { useFipsEndpoint: true }, "us-east-1 is needed"], ["US", {}, "us-east-1 is needed"],
  ])("isn't in %s with %j", (region, options, message) => expect(() => url(region, options)).toThrow(message));

  it("is signed for the client's region at an endpoint of the user's own", () => {
    expect(signingRegion(rows, { region: "eu-west-1", hasOwnEndpoint: true })).toEqual({ region: "eu-west-1" });
  });

  it("heeds the environment in Node, and the options more", () => {
    vi.stubEnv("AWS_USE_FIPS_ENDPOINT", "true");
    expect(url("eu-west-1", {})).toBe("https://iam-fips.eu-west-1.amazonaws.com");
    expect(url("eu-west-1", { useFipsEndpoint: false })).toBe("https://iam.amazonaws.com");
    vi.stubEnv("AWS_USE_DUALSTACK_ENDPOINT", "TRUE");
    expect(url("eu-west-1", {})).toBe("https://iam-fips.eu-west-1.api.aws");
  });
});

describe("the endpoint of the environment", () => {
  const metering = { ...service, name: "MarketplaceMetering" };

  it("is the service's own, or the one for all", () => {
    expect(environmentEndpoint(metering)).toBeUndefined();
    vi.stubEnv("AWS_ENDPOINT_URL", "https://all.example");
    expect(environmentEndpoint(metering)).toBe("https://all.example");
    vi.stubEnv("AWS_ENDPOINT_URL_MARKETPLACE_METERING", "https://one.example");
    expect([environmentEndpoint(metering), environmentEndpoint(service)]).toEqual(["https://one.example", "https://all.example"]);
    vi.stubEnv("AWS_ENDPOINT_URL_MARKETPLACE_METERING", "");
    expect(environmentEndpoint(metering)).toBe("https://all.example");
    vi.stubEnv("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
    expect(environmentEndpoint(metering)).toBeUndefined();
  });

  it("is where requests go, unless the client names another", async () => {
    vi.stubEnv("AWS_ENDPOINT_URL", "https://all.example/base");
    const { transport, sent } = scripted(answer(200, {}));
    for (const own of [{}, { endpoint: "https://own.example" }]) await batch(connect({ transport, ...own }), { UsageRecords: [record] });
    expect(sent.map(({ host, path }) => host + path)).toEqual(["all.example/base/", "own.example/"]);
    vi.stubEnv("AWS_ENDPOINT_URL", "nonsense");
    expect(await failureOf((async () => connect({ transport }))())).toMatchObject({ name: "InvalidRequestError" });
  });
});
