// What a platform offers to the runtime. `#platform` is web.ts or node.ts, chosen by the importer's conditions; each
// exports these functions one by one, so that `import * as platform from "#platform"` leaves out what isn't used.

import type { Transport } from "../call.ts";
import type { Credentials } from "../credentials.ts";
import type { Service } from "../operation.ts";

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
  /** HMAC-SHA-256, with a key that is prepared once for many messages. */
  hmac(key: string | Uint8Array): (data: string) => Uint8Array;
  /** The same in hexadecimal. */
  hmacHex(key: string | Uint8Array): (data: string) => string;
  randomUUID(): string;
  /** Whether sixteen digits stand in a row, in a text or in its bytes, which are the same. */
  hasLongDigits(text: string, body: Uint8Array): boolean;
  /** A new transport of the kind that suits the platform. */
  defaultTransport(): ClosableTransport;
  /** The region from the environment, where there is one. */
  environmentRegion(): string | undefined;
  /** The endpoint that the environment names for a service, or for all. */
  environmentEndpoint(service: Service): string | undefined;
  /** Whether a variable of the environment says `true`. */
  environmentFlag(name: string): boolean | undefined;
  /** Credentials from the environment, where there is one; Node's throws when it holds none. */
  environmentCredentials(): Credentials | undefined;
}
