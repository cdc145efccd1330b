import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { announceAttempts } from "../../templates/src/runtime/announce-attempts.ts";
import { createClient } from "../../templates/src/runtime/client.ts";
import type { Credentials, CredentialsProvider } from "../../templates/src/runtime/credentials.ts";
import { deadline } from "../../templates/src/runtime/deadline.ts";
import { ResponseTooLargeError, TimeoutError } from "../../templates/src/runtime/errors.ts";
import { metadataOf } from "../../templates/src/runtime/metadata.ts";
import type { RetryFailure, RetryStrategy } from "../../templates/src/runtime/options.ts";
import { retry } from "../../templates/src/runtime/retry.ts";
import { signRequests } from "../../templates/src/runtime/sign/sign-requests.ts";
import { standardRetry } from "../../templates/src/runtime/standard-retry.ts";
import { systemClock } from "../../templates/src/runtime/system-clock.ts";
import { throwErrors } from "../../templates/src/runtime/throw-errors.ts";
import { answer, batch, batchOperation, connect, failureOf, MeteringException, type SampleOptions, scripted, service, type Step } from "../support/sample-service.ts";
import { fakeClock } from "./fake-clock.ts";

const input = { UsageRecords: [] };

/** Makes calls without waiting, and tells how long each wait would have been. */
function setUp(script: Step[], options: SampleOptions = {}) {
  const waits: number[] = [];
  let time = 1_763_000_000_000;
  const clock = {
    now: () => time,
    setTimer(callback: () => void, ms: number) {
      let isLive = ms < 30_000;
      // The timers of calls are longer than any wait, and those of attempts end at once.
      setImmediate(() => {
        if (!isLive) return;
        waits.push(ms);
        time += ms;
        callback();
      });
      return () => void (isLive = false);
    },
  };
  const { transport, sent } = scripted(...script);
  return { client: connect({ transport, clock, random: () => 1, ...options }), sent, waits };
}

describe("a failure that may pass", () => {
  it.each([500, 502, 503, 504])("is met with another attempt: HTTP %i", async (status) => {
    const { client, sent, waits } = setUp([answer(status), answer(200, {})]);
    const output = await batch(client, input);
    expect(metadataOf(output)).toMatchObject({ attempts: 2, totalDelayMs: 50 });
    expect([sent.length, waits]).toEqual([2, [50]]);
  });

  it.each([new Error("broken"), new TimeoutError({ message: "late", retryable: true })])("is met with another attempt: a transport that fails with %s", async (failure) => {
    const { client, sent } = setUp([failure, answer(200, {})]);
    await batch(client, input);
    expect(sent).toHaveLength(2);
  });

  it.each([
    ["HTTP 429", answer(429)] as const,
    ...[
      "BandwidthLimitExceeded",
      "EC2ThrottledException",
      "LimitExceededException",
      "PriorRequestNotComplete",
      "ProvisionedThroughputExceededException",
      "RequestLimitExceeded",
      "RequestThrottled",
      "RequestThrottledException",
      "SlowDown",
      "ThrottledException",
      "Throttling",
      "ThrottlingException",
      "TooManyRequestsException",
      "TransactionInProgressException",
    ].map((name) => [name, answer(400, { __type: name })] as const),
  ])("is met with a longer wait when it is throttling: %s", async (_, response) => {
    const { client, waits } = setUp([response, answer(200, {})]);
    await batch(client, input);
    expect(waits).toEqual([1_000]);
  });

  it("is what the document calls one", async () => {
    const { client, waits } = setUp([answer(409, { __type: "ConflictException" }), answer(200, {})]);
    const [first] = batchOperation.errors!;
    class ConflictException extends MeteringException {
      static override readonly code = "ConflictException";
    }
    await client.call({ ...batchOperation, errors: [{ ...first!, type: ConflictException, retry: "transient" }] }, input);
    expect(waits).toEqual([50]);
  });

  it("gets three attempts with waits that double, and ends as the failure that it is", async () => {
    const { client, sent, waits } = setUp([answer(503, { message: "busy" })]);
    const error = await failureOf(batch(client, input));
    expect([sent.length, waits]).toEqual([3, [50, 100]]);
    expect(error).toMatchObject({ status: 503, attempts: 3, totalDelayMs: 150, retryable: true, message: "busy (Batch, HTTP 503, 3 attempts)" });
  });

  it("gets as many attempts as the options say", async () => {
    const attempts = async (options: SampleOptions, maxAttempts?: number) => {
      const { client, sent } = setUp([answer(500)], options);
      await failureOf(batch(client, input, maxAttempts === undefined ? {} : { maxAttempts }));
      return sent.length;
    };
    expect(await attempts({ retry: false })).toBe(1);
    expect(await attempts({ retry: { maxAttempts: 5 } })).toBe(5);
    expect(await attempts({ retry: { maxAttempts: 5 } }, 2)).toBe(2);
    expect(await attempts({}, 1)).toBe(1);
  });

  it("is met with the numbers of the options or the service", async () => {
    const { client, waits } = setUp([answer(500), answer(429), answer(200, {})], { retry: { baseDelayMs: 25, throttlingDelayMs: 200, maxDelayMs: 300 } });
    await batch(client, input);
    expect(waits).toEqual([25, 300]);
  });

  it("waits as long as the service asks", async () => {
    const { client, waits } = setUp([answer(503, "", { "retry-after": "3" }), answer(503, "", { "x-amz-retry-after": "700" }), answer(200, {})]);
    await batch(client, input);
    expect(waits).toEqual([3_000, 700]);
  });

  it("is given back at once when time would be over before the next attempt", async () => {
    const { client, sent } = setUp([answer(503, { message: "busy" }, { "retry-after": "4" })]);
    const error = await failureOf(batch(client, input, { timeoutMs: 30_000, maxAttempts: 99 }));
    expect(error).toMatchObject({ status: 503, attempts: 8 });
    expect(sent).toHaveLength(8);
  });
});

describe("what is never sent again", () => {
  it.each([
    ["a refusal", answer(400, { __type: "ValidationException" }) as Step],
    ["HTTP 501", answer(501)],
    ["HTTP 505", answer(505)],
    ["a redirect", answer(307, "", { location: "https://x.example" })],
    ["an answer that is too long", new ResponseTooLargeError({ message: "long" })],
    ["a success that can't be read", answer(200, "<html>")],
  ])("%s", async (_, step) => {
    const { client, sent } = setUp([step]);
    await failureOf(batch(client, input));
    expect(sent).toHaveLength(1);
  });

  it("a call that its caller has ended", async () => {
    const { transport, sent } = scripted(answer(500));
    const controller = new AbortController();
    const clock = fakeClock();
    const failure = failureOf(batch(connect({ transport, clock, random: () => 1 }), input, { signal: controller.signal }));
    await clock.advance(10);
    expect(sent).toHaveLength(1);
    controller.abort(new Error("enough"));
    expect(await failure).toMatchObject({ name: "AbortError", attempts: 1, cause: new Error("enough") });
    await clock.advance(60_000);
    expect(sent).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });
});

describe("the quota of a client", () => {
  it("lets 35 transient failures be met with another attempt, then none until calls succeed", async () => {
    const outcomes = [...Array.from({ length: 72 }, () => answer(500)), answer(200, {})];
    const { client, sent } = setUp(outcomes, { retry: { maxAttempts: 2 } });
    // 500 tokens at 14 each allow 35 retries: 35 calls of 2 attempts, then calls of 1.
    for (let call = 0; call < 37; call++) await failureOf(batch(client, input));
    expect(sent).toHaveLength(72);
    // 10 tokens are left; 4 successes without a retry bring 4 back, and 14 allow one retry.
    for (let call = 0; call < 4; call++) await batch(client, input);
    expect(sent).toHaveLength(76);
  });

  it("takes 14 for a transient retry and 5 for a throttling one, and gives back what a successful retry cost", () => {
    const quota = (reason: "transient" | "throttling", giveBack: boolean) => {
      const strategy = standardRetry();
      let retries = 0;
      for (; retries < 1_000; retries++) {
        const session = strategy.begin(() => 0, fakeClock());
        if (session.failed({ attempt: 1, reason, hintMs: undefined, last: false }) === undefined) break;
        if (giveBack) session.succeeded?.();
      }
      return retries;
    };
    expect([quota("transient", false), quota("throttling", false), quota("transient", true)]).toEqual([35, 100, 1_000]);
  });

  it("takes nothing for the last attempt", async () => {
    const strategy = standardRetry();
    const session = strategy.begin(() => 0, fakeClock());
    for (let count = 0; count < 100; count++) session.failed({ attempt: 3, reason: "transient", hintMs: undefined, last: true });
    expect(session.failed({ attempt: 1, reason: "transient", hintMs: undefined, last: false })).toBe(0);
  });
});

describe("a strategy of one's own", () => {
  it("sees every failure, decides about all but the last, and may wait before attempts", async () => {
    const failures: RetryFailure[] = [];
    let succeeded = 0;
    const strategy: RetryStrategy = {
      maxAttempts: 3,
      begin: () => ({
        before: (attempt) => attempt * 10,
        failed(failure) {
          failures.push(failure);
          return 7;
        },
        succeeded: () => void succeeded++,
      }),
    };
    const { client, waits } = setUp([answer(400, { __type: "X" }), answer(503), answer(200, {})], { retry: strategy });
    const output = await batch(client, input);
    expect(failures).toEqual([
      { attempt: 1, reason: undefined, hintMs: undefined, last: false },
      { attempt: 2, reason: "transient", hintMs: undefined, last: false },
    ]);
    expect(waits).toEqual([10, 27, 37]);
    expect(metadataOf(output)).toMatchObject({ attempts: 3, totalDelayMs: 74 });
    expect(succeeded).toBe(1);
  });
});

describe("a signed request", () => {
  const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI" };

  function signed(script: Step[], given: Credentials | CredentialsProvider = credentials) {
    const { transport, sent } = scripted(...script);
    const options = { region: "us-east-1", transport, random: () => 0, clock: { ...systemClock, now: () => Date.UTC(2026, 10, 23, 12) }, credentials: given };
    const client = createClient(service, options, (resolved) => [
      deadline(resolved),
      throwErrors(),
      retry(resolved),
      announceAttempts,
      signRequests(resolved, { signingName: "metering" }),
    ]);
    return { client, sent };
  }

  it("is signed afresh, for every attempt", async () => {
    const { client, sent } = signed([answer(500), answer(200, {})]);
    await batch(client, input);
    const [first, second] = sent.map(({ headers }) => headers["authorization"]);
    expect(first).toMatch(/SignedHeaders=.*amz-sdk-request/);
    expect(second).not.toBe(first);
  });

  it("is sent again with the right time when it was refused for the wrong one", async () => {
    const date = "Mon, 23 Nov 2026 12:10:00 GMT";
    const { client, sent } = signed([answer(403, { __type: "RequestTimeTooSkewed" }, { date }), answer(200, {}, { date })]);
    await batch(client, input);
    expect(sent.map(({ headers }) => headers["x-amz-date"])).toEqual(["20261123T120000Z", "20261123T121000Z"]);
  });

  it("is not sent again when the refusal has nothing to do with time", async () => {
    const { client, sent } = signed([answer(403, { __type: "SignatureDoesNotMatch" }, { date: "Mon, 23 Nov 2026 12:00:01 GMT" })]);
    await failureOf(batch(client, input));
    expect(sent).toHaveLength(1);
  });

  it("is sent again with new credentials when the old ones have expired, unless the operation means its own token", async () => {
    const expired = answer(400, { __type: "ExpiredTokenException" });
    const provider = async () => ({ ...credentials });
    const own = signed([expired], provider);
    await failureOf(batch(own.client, input));
    expect(own.sent).toHaveLength(1);
    const { client, sent } = signed([expired, answer(200, {})], provider);
    await client.call({ ...batchOperation, errors: [] }, input);
    expect(sent).toHaveLength(2);
  });

  it("tells by the status whose token has expired where the operation has a token of its own: 403 means the credentials", async () => {
    const renewed = signed([answer(403, { __type: "ExpiredTokenException" }), answer(200, {})], async () => ({ ...credentials }));
    await batch(renewed.client, input);
    expect(renewed.sent).toHaveLength(2);
    const { client } = signed([answer(403, { __type: "ExpiredTokenException" })]);
    expect((await failureOf(batch(client, input))).constructor.name).not.toBe("ExpiredTokenException");
  });

  it("leaves no secret in its errors", async () => {
    const { client } = signed([answer(403, { __type: "AccessDeniedException", message: "no" })]);
    const error = await failureOf(batch(client, input));
    expect(inspect(error, { showHidden: true, depth: 20 })).not.toMatch(/Signature=|wJalr|Authorization/i);
  });
});
