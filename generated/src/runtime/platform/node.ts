// The platform of Node, and of Deno and Bun, which choose it too: `Platform` by node:crypto, node:http and environment variables.

import crypto from "node:crypto";
import type { Credentials } from "../credentials.ts";
import { nodeTransport } from "../transport/node-http.ts";
import type { ClosableTransport, Hmac } from "./platform.ts";

export const sha256Hex: (data: string | Uint8Array) => string = crypto.hash
  ? (data) => crypto.hash("sha256", data)
  : (data) => crypto.createHash("sha256").update(data).digest("hex");

export const hashBody: (data: string | Uint8Array) => string | Promise<string> = sha256Hex;

export function hmac(key: string | Uint8Array): Hmac {
  const prepared = crypto.createSecretKey(key as string, "utf8");
  return ((data, encoding?) => crypto.createHmac("sha256", prepared).update(data).digest(encoding as "hex")) as Hmac;
}

export const randomUUID = (): string => crypto.randomUUID();

export const defaultTransport = (): ClosableTransport => nodeTransport();

/** Empty ones count as absent, here and below. */
export const environmentRegion = (): string | undefined => process.env["AWS_REGION"] || process.env["AWS_DEFAULT_REGION"] || undefined;

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
