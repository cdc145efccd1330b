// The whole fault matrix: our client, the official SDK, and what both leave behind. `--update` records what the SDK does.

import { defineConfig } from "vitest/config";
import { sourcesOfThePackage } from "../../vitest.config.ts";

export default defineConfig({
  plugins: [sourcesOfThePackage],
  test: {
    include: ["test/faults/**/*.test.ts"],
    environment: "node",
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // The official SDK runs with timers of its own, and measures want quiet.
    fileParallelism: false,
    env: { UPDATE_FAULTS: process.argv.includes("--update") ? "yes" : "no" },
  },
});
