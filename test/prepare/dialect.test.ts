import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../scripts/json.ts";
import { dialectOf } from "../../scripts/prepare/read/dialect.ts";
import { converted, plain, prepared } from "./documents.ts";
import { toOpenApi } from "../../scripts/prepare/write/openapi.ts";

const dialect = (document: object) => dialectOf(document as JsonObject);

function paths(keys: readonly string[], contentType = "application/json", info: object = {}): object {
  return {
    openapi: "3.0.0", info: { title: "Zoo", version: "1", "x-providerName": "amazonaws.com", ...info },
    paths: Object.fromEntries(keys.map((key) => [key, { post: { operationId: "x", responses: { 200: { description: "", content: { [contentType]: { schema: {} } } } } } }])),
  };
}

describe("the dialect", () => {
  it.each([
    ["a JSON 1.1 target in every key", paths(["/#X-Amz-Target=AWSMPMeteringService.MeterUsage"]), "aws-json-1.1"],
    ["a target that is known to speak 1.0", paths(["/#X-Amz-Target=DynamoDB_20120810.PutItem"]), "aws-json-1.0"],
    ["a target with dots in its prefix", paths(["/#X-Amz-Target=com.amazonaws.codestar.connections.CodeStar_connections_20191201.List"]), "aws-json-1.0"],
    ["an action in every key", paths(["/#Action=Publish"], "text/xml"), "aws-query"],
    ["an action, and the name ec2", paths(["/#Action=RunInstances"], "text/xml", { "x-serviceName": "ec2" }), "ec2-query"],
    ["XML everywhere", paths(["/{Bucket}", "/{Bucket}#acl"], "text/xml"), "rest-xml"],
    ["JSON everywhere", paths(["/functions"]), "rest-json"],
    ["JSON and XML", { ...paths(["/a"]), paths: { ...(paths(["/a"]) as { paths: object }).paths, ...(paths(["/b"], "text/xml") as { paths: object }).paths } }, "rest-json"],
  ])("of a converted document with %s is told", (_what, document, protocol) => {
    expect(dialect(document)).toEqual({ protocol, converted: true, prepared: false });
  });

  it("of any other document is rest", () => {
    expect(dialect(plain({ Pet: { type: "object" } }))).toEqual({ protocol: "rest", converted: false, prepared: false });
  });

  it("is what the document says, when it says so", () => {
    expect(dialect({ ...plain({}), "x-protocol": "rest-json" })).toEqual({ protocol: "rest-json", converted: false, prepared: false });
    expect(dialect({ ...(converted({ Feed: {} }) as object), "x-protocol": "aws-json-1.0" })).toMatchObject({ protocol: "aws-json-1.0", converted: true });
    expect(dialect({ ...plain({}), "x-protocol": "carrier-pigeon" })).toMatchObject({ protocol: "rest" });
  });

  it("of a prepared document is its protocol, and nothing is guessed any more", () => {
    expect(dialect(toOpenApi(prepared(converted({ Feed: {} }))))).toEqual({ protocol: "aws-json-1.1", converted: false, prepared: true });
  });
});
