// The tool itself as its users get it: built, packed, installed with its dependencies into an empty project, and run.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { petsDocument } from "../cli/documents.ts";
import { filesIn, stateOf } from "../folders.ts";
import { compile, installCompilers } from "./compilers.ts";
import { borrow, packedInto, ran, readmeBlock, repository, type Project } from "./project.ts";

let project: Project;
const bin = (): string => join(project.folder, "node_modules/.bin/countersign");

beforeAll(async () => {
  project = await packedInto(repository, { offline: false });
  writeFileSync(join(project.folder, "pets.yaml"), petsDocument);
  await installCompilers();
});

afterAll(() => project?.remove());

describe("the packed tool", () => {
  it("holds its program, its library and the templates, and no tests", () => {
    expect(project.packed).toEqual(expect.arrayContaining(["dist/cli.js", "dist/index.js", "dist/index.d.ts", "templates/src/client.ts.hbs", "templates/src/runtime/client.ts", "openapitools.json", "README.md", "LICENSE", "CHANGELOG.md", "SECURITY.md"]));
    expect(project.packed.filter((path) => !/^(dist|templates)\/|^(package\.json|openapitools\.json|README\.md|LICENSE|CHANGELOG\.md|SECURITY\.md)$/.test(path))).toEqual([]);
  });

  it("says its version and its options", async () => {
    const { version } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as { version: string };
    expect(await ran(bin(), ["--version"], project.folder)).toEqual({ code: 0, out: `${version}\n` });
    expect((await ran(bin(), ["--help"], project.folder)).out).toContain("--stop-after");
  });

  it("generates a package from a document, and finds it up to date", async () => {
    expect(await ran(bin(), ["--spec", "pets.yaml", "--out", "client"], project.folder)).toMatchObject({ code: 0, out: expect.stringContaining("Pets: 1 operation") as string });
    expect(await ran(bin(), ["--spec", "pets.yaml", "--out", "client", "--check"], project.folder)).toMatchObject({ code: 0, out: expect.stringContaining("up to date") as string });
    expect(existsSync(join(project.folder, "client/src/runtime/sign/sigv4.ts"))).toBe(true);
  });

  it("gives the same bytes as from its source", async () => {
    const { code, out } = await ran(process.execPath, ["--import", "./scripts/typescript.mjs", "scripts/cli.ts", "--spec", join(project.folder, "pets.yaml"), "--out", join(project.folder, "from-source")], repository);
    expect({ code, out }).toMatchObject({ code: 0 });
    expect(stateOf(join(project.folder, "from-source"))).toEqual(stateOf(join(project.folder, "client")));
    expect(filesIn(join(project.folder, "client")).length).toBeGreaterThan(40);
  });

  it("reads the configuration of the README, with its pass, and runs it twice alike", async () => {
    writeFileSync(join(project.folder, "countersign.config.mjs"), readmeBlock("// countersign.config.mjs").replace('out: "client"', 'out: "configured"'));
    expect(await ran(bin(), ["--quiet"], project.folder)).toEqual({ code: 0, out: "" });
    expect(readFileSync(join(project.folder, "configured/src/index.ts"), "utf8")).toContain('export const apiVersion = "1";');
    expect((await ran(bin(), ["--check"], project.folder)).code).toBe(0);
  });

  it("applies the overlay of the README", async () => {
    writeFileSync(join(project.folder, "overlay.yaml"), readmeBlock("overlay: 1.0.0"));
    const { code, out } = await ran(bin(), ["--spec", "pets.yaml", "--overlay", "overlay.yaml", "--stop-after", "load"], project.folder);
    expect({ code, name: (JSON.parse(out) as { components: { schemas: { Pet: { properties: { name: object } } } } }).components.schemas.Pet.properties.name }).toEqual({ code: 0, name: { type: "string", nullable: false, minLength: 1 } });
  });

  it("is a library with types, as the README shows it", async () => {
    writeFileSync(join(project.folder, "library.mts"), readmeBlock("await readSpec(").replace('writePackage("client"', 'writePackage("library"'));
    borrow(project.folder, ["@types/node", "undici-types"]);
    writeFileSync(join(project.folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { target: "es2022", module: "nodenext", strict: true, exactOptionalPropertyTypes: true, types: ["node"], skipLibCheck: true }, files: ["library.mts"] }));
    expect(await compile("5.9", ".", project.folder)).toEqual({ code: 0, out: "" });
    expect((await ran(process.execPath, ["library.mjs"], project.folder)).code).toBe(0);
    expect(filesIn(join(project.folder, "library"))).toEqual(filesIn(join(project.folder, "client")));
  });
});
