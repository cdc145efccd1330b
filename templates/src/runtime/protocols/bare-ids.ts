// A protocol → the same for Route 53, which gives ids with what they are of in front, as in `/hostedzone/Z1`, and takes the id alone.

import type { Protocol } from "../operation.ts";

/** `members` are those of an input that hold ids. */
export function bareIds(protocol: Protocol, ...members: readonly string[]): Protocol {
  return {
    ...protocol,
    request(operation, input, endpoint, client) {
      const ids = Object.entries(input).filter(([member, value]) => members.includes(member) && typeof value === "string");
      return protocol.request(operation, { ...input, ...Object.fromEntries(ids.map(([member, id]) => [member, (id as string).replace(/^\/[a-z]+\//, "")])) }, endpoint, client);
    },
  };
}
