// How many bytes a program that makes one call takes, once it is bundled.

import { bundleSize, oneCommand, operations, programOf } from "../bundle-size.ts";
import type { Figures, Group } from "../group.ts";
import { repository } from "../workshop.ts";

export const bundles: Group = {
  name: "bundles",
  title: "One operation, bundled",
  rows: [
    { what: "The largest of all operations bundled for browsers, with signing, retry and exceptions, after gzip", figure: ["bundle", "gzip"], unit: "bytes", limit: 8_000 },
    { what: "The same, against one command of `@aws-sdk/client-marketplace-metering`", figure: ["bundle", "gzip"], against: ["bundle of the SDK", "gzip"], unit: "bytes", limit: 0.2 },
    { what: "The largest of all operations bundled for Node", figure: ["bundle for Node", "gzip"], unit: "bytes", limit: 10_000 },
    { what: "The same, against one command of `@aws-sdk/client-marketplace-metering`", figure: ["bundle for Node", "gzip"], against: ["bundle of the SDK for Node", "gzip"], unit: "bytes", limit: 0.2 },
  ],
  subjects: async () => [
    { name: "bundle", rounds: 1, run: () => largest("browser", ownSources("web")) },
    { name: "bundle of the SDK", rounds: 1, run: () => bundle(oneCommand, "browser") },
    { name: "bundle for Node", rounds: 1, run: () => largest("node", ownSources("node")) },
    { name: "bundle of the SDK for Node", rounds: 1, run: () => bundle(oneCommand, "node") },
  ],
};

/** The package as it lies here, without a build. */
const ownSources = (platform: "node" | "web") => ({
  "@countersign/marketplace-metering": "./generated/src/index.ts",
  "#platform": `./generated/src/runtime/platform/${platform}.ts`,
});

/** Of the bundles that hold one operation each. */
async function largest(platform: "browser" | "node", addresses: Readonly<Record<string, string>>): Promise<Figures> {
  const figures = await Promise.all(operations.map((operation) => bundle(programOf(operation), platform, addresses)));
  return figures.reduce((most, each) => (each["gzip"]! > most["gzip"]! ? each : most));
}

async function bundle(program: string, platform: "browser" | "node", addresses: Readonly<Record<string, string>> = {}): Promise<Figures> {
  const { bytes, gzip } = await bundleSize(program, repository, addresses, platform);
  return { bytes, gzip };
}
