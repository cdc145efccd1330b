// What is measured: each subject can be run again and again, and says what a run cost. Subjects take turns, so that what the machine
// does besides falls on all of them alike.

import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadChecked, prepareChecked } from "../generate.ts";
import { readSpec } from "../load/read-spec.ts";
import { findJar } from "../render/openapi-generator/find-jar.ts";
import { findJava } from "../render/openapi-generator/find-java.ts";
import { layOut } from "../render/openapi-generator/workspace.ts";
import { present } from "../render/present/present.ts";
import { ownTemplates, readTemplates } from "../render/read-templates.ts";
import { bundleSize, oneCommand, oneOperation } from "./bundle-size.ts";
import { costOf, type Cost } from "./measure.ts";

export const repository: string = fileURLToPath(new URL("../..", import.meta.url));

/** Figures by their names; seconds or bytes. */
export type Figures = Readonly<Record<string, number>>;

export interface Subject {
  readonly name: string;
  /** As the README names the command. */
  readonly command: string;
  /** Always gives the same, so that once is enough. */
  readonly once?: true;
  readonly run: () => Promise<Figures>;
}

/** A subject that can't be measured here says why. */
export interface Absent {
  readonly name: string;
  readonly absent: string;
}

const figures = ({ wall, cpu }: Cost): Figures => ({ wall, cpu });

export async function subjects(): Promise<{ readonly present: readonly Subject[]; readonly absent: readonly Absent[]; readonly close: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), "countersign-bench-"));
  const java = await javaEngine(folder);
  const all: readonly (Subject | Absent)[] = [
    {
      name: "generate", command: "npm run generate",
      // Each time into a folder that isn't there yet, so that everything is written.
      run: async () => figures(await costOf(process.execPath, ["scripts/start.mjs", "--out", join(folder, `package-${performance.now()}`), "--quiet"], repository)),
    },
    {
      name: "openapi-typescript", command: "openapi-typescript generated/openapi.json",
      run: async () => figures(await costOf(process.execPath, [join(repository, "node_modules/openapi-typescript/bin/cli.js"), "generated/openapi.json", "--output", join(folder, "wire.ts")], repository)),
    },
    java,
    { name: "bundle", command: "esbuild, one operation", once: true, run: () => bundle(oneOperation, ownSources) },
    { name: "bundle of the SDK", command: "esbuild, one command", once: true, run: () => bundle(oneCommand) },
  ];
  return {
    present: all.filter((one): one is Subject => "run" in one),
    absent: all.filter((one): one is Absent => "absent" in one),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The package as it lies here, without a build. */
const ownSources = { "@countersign/marketplace-metering": "./generated/src/index.ts", "#platform": "./generated/src/runtime/platform/web.ts" };

async function bundle(program: string, addresses: Readonly<Record<string, string>> = {}): Promise<Figures> {
  const { bytes, gzip } = await bundleSize(program, repository, addresses);
  return { bytes, gzip };
}

/** openapi-generator renders our templates from our prepared document, as its own command does; our engine adds flags that make it lighter. */
async function javaEngine(folder: string): Promise<Subject | Absent> {
  const name = "openapi-generator";
  const java = await findJava();
  if (java.kind === "absent") return { name, absent: java.problem.message };
  const jar = await findJar(java.command);
  if (jar.kind === "absent") return { name, absent: jar.problem.message };
  const document = loadChecked(await readSpec("spec/metering-marketplace.yaml", { overlays: ["spec/metering-marketplace.overlay.yaml"] }), {});
  const presented = present(prepareChecked(document).spec, { name: "bench", version: "1.0.0", license: "MIT", source: "Generated for a benchmark." });
  const workspace = join(folder, "java");
  mkdirSync(workspace);
  const { configuration } = layOut(workspace, { presented, templates: readTemplates(ownTemplates) });
  const out = join(workspace, "out");
  return {
    name, command: "openapi-generator generate (rendering alone)",
    run: async () => {
      rmSync(out, { recursive: true, force: true });
      const cost = await costOf(java.command, ["-jar", jar.file, "generate", "--config", configuration], repository);
      if (!existsSync(out)) throw new Error("openapi-generator has rendered nothing.");
      return figures(cost);
    },
  };
}
