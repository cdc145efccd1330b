// A protocol → the same for an operation whose signature leaves out the body.

import type { Protocol } from "../operation.ts";

export function unsignedBody(protocol: Protocol): Protocol {
  return { ...protocol, request: (operation, input, endpoint, client) => Object.assign(protocol.request(operation, input, endpoint, client), { unsigned: true } as const) };
}
