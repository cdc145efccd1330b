// Runs, and again whenever a file changes that a run reads.

import { existsSync, watch } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { ownTemplates } from "../render/read-templates.ts";
import type { Job } from "./jobs.ts";

/** Never comes back; the user ends it. */
export async function watchAndRun(jobs: readonly Job[], run: () => Promise<unknown>): Promise<never> {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const runNext = () => (running = running.then(run));
  const again = () => {
    // Editors write a file in several steps; one run for all of them.
    clearTimeout(timer);
    timer = setTimeout(runNext, 100);
  };
  const services = jobs.map(({ service }) => service);
  for (const folder of new Set([ownTemplates, ...services.flatMap(({ templates }) => templates ?? [])])) watch(folder, { recursive: true }, again);
  // Editors replace a file by a new one, so its folder is watched and not the file itself.
  const files = new Set(services.flatMap(({ document, overlays }) => [document, ...(overlays ?? [])]).filter((file) => existsSync(file)).map((file) => resolve(file)));
  for (const folder of new Set([...files].map((file) => dirname(file)))) {
    watch(folder, (_event, name) => {
      if ([...files].some((file) => dirname(file) === folder && basename(file) === name)) again();
    });
  }
  // What changes during the first run is seen, too.
  void runNext();
  return new Promise<never>(() => {});
}
