import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // See `test/long.config.ts`.
    exclude: ["test/**/*.long.test.ts", "node_modules/**"],
    environment: "node",
    // A busy machine starts processes slowly.
    testTimeout: 30_000,
  },
});
