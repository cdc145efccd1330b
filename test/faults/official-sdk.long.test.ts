// Every fault with the official SDK: measured and recorded with `--update`, compared by the kind of outcome otherwise.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, describe, expect, it } from "vitest";
import { matrix, named } from "./matrix.ts";
import { inHaste, officialSdk } from "./official-sdk.ts";
import { readmeFile, readRecorded, recordedFile, withMatrix } from "./readme.ts";
import { leftovers } from "./rows/leftovers.ts";
import { runFault } from "./trial.ts";

const isUpdating = process.env["UPDATE_FAULTS"] === "yes";
const endings: Record<string, string> = {};

/** Whether a call returned, what it threw, and how often it was sent. */
const kindOf = (ending: string): string => ending.replace(/(:|^returns|^sends|^shows) .*?( · |$)/, "$1$2").replace(/, after \d+ ms of waiting/, "");

const all = [...matrix, leftovers];

describe.each(all.map((section) => [section.title, section] as const))("%s", (_, { faults }) => {
  it.each(named(faults.filter(({ withoutSdk }) => !withoutSdk)))("%s", async (_title, fault) => {
    const run = () => runFault(fault, officialSdk);
    const ending = await (fault.sdkUnhurried ? run() : inHaste(run));
    endings[fault.fault] = ending;
    if (!isUpdating) expect(kindOf(ending)).toBe(kindOf(readRecorded().endings[fault.fault] ?? "not measured yet"));
  });
});

afterAll(() => {
  if (!isUpdating) return;
  const { version } = createRequire(import.meta.url)("@aws-sdk/client-marketplace-metering/package.json") as { readonly version: string };
  const recorded = { version, node: process.versions.node.replace(/\..*/, ""), endings };
  writeFileSync(recordedFile, `${JSON.stringify(recorded, null, 2)}\n`);
  writeFileSync(readmeFile, withMatrix(readFileSync(readmeFile, "utf8"), all, recorded));
});
