import { describe, expect, it } from "vitest";
import { hostsOf } from "../../../scripts/facts/endpoints/hosts.ts";
import type { JsonObject } from "../../../scripts/json.ts";

const isTrue = (name: string) => ({ fn: "booleanEquals", argv: [{ ref: name }, true] });
const partition = { fn: "aws.partition", argv: [{ ref: "Region" }], assign: "Partition" };
const at = (url: string, ...conditions: object[]) => ({ type: "endpoint", conditions, endpoint: { url, properties: {} } });
const rules = (...list: object[]) => ({
  version: "1.0",
  parameters: { Region: { type: "String" }, UseFIPS: { type: "Boolean", default: false }, UseDualStack: { type: "Boolean", default: false } },
  rules: [{ type: "tree", conditions: [{ fn: "isSet", argv: [{ ref: "Region" }] }, partition], rules: list }],
}) as unknown as JsonObject;

describe("the rows of a rule set", () => {
  it("are one where all regions are alike, and none for what the rules refuse", () => {
    expect(hostsOf(rules({ type: "error", conditions: [isTrue("UseFIPS")], error: "no" }, { type: "error", conditions: [isTrue("UseDualStack")], error: "no" }, at("https://zoo.{Region}.{Partition#dnsSuffix}")))).toEqual([{ url: "https://zoo.{region}.{suffix}" }]);
  });

  it("name partitions and regions that differ, before all others", () => {
    const named = (name: string, value: string) => ({ fn: "stringEquals", argv: [name === "Region" ? { ref: "Region" } : { fn: "getAttr", argv: [{ ref: "Partition" }, "name"] }, value] });
    const signed = { type: "endpoint", conditions: [named("partition", "aws-cn")], endpoint: { url: "https://zoo.cn-north-1.amazonaws.com.cn", properties: { authSchemes: [{ name: "sigv4", signingRegion: "cn-north-1" }] } } };
    expect(hostsOf(rules(at("https://old.amazonaws.com", named("Region", "us-east-1")), signed, at("https://zoo-fips.{Region}.{Partition#dualStackDnsSuffix}", isTrue("UseFIPS"), isTrue("UseDualStack")), at("https://zoo.{Region}.{Partition#dnsSuffix}")))).toEqual([
      ...["", "fips", "dualstack", "fips+dualstack"].flatMap((variant) => {
        const of = variant === "" ? {} : { variant };
        return [
          { regions: "us-east-1", ...of, url: "https://old.amazonaws.com" },
          { regions: "cn-", ...of, url: "https://zoo.cn-north-1.{suffix}", signingRegion: "cn-north-1" },
          { ...of, url: variant === "fips+dualstack" ? "https://zoo-fips.{region}.{dualstackSuffix}" : "https://zoo.{region}.{suffix}" },
        ];
      }),
    ]);
  });

  it("are none at all where the rules need more than a region", () => {
    expect(hostsOf(rules(at("https://{Id}.zoo.example", { fn: "isSet", argv: [{ ref: "Id" }] })))).toEqual([]);
  });
});
