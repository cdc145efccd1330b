// The tests that watch over an area, and no others: each change is run against those of them that reach it.

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: JSON.parse(process.env["MUTANTS_TESTS"] ?? "[]") as string[],
    environment: "node",
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
