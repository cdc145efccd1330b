import { describe, expect, it } from "vitest";
import { toOpenApi } from "../../scripts/prepare/write/openapi.ts";
import { converted, plain, prepared } from "./documents.ts";

const region = { region: { default: "us-east-1" } };
const server = (url: string) => ({ url, ...(url.includes("{region}") ? { variables: region } : {}) });
const hosts = (...urls: string[]) => prepared(converted({ Feed: {} }, {}, { servers: urls.map(server) })).service.hosts;

describe("where a service of AWS lives", () => {
  it("is under the same name in the domain of every partition", () => {
    expect(hosts("http://zoo.{region}.amazonaws.com", "https://zoo.{region}.amazonaws.com.cn")).toEqual([{ url: "https://zoo.{region}.{suffix}" }]);
    expect(hosts("http://zoo.{region}.amazonaws.com.cn", "https://zoo.{region}.api.aws")).toEqual([{ url: "https://zoo.{region}.{dualstackSuffix}" }]);
  });

  it("is in the region, also where an address without one comes first", () => {
    expect(hosts("http://ec2.amazonaws.com", "http://ec2.{region}.amazonaws.com", "http://ec2.{region}.amazonaws.com.cn")).toEqual([{ url: "https://ec2.{region}.{suffix}" }]);
  });

  it("is at one address for all regions, and signed for the region of that", () => {
    const isolated = [{ regions: "us-iso" }, { regions: "eu-isoe-" }, { regions: "eusc-" }];
    expect(hosts("https://iam.cn-north-1.amazonaws.com.cn", "http://iam.amazonaws.com", "http://iam.us-gov.amazonaws.com")).toEqual([
      { regions: "cn-", url: "https://iam.cn-north-1.amazonaws.com.cn", signingRegion: "cn-north-1" },
      { regions: "us-gov-", url: "https://iam.us-gov.amazonaws.com", signingRegion: "us-gov-west-1" },
      ...isolated,
      { url: "https://iam.amazonaws.com", signingRegion: "us-east-1" },
    ]);
    expect(hosts("https://health.us-east-1.amazonaws.com", "https://health.{region}.amazonaws.com.cn")).toEqual([{ regions: "cn-", url: "https://health.{region}.amazonaws.com.cn" }, ...isolated, { url: "https://health.us-east-1.amazonaws.com", signingRegion: "us-east-1" }]);
  });

  it("is what the document says, where it says something", () => {
    const said = [{ regions: "us-gov-", variant: "fips", url: "https://zoo.{region}.{suffix}" }, { variant: "fips", url: "https://zoo-fips.{region}.{suffix}" }, { url: "https://zoo.{suffix}", signingRegion: "us-east-1" }];
    const spec = prepared(converted({ Feed: {} }, {}, { "x-endpoints": said }));
    expect(spec.service.hosts).toEqual(said);
    expect(prepared(toOpenApi(spec)).service.hosts).toEqual(said);
  });
});

it("of any other API is its first server", () => {
  expect(prepared(plain({}, { servers: [{ url: "https://api.example.com/v1/" }, { url: "https://other.example.com" }] })).service.hosts).toEqual([{ url: "https://api.example.com/v1" }]);
  expect(prepared(plain({})).service.hosts).toEqual([]);
});
