// A protocol → the same for an operation that lives at a host of its own.

import { inside, InvalidRequestError } from "./errors.ts";
import type { Protocol } from "./operation.ts";

/** `{AccountId}.` puts the member of that name before the service's host. */
export function withHostPrefix(protocol: Protocol, pattern: string): Protocol {
  return {
    ...protocol,
    request(operation, input, endpoint, client) {
      if (client?.hasOwnEndpoint) return protocol.request(operation, input, endpoint, client);
      const prefix = pattern.replace(/\{([^{}]+)\}/g, (_, name: string) => {
        const value = input[name];
        // Any other character could name another host.
        if (typeof value !== "string" || !/^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/i.test(value))
          throw inside(name, new InvalidRequestError({ message: ": letters, digits and hyphens are expected, since it is part of the host" }));
        return value;
      });
      return protocol.request(operation, input, { ...endpoint, host: prefix + endpoint.host }, client);
    },
  };
}
