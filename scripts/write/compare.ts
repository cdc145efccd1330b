// Compares what was generated with what lies in the folder.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Files } from "../render/engine.ts";
import { manifestName, manifestOf, manifestText, parseManifest, type Manifest } from "./manifest.ts";
import { statOf } from "./stat-of.ts";

export interface Comparison {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  /** What lies on the disk now, of the files that are ours. */
  readonly before: Files;
  /** The files together with their manifest. */
  readonly after: Files;
}

/** The state of an output folder. */
export type Folder =
  | { readonly kind: "absent" }
  | { readonly kind: "ours"; readonly manifest: Manifest }
  | { readonly kind: "empty" }
  /** It holds files and no manifest of ours, or isn't a folder. */
  | { readonly kind: "foreign" };

export function stateOf(folder: string): Folder {
  const found = statOf(folder);
  if (found === undefined) return { kind: "absent" };
  if (!found.isDirectory()) return { kind: "foreign" };
  const names = readdirSync(folder);
  if (names.length === 0) return { kind: "empty" };
  const manifest = names.includes(manifestName) ? parseManifest(readFileSync(join(folder, manifestName), "utf8")) : undefined;
  return manifest === undefined ? { kind: "foreign" } : { kind: "ours", manifest };
}

export function compare(folder: string, files: Files): Comparison {
  const after: Files = { ...files, [manifestName]: manifestText(manifestOf(files)) };
  const state = stateOf(folder);
  const known = new Set([...Object.keys(after), ...(state.kind === "ours" ? Object.keys(state.manifest.files) : [])]);
  const before: Record<string, string> = {};
  for (const name of known) {
    const path = join(folder, name);
    if (state.kind === "ours" && statOf(path)?.isFile() === true) before[name] = readFileSync(path, "utf8");
  }
  const names = Object.keys(after).sort();
  return {
    added: names.filter((name) => before[name] === undefined),
    changed: names.filter((name) => before[name] !== undefined && before[name] !== after[name]),
    removed: Object.keys(before).filter((name) => after[name] === undefined).sort(),
    unchanged: names.filter((name) => before[name] === after[name]).length,
    before,
    after,
  };
}

export function isSame(comparison: Comparison): boolean {
  return comparison.added.length + comparison.changed.length + comparison.removed.length === 0;
}
