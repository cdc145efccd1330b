import { describe, expect, it } from "vitest";
import { retryHint } from "../../templates/src/runtime/retry-hint.ts";

const now = Date.UTC(2026, 10, 23, 12);
const hint = (headers: Record<string, string>) => retryHint({ status: 503, headers, body: new Uint8Array() }, now);

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
