import { readFileSync } from "node:fs";
import type * as Fs from "node:fs";
import { beforeEach, describe, expect, it, vi } from "vitest";

import { manifestOf, parseManifest } from "../../scripts/write/manifest.ts";
import { Stop } from "../../scripts/problems/stop.ts";
import { writePackage } from "../../scripts/write/write-package.ts";
import { folderWith, putInto, stateOf } from "../folders.ts";

/** Counts down the changes of the disk that still succeed; the next one finds it full, having written half. */
const disk = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY }));

vi.mock("node:fs", async (original) => {
  const fs = await original<typeof Fs>();
  const full = (call: string): Error => Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC", syscall: call });
  const isFull = (): boolean => {
    disk.left -= 1;
    return disk.left < 0;
  };
  return {
    ...fs,
    writeFileSync: (path: string, text: string) => {
      const failing = isFull();
      fs.writeFileSync(path, failing ? text.slice(0, text.length / 2) : text);
      if (failing) throw full("write");
    },
    mkdirSync: (path: string, options?: Fs.MakeDirectoryOptions) => {
      if (isFull()) throw full("mkdir");
      return fs.mkdirSync(path, options);
    },
    renameSync: (from: string, to: string) => {
      // To give a folder another name needs no room; once, it fails all the same.
      isFull();
      if (disk.left === -1) throw full("rename");
      fs.renameSync(from, to);
    },
  };
});

const before = { "src/a.ts": "a, before\n", "src/gone.ts": "gone\n" };
const after = { "src/a.ts": "a, after\n", "src/b/c.ts": "c\n", "README.md": "new\n" };
const foreign = { "dist/a.js": "mine\n", "src/notes.md": "mine, too\n" };

function withPackage(): string {
  disk.left = Number.POSITIVE_INFINITY;
  const parent = folderWith();
  writePackage(`${parent}/client`, before);
  putInto(`${parent}/client`, foreign);
  disk.left = Number.POSITIVE_INFINITY;
  return parent;
}

describe("when the disk is full", () => {
  beforeEach(() => {
    disk.left = Number.POSITIVE_INFINITY;
  });

  it("at any moment, the folder holds the old package or the new one, and nobody's file is lost", () => {
    let index = 0;
    for (let isDone = false; !isDone; index += 1) {
      const parent = withPackage();
      const wholeBefore = stateOf(parent);
      disk.left = index;
      try {
        writePackage(`${parent}/client`, after);
        isDone = true;
      } catch (error) {
        expect(error).toBeInstanceOf(Stop);
      }
      disk.left = Number.POSITIVE_INFINITY;
      const found = stateOf(parent);
      const isNew = parseManifest(readFileSync(`${parent}/client/.countersign.json`, "utf8"))?.files["README.md"] !== undefined;
      if (!isNew) expect(found, `change ${index}`).toEqual(wholeBefore);
      // Where the new package was in place already, what is left of the old one goes with the next run.
      writePackage(`${parent}/client`, after);
      const names = [".countersign.json", ...Object.keys(after), ...Object.keys(foreign)].map((name) => `client/${name}`);
      expect(Object.keys(stateOf(parent)).sort(), `change ${index}`).toEqual(names.sort());
    }
    // A folder and a file at a time, two renames, and what isn't ours: each has failed once.
    expect(index).toBeGreaterThan(10);
  });

  it("says so, and that nothing has changed", () => {
    const parent = withPackage();
    const wholeBefore = stateOf(parent);
    disk.left = 3;
    expect(() => writePackage(`${parent}/client`, after)).toThrow(`output-unwritable: \`${parent}/client\` can't be written: the disk is full. It is as it was.`);
    expect(stateOf(parent)).toEqual(wholeBefore);
  });

  it("leaves nothing where there was nothing", () => {
    const parent = folderWith();
    disk.left = 3;
    expect(() => writePackage(`${parent}/client`, after)).toThrow(Stop);
    expect(stateOf(parent)).toEqual({ "/": "/" });
    disk.left = Number.POSITIVE_INFINITY;
    writePackage(`${parent}/client`, after);
    expect(parseManifest(JSON.stringify(manifestOf(after)))).toEqual(manifestOf(after));
  });
});
