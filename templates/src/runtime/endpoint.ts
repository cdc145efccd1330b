// A service's addresses and a region → where requests go.

import { refuse } from "./errors.ts";
import type { Endpoint, Service } from "./operation.ts";

/** The service's own address in a region. */
export function serviceUrl({ endpoints }: Service, region = ""): string {
  // China has a domain of its own, and so have the isolated partitions; us-gov is at home with all others.
  const [, partition] = /^(cn|us-iso\w?|eu-isoe|eusc)-/.exec(region) ?? [];
  const url = endpoints["default"] ?? endpoints[partition ? `aws-${partition}` : "aws"];
  // Any other character could name another host.
  if (!url || (url.includes("{") && !/^[a-z\d-]+$/.test(region))) {
    return refuse("region: one such as us-east-1 is needed");
  }
  return url.replaceAll("{region}", region);
}

/** An address as protocols need it. */
export function parseEndpoint(address: string | URL): Endpoint {
  if (!/^https?:\/\/[^@?#]+$/.test(`${address}`)) {
    refuse("endpoint: a URL without password, query or fragment is needed");
  }
  const { protocol, host, pathname } = new URL(address);
  return { protocol: protocol as "https:", host, path: pathname.replace(/\/+$/, "") };
}
