import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runtimeTree, type Lock } from "../../scripts/verify/runtime-tree.ts";

const textOf = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const jsonOf = (path: string): unknown => JSON.parse(textOf(path));

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: object;
  readonly peerDependencies?: object;
  readonly bundleDependencies?: object;
  readonly overrides?: object;
  readonly scripts?: Readonly<Record<string, string>>;
}

const tool = jsonOf("package.json") as Manifest;
const lock = jsonOf("package-lock.json") as Lock;

describe("the tool", () => {
  it("names one exact version of everything that it uses itself", () => {
    for (const [name, version] of Object.entries({ ...tool.dependencies, ...tool.devDependencies })) expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    expect(tool.overrides).toBeUndefined();
  });

  it("installs the versions that it names", () => {
    for (const [name, version] of Object.entries({ ...tool.dependencies, ...tool.devDependencies })) expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
  });

  it("uses at most eight packages at run time", () => {
    expect(Object.keys(tool.dependencies ?? {}).length).toBeLessThanOrEqual(8);
    expect([tool.optionalDependencies, tool.bundleDependencies]).toEqual([undefined, undefined]);
  });

  it("has the digest of every package in its lock file, and the host of none", () => {
    const packages = Object.entries(lock.packages).filter(([path]) => path !== "");
    expect(packages.length).toBeGreaterThan(100);
    for (const [path, { integrity }] of packages) expect(integrity, path).toMatch(/^sha512-/);
    expect(textOf("package-lock.json")).not.toMatch(/"resolved"/);
  });

  it("brings no package that wants to run code when it is installed", () => {
    expect(runtimeTree(lock).filter(({ hasInstallScript }) => hasInstallScript === true)).toEqual([]);
  });

  it("is installed for development without scripts of any package", () => {
    expect(textOf(".npmrc")).toMatch(/^ignore-scripts=true$/m);
    expect(Object.keys(tool.scripts ?? {}).filter((name) => /^(pre|post)?install$|^prepare$/.test(name))).toEqual([]);
  });
});

describe("the generated package", () => {
  it("brings nothing with it and runs nothing when it is installed", () => {
    const { dependencies, optionalDependencies, peerDependencies, bundleDependencies, scripts = {} } = jsonOf("generated/package.json") as Manifest;
    expect({ dependencies, optionalDependencies, peerDependencies, bundleDependencies }).toEqual({});
    expect(Object.keys(scripts)).toEqual(["build", "prepack"]);
  });

  it("has the licence of the project and its changes", () => {
    expect(textOf("generated/LICENSE")).toBe(textOf("LICENSE"));
    expect(textOf("generated/CHANGELOG.md")).toBe(textOf("CHANGELOG.md"));
  });
});
