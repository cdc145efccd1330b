// What a request looks like in the canonical request, the first step of Signature Version 4.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request

import type { Hash } from "./sigv4.ts";

/** Path, query and values of headers → their canonical forms. */
export interface Canonical {
  readonly path: (path: string) => string;
  readonly query: (query: string) => string;
  readonly value: (value: string) => string;
  /** Hashes bodies that may be large, where there is a quicker way for these. */
  readonly hash?: Hash;
}

/** For protocols that send every request to the root of an endpoint: there is no query, and nothing to normalize but spaces. */
export const plain: Canonical = {
  path: (path) => encodeURIComponent(path).replaceAll("%2F", "/"),
  query: (query) => query,
  // Hardly any value holds two spaces in a row, and to look for them costs less than to replace none.
  value: (value) => (value.includes("  ") ? value.replace(/ +/g, " ") : value),
};
