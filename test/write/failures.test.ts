// What a package's folder is like when the disk doesn't do what it should.

import * as fs from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Stop } from "../../scripts/problems/stop.ts";
import { manifestName } from "../../scripts/write/manifest.ts";
import { writePackage } from "../../scripts/write/write-package.ts";
import { filesIn, folderWith, putInto, stateOf } from "../folders.ts";

type Call = "mkdirSync" | "renameSync" | "rmSync" | "writeFileSync";
/** Sees each call first, and may fail it. */
let before: (call: Call, path: string, to?: unknown) => void = () => {};

vi.mock("node:fs", async (original) => {
  const real = await original<typeof fs>();
  const guarded = (call: Call) => (...args: readonly unknown[]) => (before(call, String(args[0]), args[1]), (real[call] as Function)(...args));
  return { ...real, mkdirSync: guarded("mkdirSync"), renameSync: guarded("renameSync"), rmSync: guarded("rmSync"), writeFileSync: guarded("writeFileSync") };
});

afterEach(() => {
  before = () => {};
});

const failure = (code: string, message = "the disk says no") => Object.assign(new Error(message), { code, syscall: "write" });

function problemOf(write: () => unknown) {
  try {
    write();
  } catch (error) {
    if (error instanceof Stop) return error.problems[0];
    throw error;
  }
  return undefined;
}

/** Fails a call of this kind whose path or second argument holds the text. */
function fails(kind: Call, part: string, error: unknown = failure("ENOSPC")): void {
  before = (call, path, to) => {
    if (call === kind && (path.includes(part) || String(to).includes(part))) throw error;
  };
}

describe("a failure", () => {
  it.each([
    ["EACCES", "there is no permission to write there"],
    ["EPERM", "there is no permission to write there"],
    ["EROFS", "the file system is read-only"],
    ["ENOSPC", "the disk is full"],
    ["ENOTDIR", "a part of the path is a file"],
    ["EEXIST", "a part of the path is a file"],
    ["EBUSY", "it is in use, or something is mounted there"],
    ["EIO", "the disk says no"],
  ])("%s is told in words", (code, words) => {
    const folder = folderWith();
    fails("writeFileSync", "src/index.ts", failure(code));
    expect(problemOf(() => writePackage(`${folder}/client`, { "src/index.ts": "1" }))).toEqual({
      severity: "error",
      code: "output-unwritable",
      message: `\`${folder}/client\` can't be written: ${words}. It is as it was.`,
      fix: "Allow writing to the folder that contains it, or choose another one with --out.",
    });
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it("without a code, or that isn't an error, is told as it is", () => {
    const folder = folderWith();
    fails("writeFileSync", "a.ts", { syscall: "write", toString: () => "something odd" });
    expect(problemOf(() => writePackage(`${folder}/client`, { "a.ts": "1" }))?.message).toContain("can't be written: something odd.");
  });

  it.each([["an error of our own", new Error("ours")], ["a text", "ours"], ["nothing", null]])("that isn't the disk's stays what it is: %s", (_, error) => {
    const folder = folderWith();
    fails("writeFileSync", "a.ts", error);
    let thrown: unknown = "nothing thrown";
    try {
      writePackage(`${folder}/client`, { "a.ts": "1" });
    } catch (caught) {
      thrown = caught;
    }
    expect(thrown).toBe(error);
  });

  it.each([
    ["while a file is written", "writeFileSync", "countersign-new"],
    ["while the old folder is moved away", "renameSync", "countersign-old"],
    ["while a folder is made", "mkdirSync", "countersign-new"],
  ] as const)("%s leaves the old package whole, with what isn't ours", (_, call, part) => {
    const folder = folderWith();
    writePackage(`${folder}/client`, { "a.ts": "1", "src/b.ts": "2" });
    putInto(`${folder}/client`, { "dist/mine.js": "mine" });
    const state = stateOf(folder);
    fails(call, part);
    expect(problemOf(() => writePackage(`${folder}/client`, { "a.ts": "3" }))?.code).toBe("output-unwritable");
    before = () => {};
    expect(stateOf(folder)).toEqual(state);
  });

  it("while the new folder takes its place puts the old one back", () => {
    const folder = folderWith();
    writePackage(`${folder}/client`, { "a.ts": "1" });
    const state = stateOf(folder);
    before = (call, path) => {
      if (call === "renameSync" && path.includes("countersign-new")) throw failure("EBUSY");
    };
    expect(problemOf(() => writePackage(`${folder}/client`, { "a.ts": "2" }))?.message).toContain("it is in use");
    before = () => {};
    expect(stateOf(folder)).toEqual(state);
  });

  it("of the first package leaves nothing, and puts nothing back that wasn't there", () => {
    const folder = folderWith();
    const renamed: string[] = [];
    before = (call, path) => {
      if (call !== "renameSync") return;
      renamed.push(path);
      throw failure("EBUSY");
    };
    expect(problemOf(() => writePackage(`${folder}/client`, { "a.ts": "1" }))?.code).toBe("output-unwritable");
    expect(renamed).toEqual([`${folder}/.client.countersign-new-${process.pid}`]);
    expect(fs.readdirSync(folder)).toEqual([]);
  });
});

describe("what a run leaves beside a package while it works", () => {
  it("has names that tell whose it is, and goes away", () => {
    const folder = folderWith();
    writePackage(`${folder}/client`, { "a.ts": "1" });
    const moved: string[] = [];
    before = (call, path, to) => {
      if (call === "renameSync") moved.push(`${path.replace(folder, "")} → ${String(to).replace(folder, "")}`);
    };
    writePackage(`${folder}/client`, { "a.ts": "2" });
    const pid = String(process.pid);
    expect(moved.map((step) => step.replaceAll(pid, "PID"))).toEqual(["/client → /.client.countersign-old", "/.client.countersign-new-PID → /client", "/.client.countersign-old → /.client.countersign-gone-PID"]);
    expect(fs.readdirSync(folder)).toEqual(["client"]);
  });

  it("of an earlier run with the same number is made anew", () => {
    const folder = folderWith({ [`.client.countersign-new-${process.pid}/stale.ts`]: "x", [`.client.countersign-gone-${process.pid}/stale.ts`]: "x" });
    writePackage(`${folder}/client`, { "a.ts": "1" });
    expect(filesIn(folder)).toEqual([`client/${manifestName}`, "client/a.ts"]);
  });

  it("is told from what only looks like it", () => {
    const odd = [".client.countersign-new-1x", ".client.countersign-renew-4194303", ".client.countersign-new-", ".client.countersign-gone-0", ".client.countersign-x", "xclient.countersign-new-4194303", "new-4194303"];
    const folder = folderWith(Object.fromEntries(odd.map((name) => [`${name}/mine`, "x"])));
    writePackage(`${folder}/client`, { "a.ts": "1" });
    expect(fs.readdirSync(folder).sort()).toEqual([...odd, "client"].sort());
  });

  it("stays when it may be that of a process of another user", () => {
    const kill = vi.spyOn(process, "kill").mockImplementation(() => {
      throw Object.assign(new Error("not yours"), { code: "EPERM" });
    });
    const name = ".client.countersign-new-4194303";
    const folder = folderWith({ [`${name}/a`]: "x" });
    try {
      writePackage(`${folder}/client`, { "a.ts": "1" });
      expect(fs.readdirSync(folder).sort()).toEqual([name, "client"].sort());
      kill.mockImplementation(() => {
        throw Object.assign(new Error("none"), { code: "ESRCH" });
      });
      writePackage(`${folder}/client`, { "a.ts": "2" });
      expect(fs.readdirSync(folder)).toEqual(["client"]);
    } finally {
      kill.mockRestore();
    }
  });
});

describe("folders where we want a file", () => {
  it("give way when all in them is ours, and stay when anything isn't, or when they are empty", () => {
    const out = `${folderWith()}/client`;
    writePackage(out, { "a/b/c.ts": "1", "a/d.ts": "1" });
    writePackage(out, { a: "now a file" });
    expect(filesIn(out)).toEqual([manifestName, "a"]);
    writePackage(out, { "a/b/c.ts": "1", "a/d.ts": "1" });
    putInto(out, { "a/b/mine": "x" });
    expect(problemOf(() => writePackage(out, { a: "a file again" }))).toEqual({
      severity: "error",
      code: "output-not-ours",
      message: `\`${out}/a\` exists and wasn't written by Countersign, so it isn't replaced.`,
      fix: "Choose another folder with --out, or move this file away.",
    });
    fs.mkdirSync(`${out}/empty`);
    expect(problemOf(() => writePackage(out, { "a/b/c.ts": "1", empty: "x" }))?.message).toContain("/empty` exists");
  });

  it("hold up files deep below them, by the first part that is in the way", () => {
    const out = `${folderWith()}/client`;
    writePackage(out, { "a.ts": "1" });
    putInto(out, { "x/y": "a file" });
    expect(problemOf(() => writePackage(out, { "a.ts": "1", "x/y/z/w.ts": "2" }))?.message).toBe(`\`${out}/x/y\` exists and wasn't written by Countersign, so it isn't replaced.`);
  });
});

it("a folder that isn't ours is refused with a way out", () => {
  const out = folderWith({ "thesis.txt": "x" });
  expect(problemOf(() => writePackage(out, { "a.ts": "1" }))).toMatchObject({ severity: "error", fix: "Choose another folder with --out, or empty this one." });
});

it("an old folder that somebody put in our place is left alone", () => {
  const folder = folderWith({ ".client.countersign-old/thesis.txt": "x", "client/thesis.txt": "y" });
  expect(problemOf(() => writePackage(`${folder}/client`, { "a.ts": "1" }))?.code).toBe("output-not-ours");
  expect(filesIn(folder)).toEqual([".client.countersign-old/thesis.txt", "client/thesis.txt"]);
});
