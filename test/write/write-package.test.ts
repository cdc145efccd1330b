import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Stop } from "../../scripts/problems/stop.ts";
import { manifestName, manifestOf, manifestText } from "../../scripts/write/manifest.ts";
import { writePackage } from "../../scripts/write/write-package.ts";
import { filesIn, folderWith, putInto, stateOf } from "../folders.ts";

const first = { "package.json": "{}\n", "src/index.ts": "export {};\n", "src/old.ts": "export {};\n" };
const second = { "package.json": "{}\n", "src/index.ts": "export const a = 1;\n", "src/new/deep.ts": "export {};\n" };

function refusal(write: () => unknown): readonly string[] {
  try {
    write();
  } catch (error) {
    if (error instanceof Stop) return error.problems.map(({ code, message }) => `${code}: ${message}`);
    throw error;
  }
  return [];
}

describe("a package is written", () => {
  it("into a folder that doesn't exist yet, with those above it", () => {
    const out = `${folderWith()}/a/b/client`;
    const { added, changed, removed, unchanged } = writePackage(out, first);
    expect({ added, changed, removed, unchanged }).toEqual({ added: [manifestName, "package.json", "src/index.ts", "src/old.ts"], changed: [], removed: [], unchanged: 0 });
    expect(filesIn(out)).toEqual([manifestName, "package.json", "src/index.ts", "src/old.ts"]);
  });

  it("into an empty folder", () => {
    const out = folderWith();
    writePackage(out, first);
    expect(filesIn(out)).toContain("src/index.ts");
  });

  it("in the place of the one before: files are added, changed and removed, and folders that are left empty go", () => {
    const out = `${folderWith()}/client`;
    writePackage(out, { ...first, "docs/only.md": "x" });
    const { added, changed, removed, unchanged } = writePackage(out, second);
    expect({ added, changed, removed, unchanged }).toEqual({ added: ["src/new/deep.ts"], changed: [manifestName, "src/index.ts"], removed: ["docs/only.md", "src/old.ts"], unchanged: 1 });
    expect(filesIn(out)).toEqual([manifestName, "package.json", "src/index.ts", "src/new/deep.ts"]);
  });

  it("and nothing else is left beside it", () => {
    const folder = folderWith();
    writePackage(`${folder}/client`, first);
    writePackage(`${folder}/client`, second);
    expect(readdirSync(folder)).toEqual(["client"]);
  });

  it("not at all when it is there already", () => {
    const out = `${folderWith()}/client`;
    writePackage(out, first);
    const { ino, mtimeMs } = statSync(join(out, "package.json"));
    writePackage(out, first);
    expect(statSync(join(out, "package.json"))).toMatchObject({ ino, mtimeMs });
  });

  it("again over files of ours that somebody has edited or deleted", () => {
    const out = `${folderWith()}/client`;
    writePackage(out, first);
    putInto(out, { "src/index.ts": "edited" });
    renameSync(`${out}/src/old.ts`, `${out}/src/moved.ts`);
    expect(writePackage(out, first)).toMatchObject({ added: ["src/old.ts"], changed: ["src/index.ts"], removed: [] });
    expect(readFileSync(`${out}/src/index.ts`, "utf8")).toBe("export {};\n");
  });

  it("in a folder that others may read as the user's other folders", () => {
    const folder = folderWith();
    mkdirSync(`${folder}/plain`);
    writePackage(`${folder}/client`, first);
    expect(statSync(`${folder}/client`).mode).toBe(statSync(`${folder}/plain`).mode);
  });

  it("with names that aren't ASCII, and an empty file", () => {
    const out = `${folderWith()}/client`;
    const files = { "docs/größe 漢字.md": "ä\u{1F600}\n", empty: "" };
    writePackage(out, files);
    expect(readFileSync(`${out}/docs/größe 漢字.md`, "utf8")).toBe(files["docs/größe 漢字.md"]);
    expect(writePackage(out, files)).toMatchObject({ added: [], changed: [], removed: [] });
  });

  it("never outside of its folder", () => {
    const folder = folderWith();
    expect(() => writePackage(`${folder}/client`, { "../evil.ts": "x" })).toThrow("would be written outside of");
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("files that aren't ours", () => {
  it("stay, wherever they lie", () => {
    const out = `${folderWith()}/client`;
    writePackage(out, { ...first, "docs/gone.md": "x" });
    putInto(out, { "node_modules/a/index.js": "a", "dist/index.js": "b", ".npmrc": "c", "src/mine.ts": "d", "docs/notes/mine.md": "e" });
    mkdirSync(`${out}/empty/inner`, { recursive: true });
    symlinkSync("package.json", `${out}/link`);
    const mine = Object.entries(stateOf(out)).filter(([name]) => /node_modules|dist|npmrc|mine|empty|link/.test(name));
    expect(mine).toHaveLength(7);
    writePackage(out, second);
    expect(Object.entries(stateOf(out))).toEqual(expect.arrayContaining(mine));
    expect(filesIn(out)).not.toContain("docs/gone.md");
  });

  it("stay when the package has nothing left in their folder", () => {
    const out = `${folderWith()}/client`;
    writePackage(out, { a: "1", "deep/er/b": "2" });
    putInto(out, { "deep/er/mine": "3" });
    writePackage(out, { a: "1" });
    expect(filesIn(out)).toEqual([manifestName, "a", "deep/er/mine"]);
  });

  it("are never replaced by one of ours that is new", () => {
    const out = `${folderWith()}/client`;
    writePackage(out, first);
    putInto(out, { "README.md": "mine", "docs": "a file where we want a folder", "LICENSE/mine": "a folder where we want a file" });
    rmSync(`${out}/package.json`);
    putInto(out, { "package.json/mine": "a folder where one of ours was" });
    const before = stateOf(out);
    expect(refusal(() => writePackage(out, { ...first, "README.md": "ours", "docs/a.md": "ours", LICENSE: "ours" }))).toEqual(
      ["LICENSE", "README.md", "docs", "package.json"].map((name) => `output-not-ours: \`${out}/${name}\` exists and wasn't written by Countersign, so it isn't replaced.`),
    );
    expect(stateOf(out)).toEqual(before);
  });

  it("become ours when they say the same as one of ours that is new", () => {
    const out = `${folderWith()}/client`;
    writePackage(out, first);
    putInto(out, { LICENSE: "Apache" });
    writePackage(out, { ...first, LICENSE: "Apache" });
    expect(writePackage(out, first).removed).toEqual(["LICENSE"]);
  });

  it("keep a whole folder from being replaced that has no manifest of ours", () => {
    for (const files of [{ "thesis.txt": "x" }, { [manifestName]: "not ours" }, { [manifestName]: "[]" }, { [manifestName]: '{"files":1}' }]) {
      const out = folderWith(files as Record<string, string>);
      const before = stateOf(out);
      expect(refusal(() => writePackage(out, first))).toEqual([`output-not-ours: \`${out}\` exists and wasn't written by Countersign, so it isn't replaced.`]);
      expect(stateOf(out)).toEqual(before);
    }
  });

  it("keep a link from being followed", () => {
    const folder = folderWith({ "real/thesis.txt": "x" });
    symlinkSync("real", `${folder}/client`);
    const before = stateOf(folder);
    expect(refusal(() => writePackage(`${folder}/client`, first))).toHaveLength(1);
    expect(stateOf(folder)).toEqual(before);
  });

  it("aren't deleted when a manifest names files outside of the folder", () => {
    const folder = folderWith({ "precious.txt": "x", "client/a": "1" });
    writeFileSync(`${folder}/client/${manifestName}`, JSON.stringify({ files: { a: "…", "../precious.txt": "…", "/etc/hostname": "…" } }));
    writePackage(`${folder}/client`, { b: "2" });
    expect(filesIn(folder)).toEqual([`client/${manifestName}`, "client/b", "precious.txt"]);
  });
});

describe("a run that was killed", () => {
  const old = (folder: string): string => `${folder}/.client.countersign-old`;

  it("between the two renames: the old package is put back, with what isn't ours, and then replaced", () => {
    const folder = folderWith();
    writePackage(`${folder}/client`, first);
    putInto(`${folder}/client`, { "dist/mine.js": "x" });
    renameSync(`${folder}/client`, old(folder));
    putInto(folder, { [`.client.countersign-new-${deadPid()}/package.json`]: "half" });
    expect(writePackage(`${folder}/client`, second)).toMatchObject({ added: ["src/new/deep.ts"], removed: ["src/old.ts"] });
    expect(readdirSync(folder)).toEqual(["client"]);
    expect(filesIn(`${folder}/client`)).toEqual([manifestName, "dist/mine.js", "package.json", "src/index.ts", "src/new/deep.ts"]);
  });

  it("after the second: what isn't ours is brought over, and nothing of the old package comes back", () => {
    const folder = folderWith();
    writePackage(`${folder}/client`, first);
    putInto(`${folder}/client`, { "dist/mine.js": "x", "src/mine.ts": "y" });
    renameSync(`${folder}/client`, old(folder));
    putInto(`${folder}/client`, { ...second, [manifestName]: manifestText(manifestOf(second)) });
    expect(writePackage(`${folder}/client`, second)).toMatchObject({ added: [], changed: [], removed: [] });
    expect(filesIn(folder)).toEqual([`client/${manifestName}`, "client/dist/mine.js", "client/package.json", "client/src/index.ts", "client/src/mine.ts", "client/src/new/deep.ts"]);
  });

  it("while it deleted the old package: the rest is deleted", () => {
    const folder = folderWith();
    writePackage(`${folder}/client`, second);
    putInto(folder, { [`.client.countersign-gone-${deadPid()}/src/old.ts`]: "export {};\n" });
    writePackage(`${folder}/client`, second);
    expect(readdirSync(folder)).toEqual(["client"]);
  });

  it("and an empty folder made in its place since: the old package is put back", () => {
    const folder = folderWith();
    writePackage(`${folder}/client`, first);
    renameSync(`${folder}/client`, old(folder));
    mkdirSync(`${folder}/client`);
    expect(writePackage(`${folder}/client`, first)).toMatchObject({ added: [], changed: [] });
    expect(readdirSync(folder)).toEqual(["client"]);
  });

  it("isn't mistaken for one that is at work right now", () => {
    const folder = folderWith();
    const other = `.client.countersign-new-${process.ppid}`;
    putInto(folder, { [`${other}/package.json`]: "half" });
    writePackage(`${folder}/client`, first);
    expect(readdirSync(folder).sort()).toEqual([other, "client"].sort());
  });

  /** Of a process that has ended; numbers this high aren't given out. */
  function deadPid(): number {
    return 4_194_303;
  }
});

describe("what can't be written", () => {
  it("is told in words, and nothing is left", () => {
    const folder = folderWith({ file: "x" });
    expect(refusal(() => writePackage(`${folder}/file/client`, first))).toEqual([`output-unwritable: \`${folder}/file/client\` can't be written: a part of the path is a file. It is as it was.`]);
    expect(filesIn(folder)).toEqual(["file"]);
  });
});
