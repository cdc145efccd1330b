import { createHash, createHmac } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import * as node from "../../templates/src/runtime/platform/node.ts";
import type { Platform } from "../../templates/src/runtime/platform/platform.ts";
import * as web from "../../templates/src/runtime/platform/web.ts";

const platforms: readonly (readonly [string, Platform])[] = [
  ["node", node],
  ["web", web],
];

/** Every length around the ends of blocks, and some far beyond. */
const lengths = [...Array.from({ length: 200 }, (_, i) => i), 1_000, 4_096, 32_768, 32_769, 100_000];
const bytes = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 167 + length) % 256);

describe.each(platforms)("The platform %s", (_, platform) => {
  it("hashes bytes of any length", async () => {
    for (const length of lengths) {
      const expected = createHash("sha256").update(bytes(length)).digest("hex");
      expect(platform.sha256Hex(bytes(length))).toBe(expected);
      expect(await platform.hashBody(bytes(length))).toBe(expected);
    }
  });

  it("hashes a part of a buffer, and not what lies around it", () => {
    const part = bytes(1_000).subarray(100, 300);
    expect(platform.sha256Hex(part)).toBe(createHash("sha256").update(part).digest("hex"));
  });

  it("hashes text as UTF-8, and half a surrogate pair as the replacement character", async () => {
    for (const text of ["", "abc", "žluťoučký kůň", "\u{1f600}".repeat(5_000), "a\ud800b"]) {
      const expected = createHash("sha256").update(Buffer.from(text)).digest("hex");
      expect(platform.sha256Hex(text)).toBe(expected);
      expect(await platform.hashBody(text)).toBe(expected);
    }
  });

  it("authenticates with keys of any length", () => {
    for (const length of [0, 1, 31, 32, 63, 64, 65, 200]) {
      const key = bytes(length);
      const expected = createHmac("sha256", key).update("message ž");
      const mac = platform.hmacHex(key);
      expect(Buffer.from(platform.hmac(key)("message ž"))).toEqual(expected.digest());
      expect(mac("message ž")).toBe(createHmac("sha256", key).update("message ž").digest("hex"));
      expect(mac("another")).toBe(createHmac("sha256", key).update("another").digest("hex"));
    }
    const secret = "AWS4" + "s".repeat(100);
    expect(Buffer.from(platform.hmac(secret)("20260101"))).toEqual(createHmac("sha256", secret).update("20260101").digest());
  });

  it("finds sixteen digits in a row, wherever they begin, and no fewer", () => {
    const encoder = new TextEncoder();
    for (let before = 0; before < 40; before++) {
      for (const digits of [0, 1, 4, 12, 15, 16, 17, 24, 40]) {
        for (const around of ["", ":", "\u00e9", "?", "12345678"]) {
          const text = `${"x".repeat(before)}${around === "12345678" ? "1234:5678?" : around}${"0918273645".repeat(4).slice(0, digits)}${around.slice(0, 1)}`;
          // The body lies anywhere in a larger buffer, as Node's own do; what is around it doesn't count.
          const buffer = encoder.encode(`${"7".repeat(before % 5)}${text}777`);
          const body = buffer.subarray(before % 5, buffer.length - 3);
          expect(platform.hasLongDigits(text, body), text).toBe(/[0-9]{16}/.test(text));
        }
      }
    }
    const near = "0123456789abcdef:;<=>?".repeat(50);
    expect(platform.hasLongDigits(near, encoder.encode(near))).toBe(false);
  });

  it("makes UUIDs of version 4", () => {
    expect(platform.randomUUID()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(platform.randomUUID()).not.toBe(platform.randomUUID());
  });
});

describe("The platform web", () => {
  it("makes UUIDs on pages that weren't loaded over https, too, where `crypto.randomUUID` is missing", () => {
    vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });
    const all = Array.from({ length: 1_000 }, () => web.randomUUID());
    vi.unstubAllGlobals();
    expect(new Set(all).size).toBe(1_000);
    expect(all.filter((uuid) => !/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(uuid))).toEqual([]);
  });

  it("has no environment", () => {
    expect(web.environmentCredentials()).toBeUndefined();
  });
});

describe("The platform node", () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  it("reads the variables that AWS's tools set, and takes empty ones for absent", () => {
    const set = (values: Record<string, string>) => {
      const rest = Object.entries(before).filter(([name]) => !name.startsWith("AWS_"));
      process.env = { ...Object.fromEntries(rest), ...values };
    };
    set({});
    expect(() => node.environmentCredentials()).toThrow("neither `credentials` nor AWS_ACCESS_KEY_ID");
    set({ AWS_ACCESS_KEY_ID: "", AWS_SECRET_ACCESS_KEY: "" });
    expect(() => node.environmentCredentials()).toThrow("neither `credentials` nor AWS_ACCESS_KEY_ID");
    set({ AWS_ACCESS_KEY_ID: "a", AWS_SECRET_ACCESS_KEY: "s", AWS_SESSION_TOKEN: "" });
    expect(node.environmentCredentials()).toEqual({ accessKeyId: "a", secretAccessKey: "s" });
    set({ AWS_ACCESS_KEY_ID: "a", AWS_SECRET_ACCESS_KEY: "s", AWS_SESSION_TOKEN: "t", AWS_CREDENTIAL_EXPIRATION: "2030-01-01T00:00:00Z" });
    expect(node.environmentCredentials()).toEqual({
      accessKeyId: "a",
      secretAccessKey: "s",
      sessionToken: "t",
      expiration: new Date("2030-01-01T00:00:00Z"),
    });
  });
});
