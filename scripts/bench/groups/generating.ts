// What generating a package costs, against other generators on the same document.

import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { loadChecked, prepareChecked } from "../../generate.ts";
import { readSpec } from "../../load/read-spec.ts";
import { findJar } from "../../render/openapi-generator/find-jar.ts";
import { findJava } from "../../render/openapi-generator/find-java.ts";
import { layOut } from "../../render/openapi-generator/workspace.ts";
import { present } from "../../render/present/present.ts";
import { ownTemplates, readTemplates } from "../../render/read-templates.ts";
import type { Absent, Figures, Group, Subject } from "../group.ts";
import { costOf, type Cost } from "../measure.ts";
import { repository } from "../workshop.ts";

export const generating: Group = {
  name: "generating",
  title: "Generating",
  rows: [
    { what: "`npm run generate`, on the clock", figure: ["generate", "wall"], unit: "s", limit: 2 },
    { what: "`npm run generate`, CPU, against the `openapi-typescript` command alone on the same document", figure: ["generate", "cpu"], against: ["openapi-typescript", "cpu"], unit: "s", limit: 2.2 },
    { what: "`npm run generate`, CPU, against openapi-generator's rendering alone of the same templates", figure: ["generate", "cpu"], against: ["openapi-generator", "cpu"], unit: "s", limit: 0.6 },
  ],
  subjects: async ({ folder }) => [
    {
      name: "generate",
      // Each time into a folder that isn't there yet, so that everything is written.
      run: async () => figures(await costOf(process.execPath, ["scripts/start.mjs", "--out", join(folder, `package-${performance.now()}`), "--quiet"], repository)),
    },
    {
      name: "openapi-typescript",
      run: async () => figures(await costOf(process.execPath, [join(repository, "node_modules/openapi-typescript/bin/cli.js"), "generated/openapi.json", "--output", join(folder, "wire.ts")], repository)),
    },
    await javaEngine(folder),
  ],
};

const figures = ({ wall, cpu }: Cost): Figures => ({ wall, cpu });

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
  mkdirSync(workspace, { recursive: true });
  const { configuration } = layOut(workspace, { presented, templates: readTemplates(ownTemplates) });
  const out = join(workspace, "out");
  return {
    name,
    run: async () => {
      rmSync(out, { recursive: true, force: true });
      const cost = await costOf(java.command, ["-jar", jar.file, "generate", "--config", configuration], repository);
      if (!existsSync(out)) throw new Error("openapi-generator has rendered nothing.");
      return figures(cost);
    },
  };
}
