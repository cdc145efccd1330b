import { describe, expect, it } from "vitest";
import { backoff, retryHint } from "../../templates/src/runtime/backoff.ts";

const now = Date.UTC(2026, 10, 23, 12);
const hint = (headers: Record<string, string>) => retryHint({ status: 503, headers, body: new Uint8Array() }, now);

describe("backoff", () => {
  const wait = (attempt: number, reason: "transient" | "throttling", hintMs?: number, random = 1) =>
    backoff({ attempt, reason, hintMs, random: () => random });

  it("doubles from 50 ms after transient failures and from 1,000 ms after throttling, up to 20 s", () => {
    expect([1, 2, 3, 9, 10, 99].map((attempt) => wait(attempt, "transient"))).toEqual([50, 100, 200, 12_800, 20_000, 20_000]);
    expect([1, 2, 5, 6].map((attempt) => wait(attempt, "throttling"))).toEqual([1_000, 2_000, 16_000, 20_000]);
  });

  it("takes a random part of that", () => {
    expect(wait(3, "transient", undefined, 0.25)).toBe(50);
    expect(wait(3, "transient", undefined, 0)).toBe(0);
  });

  it("waits as long as the service asks, when that is longer, but at most 5 s longer than it would", () => {
    expect(wait(1, "transient", 3_000, 0)).toBe(3_000);
    expect(wait(3, "throttling", 1_000)).toBe(4_000);
    expect(wait(1, "transient", 3_600_000)).toBe(5_050);
  });
});

describe("what a service asks to wait", () => {
  it.each([
    [{ "retry-after": "3" }, 3_000],
    [{ "retry-after": "0" }, 0],
    [{ "retry-after": "Mon, 23 Nov 2026 12:00:07 GMT" }, 7_000],
    [{ "x-amz-retry-after": "1500" }, 1_500],
    [{ "x-amz-retry-after": "1500", "retry-after": "3" }, 1_500],
    [{ "x-amz-retry-after": "soon", "retry-after": "3" }, 3_000],
    [{ "retry-after": "Mon, 23 Nov 2026 11:00:00 GMT" }, undefined],
    [{ "retry-after": "-3" }, undefined],
    [{ "retry-after": "1.5" }, undefined],
    [{ "retry-after": "soon" }, undefined],
    [{ "retry-after": "" }, undefined],
    [{}, undefined],
  ])("is read from %j", (headers, expected) => expect(hint(headers as Record<string, string>)).toBe(expected));
});
