// Rows of addresses and what a client wants → the address that counts, for services that live differently from region to region.

import * as platform from "#platform";
import { suffixOf } from "./endpoint.ts";
import { refuse } from "./errors.ts";
import type { EndpointOptions, Service } from "./operation.ts";
import type { ResolvedClientOptions } from "./options.ts";

export interface EndpointRow {
  /** A region, or how regions begin; all of them when absent. */
  readonly regions?: string;
  readonly variant?: "fips" | "dualstack" | "fips+dualstack";
  /** With `{region}` and `{suffix}` or `{dualstackSuffix}`; absent where the service isn't. */
  readonly url?: string;
  /** What signatures name instead of the region. */
  readonly signingRegion?: string;
}

/** What a client may ask for beside its region. */
export interface EndpointVariantOptions {
  /** Use the endpoint whose cryptography is validated by FIPS 140. In Node, AWS_USE_FIPS_ENDPOINT is read when absent. */
  readonly useFipsEndpoint?: boolean;
  /** Use the endpoint that has IPv6 addresses, too. In Node, AWS_USE_DUALSTACK_ENDPOINT is read when absent. */
  readonly useDualstackEndpoint?: boolean;
}

/** Domains that have IPv6 addresses, by those that haven't. */
const dualstackSuffixes: Readonly<Record<string, string>> = {
  "amazonaws.com": "api.aws",
  "amazonaws.com.cn": "api.amazonwebservices.com.cn",
  "amazonaws.eu": "api.amazonwebservices.eu",
  "c2s.ic.gov": "api.aws.ic.gov",
  "cloud.adc-e.uk": "api.cloud-aws.adc-e.uk",
  "csp.hci.ic.gov": "api.aws.hci.ic.gov",
  "sc2s.sgov.gov": "api.aws.scloud",
};

/** The first row that fits counts. */
export function endpointTable(rows: readonly EndpointRow[]): Service["url"] {
  return (region, options) => {
    const { url = refuse("region: the service has no such endpoint there") } = rowFor(rows, region, options);
    if (!url.includes("{")) return url;
    // A service with one address for all regions needs none.
    const suffix = region === undefined && !url.includes("{region}") ? "amazonaws.com" : suffixOf(region);
    return url.replace("{region}", region!).replace("{suffix}", suffix).replace("{dualstackSuffix}", dualstackSuffixes[suffix]!);
  };
}

/** What signatures of a client name as their region. An endpoint of the user's own is in the client's. */
export function signingRegion(rows: readonly EndpointRow[], options: EndpointOptions & Pick<ResolvedClientOptions, "region" | "hasOwnEndpoint">): { readonly region?: string } {
  const region = options.hasOwnEndpoint ? options.region : rowFor(rows, options.region, options).signingRegion;
  return region === undefined ? {} : { region };
}

function rowFor(rows: readonly EndpointRow[], region = "", { useFipsEndpoint, useDualstackEndpoint }: EndpointOptions): EndpointRow {
  const fips = (useFipsEndpoint ?? platform.environmentFlag("AWS_USE_FIPS_ENDPOINT")) && "fips";
  const dualstack = (useDualstackEndpoint ?? platform.environmentFlag("AWS_USE_DUALSTACK_ENDPOINT")) && "dualstack";
  const variant = [fips, dualstack].filter(Boolean).join("+");
  return rows.find((row) => (row.variant ?? "") === variant && region.startsWith(row.regions ?? "")) ?? {};
}
