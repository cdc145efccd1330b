// What a platform offers to the runtime. `#platform` is web.ts or node.ts, chosen by the importer's conditions; each
// exports these functions one by one, so that `import * as platform from "#platform"` leaves out what isn't used.

import type { Transport } from "../call.ts";
import type { Credentials } from "../credentials.ts";

/** A transport that may hold connections. */
export interface ClosableTransport extends Transport {
  /** Closes every connection; later requests are refused. */
  close?: () => void;
}

export interface Platform {
  /** SHA-256 in hexadecimal. Text counts as UTF-8, here and below. */
  sha256Hex(data: string | Uint8Array): string;
  /** The same for a body; a promise where a large one is hashed sooner that way. */
  hashBody(data: string | Uint8Array): string | Promise<string>;
  /** HMAC-SHA-256. */
  hmac(key: string | Uint8Array, data: string): Uint8Array;
  /** HMAC-SHA-256 in hexadecimal, with a key that is prepared once for many messages. */
  hmacHexWith(key: Uint8Array): (data: string) => string;
  randomUUID(): string;
  /** A new transport of the kind that suits the platform. */
  defaultTransport(): ClosableTransport;
  /** Credentials from the environment, where there is one; Node's throws when it holds none. */
  environmentCredentials(): Credentials | undefined;
}
