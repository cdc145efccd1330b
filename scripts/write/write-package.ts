// Writes a package: the new folder is made beside the old one and takes its place as one step, so that whoever looks sees the
// old package or the new one and never a mixture.

import { lstatSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, rmdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Problem } from "../problems/problem.ts";
import { Stop } from "../problems/stop.ts";
import type { Files } from "../render/engine.ts";
import { compare, isSame, stateOf, type Comparison } from "./compare.ts";
import { isInside } from "./manifest.ts";

/** Replaces the package in `folder`. Nothing is touched when nothing has changed. Files that aren't ours stay where they are. */
export function writePackage(folder: string, files: Files): Comparison {
  const target = resolve(folder);
  recover(target);
  refuseForeign(folder, target);
  const comparison = compare(target, files);
  if (isSame(comparison)) return comparison;
  for (const name of Object.keys(comparison.after)) if (!isInside(name)) throw new Error(`${JSON.stringify(name)} would be written outside of ${folder}.`);
  try {
    replace(target, comparison);
  } catch (error) {
    throw new Stop([unwritable(folder, error)]);
  }
  return comparison;
}

function replace(target: string, comparison: Comparison): void {
  mkdirSync(dirname(target), { recursive: true });
  const made = mkdtempSync(`${siblingPrefix(target)}new-`);
  try {
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
  const old = `${siblingPrefix(target)}old`;
  const existed = lstatSync(target, { throwIfNoEntry: false }) !== undefined;
  if (existed) renameSync(target, old);
  try {
    renameSync(made, target);
  } catch (error) {
    if (existed) renameSync(old, target);
    throw error;
  }
  if (existed) bringBack(old, target, "", ours);
  rmSync(old, { recursive: true, force: true });
}

/** Moves what isn't ours (`node_modules`, `dist`, a note) from the old folder into the new one. */
function bringBack(old: string, target: string, below: string, ours: ReadonlySet<string>): void {
  for (const entry of readdirSync(join(old, below), { withFileTypes: true })) {
    const name = below === "" ? entry.name : `${below}/${entry.name}`;
    const there = lstatSync(join(target, name), { throwIfNoEntry: false });
    if (entry.isDirectory() && there?.isDirectory() === true) bringBack(old, target, name, ours);
    else if (!ours.has(name) && there === undefined && !onlyOurs(old, name, ours)) {
      mkdirSync(dirname(join(target, name)), { recursive: true });
      renameSync(join(old, name), join(target, name));
    }
  }
}

/** A folder that holds nothing but files of ours goes with them. */
function onlyOurs(old: string, name: string, ours: ReadonlySet<string>): boolean {
  const path = join(old, name);
  if (lstatSync(path).isDirectory()) {
    const entries = readdirSync(path);
    return entries.length > 0 && entries.every((entry) => onlyOurs(old, `${name}/${entry}`, ours));
  }
  return ours.has(name);
}

/** A run that was killed between the two renames left the old folder under its other name: it is put back, or what is left of it cleared away. */
function recover(target: string): void {
  const old = `${siblingPrefix(target)}old`;
  const parent = dirname(target);
  if (lstatSync(parent, { throwIfNoEntry: false }) === undefined) return;
  if (lstatSync(old, { throwIfNoEntry: false })?.isDirectory() === true) {
    const state = stateOf(target);
    if (state.kind === "absent") renameSync(old, target);
    else if (state.kind === "ours") {
      const before = stateOf(old);
      bringBack(old, target, "", new Set([...Object.keys(state.manifest.files), ...(before.kind === "ours" ? Object.keys(before.manifest.files) : [])]));
      rmSync(old, { recursive: true, force: true });
    }
  }
  for (const name of readdirSync(parent)) {
    if (name.startsWith(`${basename(siblingPrefix(target))}new-`)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function siblingPrefix(target: string): string {
  return join(dirname(target), `.${basename(target)}.countersign-`);
}

function refuseForeign(folder: string, target: string): void {
  const state = stateOf(target);
  if (state.kind === "empty") rmdirSync(target);
  if (state.kind !== "foreign") return;
  throw new Stop([{
    severity: "error",
    code: "output-not-ours",
    message: `\`${folder}\` exists and wasn't written by Countersign, so it isn't replaced.`,
    fix: "Choose another folder with --out, or empty this one.",
  }]);
}

function unwritable(folder: string, error: unknown): Problem {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  const reasons: Readonly<Record<string, string>> = {
    EACCES: "there is no permission to write there", EPERM: "there is no permission to write there", EROFS: "the file system is read-only",
    ENOSPC: "the disk is full", ENOTDIR: "a part of the path is a file",
  };
  return {
    severity: "error",
    code: "output-unwritable",
    message: `\`${folder}\` can't be written: ${reasons[code] ?? (error instanceof Error ? error.message : String(error))}. It is as it was.`,
    fix: "Allow writing to the folder that contains it, or choose another one with --out.",
  };
}
