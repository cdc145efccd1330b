// The headers of a request and those that the caller adds → all of them, fit to be sent.

import { ValueError } from "./value-error.ts";

type Headers = Readonly<Record<string, string>>;

/** Names that HTTP itself, or whoever sends, has to fill. */
const reserved = /^(host|connection|content-length|transfer-encoding|keep-alive|te|trailer|upgrade|expect)$/;

/** Adds headers of the caller, which can't replace the operation's own, and refuses what would break the request. */
export function mergeHeaders(userAgent: string, added: readonly (Headers | undefined)[], own: Headers): Headers {
  const headers: Record<string, string> = { "user-agent": userAgent };
  for (const more of added) {
    for (const given in more) {
      const name = given.toLowerCase();
      if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) throw new ValueError("this can't be the name of a header", given);
      if (name in own || reserved.test(name)) throw new ValueError("this header belongs to the request itself", given);
      headers[name] = more[given]!;
    }
  }
  Object.assign(headers, own);
  for (const name in headers) {
    if (typeof headers[name] !== "string" || /[^\t -~\x80-\xff]/.test(headers[name])) {
      throw new ValueError("the value has a character that a header can't hold, perhaps a line end", `header ${name}`);
    }
  }
  return headers;
}
