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

export default defineConfig({
  plugins: [sourcesOfThePackage],
  test: {
    include: ["test/**/*.test.ts"],
    // See `test/long.config.ts`.
    exclude: ["test/**/*.long.test.ts", "node_modules/**"],
    environment: "node",
    // Limits are there to end what would never end; a busy machine takes ten times as long as a quiet one.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    teardownTimeout: 60_000,
  },
});
