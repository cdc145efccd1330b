// What the writing of packages stands on: names that stay inside, lists of files that can be read again, states of folders.

import { mkdirSync, symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compare, isSame, stateOf } from "../../scripts/write/compare.ts";
import { isInside, manifestName, manifestOf, manifestText, parseManifest } from "../../scripts/write/manifest.ts";
import { statOf } from "../../scripts/write/stat-of.ts";
import { folderWith } from "../folders.ts";

describe("a file name", () => {
  it.each(["a", "a/b.ts", "src/runtime/call.ts", ".countersign.json", "...", "a..b", "..a", "a b", "é"])("%j stays inside", (name) => {
    expect(isInside(name)).toBe(true);
  });

  it.each(["", ".", "..", "/", "/a", "a/", "a//b", "../a", "a/..", "a/../b", "a/./b", "./a", "a\\b", "..\\a", "C:", "C:a", "a:b", "a\0b", "\\\\host\\share"])("%j doesn't", (name) => {
    expect(isInside(name)).toBe(false);
  });
});

describe("a manifest", () => {
  const digest = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";

  it("lists files in order, each with its digest", () => {
    expect(manifestText(manifestOf({ "b.ts": "a", "a.ts": "a" }))).toBe(
      `{\n  "about": "Written by Countersign with the files that it lists. Don't edit: run npm run generate.",\n  "files": {\n    "a.ts": "${digest}",\n    "b.ts": "${digest}"\n  }\n}\n`,
    );
  });

  it("is read as it was written", () => {
    const manifest = manifestOf({ "a.ts": "a", "b/c.ts": "" });
    expect(parseManifest(manifestText(manifest))).toEqual(manifest);
    expect(manifest.files["b/c.ts"]).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });

  it.each(["", "{", "null", "1", '"files"', "[]", "{}", '{ "files": null }', '{ "files": "a" }', '{ "files": 1 }'])("isn't %j", (text) => {
    expect(parseManifest(text)).toBeUndefined();
  });

  it("says nothing about files outside, and nothing that isn't a digest", () => {
    expect(parseManifest(`{ "files": { "a.ts": "1", "../b.ts": "2", "/c.ts": "3", "d.ts": 4, "e.ts": null } }`)).toEqual({ files: { "a.ts": "1" } });
  });
});

describe("a folder", () => {
  it("is absent, empty, ours or somebody else's", () => {
    const folder = folderWith({ "ours/a.ts": "a", [`ours/${manifestName}`]: manifestText(manifestOf({ "a.ts": "a" })), "theirs/a.ts": "a", [`broken/${manifestName}`]: "{", "file": "a" });
    mkdirSync(`${folder}/empty`);
    symlinkSync(`${folder}/ours`, `${folder}/link`);
    expect(["nowhere", "empty", "theirs", "broken", "file", "link", "file/below"].map((name) => stateOf(`${folder}/${name}`).kind)).toEqual(["absent", "empty", "foreign", "foreign", "foreign", "foreign", "absent"]);
    expect(stateOf(`${folder}/ours`)).toEqual({ kind: "ours", manifest: manifestOf({ "a.ts": "a" }) });
  });

  it("is compared with what was generated: names in order, and what lies there now", () => {
    const files = { "same.ts": "1", "other.ts": "2", "gone.ts": "3", "a-gone.ts": "3" };
    const folder = folderWith({ ...files, [manifestName]: manifestText(manifestOf(files)), "foreign.ts": "5" });
    const found = compare(folder, { "same.ts": "1", "other.ts": "changed", "new.ts": "4", "a-new.ts": "4" });
    expect(found).toMatchObject({ added: ["a-new.ts", "new.ts"], changed: [manifestName, "other.ts"], removed: ["a-gone.ts", "gone.ts"], unchanged: 1 });
    expect(Object.keys(found.before).sort()).toEqual([manifestName, "a-gone.ts", "gone.ts", "other.ts", "same.ts"]);
    expect(Object.keys(found.after).sort()).toEqual([manifestName, "a-new.ts", "new.ts", "other.ts", "same.ts"]);
    expect(isSame(found)).toBe(false);
    expect(isSame(compare(folder, files))).toBe(true);
  });

  it("that isn't ours has nothing of ours in it", () => {
    expect(compare(folderWith({ "a.ts": "1" }), { "a.ts": "1" })).toMatchObject({ added: [manifestName, "a.ts"], before: {} });
  });

  it("has nothing to compare where a folder or a link lies in the place of a file", () => {
    const files = { "a.ts": "1", "b.ts": "1" };
    const folder = folderWith({ [manifestName]: manifestText(manifestOf(files)), "a.ts/c.ts": "1" });
    symlinkSync("a.ts/c.ts", `${folder}/b.ts`);
    expect(Object.keys(compare(folder, files).before)).toEqual([manifestName]);
  });
});

describe("what lies at a path", () => {
  it("is nothing, also below a file, and a link is a link", () => {
    const folder = folderWith({ a: "1" });
    symlinkSync("a", `${folder}/b`);
    expect([statOf(`${folder}/nowhere`), statOf(`${folder}/a/below`)]).toEqual([undefined, undefined]);
    expect(statOf(`${folder}/b`)?.isSymbolicLink()).toBe(true);
  });

  it("is told when it can't be looked at", () => {
    expect(() => statOf("a\0b")).toThrow("null bytes");
    expect(() => statOf(`/${"a".repeat(5_000)}`)).toThrow("ENAMETOOLONG");
  });
});
