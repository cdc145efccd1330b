import { readFileSync } from "node:fs";
import { SpanStatusCode } from "@opentelemetry/api";
import { BasicTracerProvider, InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DuplicateRequestException, MarketplaceMeteringClient } from "../../generated/src/index.ts";
import { type Answer, exampleCredentials, type ReceivedRequest, startVerifyingServer, type VerifyingServer } from "../support/verifying-server.ts";
import { traced } from "./opentelemetry.ts";

const exporter = new InMemorySpanExporter();
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
const usage = { ProductCode: "4w1vgsrkqdkypbz43g7qkk4uz", Timestamp: new Date(), UsageDimension: "hosts-scanned", UsageQuantity: 17 };

let server: VerifyingServer;
let client: MarketplaceMeteringClient;
let answer: (request: ReceivedRequest) => Answer;

beforeAll(async () => {
  server = await startVerifyingServer({ answers: { MeterUsage: (request) => answer(request) } });
  client = new MarketplaceMeteringClient({
    region: "us-east-1",
    endpoint: server.url,
    allowInsecure: true,
    credentials: exampleCredentials,
    random: () => 0,
    hooks: traced(provider.getTracer("metering")),
  });
});

beforeEach(() => exporter.reset());

afterAll(async () => {
  client.close();
  await server.close();
  await provider.shutdown();
});

/** What has ended, by name. */
function spans(): Readonly<Record<string, ReadableSpan>> {
  return Object.fromEntries(exporter.getFinishedSpans().map((span) => [span.name, span]));
}

it("the package's README shows the same example", () => {
  const own = readFileSync(new URL("opentelemetry.ts", import.meta.url), "utf8");
  const example = own.slice(own.indexOf("function traced"));
  expect(readFileSync(new URL("../../generated/README.md", import.meta.url), "utf8")).toContain(example);
});

describe("spans", () => {
  it("show a call with each of its attempts", async () => {
    answer = ({ headers }) => (headers["amz-sdk-request"]?.startsWith("attempt=1;") ? { status: 500, body: "" } : { body: { MeteringRecordId: "1" } });
    await client.meterUsage(usage);
    const { "MarketplaceMetering.MeterUsage": call, "attempt 1": first, "attempt 2": second, ...rest } = spans();
    expect(rest).toEqual({});
    expect(call).toMatchObject({
      attributes: { "rpc.system": "aws-api", "rpc.service": "MarketplaceMetering", "rpc.method": "MeterUsage", "http.response.status_code": 200 },
      status: { code: SpanStatusCode.UNSET },
    });
    expect(call?.attributes["aws.request_id"]).toBe(second?.attributes["aws.request_id"]);
    expect(first).toMatchObject({ attributes: { "http.response.status_code": 500, "http.request.resend_count": 0 }, status: { code: SpanStatusCode.ERROR } });
    expect(second).toMatchObject({ attributes: { "http.response.status_code": 200, "http.request.resend_count": 1 }, status: { code: SpanStatusCode.UNSET } });
    for (const attempt of [first, second]) expect(attempt?.parentSpanContext?.spanId).toBe(call?.spanContext().spanId);
  });

  it("name the exception that a call ended with, and no secret", async () => {
    answer = () => ({ status: 400, body: { __type: "DuplicateRequestException", message: "another quantity" } });
    await expect(client.meterUsage(usage)).rejects.toThrow(DuplicateRequestException);
    const { "MarketplaceMetering.MeterUsage": call, "attempt 1": attempt, ...rest } = spans();
    expect(rest).toEqual({});
    expect(call).toMatchObject({ attributes: { "error.type": "DuplicateRequestException", "http.response.status_code": 400 }, status: { code: SpanStatusCode.ERROR } });
    expect(call?.events[0]?.attributes?.["exception.message"]).toContain("another quantity");
    expect(attempt).toMatchObject({ status: { code: SpanStatusCode.ERROR } });
    const told = JSON.stringify([call, attempt].map((span) => [span?.attributes, span?.events]));
    expect(told).not.toContain(exampleCredentials.secretAccessKey);
    expect(told).not.toContain("Signature=");
  });

  it("of calls at the same time keep apart", async () => {
    answer = () => ({ body: { MeteringRecordId: "1" } });
    await Promise.all(Array.from({ length: 20 }, () => client.meterUsage(usage)));
    const parents = exporter.getFinishedSpans().flatMap((span) => span.parentSpanContext?.spanId ?? []);
    expect(exporter.getFinishedSpans()).toHaveLength(40);
    expect(new Set(parents).size).toBe(20);
  });
});
