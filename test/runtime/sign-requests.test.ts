import { inspect } from "node:util";
import { describe, expect, it, vi } from "vitest";
import type { Call, Exchange, HttpRequest, HttpResponse, Send } from "../../templates/src/runtime/call.ts";
import type { Credentials } from "../../templates/src/runtime/credentials.ts";
import { anyUrl } from "../../templates/src/runtime/sign/any-url.ts";
import { type SigningClient, signRequests } from "../../templates/src/runtime/sign/sign-requests.ts";
import { createSkew } from "../../templates/src/runtime/sign/skew.ts";
import { type FakeClock, fakeClock } from "./fake-clock.ts";

const minutes = 60_000;
const keys: Credentials = { accessKeyId: "AKID", secretAccessKey: "verySecret", sessionToken: "veryToken" };
const empty = new Uint8Array();
const ok: HttpResponse = { status: 200, headers: {}, body: empty };
const refused = (headers: Record<string, string> = {}): HttpResponse => ({ status: 403, headers, body: empty });

const callOf = (request: Partial<HttpRequest> = {}, signal?: AbortSignal): Call =>
  ({
    operation: {},
    options: {},
    attempt: 1,
    signal,
    request: { method: "POST", protocol: "https:", host: "service.us-east-1.amazonaws.com", path: "/", query: "", headers: {}, body: "{}", ...request },
  }) as unknown as Call;

/** A layer over a server, which is a function here. */
function layered(answer: (request: HttpRequest) => HttpResponse | Promise<HttpResponse>, options: Partial<SigningClient> = {}, clock: FakeClock = fakeClock()) {
  const sent: HttpRequest[] = [];
  const transport: Send = async ({ request }) => {
    sent.push(request);
    return { request, response: await answer(request) } satisfies Exchange;
  };
  const send = signRequests({ credentials: keys, region: "us-east-1", allowInsecure: false, clock, ...options }, { signingName: "service" })(transport);
  return { send, sent, clock };
}

/** When a request says it was signed, in milliseconds. */
const signedAt = ({ headers }: HttpRequest) =>
  Date.parse(headers["x-amz-date"]!.replace(/(....)(..)(..T..)(..)(..)Z/, "$1-$2-$3:$4:$5Z"));

describe("The layer that signs", () => {
  it("adds date, token and signature, and leaves the rest as it was", async () => {
    const { send, sent } = layered(() => ok);
    const call = callOf({ headers: { "content-type": "application/json" } });
    await send(call);
    expect(sent).toEqual([
      {
        ...call.request,
        headers: {
          "content-type": "application/json",
          "x-amz-date": "20261123T120000Z",
          "x-amz-security-token": "veryToken",
          authorization: expect.stringMatching(
            /^AWS4-HMAC-SHA256 Credential=AKID\/20261123\/us-east-1\/service\/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, Signature=[\da-f]{64}$/,
          ),
        },
      },
    ]);
    expect(call.request.headers).toEqual({ "content-type": "application/json" });
  });

  it("signs every attempt afresh, with the time and the credentials of its moment", async () => {
    const clock = fakeClock();
    let count = 0;
    const provider = async () => ({ ...keys, sessionToken: `token${++count}`, expiration: new Date(clock.now() + 10 * minutes) });
    const { send, sent } = layered(() => ok, { credentials: provider }, clock);
    await send(callOf());
    clock.time += 11 * minutes;
    await send(callOf());
    expect(sent.map(({ headers }) => [headers["x-amz-date"], headers["x-amz-security-token"]])).toEqual([
      ["20261123T120000Z", "token1"],
      ["20261123T121100Z", "token2"],
    ]);
  });

  it("notices new keys in an object that its owner has changed", async () => {
    const changing = { accessKeyId: "A", secretAccessKey: "one" };
    const { send, sent } = layered(() => ok, { credentials: changing });
    await send(callOf());
    changing.secretAccessKey = "two";
    await send(callOf());
    expect(sent[0]!.headers["authorization"]).not.toBe(sent[1]!.headers["authorization"]);
  });

  it("remembers its choice of headers only while the names stay the same", async () => {
    const { send, sent } = layered(() => ok);
    for (const headers of [{ a: "1" }, { a: "1", b: "2" }, { b: "2" }, {}, { "user-agent": "x" }]) await send(callOf({ headers }));
    expect(sent.map(({ headers }) => /SignedHeaders=([^,]*)/.exec(headers["authorization"]!)![1])).toEqual([
      "a;host;x-amz-date;x-amz-security-token",
      "a;b;host;x-amz-date;x-amz-security-token",
      "b;host;x-amz-date;x-amz-security-token",
      "host;x-amz-date;x-amz-security-token",
      "host;x-amz-date;x-amz-security-token",
    ]);
  });

  it.each(["authorization", "host", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256"])(
    "refuses a caller's own %s, also after other requests",
    async (name) => {
      const { send, sent } = layered(() => ok);
      await send(callOf());
      await expect(send(callOf({ headers: { [name]: "mine" } }))).rejects.toMatchObject({
        name: "InvalidRequestError",
        message: `the header ${name} can't be set`,
      });
      expect(sent).toHaveLength(1);
    },
  );

  it("refuses to sign over http, unless that is allowed", async () => {
    const insecure = callOf({ protocol: "http:", host: "localhost:8000" });
    await expect(layered(() => ok).send(insecure)).rejects.toMatchObject({
      name: "InvalidRequestError",
      message: "signatures need https, or `allowInsecure`",
    });
    expect(await layered(() => ok, { allowInsecure: true }).send(insecure)).toMatchObject({ response: ok });
  });

  it("sends the hash of the body to S3, and signs its path as it is", async () => {
    const sent: HttpRequest[] = [];
    const client = { credentials: keys, region: "us-east-1", allowInsecure: false, clock: fakeClock() };
    const send = signRequests(client, { signingName: "s3", unsignedPayload: true }, anyUrl)(async ({ request }) => {
      sent.push(request);
      return { request, response: ok };
    });
    await send(callOf({ path: "/a/../b%20c" }));
    expect(sent[0]!.headers["x-amz-content-sha256"]).toBe("UNSIGNED-PAYLOAD");
  });
});

describe("A refused request", () => {
  it("deserves another attempt when its time was wrong, and that one carries the right time", async () => {
    const clock = fakeClock();
    const serverTime = clock.time + 20 * minutes;
    const { send, sent } = layered((request) => (Math.abs(signedAt(request) - serverTime) < 5 * minutes ? ok : refused({ date: new Date(serverTime).toUTCString() })), {}, clock);
    const exchange = await send(callOf());
    expect(exchange.signsAnew!("RequestTimeTooSkewed")).toBe(true);
    expect((await send(callOf())).response).toBe(ok);
    expect(sent.map(signedAt)).toEqual([clock.time, serverTime]);
  });

  it("deserves it also when others have corrected the time meanwhile, fifty at once", async () => {
    const clock = fakeClock();
    const serverTime = clock.time - 7 * 60 * minutes;
    const { send } = layered((request) => (Math.abs(signedAt(request) - serverTime) < 5 * minutes ? ok : refused({ date: new Date(serverTime).toUTCString() })), {}, clock);
    const exchanges = await Promise.all(Array.from({ length: 50 }, () => send(callOf())));
    expect(exchanges.every(({ signsAnew }) => signsAnew!("SignatureDoesNotMatch"))).toBe(true);
    const again = await Promise.all(Array.from({ length: 50 }, () => send(callOf())));
    expect(again.every(({ response }) => response === ok)).toBe(true);
  });

  it("doesn't deserve it when its time was right, or for failures that have nothing to do with signing", async () => {
    const clock = fakeClock();
    const right = layered(() => refused({ date: new Date(clock.time).toUTCString() }), {}, clock);
    expect((await right.send(callOf())).signsAnew!("SignatureDoesNotMatch")).toBe(false);
    const wrong = layered(() => refused({ date: new Date(clock.time + 20 * minutes).toUTCString() }), {}, clock);
    const exchange = await wrong.send(callOf());
    expect(exchange.signsAnew!("AccessDeniedException")).toBe(false);
    expect(exchange.signsAnew!("")).toBe(false);
  });

  it("has credentials loaded anew when they have expired, once for fifty", async () => {
    let loaded = 0;
    const credentials = vi.fn(async () => ({ ...keys, sessionToken: `token${++loaded}` }));
    const { send, sent } = layered(({ headers }) => (headers["x-amz-security-token"] === "token1" ? refused() : ok), { credentials });
    const exchanges = await Promise.all(Array.from({ length: 50 }, () => send(callOf())));
    const responses = await Promise.all(
      exchanges.map(async ({ signsAnew }) => {
        expect(signsAnew!("ExpiredTokenException")).toBe(true);
        return (await send(callOf())).response;
      }),
    );
    expect(responses.every((response) => response === ok)).toBe(true);
    expect(credentials).toHaveBeenCalledTimes(2);
    expect(sent).toHaveLength(100);
  });

  it("doesn't deserve another attempt when fixed credentials have expired", async () => {
    const exchange = await layered(() => refused()).send(callOf());
    expect(exchange.signsAnew!("ExpiredToken")).toBe(false);
  });
});

describe("The clock's skew", () => {
  const at = Date.UTC(2026, 0, 1);
  const dated = (time: number, more: Record<string, string> = {}): HttpResponse => ({ ...ok, headers: { date: new Date(time).toUTCString(), ...more } });

  it("is corrected from 240 seconds on, measured in the middle of the round trip", () => {
    const skew = createSkew();
    expect(skew.correct(dated(at + 239_000), at, at, 0)).toBe(false);
    expect(skew.correct(dated(at + 240_000), at - 2_000, at + 4_000, 0)).toBe(false);
    expect(skew.offset).toBe(0);
    expect(skew.correct(dated(at + 240_000), at - 1_000, at + 1_000, 0)).toBe(true);
    expect(skew.offset).toBe(240_000);
    expect(skew.correct(dated(at - 500_000), at, at, 240_000)).toBe(true);
    expect(skew.offset).toBe(-500_000);
  });

  it("isn't learnt from caches, slow answers, or dates that are missing or unreadable", () => {
    const skew = createSkew();
    expect(skew.correct(dated(at + 1e6, { age: "0" }), at, at, 0)).toBe(false);
    expect(skew.correct(dated(at + 9e6), at, at + 900_001, 0)).toBe(false);
    expect(skew.correct(ok, at, at, 0)).toBe(false);
    expect(skew.correct({ ...ok, headers: { date: "yesterday" } }, at, at, 0)).toBe(false);
    expect(skew.offset).toBe(0);
  });

  it("is compared with the offset that the request was signed with, not with today's", () => {
    const skew = createSkew();
    expect(skew.correct(dated(at + 1e6), at, at, 0)).toBe(true);
    expect(skew.correct(dated(at + 1e6), at, at, 0)).toBe(true);
    expect(skew.correct(dated(at + 1e6), at, at, 1e6)).toBe(false);
  });
});

describe("Secrets", () => {
  it("never show in an inspected layer", async () => {
    const { send } = layered(() => ok);
    await send(callOf());
    expect(inspect(send, { showHidden: true, depth: 20 })).not.toMatch(/verySecret|veryToken/);
  });
});
