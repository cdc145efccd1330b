// A service's name and a region → where requests go.

import { refuse } from "./errors.ts";
import type { Endpoint, Service } from "./operation.ts";

/** Domains of the partitions, by how their regions begin. All others are at home at amazonaws.com. */
const suffixes: Readonly<Record<string, string>> = {
  cn: "amazonaws.com.cn",
  "eu-isoe": "cloud.adc-e.uk",
  "eusc-de": "amazonaws.eu",
  "us-iso": "c2s.ic.gov",
  "us-isob": "sc2s.sgov.gov",
  "us-isof": "csp.hci.ic.gov",
};

/** The domain of the services in a region; refuses what can't be a region, since any other character could name another host. */
export function suffixOf(region = ""): string {
  const [, partition] = /^([a-z-]+?)-[a-z]+-\d+$/.exec(region) ?? refuse("region: one such as us-east-1 is needed");
  return suffixes[partition!] ?? "amazonaws.com";
}

/** For services of AWS that have the same name in every region. */
export const regional =
  (name: string): Service["url"] =>
  (region) =>
    `https://${name}.${region}.${suffixOf(region)}`;

/** An address as protocols need it. */
export function parseEndpoint(address: string | URL): Endpoint {
  if (!/^https?:\/\/[^@?#]+$/.test(`${address}`)) {
    refuse("endpoint: one such as https://host/path is needed");
  }
  const { protocol, host, pathname } = new URL(address);
  return { protocol: protocol as "https:", host, path: pathname.replace(/\/+$/, "") };
}
