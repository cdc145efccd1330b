// npm run test:moto: the generated client against a live moto_server. Needs Python 3, so `npm test` leaves it out.

import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import type { Reporter, TestModule } from "vitest/node";
import { sourcesOfThePackage } from "../../../vitest.config.ts";

const counting: Reporter = {
  onTestRunEnd(modules: readonly TestModule[]) {
    const tests = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const broken = modules.filter((module) => module.state() === "failed" && !tests.includes("failed")).length;
    const count = (state: string): number => tests.filter((each) => each === state).length;
    console.log(`${count("passed")} passed, ${count("failed") + broken} failed`);
  },
};

export default defineConfig({
  root: fileURLToPath(new URL("../../..", import.meta.url)),
  plugins: [sourcesOfThePackage],
  test: {
    include: ["test/contract/moto/*.live.ts"],
    environment: "node",
    globalSetup: ["test/contract/moto/start.ts"],
    reporters: [["default", { summary: false }], counting],
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
