// The functions of `Platform` on Web standards.

import type { Credentials } from "../credentials.ts";
import { fetchTransport } from "../transport/fetch.ts";
import type { ClosableTransport } from "./platform.ts";
import { hmacSha256, sha256 } from "./sha256.ts";

/** From here on the way to WebCrypto and back costs less than hashing in JavaScript. */
const largeBody = 16_384;

const encoder = /* @__PURE__ */ new TextEncoder();
const bytesOf = (data: string | Uint8Array): Uint8Array => (typeof data === "string" ? encoder.encode(data) : data);

const hex = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes) text += (byte >> 4).toString(16) + (byte & 15).toString(16);
  return text;
};

export const sha256Hex = (data: string | Uint8Array): string => hex(sha256(bytesOf(data)));

export const hashBody = (data: string | Uint8Array): string | Promise<string> =>
  // Pages that weren't loaded over https have no `subtle`.
  data.length > largeBody && crypto.subtle
    ? crypto.subtle
        .digest("SHA-256", bytesOf(data) as Uint8Array<ArrayBuffer>)
        .then((digest) => hex(new Uint8Array(digest)))
    : sha256Hex(data);

export const hmac = (key: string | Uint8Array, data: string): Uint8Array => hmacSha256(bytesOf(key))(bytesOf(data));

export const hmacHexWith = (key: Uint8Array): ((data: string) => string) => {
  const mac = hmacSha256(key);
  return (data) => hex(mac(bytesOf(data)));
};

export const randomUUID = (): string => {
  // Not `crypto.randomUUID()`: pages that weren't loaded over https lack it.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
};

export const defaultTransport = (): ClosableTransport =>
  // Looked up at each call: a `fetch` that is put in place later counts, too.
  fetchTransport((url, init) => fetch(url, init));

export const environmentCredentials = (): Credentials | undefined => undefined;
