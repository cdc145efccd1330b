// The suite with one escaper that does nothing: `SABOTAGE` is its name.

import { defineConfig, type Plugin } from "vitest/config";
import { sourcesOfThePackage } from "../../vitest.config.ts";
import { sabotaged, sabotages } from "./sabotages.ts";

const chosen = sabotages.find(({ name }) => name === process.env["SABOTAGE"]);
if (chosen === undefined) throw new Error("SABOTAGE names no sabotage.");

const sabotage: Plugin = {
  name: "sabotage",
  enforce: "pre",
  transform: (source, path) => (path.endsWith(".ts") ? { code: sabotaged(chosen, path, source), map: null } : undefined),
};

export default defineConfig({ plugins: [sabotage, sourcesOfThePackage], test: { include: ["test/**/*.test.ts"], exclude: ["test/**/*.long.test.ts", "node_modules/**"], environment: "node", testTimeout: 120_000 } });
