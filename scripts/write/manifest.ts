// The list of what a package holds. It lies in the package's folder and tells our files from everybody else's.

import { createHash } from "node:crypto";
import type { Files } from "../render/engine.ts";

/** Name of the manifest in the package's folder. */
export const manifestName = ".countersign.json";

export interface Manifest {
  /** SHA-256 of each file, in hexadecimal. */
  readonly files: Readonly<Record<string, string>>;
}

export function manifestOf(files: Files): Manifest {
  const names = Object.keys(files).sort();
  return { files: Object.fromEntries(names.map((name) => [name, createHash("sha256").update(files[name] ?? "").digest("hex")])) };
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify({ about: "Written by Countersign with the files that it lists. Don't edit: run npm run generate.", ...manifest }, null, 2)}\n`;
}

/** Reads a manifest; nothing when the text isn't one. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("files" in value) || typeof value.files !== "object" || value.files === null) return undefined;
    const entries = Object.entries(value.files).filter((entry): entry is [string, string] => typeof entry[1] === "string" && isInside(entry[0]));
    return { files: Object.fromEntries(entries) };
  } catch {
    return undefined;
  }
}

/** Whether a file name stays inside the folder on every system. */
export function isInside(name: string): boolean {
  const parts = name.split("/");
  return name !== "" && !/[\\:\0]/.test(name) && parts.every((part) => part !== "" && part !== "." && part !== "..");
}
