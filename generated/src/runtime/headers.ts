// A request and the headers that the caller adds → the request with all of them, fit to be sent.

import type { HttpRequest } from "./call.ts";
import { refuse } from "./errors.ts";

type Headers = Readonly<Record<string, string>>;

/** Adds the caller's headers, which can't replace the request's own, and refuses what would break the request. */
export function mergeHeaders(request: HttpRequest, added: Headers): HttpRequest {
  const headers: Record<string, string> = {};
  for (const given in added) {
    const name = given.toLowerCase();
    // A line end would begin another header.
    if (
      name in request.headers ||
      /^(host|connection|content-length|transfer-encoding|)$|[^\w.-]/.test(name) ||
      /[^ -~\x80-\xff]/.test((headers[name] = added[given]!.trim()))
    )
      refuse(`the header ${given} can't be set, or not to that`);
  }
  return { ...request, headers: Object.assign(headers, request.headers) };
}
