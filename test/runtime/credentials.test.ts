import { inspect } from "node:util";
import { fromTemporaryCredentials } from "@aws-sdk/credential-providers";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Credentials, type CredentialsProvider, credentialSource } from "../../templates/src/runtime/credentials.ts";
import { fakeClock } from "./fake-clock.ts";

const minutes = 60_000;

/** A provider that gives numbered keys, each valid for an hour, and counts. */
function counting(clock: { now(): number }, validMs = 60 * minutes) {
  let calls = 0;
  const provider = async (): Promise<Credentials> => ({
    accessKeyId: `AKID${++calls}`,
    secretAccessKey: "secret",
    expiration: new Date(clock.now() + validMs),
  });
  return Object.assign(provider, { calls: () => calls });
}

/** A provider whose answers a test gives by hand. */
function byHand() {
  const waiting: { resolve: (credentials: Credentials) => void; reject: (error: unknown) => void }[] = [];
  const provider: CredentialsProvider = () => new Promise((resolve, reject) => void waiting.push({ resolve, reject }));
  return { provider, waiting };
}

const key = (accessKeyId: string, expiration?: Date): Credentials => ({ accessKeyId, secretAccessKey: "s", expiration });

describe("Credentials", () => {
  it("that are fixed are given as they are", () => {
    const fixed = key("AKID");
    expect(credentialSource(fixed, fakeClock()).get()).toBe(fixed);
  });

  it("that are fixed can't be renewed", () => {
    const fixed = key("AKID");
    expect(credentialSource(fixed, fakeClock()).invalidate(fixed)).toBe(false);
  });

  it("without an expiration are loaded once and for all", async () => {
    const clock = fakeClock();
    const provider = vi.fn(async () => key("AKID"));
    const source = credentialSource(provider, clock);
    await source.get();
    clock.time += 1e12;
    expect(source.get()).toEqual(key("AKID"));
    expect(provider).toHaveBeenCalledTimes(1);
  });

  it("are loaded once for all who wait", async () => {
    const provider = counting(fakeClock());
    const source = credentialSource(provider, fakeClock());
    const all = await Promise.all(Array.from({ length: 50 }, () => source.get()));
    expect(new Set(all).size).toBe(1);
    expect(provider.calls()).toBe(1);
  });

  it("are loaded anew 300 seconds before they expire, not sooner, and once for all who ask", async () => {
    const clock = fakeClock();
    const provider = counting(clock);
    const source = credentialSource(provider, clock);
    await source.get();
    clock.time += 55 * minutes - 1;
    expect(await source.get()).toMatchObject({ accessKeyId: "AKID1" });
    clock.time += 1;
    for (let i = 0; i < 50; i++) expect(source.get()).toMatchObject({ accessKeyId: "AKID1" });
    await clock.advance(0);
    expect(source.get()).toMatchObject({ accessKeyId: "AKID2" });
    expect(provider.calls()).toBe(2);
    expect(clock.pending).toBe(0);
  });

  it("that are still valid are used while others are loaded, and when that fails", async () => {
    const clock = fakeClock();
    const { provider, waiting } = byHand();
    const source = credentialSource(provider, clock);
    const first = source.get();
    await clock.advance(0);
    waiting[0]!.resolve(key("OLD", new Date(clock.time + 10 * minutes)));
    await first;
    clock.time += 6 * minutes;
    expect(source.get()).toMatchObject({ accessKeyId: "OLD" });
    await clock.advance(0);
    expect(source.get()).toMatchObject({ accessKeyId: "OLD" });
    expect(waiting).toHaveLength(2);
    waiting[1]!.reject(new Error("down"));
    await clock.advance(0);
    clock.time += 5 * minutes;
    const third = source.get();
    await clock.advance(0);
    waiting[2]!.reject(new Error("down"));
    await expect(third).rejects.toMatchObject({ name: "CredentialsError", cause: new Error("down") });
    const fourth = source.get();
    await clock.advance(0);
    waiting[3]!.resolve(key("NEW"));
    expect(await fourth).toMatchObject({ accessKeyId: "NEW" });
    expect(source.get()).toMatchObject({ accessKeyId: "NEW" });
  });

  it("are asked for again when a provider hasn't answered for half a minute", async () => {
    const clock = fakeClock();
    const { provider, waiting } = byHand();
    const source = credentialSource(provider, clock);
    void source.get();
    await clock.advance(30_001);
    const second = source.get();
    await clock.advance(0);
    waiting[1]!.resolve(key("NEW"));
    expect(await second).toMatchObject({ accessKeyId: "NEW" });
  });

  it("that the service no longer takes are loaded anew once, however many calls say so", async () => {
    const clock = fakeClock();
    const provider = counting(clock);
    const source = credentialSource(provider, clock);
    const old = await source.get();
    for (let i = 0; i < 50; i++) {
      expect(source.invalidate(old)).toBe(true);
      await source.get();
    }
    expect(provider.calls()).toBe(2);
  });

  it("that could not be loaded are asked for again by the next call", async () => {
    const provider = vi.fn<CredentialsProvider>().mockRejectedValueOnce(new Error("down")).mockResolvedValueOnce(key("AKID"));
    const source = credentialSource(provider, fakeClock());
    await expect(source.get()).rejects.toThrow("no credentials: down");
    expect(await source.get()).toMatchObject({ accessKeyId: "AKID" });
  });

  it("whose provider throws at once or gives no promise are handled alike", async () => {
    const throwing = credentialSource((() => {
      throw new Error("at once");
    }) as CredentialsProvider, fakeClock());
    await expect(throwing.get()).rejects.toMatchObject({ cause: new Error("at once") });
    const plain = credentialSource((() => key("AKID")) as never, fakeClock());
    expect(await plain.get()).toMatchObject({ accessKeyId: "AKID" });
  });

  it.each(["no role", undefined, null])("whose provider throws %s are missed with an error", async (thrown) => {
    const source = credentialSource(() => Promise.reject(thrown), fakeClock());
    await expect(source.get()).rejects.toMatchObject({ name: "CredentialsError", message: `no credentials: ${thrown}` });
  });

  it.each([
    ["accessKeyId", { accessKeyId: "", secretAccessKey: "verySecret" }],
    ["accessKeyId", { secretAccessKey: "verySecret" }],
    ["accessKeyId", { accessKeyId: "AKID\n", secretAccessKey: "verySecret" }],
    ["secretAccessKey", { accessKeyId: "AKID", secretAccessKey: "" }],
    ["secretAccessKey", { accessKeyId: "AKID", secretAccessKey: "verySecret " }],
    ["sessionToken", { accessKeyId: "AKID", secretAccessKey: "verySecret", sessionToken: "verySecret\r\n" }],
  ])("with a bad %s are refused, without quoting them: %o", async (member, given) => {
    for (const source of [credentialSource(given as never, fakeClock()), credentialSource(async () => given as never, fakeClock())]) {
      const error = await (async () => source.get())().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name: "CredentialsError" });
      expect((error as Error).message).toBe(`${member} is missing or malformed`);
      expect(inspect(error, { showHidden: true, depth: 20 })).not.toContain("verySecret");
    }
  });

  it("never show in an inspected source", async () => {
    const given = { accessKeyId: "AKID", secretAccessKey: "verySecret", sessionToken: "veryToken" };
    for (const source of [credentialSource(given, fakeClock()), credentialSource(async () => given, fakeClock())]) {
      await source.get();
      expect(inspect(source, { showHidden: true, depth: 20 })).not.toMatch(/verySecret|veryToken/);
    }
  });

  describe("from the environment", () => {
    afterEach(() => vi.unstubAllEnvs());

    it("are used when none are given", async () => {
      vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIDENV");
      vi.stubEnv("AWS_SECRET_ACCESS_KEY", "s");
      expect(await credentialSource(undefined, fakeClock()).get()).toMatchObject({ accessKeyId: "AKIDENV" });
    });

    it("are missed with a sentence that says what to set", async () => {
      vi.stubEnv("AWS_ACCESS_KEY_ID", "");
      vi.stubEnv("AWS_SECRET_ACCESS_KEY", "");
      await expect(credentialSource(undefined, fakeClock()).get()).rejects.toThrow(
        "no credentials: neither `credentials` nor AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are set",
      );
    });

    it("are refused when only half of them is set", async () => {
      vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIDENV");
      vi.stubEnv("AWS_SECRET_ACCESS_KEY", "");
      await expect(credentialSource(undefined, fakeClock()).get()).rejects.toThrow("secretAccessKey is missing or malformed");
    });
  });

  it("come from AWS's own providers as they are", async () => {
    const { fromEnv } = await import("@aws-sdk/credential-providers");
    vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIDSDK");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "s");
    vi.stubEnv("AWS_SESSION_TOKEN", "t");
    vi.stubEnv("AWS_CREDENTIAL_EXPIRATION", "2030-01-01T00:00:00Z");
    const provider: CredentialsProvider = fromEnv();
    expect(await credentialSource(provider, fakeClock()).get()).toMatchObject({
      accessKeyId: "AKIDSDK",
      sessionToken: "t",
      expiration: new Date("2030-01-01T00:00:00Z"),
    });
    vi.unstubAllEnvs();
    // Only for the compiler: providers that talk to AWS have the same shape.
    const temporary: CredentialsProvider = fromTemporaryCredentials({ params: { RoleArn: "arn:aws:iam::123456789012:role/a" } });
    expect(temporary).toBeTypeOf("function");
  });
});
