// A request and the headers that the caller adds → the request with all of them, fit to be sent.

import type { HttpRequest } from "./call.ts";
import { refuse } from "./errors.ts";

type Headers = Readonly<Record<string, string>>;

/** Adds the caller's headers, which can't replace the request's own, and refuses what would break the request. */
export function mergeHeaders(userAgent: string, added: readonly (Headers | undefined)[], request: HttpRequest): HttpRequest {
  const own = request.headers;
  const headers: Record<string, string> = { "user-agent": userAgent };
  for (const more of added) {
    for (const given in more) {
      const name = given.toLowerCase();
      if (name in own || /^(host|connection|content-length|transfer-encoding)$|[^\w!#$%&'*+.^`|~-]|^$/.test(name)) {
        refuse(`the header ${given} can't be set`);
      }
      headers[name] = more[given]!;
    }
  }
  Object.assign(headers, own);
  for (const name in headers) {
    // A line end would begin another header.
    if (/[^\t -~\x80-\xff]/.test(headers[name]!)) refuse(`the header ${name} can't be set to that`);
  }
  return { ...request, headers };
}
