// A protocol → the same for an operation that answers nothing: what comes all the same has to be readable, and isn't kept.

import type { Protocol } from "../operation.ts";

export function withoutAnswer(protocol: Protocol): Protocol {
  return {
    ...protocol,
    output(operation, response) {
      if (response.body.length) protocol.output(operation, response);
      return {};
    },
  };
}
