// `npm run test:endpoints`: the address of every AWS service in every region, plain, with FIPS and with dual stack, as the runtime
// gives it from what `countersign facts` writes, against the rules of botocore, and the plain ones against its older table, too.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { endpointTable, signingRegion } from "../../templates/src/runtime/endpoint-table.ts";
import { hostsOf } from "../facts/endpoints/hosts.ts";
import { ruledEndpoint, type Partition } from "../facts/endpoints/rule-set.ts";
import type { JsonObject } from "../json.ts";
import { partitions } from "../prepare/partitions.ts";
import { botocore } from "./botocore.ts";
import { unpackPackage } from "./fetch-package.ts";
import { skipUnfetched } from "./skip-unfetched.ts";

/** Services whose rules need more than a region: each of their resources has a host of its own. */
const unruled: ReadonlySet<string> = new Set(["cloudfront-keyvaluestore", "neptune-graph"]);

/** Services for which the older table has other hosts in some regions; AWS's own clients go by the rules. The list may only shrink. */
const differing: ReadonlySet<string> = new Set([
  "compute-optimizer", "datazone", "eks-auth", "gameliftstreams", "health", "internetmonitor", "kendra-ranking", "kinesis-video-archived-media", "kinesis-video-media",
  "kinesis-video-signaling", "kinesis-video-webrtc-storage", "kinesisvideo", "marketplace-entitlement", "mediaconvert", "meteringmarketplace", "notifications",
  "partnercentral-channel", "qbusiness", "savingsplans",
]);

interface Service {
  readonly name: string;
  readonly prefix: string;
  readonly rules: JsonObject;
}

const variants = [{}, { useFipsEndpoint: true }, { useDualstackEndpoint: true }, { useFipsEndpoint: true, useDualstackEndpoint: true }] as const;

function services(folder: string): readonly Service[] {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).flatMap(({ name }) => {
    const versions = readdirSync(join(folder, name)).sort();
    const read = (file: string): JsonObject => JSON.parse(gunzipSync(readFileSync(join(folder, name, versions.at(-1) ?? "", file))).toString()) as JsonObject;
    const metadata = read("service-2.json.gz")["metadata"] as { readonly endpointPrefix: string };
    return [{ name, prefix: metadata.endpointPrefix, rules: read("endpoint-rule-set-1.json.gz") }];
  });
}

function main(): number {
  const data = join(unpackPackage(botocore, "botocore/data/*"), "botocore/data");
  const table = JSON.parse(readFileSync(join(data, "endpoints.json"), "utf8")) as Table;
  const rulePartitions = (JSON.parse(readFileSync(join(data, "partitions.json"), "utf8")) as { readonly partitions: readonly Partition[] }).partitions;
  const [ruled, older] = [{ equal: 0, all: 0 }, { equal: 0, all: 0 }];
  const wrong: string[] = [];
  const others = new Map<string, string[]>();
  const known = services(data);
  for (const service of known) {
    const hosts = hostsOf(service.rules);
    if (unruled.has(service.name) !== (hosts.length === 0)) wrong.push(`${service.name}: ${hosts.length} rows`);
    const url = endpointTable(hosts);
    for (const { id, regions } of partitions) for (const region of regions) {
      for (const variant of variants) {
        const { useFipsEndpoint: UseFIPS = false, useDualstackEndpoint: UseDualStack = false }: { useFipsEndpoint?: boolean; useDualstackEndpoint?: boolean } = variant;
        const ruledOne = ruledEndpoint(service.rules, { Region: region, UseFIPS, UseDualStack }, rulePartitions);
        const expected = ruledOne === undefined ? undefined : `${ruledOne.url} signed for ${ruledOne.signingRegion ?? region}`;
        const found = attempted(() => `${url(region, variant)} signed for ${signingRegion(hosts, { ...variant, region, hasOwnEndpoint: false }).region ?? region}`);
        ruled.all += 1;
        if (found === expected) ruled.equal += 1;
        else wrong.push(`${service.name} ${region} ${JSON.stringify(variant)}: ${found} instead of ${expected}`);
      }
      const listed = listedHost(table, id, service.prefix, region);
      const ours = attempted(() => url(region, {}));
      if (listed === undefined || ours === undefined) continue;
      older.all += 1;
      if (ours === `https://${listed}`) older.equal += 1;
      else others.set(service.name, [...(others.get(service.name) ?? []), `${region}: ${ours} ${listed}`]);
    }
  }
  console.log(`${known.length} services, ${partitions.flatMap(({ regions }) => regions).length} regions`);
  console.log(`  ${ruled.equal} of ${ruled.all} addresses are those of the rules, with the region that is signed for`);
  console.log(`  ${older.equal} of ${older.all} are those of the older table`);
  for (const [name, list] of others) {
    console.log(`    ${name} ${list.length}: ${list[0]}`);
    if (!differing.has(name)) wrong.push(`${name} differs from the older table`);
  }
  for (const line of wrong.slice(0, 20)) console.log(line);
  console.log(`${ruled.equal} passed, ${wrong.length} failed`);
  return wrong.length === 0 ? 0 : 1;
}

interface Table {
  readonly partitions: readonly {
    readonly partition: string;
    readonly dnsSuffix: string;
    readonly defaults: Endpoint;
    readonly services: Readonly<Record<string, { readonly defaults?: Endpoint; readonly partitionEndpoint?: string; readonly isRegionalized?: boolean; readonly endpoints: Readonly<Record<string, Endpoint>> }>>;
  }[];
}

interface Endpoint {
  readonly hostname?: string;
  readonly deprecated?: boolean;
}

/** What the table says of a service in a region that it lists, or that it has one address for. */
function listedHost({ partitions: all }: Table, partition: string, prefix: string, region: string): string | undefined {
  const found = all.find((one) => one.partition === partition);
  const service = found?.services[prefix];
  if (found === undefined || service === undefined) return undefined;
  const key = service.isRegionalized === false ? service.partitionEndpoint ?? "" : region;
  const endpoint = service.endpoints[key];
  if (endpoint === undefined || endpoint.deprecated === true) return undefined;
  const host = endpoint.hostname ?? service.defaults?.hostname ?? found.defaults.hostname ?? "";
  return host.replace("{service}", prefix).replace("{region}", key).replace("{dnsSuffix}", found.dnsSuffix);
}

function attempted(url: () => string): string | undefined {
  try {
    return url();
  } catch {
    return undefined;
  }
}

await skipUnfetched(main);
