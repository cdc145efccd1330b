import { request as send } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { MarketplaceMeteringClient, type MarketplaceMeteringClientOptions } from "../../generated/src/client.ts";
import type { ServiceException } from "../../generated/src/runtime/errors.ts";
import { headerOf, readExchange, readExchanges } from "../support/exchange-file.ts";
import { credentialsOf } from "../support/frozen.ts";
import { preparedOperations } from "../support/prepared-spec.ts";
import { exampleCredentials, startVerifyingServer, type VerifyingServer, type VerifyingServerOptions } from "../support/verifying-server.ts";

let server: VerifyingServer | undefined;
afterEach(() => server?.close());

async function clientOf(options: Partial<MarketplaceMeteringClientOptions> = {}, serverOptions: VerifyingServerOptions = {}): Promise<MarketplaceMeteringClient> {
  server = await startVerifyingServer(serverOptions);
  return new MarketplaceMeteringClient({ region: "us-east-1", endpoint: server.url, allowInsecure: true, credentials: exampleCredentials, ...options });
}

const input = { RegistrationToken: "example-registration-token" };

async function refusal(options: Partial<MarketplaceMeteringClientOptions>, serverOptions?: VerifyingServerOptions): Promise<unknown> {
  const client = await clientOf(options, serverOptions);
  const { status, code } = (await client.resolveCustomer(input).catch((error: unknown) => error)) as ServiceException;
  return { status, code };
}

describe("the verifying server", () => {
  it("answers every operation as its exchange of success does", async () => {
    const client = await clientOf();
    for (const { name } of preparedOperations) {
      const exchange = readExchange(`${name}/success`);
      const method = (name[0]!.toLowerCase() + name.slice(1)) as "meterUsage";
      const timed = JSON.parse(JSON.stringify(exchange.input), (key, value: unknown) => (key === "Timestamp" ? new Date(value as string) : value)) as never;
      expect(JSON.parse(JSON.stringify(await client[method](timed)))).toEqual((exchange.gives as { returns: unknown }).returns);
    }
    expect(server!.requests.map(({ operation, signature }) => [operation, signature])).toEqual(preparedOperations.map(({ name }) => [name, "right"]));
  });

  it("takes the answers that it is given", async () => {
    const client = await clientOf({}, { answers: { ResolveCustomer: ({ body }) => ({ body: { ProductCode: body.slice(0, 3) } }) } });
    expect(await client.resolveCustomer(input)).toEqual({ ProductCode: '{"R' });
  });

  it("takes a session token that belongs to the key", async () => {
    const credentials = { ...exampleCredentials, sessionToken: "token" };
    const client = await clientOf({ credentials }, { credentials });
    expect(await client.resolveCustomer(input)).toMatchObject({ CustomerAWSAccountId: "111122223333" });
  });

  it("refuses another secret", async () => {
    expect(await refusal({ credentials: { ...exampleCredentials, secretAccessKey: "another" } })).toEqual({ status: 403, code: "InvalidSignatureException" });
  });

  it.each([
    ["another key", { ...exampleCredentials, accessKeyId: "AKIAI44QH8DHBEXAMPLE" }],
    ["a token that the key doesn't have", { ...exampleCredentials, sessionToken: "token" }],
  ])("refuses %s", async (_, credentials) => {
    expect(await refusal({ credentials })).toEqual({ status: 403, code: "UnrecognizedClientException" });
  });

  it("refuses another region when it has one", async () => {
    expect(await refusal({ region: "eu-west-1" }, { region: "us-east-1" })).toEqual({ status: 403, code: "InvalidSignatureException" });
  });

  it.each([-6, 6])("refuses a clock that is %i minutes off", async (minutes) => {
    const now = Date.parse("2026-11-16T14:00:00Z");
    const clock = { now: () => now + minutes * 60_000, setTimer: () => () => {} };
    // Each attempt is refused alike, since this server's answers carry the real date.
    expect(await refusal({ clock, retry: false }, { now: () => now })).toEqual({ status: 403, code: "InvalidSignatureException" });
  });

  it("refuses a changed body, a changed header and a missing signature, and knows the official SDK's signature", async () => {
    const { request, clock } = readExchange("MeterUsage/success");
    server = await startVerifyingServer({ now: () => clock.getTime() });
    const headers = Object.fromEntries(request.headers);
    const { authorization: _, ...unsigned } = headers;
    expect(await post(server.url, headers, request.body)).toMatchObject({ status: 200 });
    expect(await post(server.url, headers, request.body.replace("17", "18"))).toMatchObject({ status: 403, type: "InvalidSignatureException" });
    expect(await post(server.url, { ...headers, "x-amz-target": "AWSMPMeteringService.RegisterUsage" }, request.body)).toMatchObject({ status: 403, type: "InvalidSignatureException" });
    expect(await post(server.url, { ...headers, "x-amz-meta": "not signed" }, request.body)).toMatchObject({ status: 403, type: "InvalidSignatureException" });
    expect(await post(server.url, unsigned, request.body)).toMatchObject({ status: 403, type: "MissingAuthenticationTokenException" });
    expect(await post(server.url, { ...headers, authorization: "Bearer x" }, request.body)).toMatchObject({ status: 403, type: "IncompleteSignatureException" });
  });

  it("takes every request that was recorded from the official SDK", async () => {
    const recorded = readExchanges().filter(({ origins }) => origins.request.origin === "recorded");
    const credentials = recorded.map(credentialsOf).find(({ sessionToken }) => sessionToken)!;
    server = await startVerifyingServer({ now: () => recorded[0]!.clock.getTime(), credentials: exampleCredentials });
    const withToken = await startVerifyingServer({ now: () => recorded[0]!.clock.getTime(), credentials });
    for (const { request, name } of recorded) {
      const { url } = headerOf(request, "x-amz-security-token") ? withToken : server;
      expect(await post(url, Object.fromEntries(request.headers), request.body), name).toMatchObject({ status: 200 });
    }
    await withToken.close();
  });
});

/** Sends exactly these headers, `host` included. */
function post(url: string, headers: Record<string, string>, body: string): Promise<{ status: number | undefined; type: unknown }> {
  return new Promise((resolve, reject) => {
    const outgoing = send(url, { method: "POST", headers: { ...headers, "content-length": String(Buffer.byteLength(body)) } }, async (incoming) => {
      let text = "";
      for await (const chunk of incoming) text += String(chunk);
      resolve({ status: incoming.statusCode, type: (JSON.parse(text) as { __type?: unknown }).__type });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
