// The platform of browsers and workers: `Platform` on Web standards.

import type { Service } from "../operation.ts";
import { fetchTransport } from "../transport/fetch.ts";
import type { ClosableTransport } from "./platform.ts";
import { bytesOf, hmacSha256, sha256 } from "./sha256.ts";

/** From here on the way to WebCrypto and back takes less time than hashing in JavaScript: measured on Node 20. */
const largeBody = 32_768;

const digits = "0123456789abcdef";

function hex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += digits[byte >> 4]! + digits[byte & 15]!;
  return text;
}

export const sha256Hex = (data: string | Uint8Array): string => hex(sha256(data));

export const hashBody = async (data: string | Uint8Array): Promise<string> =>
  // Pages that weren't loaded over https have no `subtle`.
  data.length > largeBody && crypto.subtle
    ? hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytesOf(data) as Uint8Array<ArrayBuffer>)))
    : sha256Hex(data);

export const hmac: (key: string | Uint8Array) => (data: string) => Uint8Array = hmacSha256;

export function hmacHex(key: string | Uint8Array): (data: string) => string {
  const mac = hmac(key);
  return (data) => hex(mac(data));
}

// Pages that weren't loaded over https have no `crypto.randomUUID`.
export const randomUUID = (): string =>
  hex(crypto.getRandomValues(new Uint8Array(16))).replace(/(.{8})(....).(...).(...)/, "$1-$2-4$3-a$4-");

// Written out, since V8 searches ten times as long for \d{16}.
export const hasLongDigits = (text: string): boolean => /\d\d\d\d\d\d\d\d\d\d\d\d\d\d\d\d/.test(text);

export const defaultTransport = (): ClosableTransport =>
  // Looked up at each call: a `fetch` that is put in place later counts, too.
  fetchTransport((url, init) => fetch(url, init));

// Functions with nothing in them are what bundlers take out.

export function environmentRegion(): undefined {}

export function environmentEndpoint(_service: Service): undefined {}

export function environmentFlag(_name: string): undefined {}

export function environmentCredentials(): undefined {}
