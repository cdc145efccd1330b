import { describe, expect, it } from "vitest";
import { licenceProblem } from "../../scripts/verify/licence-policy.ts";
import { runtimeTree } from "../../scripts/verify/runtime-tree.ts";

const under = (license?: string) => licenceProblem({ name: "left-pad", version: "1.0.0", ...(license === undefined ? {} : { license }) });

describe("a licence", () => {
  it.each(["MIT", "Apache-2.0", "(MIT OR CC0-1.0)", "MIT OR GPL-3.0-only", "(GPL-2.0-only OR BSD-3-Clause)", "MIT AND ISC"])("%s is permissive", (license) => {
    expect(under(license)).toBeUndefined();
  });

  it.each(["GPL-3.0-only", "AGPL-3.0-or-later", "MIT AND GPL-2.0-only", "UNLICENSED", "SEE LICENSE IN LICENSE", "Custom", "mit", "(MIT AND (ISC OR GPL-3.0-only))"])("%s isn't known to be", (license) => {
    expect(under(license)).toBe(`left-pad@1.0.0 is under ${license}, which isn't known to be permissive.`);
  });

  it("that isn't named is none", () => {
    expect(under()).toBe("left-pad@1.0.0 names no licence.");
    expect(under("")).toBe("left-pad@1.0.0 names no licence.");
  });
});

it("what users install is the lock file without what only developers use", () => {
  const tree = runtimeTree({
    packages: {
      "": { version: "1.0.0", license: "MIT" },
      "node_modules/b": { version: "2.0.0", license: "ISC" },
      "node_modules/b/node_modules/@a/a": { version: "1.0.0", license: "MIT" },
      "node_modules/c": { version: "1.0.0", license: "GPL-3.0-only", dev: true },
      "node_modules/d": { version: "1.0.0", license: "GPL-3.0-only", devOptional: true },
    },
  });
  expect(tree).toEqual([
    { name: "@a/a", version: "1.0.0", license: "MIT" },
    { name: "b", version: "2.0.0", license: "ISC" },
  ]);
});
