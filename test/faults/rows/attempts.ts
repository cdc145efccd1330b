// Faults that pass: whether a request is sent again, and when.

import { adaptiveRetry, legacyRetry, observe } from "../../../generated/src/index.ts";
import { signedFetch } from "../../../generated/src/runtime/sign/signed-fetch.ts";
import { exampleCredentials } from "../../support/verify-signature.ts";
import type { Caller, Fault, Opening, Section } from "../fault.ts";
import { type Answer, fail, respond, success } from "../faulty-server.ts";
import { input } from "../one-call.ts";
import { times } from "../trial.ts";

type Headers = Readonly<Record<string, string>>;

/** One call, with the time that it spent waiting. */
const waiting =
  (answers: (caller: () => Caller) => readonly Answer[], opening: Partial<Opening> = {}): Fault["run"] =>
  async (trial) => {
    let caller!: Caller;
    const { url } = await trial.serve(answers(() => caller));
    caller = trial.open({ url, ...opening });
    return trial.ending(caller.call("resolveCustomer", input), caller);
  };

const broken = (): never => {
  throw new Error("an observer at fault");
};

const busy = '{"__type":"ServiceUnavailable","message":"busy"}';

/** A failure that comes with headers, then a success. */
const hinted = (headers: Headers, status = 503): Fault["run"] => waiting(() => [respond(status, busy, headers), success]);

const dateFrom = (caller: Caller, ms: number): string => new Date(caller.now() + ms).toUTCString();

export const attempts: Section = {
  title: "Attempts",
  faults: [
    {
      fault: "500 for ever",
      ours: "ServiceUnavailable: busy (ResolveCustomer, HTTP 500, request 5b1e, 3 attempts) · sent 3 times, after 150 ms of waiting",
      run: waiting(() => [respond(500, busy)]),
    },
    {
      fault: "503 for ever, and retrying is off",
      ours: "ServiceUnavailable: busy (ResolveCustomer, HTTP 503, request 5b1e) · sent once",
      run: waiting(() => [respond(503, busy)], { own: { retry: false }, sdk: { maxAttempts: 1 } }),
    },
    {
      fault: "503 twice, with the numbers of before 2026",
      ours: "succeeds · sent 3 times, after 300 ms of waiting",
      withoutSdk: "it has one set of numbers at a time",
      run: waiting(() => [respond(503, busy), respond(503, busy), success], { own: { retry: legacyRetry() } }),
    },
    {
      fault: "503 twice, with a strategy of one's own",
      ours: "succeeds · sent 3 times, after 14 ms of waiting",
      withoutSdk: "its strategies have another form",
      run: waiting(() => [respond(503, busy), respond(503, busy), success], {
        own: { retry: { maxAttempts: 5, begin: () => ({ failed: ({ reason, last }) => (reason === undefined || last ? undefined : 7) }) } },
      }),
    },
    {
      fault: "429 once, with the adaptive strategy: the next call waits for its turn",
      ours: "sent twice, then sent once, which waited",
      withoutSdk: "it takes no clock, so its turns can't be told",
      async run(trial) {
        const server = await trial.serve([respond(429, busy), success]);
        const caller = trial.open({ url: server.url, own: { retry: adaptiveRetry() } });
        await caller.call("resolveCustomer", input);
        const first = server.requests.length;
        const waited = caller.delayOf(await caller.call("resolveCustomer", input)) ?? 0;
        return `${times(first)}, then ${times(server.requests.length - first)}, which ${waited > 0 ? "waited" : "didn't wait"}`;
      },
    },
    {
      fault: "503 once, and an observer that throws at everything",
      ours: "succeeds · sent twice, after 50 ms of waiting",
      withoutSdk: "it has no observers",
      run: waiting(() => [respond(503, busy), success], { own: { hooks: observe({ callStart: broken, callEnd: broken, attemptStart: broken, attemptEnd: broken }) } }),
    },
    {
      fault: "503 once",
      ours: "succeeds · sent twice, after 50 ms of waiting",
      run: hinted({}),
    },
    {
      fault: "501",
      ours: "ServiceUnavailable: busy (ResolveCustomer, HTTP 501, request 5b1e) · sent once",
      run: waiting(() => [respond(501, busy)]),
    },
    {
      fault: "`InternalServiceErrorException` at 500, once",
      ours: "succeeds · sent twice, after 50 ms of waiting",
      run: waiting(() => [fail("InternalServiceErrorException", 500), success]),
    },
    {
      fault: "429 once",
      ours: "succeeds · sent twice, after 1000 ms of waiting",
      run: hinted({}, 429),
    },
    {
      fault: "429 twice",
      ours: "succeeds · sent 3 times, after 3000 ms of waiting",
      run: waiting(() => [respond(429, busy), respond(429, busy), success]),
    },
    {
      fault: "`ThrottlingException` at 400, once",
      ours: "succeeds · sent twice, after 1000 ms of waiting",
      run: waiting(() => [fail("ThrottlingException"), success]),
    },
    {
      fault: "`LimitExceededException` at 400, once",
      ours: "succeeds · sent twice, after 1000 ms of waiting",
      run: waiting(() => [fail("LimitExceededException"), success]),
    },
    {
      fault: "`com.example#SlowDown` at 400, once",
      ours: "succeeds · sent twice, after 1000 ms of waiting",
      run: waiting(() => [fail("com.example#SlowDown"), success]),
    },
    {
      fault: "`InvalidProductCodeException` at 400",
      ours: "InvalidProductCodeException: As the test wants it. (ResolveCustomer, HTTP 400, request 5b1e) · sent once",
      run: waiting(() => [fail("InvalidProductCodeException"), success]),
    },
    {
      fault: "`Retry-After: 3`",
      ours: "succeeds · sent twice, after 3000 ms of waiting",
      run: hinted({ "retry-after": "3" }),
    },
    {
      fault: "`Retry-After: 3` with 429",
      ours: "succeeds · sent twice, after 3000 ms of waiting",
      run: hinted({ "retry-after": "3" }, 429),
    },
    {
      fault: "`Retry-After: 86400`",
      ours: "succeeds · sent twice, after 5050 ms of waiting",
      run: hinted({ "retry-after": "86400" }),
    },
    {
      fault: "`Retry-After` with a date in 3 seconds",
      ours: "succeeds · sent twice, after 3000 ms of waiting",
      run: waiting((caller) => [(connection) => respond(503, busy, { "retry-after": dateFrom(caller(), 3_000) })(connection), success]),
    },
    {
      fault: "`Retry-After` with a date that is over",
      ours: "succeeds · sent twice, after 50 ms of waiting",
      run: waiting((caller) => [(connection) => respond(503, busy, { "retry-after": dateFrom(caller(), -60_000) })(connection), success]),
    },
    {
      fault: "`Retry-After: soon`",
      ours: "succeeds · sent twice, after 50 ms of waiting",
      run: hinted({ "retry-after": "soon" }),
    },
    {
      fault: "`Retry-After: -3`",
      ours: "succeeds · sent twice, after 50 ms of waiting",
      run: hinted({ "retry-after": "-3" }),
    },
    {
      fault: "`x-amz-retry-after: 700`",
      ours: "succeeds · sent twice, after 700 ms of waiting",
      run: hinted({ "x-amz-retry-after": "700" }),
    },
    {
      fault: "`x-amz-retry-after: 700` beside `Retry-After: 3`",
      ours: "succeeds · sent twice, after 700 ms of waiting",
      run: hinted({ "x-amz-retry-after": "700", "retry-after": "3" }),
    },
    {
      fault: "`x-amz-retry-after: 0x10`",
      ours: "succeeds · sent twice, after 50 ms of waiting",
      run: hinted({ "x-amz-retry-after": "0x10" }),
    },
    {
      fault: "40 calls of one client, 503 for ever: the quota",
      ours: "sent 75 times",
      async run(trial) {
        const server = await trial.serve([respond(503, busy)]);
        const caller = trial.open({ url: server.url });
        for (let call = 0; call < 40; call++) await caller.call("resolveCustomer", input).catch(() => {});
        return times(server.requests.length);
      },
    },
    {
      fault: "Three attempts: what is the same in each",
      ours: "`ClientToken` 1, bodies 1, invocation ids 1, signatures 3, `attempt=1; max=3`, `attempt=2; max=3`, `attempt=3; max=3`",
      async run(trial) {
        const server = await trial.serve([respond(500, busy), respond(500, busy), respond(200, '{"MeteringRecordId":"id"}')]);
        await trial.open({ url: server.url }).call("meterUsage", { ProductCode: "code", UsageDimension: "users", Timestamp: new Date(1_763_000_000_000) });
        const different = (values: readonly unknown[]) => new Set(values).size;
        const { requests } = server;
        const header = (name: string) => requests.map(({ headers }) => headers[name]);
        const tokens = requests.map(({ body }) => (JSON.parse(body) as { readonly ClientToken?: string }).ClientToken);
        return [
          tokens.includes(undefined) ? "no `ClientToken`" : `\`ClientToken\` ${different(tokens)}`,
          `bodies ${different(requests.map(({ body }) => body))}`,
          `invocation ids ${different(header("amz-sdk-invocation-id"))}`,
          `signatures ${different(header("authorization"))}`,
          `\`${header("amz-sdk-request").join("`, `")}\``,
        ].join(", ");
      },
    },
    {
      fault: "A body that can't be sent twice, through `signedFetch`, and 503",
      ours: "returns HTTP 503 · sent once",
      overFetch: false,
      withoutSdk: "Metering has no streams",
      async run(trial) {
        const server = await trial.serve([respond(503, busy)]);
        const send = signedFetch(fetch, { region: "us-east-1", signingName: "aws-marketplace", credentials: exampleCredentials, allowInsecure: true });
        const body = new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode("{}"));
            controller.close();
          },
        });
        const { status } = await send(server.url, { method: "POST", body, duplex: "half" } as RequestInit);
        return `returns HTTP ${status} · ${times(server.requests.length)}`;
      },
    },
  ],
};
