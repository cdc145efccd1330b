import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare } from "../../scripts/write/compare.ts";
import { difference } from "../../scripts/write/difference.ts";
import { writePackage } from "../../scripts/write/write-package.ts";
import { folderWith } from "../folders.ts";

const lines = (...numbers: number[]): string => numbers.map((number) => `line ${number}\n`).join("");

function between(before: string | undefined, after: string | undefined): readonly string[] {
  const files = (text: string | undefined) => (text === undefined ? {} : { "a.ts": text });
  return difference("out", {
    added: before === undefined ? ["a.ts"] : [], changed: before !== undefined && after !== undefined ? ["a.ts"] : [], removed: after === undefined ? ["a.ts"] : [],
    unchanged: 0, before: files(before), after: files(after),
  });
}

describe("the difference", () => {
  it("shows a changed line between three others on each side", () => {
    expect(between(lines(1, 2, 3, 4, 5, 6, 7, 8, 9), lines(1, 2, 3, 4, 50, 6, 7, 8, 9))).toEqual([
      "--- out/a.ts", "+++ out/a.ts", "@@ -2,7 +2,7 @@", " line 2", " line 3", " line 4", "-line 5", "+line 50", " line 6", " line 7", " line 8",
    ]);
  });

  it("joins changes that are near and parts those that are far", () => {
    const numbers = Array.from({ length: 40 }, (_, index) => index + 1);
    const changed = numbers.map((number) => ([5, 10, 30].includes(number) ? number * 100 : number));
    expect(between(lines(...numbers), lines(...changed)).filter((line) => line.startsWith("@@"))).toEqual(["@@ -2,12 +2,12 @@", "@@ -27,7 +27,7 @@"]);
  });

  it("names files that come and go", () => {
    expect(between(undefined, "a\n")).toEqual(["--- /dev/null", "+++ out/a.ts", "@@ -0,0 +1,1 @@", "+a"]);
    expect(between("a\n", undefined)).toEqual(["--- out/a.ts", "+++ /dev/null", "@@ -1,1 +0,0 @@", "-a"]);
  });

  it("counts what it leaves out when it gets long", () => {
    const out = `${folderWith()}/client`;
    const long = difference(out, compare(out, { "a.ts": lines(...Array.from({ length: 1000 }, (_, index) => index)) }), 10);
    expect(long).toHaveLength(11);
    expect(long.at(-1)).toMatch(/^… and \d+ more lines$/);
  });

  it("can be applied by patch(1), whatever the files hold", () => {
    try {
      execFileSync("patch", ["--version"]);
    } catch {
      return; // A machine without patch says nothing about our diffs.
    }
    const text = fc.array(fc.constantFrom("a", "b", "c", "", "}"), { minLength: 1, maxLength: 30 }).map((all) => all.map((line) => `${line}\n`).join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        if (before === after) return;
        const folder = folderWith({ "out/a.ts": before });
        execFileSync("patch", ["-p0", "--silent"], { cwd: folder, input: `${between(before, after).join("\n")}\n` });
        const result = execFileSync("cat", [`${folder}/out/a.ts`], { encoding: "utf8" });
        expect(result).toBe(after);
      }),
      { numRuns: 25 },
    );
  });
});

describe("the comparison", () => {
  it("sees a file that isn't ours as none of its business", () => {
    const out = `${folderWith()}/client`;
    writePackage(out, { a: "1" });
    expect(compare(out, { a: "1" })).toMatchObject({ added: [], changed: [], removed: [], unchanged: 2 });
  });

  it("treats a folder without a manifest as empty", () => {
    const out = folderWith({ a: "1" });
    expect(compare(out, { a: "1" })).toMatchObject({ added: [".countersign.json", "a"] });
  });
});
