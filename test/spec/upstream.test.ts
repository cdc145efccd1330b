// The parts of `npm run test:upstream` and `npm run test:model` that need no network.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { findCarriedProse, proseIn } from "../../scripts/verify/carried-prose.ts";
import { FetchError, integrityHolds } from "../../scripts/verify/fetch-package.ts";
import { compareStructure } from "../../scripts/verify/same-structure.ts";

describe("compareStructure", () => {
  it("takes a description in other words for prose, and counts it", () => {
    const { differences, prose, values, members } = compareStructure({ a: { description: "Their words." }, b: [1, 2] }, { a: { description: "Words of ours." }, b: [1, 2] });
    expect(differences).toEqual([]);
    expect(prose).toEqual([{ pointer: "/a/description", theirs: "Their words.", ours: "Words of ours." }]);
    expect({ values, members }).toEqual({ values: 3, members: 5 });
  });

  it.each([
    ["a value", { a: { minLength: 1 } }, { a: { minLength: 0 } }, "/a/minLength"],
    ["a missing key", { a: { b: 1, c: 2 } }, { a: { b: 1 } }, "/a"],
    ["another order of keys", { a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } }, "/a"],
    ["another length of a list", { a: [1] }, { a: [1, 2] }, "/a"],
    ["a label, which is one word", { a: { description: "ThrottlingException" } }, { a: { description: "Throttled" } }, "/a/description"],
    ["prose where a label was", { a: { description: "Success" } }, { a: { description: "It went well." } }, "/a/description"],
    ["a text that isn't a description", { a: { title: "Two words" } }, { a: { title: "Other words" } }, "/a/title"],
    ["a key with a slash", { "/x": 1 }, { "/x": 2 }, "/~1x"],
    ["another type", { a: {} }, { a: [] }, "/a"],
  ])("tells %s", (_, theirs, ours, pointer) => {
    expect(compareStructure(theirs, ours).differences.map((difference) => difference.pointer)).toEqual([pointer]);
  });
});

describe("findCarriedProse", () => {
  const theirs = ["<p>The quick brown fox jumps over the <code>lazy</code> dog, twice a day.</p>"];

  it("finds a run of eight words behind other tags, case and punctuation", () => {
    const { carried, longest } = findCarriedProse(theirs, ["So: the Quick, brown fox jumps over the lazy dog."]);
    expect(carried.map((run) => run.words)).toEqual(["the quick brown fox jumps over the lazy"]);
    expect(longest).toBe(9);
  });

  it("lets seven words pass, and tells how long the longest run is", () => {
    expect(findCarriedProse(theirs, ["The quick brown fox jumps over the moon."])).toEqual({ longest: 7, carried: [] });
  });
});

it("proseIn collects what is written for readers, at any depth", () => {
  expect(proseIn({ description: "a", list: [{ summary: "b" }, { not: {}, "x-forbidden": "c" }], properties: { description: { type: "string" } } })).toEqual(["a", "b", "c"]);
});

describe("integrityHolds", () => {
  it("knows a file by its digest, and refuses what isn't a digest", () => {
    const folder = mkdtempSync(join(tmpdir(), "countersign-"));
    const file = join(folder, "file");
    try {
      writeFileSync(file, "abc");
      expect(integrityHolds(file, "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")).toBe(true);
      expect(integrityHolds(file, "sha256-AAAA")).toBe(false);
      expect(() => integrityHolds(file, "md5-AAAA")).toThrow(FetchError);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
