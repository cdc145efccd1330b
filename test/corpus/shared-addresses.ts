// Operations of one method and path → the page that names each pair of them and what tells them apart.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../package/project.ts";
import type { Pair, Sending } from "./send-fragments.ts";

export const pageOfSharedAddresses: string = join(repository, "test/corpus/shared-addresses.md");

/** Pairs that are one request by the will of AWS: the older operation of each is deprecated. */
export const sameByDesign: ReadonlySet<string> = new Set([
  "s3 GetBucketLifecycleConfiguration GetBucketLifecycle",
  "s3 PutBucketLifecycleConfiguration PutBucketLifecycle",
  "s3 GetBucketNotificationConfiguration GetBucketNotification",
  "s3 PutBucketNotificationConfiguration PutBucketNotification",
]);

export function pairsOf(sendings: readonly Sending[]): readonly (Pair & { readonly service: string })[] {
  return sendings.flatMap(({ service, groups }) => groups.flatMap(({ pairs }) => pairs.map((pair) => ({ service, ...pair }))));
}

/** Pairs that nothing tells apart, but for those of `sameByDesign`, and those of that list that are told apart. */
export function undistinguished(sendings: readonly Sending[]): readonly string[] {
  const same = pairsOf(sendings).filter(({ by }) => by === undefined).map(({ service, one, other }) => `${service} ${one} ${other}`);
  const gone = [...sameByDesign].filter((pair) => sendings.some(({ service }) => pair.startsWith(`${service} `)) && !same.includes(pair));
  return [...same.filter((pair) => !sameByDesign.has(pair)), ...gone.map((pair) => `${pair}: no longer the same request`)];
}

export function sharedAddresses(sendings: readonly Sending[]): string {
  const sections = sendings.filter(({ groups }) => groups.length > 0).flatMap(({ service, groups }) => [
    `## ${service}`, "",
    ...groups.flatMap(({ address, pairs }) => [`### \`${address}\``, "", "| one | other | told apart by |", "|---|---|---|", ...pairs.map(({ one, other, by }) => `| ${one} | ${other} | ${by === undefined ? "nothing: the same request, under its older name" : `\`${by}\``} |`), ""]),
  ]);
  const count = pairsOf(sendings).length;
  return [
    "# Operations of one method and path", "",
    "<!-- Written by npm run test:corpus -- --update. -->", "",
    `In the documents of AWS's REST services ${count} pairs of operations share method and path; what follows \`#\` in the document tells`,
    "them apart. Generated clients sent each operation, once with as little as it takes and once with every parameter: this is what one of",
    "the two always sends and the other never can. A mark that the caller gives, such as `?uploadId`, is required when the call is made.", "",
    ...sections,
  ].join("\n");
}

/** Whether the page says what was found; with `update` it is written first. */
export function isPageUpToDate(sendings: readonly Sending[], update: boolean): boolean {
  const text = sharedAddresses(sendings);
  if (update) writeFileSync(pageOfSharedAddresses, text);
  return readFileSync(pageOfSharedAddresses, "utf8") === text;
}
