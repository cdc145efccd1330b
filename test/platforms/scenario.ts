// The scenario: what every platform must do alike. It uses nothing but Web standards and the package, so that one and the same
// file runs everywhere. Types come from the sources; what runs is the packed package.

import {
  AbortError,
  batchMeterUsage,
  type Clock,
  connect,
  ConnectionError,
  CredentialsError,
  DuplicateRequestException,
  isServiceException,
  MarketplaceMeteringClient,
  type MarketplaceMeteringClientOptions,
  MarketplaceMeteringException,
  metadataOf,
  meterUsage,
  presign,
  signedFetch,
  TimeoutError,
} from "../../generated/src/index.ts";
import { ticksUntil } from "../support/ticks.ts";

export interface Surroundings {
  /** Of the scenario's server. */
  readonly url: string;
  readonly transport: "default" | "fetch";
  /** Whether the variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are set and can be read. */
  readonly environment: boolean;
  /** Whether the default transport holds connections of its own, which `close` can end. */
  readonly connections: boolean;
}

export interface Result {
  readonly check: string;
  readonly ms: number;
  /** What is wrong; absent when nothing is. */
  readonly problem?: string;
}

/** AWS's example key. */
const credentials = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" };
const region = "us-east-1";
const usage = { ProductCode: "4w1vgsrkqdkypbz43g7qkk4uz", Timestamp: new Date("2026-11-16T13:00:00.250Z"), UsageDimension: "hosts-scanned", UsageQuantity: 17 };
const record = { Timestamp: usage.Timestamp, Dimension: "seats", CustomerIdentifier: "ifAPi5AcF3", Quantity: 42 };

/** Throws when a platform doesn't do what its name says. */
export type Check = (surroundings: Surroundings) => Promise<void>;

/** Runs what every platform must do, and what only this one can. */
export async function runScenario(surroundings: Surroundings, more: Readonly<Record<string, Check>> = {}): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const [check, run] of Object.entries({ ...checks, ...more })) {
    if (!applies(check, surroundings)) continue;
    const begun = performance.now();
    try {
      await run(surroundings);
      results.push({ check, ms: performance.now() - begun });
    } catch (error) {
      results.push({ check, ms: performance.now() - begun, problem: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
    }
  }
  return results;
}

const checks: Readonly<Record<string, Check>> = {
  async "the four operations, signed right"(surroundings) {
    const client = clientOf(surroundings);
    const batch = await client.batchMeterUsage({ ProductCode: usage.ProductCode, UsageRecords: [record] });
    equal(batch.Results?.[0]?.Status, "Success");
    equal((await client.meterUsage(usage)).MeteringRecordId, "7c9e6679-7425-40de-944b-e07fc1f90ae7");
    equal((await client.registerUsage({ ProductCode: usage.ProductCode, PublicKeyVersion: 1 })).Signature?.split(".").length, 3);
    const customer = await client.resolveCustomer({ RegistrationToken: "example-registration-token" });
    equal(customer.Metadata?.AgreementId, "agmt-4k2m8x1q9v7c3z5n6b0t");
    equal(metadataOf(customer)?.attempts, 1);
    ok(metadataOf(customer)?.requestId, "a request id");
    client.close();
  },

  async "a wrong key is refused by the service"(surroundings) {
    const client = clientOf(surroundings, { credentials: { ...credentials, secretAccessKey: "wrong" } });
    const error = await failureOf(client.meterUsage(usage));
    ok(error instanceof MarketplaceMeteringException, `a MarketplaceMeteringException instead of ${String(error)}`);
    ok(isServiceException(error, "InvalidSignatureException"), `InvalidSignatureException instead of ${error.name}`);
    equal(error.status, 403);
    ok(error.requestId, "a request id");
    client.close();
  },

  async "a named exception has its class and name"(surroundings) {
    const client = clientOf(surroundings);
    const error = await failureOf(meterUsage(client, usage, fault("duplicate")));
    ok(error instanceof DuplicateRequestException && error instanceof MarketplaceMeteringException, `a DuplicateRequestException instead of ${String(error)}`);
    equal(error.name, "DuplicateRequestException");
    ok(isServiceException(error, "DuplicateRequestException"), "the guard holds");
    ok(error.message.startsWith("another quantity (MeterUsage, HTTP 400"), error.message);
    client.close();
  },

  async "time ends an answer that stalls"(surroundings) {
    const client = clientOf(surroundings, { retry: false });
    for (const limit of [{ attemptTimeoutMs: 100 }, { timeoutMs: 100 }]) {
      const failed = failureOf(client.meterUsage(usage, { ...fault("stalled"), ...limit }));
      const took = await ticksUntil(failed, 5_000);
      const error = await failed;
      ok(error instanceof TimeoutError, `a TimeoutError instead of ${String(error)}`);
      ok(took < 1_000, `less than a second instead of ${took} ms`);
    }
    client.close();
  },

  async "an abort ends a call within 50 ms, with its reason"(surroundings) {
    const slow = () => new Promise<never>(() => {});
    const waits: readonly { readonly client: MarketplaceMeteringClient; readonly name: string }[] = [
      { client: clientOf(surroundings), name: "silent" },
      { client: clientOf(surroundings), name: "stalled" },
      { client: clientOf(surroundings, { random: () => 1 }), name: "throttled" },
      { client: clientOf(surroundings, { credentials: slow }), name: "no credentials yet" },
    ];
    for (const { client, name } of waits) {
      const controller = new AbortController();
      const reason = { why: name };
      const failed = failureOf(client.meterUsage(usage, { ...fault(name), signal: controller.signal }));
      await pause(100);
      controller.abort(reason);
      const took = await ticksUntil(failed, 1_000);
      const error = await failed;
      ok(error instanceof AbortError, `an AbortError instead of ${String(error)}`);
      ok(error.cause === reason, `${name}: the caller's own reason`);
      ok(took < 50, `${name}: within 50 ms instead of ${took}`);
      client.close();
    }
  },

  async "50 calls at once keep apart"(surroundings) {
    const client = clientOf(surroundings);
    const names = Array.from({ length: 50 }, (_, index) => `dimension-${index}`);
    const answers = await Promise.all(
      names.map((Dimension) => client.batchMeterUsage({ ProductCode: usage.ProductCode, UsageRecords: [{ ...record, Dimension }] }, fault("echo"))),
    );
    equal(answers.map((answer) => answer.Results?.[0]?.UsageRecord?.Dimension).join(), names.join());
    client.close();
  },

  async "a failing service is asked again"(surroundings) {
    const clock = hastyClock();
    const client = clientOf(surroundings, { clock, random: () => 1 });
    equal(metadataOf(await client.meterUsage(usage, fault("broken once")))?.totalDelayMs, 50);
    equal(clock.waits.join(), "50");
    client.close();
  },

  async "throttling is waited out"(surroundings) {
    const clock = hastyClock();
    const client = clientOf(surroundings, { clock, random: () => 1 });
    equal(metadataOf(await client.meterUsage(usage, fault("throttled once")))?.attempts, 2);
    const error = await failureOf(client.meterUsage(usage, fault("throttled")));
    ok(isServiceException(error, "ThrottlingException"), `ThrottlingException instead of ${String(error)}`);
    equal(error.attempts, 3);
    equal(clock.waits.join(), "1000,1000,2000");
    client.close();
  },

  async "members that nobody knows are kept"(surroundings) {
    const client = clientOf(surroundings);
    const input = { ProductCode: usage.ProductCode, UsageRecords: [{ ...record, Colour: { Hue: ["red"] } }] };
    const answer = await client.batchMeterUsage(input, fault("echo"));
    equal(JSON.stringify((answer.Results?.[0]?.UsageRecord as { readonly Colour?: unknown }).Colour), '{"Hue":["red"]}');
    ok(received(answer).includes('"Colour":{"Hue":["red"]}'), "the member on the wire");
    client.close();
  },

  async "dates travel as seconds, both ways"(surroundings) {
    const client = clientOf(surroundings);
    const answer = await client.batchMeterUsage({ ProductCode: usage.ProductCode, UsageRecords: [record] }, fault("echo"));
    ok(received(answer).includes('"Timestamp":1794834000.25'), received(answer));
    const date = answer.Results?.[0]?.UsageRecord?.Timestamp;
    ok(date instanceof Date, "a Date");
    equal(date.getTime(), record.Timestamp.getTime());
    client.close();
  },

  async "a body of 100 KB is signed right"(surroundings) {
    const client = clientOf(surroundings);
    const Tags = [{ Key: "Größe ✓", Value: "ß✓𝄞".repeat(450) }];
    const UsageRecords = Array.from({ length: 25 }, () => ({ ...record, UsageAllocations: [{ AllocatedUsageQuantity: 42, Tags }] }));
    const answer = await client.batchMeterUsage({ ProductCode: usage.ProductCode, UsageRecords }, fault("echo"));
    const bytes = new TextEncoder().encode(received(answer)).length;
    ok(bytes > 100_000, `100 KB instead of ${bytes} bytes`);
    equal(answer.Results?.[24]?.UsageRecord?.UsageAllocations?.[0]?.Tags?.[0]?.Value, Tags[0]!.Value);
    client.close();
  },

  async "a presigned URL opens, and a changed one doesn't"({ url }) {
    const signing = { signingName: "execute-api", region, credentials, allowInsecure: true };
    const presigned = await presign(`${url}/presigned/a%20b?x=1&y=%C3%9F`, signing);
    equal((await fetch(presigned)).status, 200);
    equal((await fetch(presigned.replace("x=1", "x=2"))).status, 403);
  },

  async "signedFetch signs what no document describes"({ url }) {
    const send = signedFetch(fetch, { signingName: "aws-marketplace", region, credentials, allowInsecure: true });
    const headers = { "content-type": "application/x-amz-json-1.1", "x-amz-target": "AWSMPMeteringService.ResolveCustomer" };
    const response = await send(url, { method: "POST", headers, body: '{"RegistrationToken":"example"}' });
    equal(response.status, 200);
    ok((await response.text()).includes("agmt-4k2m8x1q9v7c3z5n6b0t"), "the answer of the operation");
  },

  async "functions do what methods do"(surroundings) {
    const client = connect(optionsOf(surroundings));
    const answer = await batchMeterUsage(client, { ProductCode: usage.ProductCode, UsageRecords: [record] });
    equal(answer.Results?.length, 1);
    client.close();
  },

  async "credentials come from the environment"(surroundings) {
    const { credentials: _, ...options } = optionsOf(surroundings);
    const client = new MarketplaceMeteringClient(options);
    ok((await client.meterUsage(usage)).MeteringRecordId, "an answer");
    client.close();
  },

  async "missing credentials are missed before anything is sent"(surroundings) {
    const { credentials: _, ...options } = optionsOf(surroundings);
    const error = await failureOf(new MarketplaceMeteringClient(options).meterUsage(usage));
    ok(error instanceof CredentialsError, `a CredentialsError instead of ${String(error)}`);
    equal(error.attempts, 0);
  },

  async "a client that is closed sends nothing"(surroundings) {
    const client = clientOf(surroundings);
    client.close();
    const error = await failureOf(client.meterUsage(usage));
    ok(error instanceof ConnectionError, `a ConnectionError instead of ${String(error)}`);
    equal(error.retryable, false);
  },

  async "no connections are left after close()"(surroundings) {
    const client = clientOf(surroundings);
    const name = `${surroundings.transport}-${Math.random()}`;
    const open = async (): Promise<number> => Number(await (await fetch(`${surroundings.url}/connections/${name}`)).text());
    await Promise.all(Array.from({ length: 20 }, () => client.meterUsage(usage, { headers: { "x-client": name } })));
    ok((await open()) > 0, "connections that are kept");
    client.close();
    // The server would keep them for ever.
    for (let tries = 0; (await open()) > 0; tries++) {
      ok(tries < 50, `no connections a second later instead of ${await open()}`);
      await pause(20);
    }
  },
};

function applies(check: string, { transport, environment, connections }: Surroundings): boolean {
  switch (check) {
    case "credentials come from the environment":
      return environment;
    case "missing credentials are missed before anything is sent":
      return !environment;
    case "no connections are left after close()":
      return connections && transport === "default";
    default:
      return true;
  }
}

function optionsOf({ url, transport }: Surroundings): MarketplaceMeteringClientOptions {
  return { region, credentials, endpoint: url, allowInsecure: true, ...(transport === "fetch" && { fetch: (input, init) => fetch(input, init) }) };
}

function clientOf(surroundings: Surroundings, options: Partial<MarketplaceMeteringClientOptions> = {}): MarketplaceMeteringClient {
  return new MarketplaceMeteringClient({ ...optionsOf(surroundings), ...options });
}

const fault = (name: string): { readonly headers: Readonly<Record<string, string>> } => ({ headers: { "x-fault": name } });

/** What arrived at the server. */
const received = (answer: object): string => (answer as { readonly Received: string }).Received;

/** A clock whose waits between attempts are over at once. Those that limit a call never end. */
function hastyClock(): Clock & { readonly waits: readonly number[] } {
  const waits: number[] = [];
  let time = Date.now();
  return {
    waits,
    now: () => time,
    setTimer(callback, ms) {
      if (ms > 20_000) return () => {};
      waits.push(ms);
      const timer = setTimeout(() => {
        time += ms;
        callback();
      }, 0);
      return () => clearTimeout(timer);
    },
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("the call was expected to fail");
}

function ok(value: unknown, expected: string): asserts value {
  if (!value) throw new Error(`expected ${expected}`);
}

function equal(value: unknown, expected: unknown): void {
  if (value !== expected) throw new Error(`expected ${JSON.stringify(expected)} instead of ${JSON.stringify(value)}`);
}
