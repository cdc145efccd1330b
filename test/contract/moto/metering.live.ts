import { describe, expect, inject, it } from "vitest";
import { connect, MarketplaceMeteringClient, type MarketplaceMeteringClientOptions } from "../../../generated/src/client.ts";
import { batchMeterUsage } from "../../../generated/src/operations.ts";
import type { HttpRequest, Transport } from "../../../generated/src/runtime/call.ts";
import type { ServiceException } from "../../../generated/src/runtime/errors.ts";
import { metadataOf } from "../../../generated/src/runtime/metadata.ts";
import { nodeTransport } from "../../../generated/src/runtime/transport/node-http.ts";
import { redirectingAgent } from "../../support/redirecting-agent.ts";

const { port, permitted, notPermitted, session } = inject("moto");
const host = "metering.marketplace.us-east-1.amazonaws.com";
const toMoto = nodeTransport({ httpAgent: redirectingAgent(port) });

const settings: MarketplaceMeteringClientOptions = {
  region: "us-east-1",
  endpoint: `http://${host}`,
  allowInsecure: true,
  transport: toMoto,
  credentials: permitted,
};

const input = {
  ProductCode: "4w1vgsrkqdkypbz43g7qkk4uz",
  UsageRecords: [{ Timestamp: new Date("2026-11-16T13:00:00Z"), Dimension: "seats", CustomerIdentifier: "ifAPi5AcF3", Quantity: 42 }],
} as const;

/** Changes what is sent after it is signed. */
function tampered(change: (request: HttpRequest) => HttpRequest): Transport {
  return (request, limits) => toMoto(change(request), limits);
}

function withHeader(request: HttpRequest, name: string, change: (value: string) => string): HttpRequest {
  return { ...request, headers: { ...request.headers, [name]: change(request.headers[name]!) } };
}

async function refusal(options: Partial<MarketplaceMeteringClientOptions>): Promise<{ status: number; excerpt: string }> {
  const client = new MarketplaceMeteringClient({ ...settings, ...options });
  const error = await client.batchMeterUsage(input).then(
    () => {
      throw new Error("moto accepted the request");
    },
    (failure: ServiceException) => failure,
  );
  return { status: error.status, excerpt: error.excerpt };
}

describe("moto accepts", () => {
  it.each<[string, Partial<MarketplaceMeteringClientOptions>]>([
    ["the right key", {}],
    ["a key that a provider loads", { credentials: async () => permitted }],
    ["the session of a role", { credentials: session }],
    ["another region", { region: "eu-west-1" }],
    ["a request that goes over fetch", { endpoint: `http://127.0.0.1:${port}`, transport: undefined as never, fetch }],
    ["headers of the caller's own", { headers: { "x-team": "a  b", "x-amzn-trace-id": "Root=1-5759e988-bd862e3fe1be46a994272793" } }],
  ])("%s", async (_, options) => {
    const output = await new MarketplaceMeteringClient({ ...settings, ...options }).batchMeterUsage(input);
    expect(metadataOf(output)).toMatchObject({ status: 200, attempts: 1 });
    // It knows no subscribers.
    expect(output.Results).toMatchObject([{ UsageRecord: input.UsageRecords[0], Status: "CustomerNotSubscribed" }]);
    expect(output.UnprocessedRecords).toEqual([]);
  });

  it("the function that a bundle holds alone", async () => {
    expect(metadataOf(await batchMeterUsage(connect(settings), input))).toMatchObject({ status: 200 });
  });

  it("25 records in characters of every length", async () => {
    const [record] = input.UsageRecords;
    const UsageRecords = Array.from({ length: 25 }, (_, at) => ({ ...record, Dimension: `Plätze № ${at} 😀` }));
    const output = await new MarketplaceMeteringClient(settings).batchMeterUsage({ ...input, UsageRecords });
    expect(output.Results?.map(({ UsageRecord }) => UsageRecord)).toEqual(UsageRecords);
  });

  it("50 calls at once", async () => {
    const client = new MarketplaceMeteringClient(settings);
    const outputs = await Promise.all(Array.from({ length: 50 }, () => client.batchMeterUsage(input)));
    expect(outputs.map((output) => metadataOf(output)?.status)).toEqual(Array(50).fill(200));
  });
});

describe("moto refuses", () => {
  const mismatch = { status: 403, excerpt: expect.stringContaining("SignatureDoesNotMatch") };
  const unknown = { status: 403, excerpt: expect.stringContaining("InvalidClientTokenId") };

  it("a wrong secret", async () => {
    expect(await refusal({ credentials: { ...permitted, secretAccessKey: "another-secret" } })).toEqual(mismatch);
  });

  it("a key that doesn't exist", async () => {
    expect(await refusal({ credentials: { ...permitted, accessKeyId: "AKIAI44QH8DHBEXAMPLE" } })).toEqual(unknown);
  });

  it("a user without the permission", async () => {
    expect(await refusal({ credentials: notPermitted })).toEqual({ status: 403, excerpt: expect.stringContaining("AccessDenied") });
  });

  it("a body that was changed", async () => {
    const transport = tampered((request) => ({ ...request, body: String(request.body).replace("42", "43") }));
    expect(await refusal({ transport })).toEqual(mismatch);
  });

  it.each(["content-type", "x-amz-date", "amz-sdk-request"])("a changed %s", async (name) => {
    const transport = tampered((request) => withHeader(request, name, (value) => value.replace(/\d/, (digit) => `${(Number(digit) + 1) % 10}`)));
    expect(await refusal({ transport })).toEqual(mismatch);
  });

  it("a signature for another region", async () => {
    const transport = tampered((request) => withHeader(request, "authorization", (value) => value.replace("us-east-1", "us-west-2")));
    expect(await refusal({ transport })).toEqual(mismatch);
  });

  it("a signature that was changed", async () => {
    const transport = tampered((request) => withHeader(request, "authorization", (value) => value.replace(/Signature=./, "Signature=g")));
    expect(await refusal({ transport })).toEqual(mismatch);
  });

  it("another session token", async () => {
    expect(await refusal({ credentials: { ...session, sessionToken: "another-token" } })).toMatchObject({ status: 403 });
  });

  it("a session without its token", async () => {
    const { accessKeyId, secretAccessKey } = session;
    expect(await refusal({ credentials: { accessKeyId, secretAccessKey } })).toMatchObject({ status: 403 });
  });

  it("in an error that holds nothing secret", async () => {
    const client = new MarketplaceMeteringClient({ ...settings, credentials: { ...session, sessionToken: "another-token-that-is-secret" } });
    const error: unknown = await client.batchMeterUsage(input).catch((failure: unknown) => failure);
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(new RegExp(`another-token|${session.secretAccessKey.replace(/\W/g, "\\$&")}`));
  });
});
