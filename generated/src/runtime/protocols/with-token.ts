// A protocol → the same for an operation that knows by a token whether a request is the repetition of another.

import type { Protocol } from "../operation.ts";

/** `member` is filled with a UUID when it is absent: once for each call, so that all attempts have the same. */
export function withToken(protocol: Protocol, member: string): Protocol {
  return {
    ...protocol,
    request: (operation, input, endpoint, client) => protocol.request(operation, { ...input, [member]: input[member] ?? client?.uuid() }, endpoint, client),
  };
}
