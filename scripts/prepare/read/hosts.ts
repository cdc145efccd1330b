// Reads where requests go in each region: what the document says of it, or what its servers come to.

import { isObject, type Json, type JsonObject } from "../../json.ts";
import type { Endpoint, Host } from "../prepared-spec.ts";
import { given, listAt, text } from "./access.ts";
import type { Dialect } from "./dialect.ts";

export function readHosts(api: JsonObject, dialect: Dialect, endpoints: readonly Endpoint[]): readonly Host[] {
  const said = listAt(api, "x-endpoints").flatMap(hostIn);
  if (said.length > 0) return said;
  return dialect.converted ? convertedHosts(api, endpoints) : plainHosts(endpoints);
}

function hostIn(value: Json): readonly Host[] {
  if (!isObject(value)) return [];
  const variant = (["fips", "dualstack", "fips+dualstack"] as const).find((one) => one === value["variant"]);
  return [{ ...given("regions", text(value["regions"])), ...given("variant", variant), ...given("url", text(value["url"])), ...given("signingRegion", text(value["signingRegion"])) }];
}

/** One address, or one for each partition that the document knows. */
function plainHosts(endpoints: readonly Endpoint[]): readonly Host[] {
  const url = (partition: string) => endpoints.find((endpoint) => endpoint.partition === partition)?.url;
  const only = url("default");
  if (only !== undefined) return [{ url: only }];
  if (endpoints.length === 0) return [];
  const [own, china] = [url("aws"), url("aws-cn")];
  return [{ regions: "cn-", ...given("url", china) }, ...isolated, ...(own === undefined ? [] : [{ url: own }])];
}

/** Partitions with domains of their own: what a document says of others says nothing of these. */
const isolated: readonly Host[] = ["us-iso", "eu-isoe-", "eusc-"].map((regions) => ({ regions }));

/** Services of AWS have the same name in every partition, unless they have one address for all regions. */
function convertedHosts(api: JsonObject, endpoints: readonly Endpoint[]): readonly Host[] {
  const url = endpoints.find(({ partition }) => partition === "aws")?.url ?? "";
  const [, name, domain] = /^(https:\/\/.+\.\{region\})\.(amazonaws\.com|api\.aws)$/.exec(url) ?? [];
  if (name !== undefined) return [{ url: `${name}.${domain === "api.aws" ? "{dualstackSuffix}" : "{suffix}"}` }];
  if (url === "" || url.includes("{region}")) return plainHosts(endpoints);
  const china = endpoints.find(({ partition }) => partition === "aws-cn")?.url;
  const government = listAt(api, "servers").flatMap((server) => (isObject(server) ? text(server["url"]) ?? [] : [])).find((one) => /^https?:\/\/[^/]*\.us-gov\./.test(one));
  return [
    ...(china === undefined ? [] : [{ regions: "cn-", url: china, ...signedIn(china, "cn-northwest-1") }]),
    ...(government === undefined ? [] : [{ regions: "us-gov-", url: government.replace(/^http:/, "https:"), signingRegion: "us-gov-west-1" }]),
    ...isolated,
    { url, ...signedIn(url, "us-east-1") },
  ];
}

/** An address for all regions lies in one, which signatures name; often it says which. */
function signedIn(url: string, usual: string): Pick<Host, "signingRegion"> {
  if (url.includes("{region}")) return {};
  return { signingRegion: /\.([a-z]{2}(?:-[a-z]+)+-\d)\./.exec(url)?.[1] ?? usual };
}
