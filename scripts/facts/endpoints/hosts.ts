// A rule set of endpoints → the few rows that say the same for every region there is.

import type { JsonObject } from "../../json.ts";
import { partitions, type Partition } from "../../prepare/partitions.ts";
import type { Host } from "../../prepare/prepared-spec.ts";
import { ruledEndpoint, type Partition as RulePartition, type RuledEndpoint } from "./rule-set.ts";

/** What the rules' function `aws.partition` knows. */
const rulePartitions: readonly RulePartition[] = partitions.map(({ id, prefix, suffix, dualstackSuffix, globalRegion, regions }) => ({
  id,
  regionRegex: prefix === "" ? "^$" : `^${prefix}`,
  regions: Object.fromEntries(regions.map((region) => [region, {}])),
  outputs: { name: id, dnsSuffix: suffix, dualStackDnsSuffix: dualstackSuffix, supportsFIPS: true, supportsDualStack: true, implicitGlobalRegion: globalRegion },
}));

const variants = [
  { UseFIPS: false, UseDualStack: false },
  { variant: "fips", UseFIPS: true, UseDualStack: false },
  { variant: "dualstack", UseFIPS: false, UseDualStack: true },
  { variant: "fips+dualstack", UseFIPS: true, UseDualStack: true },
] as const;

/** Where a service lives. The first row that fits counts, so single regions come before partitions, and these before all others. */
export function hostsOf(ruleSet: JsonObject): readonly Host[] {
  return variants.flatMap(({ UseFIPS, UseDualStack, ...variant }) => {
    const found = (region: string): RuledEndpoint | undefined => ruledEndpoint(ruleSet, { Region: region, UseFIPS, UseDualStack }, rulePartitions);
    return rowsOf(found).map((row) => ({ ...(row.regions === undefined ? {} : { regions: row.regions }), ...variant, ...rest(row) }));
  });
}

function rest({ url, signingRegion }: Host): Host {
  return { ...(url === undefined ? {} : { url }), ...(signingRegion === undefined ? {} : { signingRegion }) };
}

function rowsOf(found: (region: string) => RuledEndpoint | undefined): readonly Host[] {
  const places = partitions.flatMap((partition) => partition.regions.map((region): Place => ({ partition, region, endpoint: found(region) })));
  if (places.every(({ endpoint }) => endpoint === undefined)) return [];
  const usual = best(places.filter(({ partition }) => partition.prefix === ""));
  const rows: Host[] = [];
  for (const partition of [...partitions].reverse()) {
    const own = places.filter((place) => place.partition === partition);
    const isUsual = own.every((place) => says(usual, place)) || partition.prefix === "";
    const row = isUsual ? usual : best(own);
    rows.unshift(...own.filter((place) => !says(row, place)).map((place) => ({ regions: place.region, ...exactly(place) })));
    if (!isUsual) rows.push({ regions: partition.prefix, ...row });
  }
  const exact = rows.filter(({ regions }) => partitions.some((partition) => partition.regions.includes(regions ?? "")));
  return [...exact, ...rows.filter((row) => !exact.includes(row)), usual];
}

interface Place {
  readonly partition: Partition;
  readonly region: string;
  readonly endpoint: RuledEndpoint | undefined;
}

/** The row that is right for most of the places; of two, the one that says more in general. */
function best(places: readonly Place[]): Host {
  const candidates = new Map(places.flatMap((place) => rowsFor(place)).map((row) => [JSON.stringify(row), row]));
  const [first] = [...candidates.values()].map((row) => ({ row, right: places.filter((place) => says(row, place)).length })).sort((left, right) => right.right - left.right);
  return first?.row ?? {};
}

function rowsFor({ partition, region, endpoint }: Place): readonly Host[] {
  if (endpoint === undefined) return [{}];
  const { url } = endpoint;
  const signed = endpoint.signingRegion ?? region;
  const general = url.replaceAll(region, "{region}");
  const urls = [general, url].flatMap((text) => [
    text.replace(new RegExp(`\\.${escaped(partition.dualstackSuffix)}$`), ".{dualstackSuffix}").replace(new RegExp(`\\.${escaped(partition.suffix)}$`), ".{suffix}"), text,
  ]);
  return [...new Set(urls)].flatMap((one): readonly Host[] => [...(signed === region ? [{ url: one }] : []), { url: one, signingRegion: signed }]);
}

function exactly({ endpoint, region }: Place): Host {
  if (endpoint === undefined) return {};
  const { url, signingRegion = region } = endpoint;
  return { url, ...(signingRegion === region ? {} : { signingRegion }) };
}

/** Whether the row gives what the rules gave for the place. */
function says(row: Host, { partition, region, endpoint }: Place): boolean {
  return filled(row, region, partition) === endpoint?.url && (endpoint === undefined || (row.signingRegion ?? region) === (endpoint.signingRegion ?? region));
}

function filled({ url }: Host, region: string, { suffix, dualstackSuffix }: Partition): string | undefined {
  return url?.replaceAll("{region}", region).replace("{suffix}", suffix).replace("{dualstackSuffix}", dualstackSuffix);
}

function escaped(text: string): string {
  return text.replaceAll(".", "\\.");
}
