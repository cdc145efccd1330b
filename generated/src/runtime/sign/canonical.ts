// What a request looks like in the canonical request, the first step of Signature Version 4.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request

import * as platform from "#platform";
import type { HttpRequest } from "../call.ts";

/** Path, query and values of headers → their canonical forms. */
export interface Canonical {
  readonly path: (path: string) => string;
  readonly query: (query: string) => string;
  readonly value: (value: string) => string;
  /** What is signed of the body: its hash, in hexadecimal digits, or words that stand for none. */
  readonly payload: (request: HttpRequest) => string | Promise<string>;
  /** The header that tells of it, where one does. */
  readonly added?: (payload: string) => Readonly<Record<string, string>> | false;
}

/**
 * For protocols that send every request to the root of an endpoint, with a small body that is always signed: there is no query,
 * and nothing to normalize but spaces.
 */
export const plain: Canonical = {
  path: (path) => path.replace(/[^\w.~/-]/g, encodeURIComponent),
  query: (query) => query,
  // Hardly any value holds two spaces in a row, and to look for them costs less than to replace none.
  value: (value) => (value.includes("  ") ? value.replace(/ +/g, " ") : value),
  payload: ({ body = "" }) => platform.sha256Hex(body as string | Uint8Array),
};
