// Folders for tests: made anew, looked at as a whole, and gone afterwards.

import { createHash } from "node:crypto";
import { lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A new folder that holds these files. It goes when the test is over. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "countersign-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  putInto(folder, files);
  return folder;
}

export function putInto(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** Everything below a folder: a hash for each file, `/` for an empty folder, `→ target` for a link. */
export function stateOf(folder: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const visit = (path: string, name: string): void => {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isSymbolicLink()) found[name] = `→ ${readlinkSync(path)}`;
    else if (stat.isDirectory()) {
      const entries = readdirSync(path);
      if (entries.length === 0) found[`${name}/`] = "/";
      for (const entry of entries) visit(join(path, entry), name === "" ? entry : `${name}/${entry}`);
    } else found[name] = createHash("sha256").update(readFileSync(path)).digest("hex").slice(0, 16);
  };
  visit(folder, "");
  return Object.fromEntries(Object.entries(found).sort(([left], [right]) => (left < right ? -1 : 1)));
}

export function filesIn(folder: string): readonly string[] {
  return Object.keys(stateOf(folder));
}
