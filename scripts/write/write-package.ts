// Writes a package: the new folder is made beside the old one and takes its place as one step, so that whoever looks sees the
// old package or the new one and never a mixture.

import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, rmdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Problem } from "../problems/problem.ts";
import { Stop } from "../problems/stop.ts";
import type { Files } from "../render/engine.ts";
import { compare, isSame, stateOf, type Comparison, type Folder } from "./compare.ts";
import { isInside, manifestName } from "./manifest.ts";
import { statOf } from "./stat-of.ts";

/** Replaces the package in `folder`. Nothing is touched when nothing has changed. Files that aren't ours stay where they are. */
export function writePackage(folder: string, files: Files): Comparison {
  const target = resolve(folder);
  try {
    recover(target);
    const state = stateOf(target);
    if (state.kind === "foreign") throw new Stop([notOurs(folder, "empty this one")]);
    const comparison = compare(target, files);
    if (isSame(comparison)) return comparison;
    for (const name of Object.keys(comparison.after)) if (!isInside(name)) throw new Error(`${JSON.stringify(name)} would be written outside of ${folder}.`);
    const inTheWay = foreignInTheWay(target, state, comparison.after);
    if (inTheWay.length > 0) throw new Stop(inTheWay.map((name) => notOurs(`${folder}/${name}`, "move this file away")));
    replace(target, comparison);
    return comparison;
  } catch (error) {
    if (typeof error === "object" && error !== null && "syscall" in error) throw new Stop([unwritable(folder, error)]);
    throw error;
  }
}

/** Files of somebody else that lie where ours would go. */
function foreignInTheWay(target: string, state: Folder, after: Files): readonly string[] {
  if (state.kind !== "ours") return [];
  const ours = state.manifest.files;
  const found = new Set<string>();
  for (const [name, text] of Object.entries(after)) {
    const there = statOf(join(target, name));
    if (name === manifestName || (Object.hasOwn(ours, name) && there?.isDirectory() !== true)) continue;
    const parts = name.split("/");
    const blocked = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join("/")).find((above) => !Object.hasOwn(ours, above) && statOf(join(target, above))?.isDirectory() === false);
    if (blocked !== undefined) found.add(blocked);
    else if (there?.isDirectory() === true ? !onlyOurs(target, name, new Set(Object.keys(ours))) : there !== undefined && !(there.isFile() && readFileSync(join(target, name), "utf8") === text)) found.add(name);
  }
  return [...found].sort();
}

function replace(target: string, comparison: Comparison): void {
  mkdirSync(dirname(target), { recursive: true });
  const made = siblingOf(target, `new-${process.pid}`);
  try {
    rmSync(made, { recursive: true, force: true });
    mkdirSync(made);
    for (const [name, text] of Object.entries(comparison.after)) {
      mkdirSync(dirname(join(made, name)), { recursive: true });
      writeFileSync(join(made, name), text);
    }
    swap(target, made, new Set([...Object.keys(comparison.before), ...Object.keys(comparison.after)]));
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

function swap(target: string, made: string, ours: ReadonlySet<string>): void {
  const old = siblingOf(target, "old");
  const existed = statOf(target) !== undefined;
  if (existed) renameSync(target, old);
  try {
    renameSync(made, target);
  } catch (error) {
    if (existed) renameSync(old, target);
    throw error;
  }
  if (!existed) return;
  bringBack(old, target, "", ours);
  discard(target, old);
}

/** Under its last name the old folder holds nothing that anybody wants: a run that is killed while it is deleted leaves only waste. */
function discard(target: string, old: string): void {
  const gone = siblingOf(target, `gone-${process.pid}`);
  renameSync(old, gone);
  rmSync(gone, { recursive: true, force: true });
}

/** Moves what isn't ours (`node_modules`, `dist`, a note) from the old folder into the new one. A folder that held only ours goes. */
function bringBack(old: string, target: string, below: string, ours: ReadonlySet<string>): void {
  for (const entry of readdirSync(join(old, below), { withFileTypes: true })) {
    const name = below === "" ? entry.name : `${below}/${entry.name}`;
    const there = statOf(join(target, name));
    const isMixed = entry.isDirectory() && (there?.isDirectory() === true || [...ours].some((file) => file.startsWith(`${name}/`)));
    if (isMixed) bringBack(old, target, name, ours);
    else if (!ours.has(name) && there === undefined) {
      mkdirSync(dirname(join(target, name)), { recursive: true });
      renameSync(join(old, name), join(target, name));
    }
  }
}

/** Whether nobody would miss it. */
function onlyOurs(folder: string, name: string, ours: ReadonlySet<string>): boolean {
  const path = join(folder, name);
  if (statOf(path)?.isDirectory() !== true) return ours.has(name);
  const entries = readdirSync(path);
  return entries.length > 0 && entries.every((entry) => onlyOurs(folder, `${name}/${entry}`, ours));
}

/** A run that was killed between the two renames left the old folder under its other name: it is put back, or what is left of it cleared away. */
function recover(target: string): void {
  const parent = dirname(target);
  if (statOf(parent)?.isDirectory() !== true) return;
  const old = siblingOf(target, "old");
  if (statOf(old)?.isDirectory() === true) {
    const state = stateOf(target);
    if (state.kind === "empty") rmdirSync(target);
    if (state.kind === "absent" || state.kind === "empty") renameSync(old, target);
    else if (state.kind === "ours") {
      const before = stateOf(old);
      bringBack(old, target, "", new Set([...Object.keys(state.manifest.files), ...(before.kind === "ours" ? Object.keys(before.manifest.files) : [])]));
      discard(target, old);
    }
  }
  const prefix = basename(siblingOf(target, ""));
  for (const name of readdirSync(parent).filter((sibling) => sibling.startsWith(prefix))) {
    const pid = Number(/^(?:new|gone)-(\d+)$/.exec(name.slice(prefix.length))?.[1]);
    // Another run may be at work right now.
    if (pid === process.pid || (pid > 0 && !isRunning(pid))) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** A folder beside the target, where a rename is one step: `.generated.countersign-old`. */
function siblingOf(target: string, suffix: string): string {
  return join(dirname(target), `.${basename(target)}.countersign-${suffix}`);
}

function notOurs(path: string, alternative: string): Problem {
  return {
    severity: "error", code: "output-not-ours",
    message: `\`${path}\` exists and wasn't written by Countersign, so it isn't replaced.`,
    fix: `Choose another folder with --out, or ${alternative}.`,
  };
}

function unwritable(folder: string, error: unknown): Problem {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  const reasons: Readonly<Record<string, string>> = {
    EACCES: "there is no permission to write there", EPERM: "there is no permission to write there", EROFS: "the file system is read-only",
    ENOSPC: "the disk is full", ENOTDIR: "a part of the path is a file", EEXIST: "a part of the path is a file",
    EBUSY: "it is in use, or something is mounted there",
  };
  return {
    severity: "error",
    code: "output-unwritable",
    message: `\`${folder}\` can't be written: ${reasons[code] ?? (error instanceof Error ? error.message : String(error))}. It is as it was.`,
    fix: "Allow writing to the folder that contains it, or choose another one with --out.",
  };
}
