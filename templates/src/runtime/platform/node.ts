// The platform of Node, and of Deno and Bun, which choose it too: `Platform` by node:crypto, node:http and environment variables.

import type * as Crypto from "node:crypto";
import type { Credentials } from "../credentials.ts";
import type { Service } from "../operation.ts";
import { nodeTransport } from "../transport/node-http.ts";
import { builtin } from "./node-builtin.ts";
import type { ClosableTransport } from "./platform.ts";

const crypto = /* @__PURE__ */ builtin<typeof Crypto>("crypto");

export const sha256Hex: (data: string | Uint8Array) => string = crypto.hash
  ? (data) => crypto.hash("sha256", data)
  : (data) => crypto.createHash("sha256").update(data).digest("hex");

export const hashBody: (data: string | Uint8Array) => string | Promise<string> = sha256Hex;

/** Messages up to this length fit into the block that is kept for them, whatever their characters are. */
const shortMessage = 320;

export const hmac = (key: string | Uint8Array): ((data: string) => Uint8Array) => hmacIn(key, "buffer") as (data: string) => Uint8Array;

export const hmacHex = (key: string | Uint8Array): ((data: string) => string) => hmacIn(key, "hex") as (data: string) => string;

/** By its definition (RFC 2104): two hashes at once cost half of what an `Hmac` object does. */
function hmacIn(key: string | Uint8Array, encoding: "buffer" | "hex"): (data: string) => string | Uint8Array {
  const inner = Buffer.alloc(64 + shortMessage * 3);
  const outer = Buffer.alloc(64 + 32);
  const bytes = Buffer.from(key as string);
  const block = bytes.length > 64 ? crypto.createHash("sha256").update(bytes).digest() : bytes;
  for (let at = 0; at < 64; at++) {
    inner[at] = 0x36 ^ (block[at] ?? 0);
    outer[at] = 0x5c ^ (block[at] ?? 0);
  }
  return (data) => {
    if (!crypto.hash || data.length > shortMessage) return crypto.createHmac("sha256", key).update(data).digest(encoding as "hex");
    const end = 64 + inner.write(data, 64);
    outer.write(crypto.hash("sha256", inner.subarray(0, end), "binary"), 64, "binary");
    return crypto.hash("sha256", outer, encoding as "hex");
  };
}

export const randomUUID = (): string => crypto.randomUUID();

/** Takes half of the time that a regular expression does: one byte of sixteen that are digits lies where this looks, and another eight before it or behind. */
export function hasLongDigits(_text: string, bytes: Uint8Array): boolean {
  for (let at = 15; at < bytes.length; at += 16) {
    if (!isDigit(bytes[at]) || !(isDigit(bytes[at - 8]) || isDigit(bytes[at + 8]))) continue;
    let begin = at;
    let end = at;
    while (isDigit(bytes[begin - 1])) begin--;
    while (isDigit(bytes[end])) end++;
    if (end - begin >= 16) return true;
  }
  return false;
}

const isDigit = (byte = 0): boolean => byte >= 48 && byte <= 57;

export const defaultTransport = (): ClosableTransport => nodeTransport();

/** Empty ones count as absent, here and below. */
export const environmentRegion = (): string | undefined => process.env["AWS_REGION"] || process.env["AWS_DEFAULT_REGION"] || undefined;

/** AWS_ENDPOINT_URL_MARKETPLACE_METERING is for the service MarketplaceMetering. */
export function environmentEndpoint({ name: service }: Service): string | undefined {
  if (environmentFlag("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")) return undefined;
  const own = `AWSENDPOINTURL${service.toUpperCase()}`;
  const name = Object.keys(process.env).find((key) => key.replaceAll("_", "") === own && key.startsWith("AWS_ENDPOINT_URL_"));
  return process.env[name ?? ""] || process.env["AWS_ENDPOINT_URL"] || undefined;
}

export const environmentFlag = (name: string): boolean => process.env[name]?.toLowerCase() === "true";

/** Reads the variables that AWS's own tools set. */
export function environmentCredentials(): Credentials {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
    AWS_CREDENTIAL_EXPIRATION: expiration,
  } = process.env;
  if (!accessKeyId && !secretAccessKey)
    throw new Error("neither `credentials` nor AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are set");
  return {
    accessKeyId: accessKeyId ?? "",
    secretAccessKey: secretAccessKey ?? "",
    ...(sessionToken && { sessionToken }),
    ...(expiration && { expiration: new Date(expiration) }),
  };
}
