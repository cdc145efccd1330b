// A service's addresses and a region → where requests go.

import type { Endpoint, Service } from "./operation.ts";
import { ValueError } from "./value-error.ts";

/** How regions begin, the partition they belong to, and its domain. Every other region is in `aws`. */
const partitions: readonly (readonly [prefix: string, name: string, domain: string])[] = [
  ["cn-", "aws-cn", "amazonaws.com.cn"],
  ["us-gov-", "aws-us-gov", "amazonaws.com"],
  ["us-iso-", "aws-iso", "c2s.ic.gov"],
  ["us-isob-", "aws-iso-b", "sc2s.sgov.gov"],
  ["eu-isoe-", "aws-iso-e", "cloud.adc-e.uk"],
  ["us-isof-", "aws-iso-f", "csp.hci.ic.gov"],
  ["eusc-", "aws-eusc", "amazonaws.eu"],
];

/** The service's own address in a region. */
export function serviceUrl({ name, endpoints }: Service, region: string | undefined): string {
  if (endpoints["default"]) return endpoints["default"];
  if (!region) throw new ValueError(`a region is needed to find ${name}`, "region");
  const [, partition = "aws", domain = "amazonaws.com"] = partitions.find(([prefix]) => region.startsWith(prefix)) ?? [];
  const url = endpoints[partition] ?? endpoints["aws"]?.replace(/amazonaws\.com$/, domain);
  if (!url) throw new ValueError(`${name} has no address in ${partition}`, "region");
  return url.replaceAll("{region}", region);
}

/** Refuses what isn't a single label of a host name, and so could name another host. */
export function checkRegion(region: unknown): void {
  if (region !== undefined && !/^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/.test(String(region))) {
    throw new ValueError("a region looks like us-east-1", "region");
  }
}

/** An address as protocols need it. */
export function parseEndpoint(address: string | URL, allowInsecure: boolean): Endpoint {
  const problem = (text: string): never => {
    throw new ValueError(text, "endpoint");
  };
  if (!URL.canParse(address)) return problem("an absolute URL is needed");
  const { protocol, host, pathname, search, hash, username, password } = new URL(address);
  if (protocol !== "https:" && protocol !== "http:") return problem("only https: can be used");
  if (protocol === "http:" && !allowInsecure) return problem("http: needs `allowInsecure`, which is meant for local servers");
  if (search || hash || username || password) return problem("a query, a fragment or a password can't be part of it");
  return { protocol, host, path: pathname.replace(/\/+$/, "") };
}
