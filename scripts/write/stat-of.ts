// What lies at a path, without following links.

import { lstatSync, type Stats } from "node:fs";

/** Nothing when there is nothing, also where a part of the path is a file. */
export function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return undefined;
    throw error;
  }
}
