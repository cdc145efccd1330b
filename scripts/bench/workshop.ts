// What groups share while a benchmark runs: a folder, the package as npm would install it, and programs built against that.

import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installPackage, type InstalledPackage } from "../../test/platforms/package.ts";

export const repository: string = fileURLToPath(new URL("../..", import.meta.url));

/** Where programs are kept that npm fetched. */
export const runtimes: string = join(repository, ".cache", "platforms");

export interface Workshop {
  /** For whatever a group likes to write. It lies in the repository, so that what is installed here is found from there. */
  readonly folder: string;
  /** `generated/`, built, packed and unpacked, once for all groups. */
  readonly installed: () => InstalledPackage;
  readonly close: () => void;
}

export function openWorkshop(): Workshop {
  const folder = join(repository, ".cache", `bench-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  let installed: InstalledPackage | undefined;
  return {
    folder,
    installed: () => (installed ??= installPackage(join(folder, "package"))),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
