// A folder that was made ready under a name of its own → the place where everybody looks for it.

import { renameSync, rmSync } from "node:fs";

/** Moves a folder; where another run has put one meanwhile, which is as good, that one stays. */
export function placeFolder(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOTEMPTY" && code !== "EEXIST") throw error;
    rmSync(from, { recursive: true, force: true });
  }
}
