// The platform of Node, and of Deno and Bun, which choose it too: `Platform` by node:crypto, node:http and environment variables.

import crypto from "node:crypto";
import type { Credentials } from "../credentials.ts";
import { nodeTransport } from "../transport/node-http.ts";
import type { ClosableTransport } from "./platform.ts";

export const sha256Hex: (data: string | Uint8Array) => string = crypto.hash
  ? (data) => crypto.hash("sha256", data)
  : (data) => crypto.createHash("sha256").update(data).digest("hex");

export const hashBody: (data: string | Uint8Array) => string | Promise<string> = sha256Hex;

export const hmac = (key: string | Uint8Array, data: string): Uint8Array =>
  crypto.createHmac("sha256", key).update(data).digest();

export const hmacHexWith = (key: Uint8Array): ((data: string) => string) => {
  const prepared = crypto.createSecretKey(key);
  return (data) => crypto.createHmac("sha256", prepared).update(data).digest("hex");
};

export const randomUUID = (): string => crypto.randomUUID();

export const defaultTransport = (): ClosableTransport => nodeTransport();

/** Reads the variables that AWS's own tools set. Empty ones count as absent, as they do there. */
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
