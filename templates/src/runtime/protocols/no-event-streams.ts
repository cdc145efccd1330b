// A protocol → the same for an operation whose messages are a stream of events, which this client doesn't speak: nothing is sent.

import { refuse } from "../errors.ts";
import type { Protocol } from "../operation.ts";

export function noEventStreams(protocol: Protocol): Protocol {
  return { ...protocol, request: () => refuse("this operation sends or receives a stream of events, which isn't supported yet") };
}
