// The members of an input and a pattern → an endpoint whose host begins with them.

import { inside, InvalidRequestError } from "./errors.ts";
import type { Endpoint, EndpointClient, Members } from "./operation.ts";

/** For operations that live at a host of their own: `{AccountId}.` puts the member of that name before the service's. */
export function hostPrefix(pattern: string): (client: EndpointClient, members: Members) => Endpoint {
  return ({ endpoint, hasOwnEndpoint }, members) => {
    if (hasOwnEndpoint) return endpoint;
    const prefix = pattern.replace(/\{([^{}]+)\}/g, (_, name: string) => {
      const value = members[name];
      // Any other character could name another host.
      if (typeof value !== "string" || !/^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/i.test(value))
        throw inside(name, new InvalidRequestError({ message: ": letters, digits and hyphens are expected, since it is part of the host" }));
      return value;
    });
    return { ...endpoint, host: prefix + endpoint.host };
  };
}
