// The second engine: openapi-generator renders the same templates from the same presented document, in a process of its own.

import { join } from "node:path";
import { Stop } from "../../problems/stop.ts";
import type { Engine, Files } from "../engine.ts";
import { explainFailure } from "./explain-failure.ts";
import { findJar } from "./find-jar.ts";
import { findJava } from "./find-java.ts";
import { runProcess } from "./process.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";
import { layOut, type Job } from "./workspace.ts";

export const openApiGeneratorEngine: Engine = {
  name: "openapi-generator",
  async render(presented, templates) {
    const [files] = await renderBatch([{ presented, templates }]);
    if (files === undefined) throw new Error("A batch of one document has one result.");
    return files;
  },
};

/** The JVM is told whatever it would otherwise take from the machine: encoding, line ends, language. It lives for a second or two, so it compiles lightly. */
const jvm = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", "-Dline.separator=\n", "-Duser.language=en", "-Duser.country=US", "-Djava.awt.headless=true"];

/** Renders several documents in one JVM, whose start is most of the time. */
export async function renderBatch(jobs: readonly Job[]): Promise<readonly Files[]> {
  if (jobs.length === 0) return [];
  const java = await findJava();
  if (java.kind === "absent") throw new Stop([java.problem]);
  const jar = await findJar(java.command);
  if (jar.kind === "absent") throw new Stop([jar.problem]);
  return inTemporaryFolder(async (folder) => {
    const workspaces = jobs.map((job, index) => layOut(join(folder, String(index)), job));
    const { status, stdout, stderr } = await runProcess(java.command, [...jvm, "-jar", jar.file, "batch", "--root-dir", folder, ...workspaces.map(({ configuration }) => configuration)]);
    return workspaces.map((workspace) => {
      const files = status === 0 ? workspace.result() : undefined;
      // The same names stand for the same templates in every workspace that has them, and the engine doesn't say whose it is.
      if (files === undefined) throw new Stop([explainFailure(`${stderr}\n${stdout}`, (name) => workspaces.map(({ pathOf }) => pathOf(name)).find((path) => path !== undefined))]);
      return files;
    });
  });
}
