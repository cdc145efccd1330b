import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vitest/config";

/** Tests read the sources of the package; its package.json leads `#platform` to what is built from them. */
export const sourcesOfThePackage: Plugin = {
  name: "sources-of-the-package",
  enforce: "pre",
  resolveId(name, importer) {
    if (name !== "#platform" || !importer?.includes("/generated/src/")) return undefined;
    return fileURLToPath(new URL("generated/src/runtime/platform/node.ts", import.meta.url));
  },
};

/** See `test/long.config.ts`. */
const longer = ["test/**/*.long.test.ts", "node_modules/**"];

/** Suites that put other modules or globals in place of real ones, each of which needs a process of its own. */
const alone = [
  "test/runtime/checksums/checksum.test.ts",
  "test/runtime/errors.test.ts",
  "test/runtime/platform.test.ts",
  "test/runtime/sigv4-random.test.ts",
  "test/runtime/sigv4-suite.test.ts",
  "test/write/failures.test.ts",
  "test/write/full-disk.test.ts",
];

export default defineConfig({
  plugins: [sourcesOfThePackage],
  test: {
    environment: "node",
    setupFiles: ["test/support/property-seed.ts"],
    // Limits are there to end what would never end; a busy machine takes ten times as long as a quiet one.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    teardownTimeout: 60_000,
    maxWorkers: "100%",
    projects: [
      // Reading ts-morph and the compiler takes a second; suites that share a process read them once.
      { extends: true, test: { name: "shared", isolate: false, include: ["test/**/*.test.ts"], exclude: [...longer, ...alone] } },
      { extends: true, test: { name: "alone", include: alone } },
    ],
  },
});
