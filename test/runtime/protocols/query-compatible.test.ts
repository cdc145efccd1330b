import { describe, expect, it } from "vitest";
import { awsJson } from "../../../templates/src/runtime/protocols/aws-json.ts";
import { queryCompatible } from "../../../templates/src/runtime/protocols/query-compatible.ts";
import { createClient } from "../../../templates/src/runtime/client.ts";
import { answer, batchOperation, DuplicateRequestException, failureOf, scripted, service } from "../../support/sample-service.ts";

const input = { UsageRecords: [] };

async function failing(body: unknown, header?: string) {
  const { transport, sent } = scripted(answer(400, body, header === undefined ? {} : { "x-amzn-query-error": header }));
  const client = createClient(service, { region: "us-east-1", transport, retry: false }, () => []);
  const error = await failureOf(client.call({ ...batchOperation, protocol: queryCompatible(awsJson("1.0")) }, input));
  return { error, request: sent[0]! };
}

describe("a JSON service that was a Query service", () => {
  it("is asked for the older codes", async () => {
    expect((await failing({})).request.headers).toMatchObject({ "x-amzn-query-mode": "true", "content-type": "application/x-amz-json-1.0" });
  });

  it("fails with the exception of the newer name, and the older code among its fields", async () => {
    const { error } = await failing({ __type: "com.amazonaws.metering#DuplicateRequestException", message: "again" }, "AWS.Metering.Duplicate;Sender");
    expect(error).toBeInstanceOf(DuplicateRequestException);
    expect(error).toMatchObject({ code: "DuplicateRequestException", fields: { queryErrorCode: "AWS.Metering.Duplicate" }, problem: "again" });
  });

  it("fails with the older code when only that came", async () => {
    const { error } = await failing("<html>", "DuplicateRequestException;Sender");
    expect(error).toMatchObject({ name: "DuplicateRequestException" });
    expect((await failing({}, " AWS.Other ;Receiver")).error).toMatchObject({ code: "AWS.Other" });
  });

  it("fails as any other without the header, or with one that says nothing", async () => {
    for (const header of [undefined, "", ";Sender"]) expect((await failing({ __type: "Other" }, header)).error).toMatchObject({ code: "Other", fields: { __type: "Other" } });
  });
});
