// What all these faults leave behind, in a process of its own.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Section, Trial } from "../fault.ts";

const repository = fileURLToPath(new URL("../../../", import.meta.url));

/** Runs all faults in a process, and tells how that ended. */
async function runProcess(trial: Trial): Promise<{ readonly rejections: string; readonly isOver: boolean }> {
  const folder = mkdtempSync(join(tmpdir(), "countersign-faults-"));
  trial.after(() => rmSync(folder, { recursive: true, force: true }));
  const program = join(folder, "leftovers.cjs");
  const platform = { name: "platform", setup: (setup: import("esbuild").PluginBuild) => setup.onResolve({ filter: /^#platform$/ }, () => ({ path: join(repository, "generated/src/runtime/platform/node.ts") })) };
  await build({ entryPoints: [join(repository, "test/faults/leftovers.ts")], outfile: program, bundle: true, platform: "node", format: "cjs", packages: "external", plugins: [platform], logLevel: "silent" });
  const child = spawn(process.execPath, [program, trial.subject], { env: { ...process.env, NODE_PATH: join(repository, "node_modules") }, stdio: ["ignore", "pipe", "ignore"] });
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
  await new Promise((resolve) => child.on("close", resolve));
  const [end, rejections = ""] = text.split("\n");
  return { rejections, isOver: end === "over" };
}

export const leftovers: Section = {
  title: "What is left of it all",
  faults: [
    {
      fault: "All faults above, one after the other, each client closed",
      ours: "0 unhandled rejections, and the process ends by itself",
      async run(trial) {
        const { isOver, rejections } = await runProcess(trial);
        return `${rejections}, and the process ${isOver ? "ends by itself" : "goes on"}`;
      },
    },
  ],
};
