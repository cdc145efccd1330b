// How large a program is that makes one call, once it is bundled.

import { gzipSync } from "node:zlib";
import { build } from "esbuild";

export interface BundleSize {
  readonly bytes: number;
  readonly gzip: number;
  readonly text: string;
  /** Files that went into it. */
  readonly inputs: readonly string[];
}

/** A program that makes one call by the generated package. */
export const programOf = (operation: string): string => `import { connect, ${operation} } from "@countersign/marketplace-metering";
export const run = (region, credentials, input) => ${operation}(connect({ region, credentials }), input);`;

/** The operations of the generated package. */
export const operations = ["batchMeterUsage", "meterUsage", "registerUsage", "resolveCustomer"] as const;

/** The same for one of them by AWS's own SDK. */
export const oneCommand = `import { MarketplaceMeteringClient, MeterUsageCommand } from "@aws-sdk/client-marketplace-metering";
export const run = (region, credentials, record) => new MarketplaceMeteringClient({ region, credentials }).send(new MeterUsageCommand(record));`;

/** Bundles a program whose imports are resolved from a folder: minified. `addresses` says where modules lie that aren't installed there. */
export async function bundleSize(program: string, folder: string, addresses: Readonly<Record<string, string>> = {}, platform: "browser" | "node" = "browser"): Promise<BundleSize> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: folder, loader: "js" },
    bundle: true, minify: true, format: "esm", platform, target: "es2022", write: false, metafile: true, logLevel: "silent",
    plugins: [{
      name: "addresses",
      setup: ({ onResolve, resolve }) => {
        for (const [name, address] of Object.entries(addresses)) {
          onResolve({ filter: new RegExp(`^${name}$`) }, ({ kind }) => resolve(address, { kind, resolveDir: folder }));
        }
      },
    }],
  });
  const text = outputFiles[0]?.text ?? "";
  return { bytes: Buffer.byteLength(text), gzip: gzipSync(text, { level: 9 }).length, text, inputs: Object.keys(metafile.inputs) };
}
