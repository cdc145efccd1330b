// Starts moto_server before the live tests and ends it afterwards. Where Python is missing it says so and exits with 77.

import type { TestProject } from "vitest/node";
import { MissingTool, type MotoServer, startMoto } from "../../../scripts/record/moto-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly moto: Omit<MotoServer, "close" | "seed">;
  }
}

/** What tools that run tests take for "skipped". */
const skipped = 77;

export default async function start(project: TestProject): Promise<() => Promise<void>> {
  try {
    const { close, seed: _, ...moto } = await startMoto();
    project.provide("moto", moto);
    return close;
  } catch (error) {
    if (!(error instanceof MissingTool)) throw error;
    console.log(`skipped: ${error.message}`);
    process.exit(skipped);
  }
}
