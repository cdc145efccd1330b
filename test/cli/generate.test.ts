import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { filesIn, folderWith, putInto, stateOf } from "../folders.ts";
import { petsDocument, renamingOverlay } from "./documents.ts";
import { run } from "./run.ts";

function project(files: Readonly<Record<string, string>> = {}): { readonly folder: string; readonly spec: string; readonly out: string } {
  const folder = folderWith({ "pets.yaml": petsDocument, ...files });
  return { folder, spec: `${folder}/pets.yaml`, out: `${folder}/client` };
}

const read = (path: string): string => readFileSync(path, "utf8");

describe("a document of one's own", () => {
  it("becomes a package, and a few lines say what was done", async () => {
    const { spec, out } = project();
    const { code, out: said, err } = await run(["--spec", spec, "--out", out]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(said).toMatch(/^Pets: 1 operation, \d models?, 1 exception \(rest\)\n {2}\S+client \d+ added, 0 unchanged, in \d+\.\d\d s\n$/);
    expect(filesIn(out)).toEqual(expect.arrayContaining([".countersign.json", "openapi.json", "package.json", "src/client.ts", "src/runtime/sign/sigv4.ts", "src/wire.ts"]));
    expect(JSON.parse(read(`${out}/package.json`))).toMatchObject({ name: "pets-client", version: "0.1.0" });
  });

  it("isn't written again when nothing has changed", async () => {
    const { folder, spec, out } = project();
    await run(["--spec", spec, "--out", out]);
    const before = stateOf(folder);
    const { out: said } = await run(["--spec", spec, "--out", out]);
    expect(said).toMatch(/up to date, \d+ files/);
    expect(stateOf(folder)).toEqual(before);
  });

  it("is read from standard input", async () => {
    const { spec, out } = project();
    const { code } = await run(["--spec", "-", "--out", out, "--package", "@zoo/pets"], { stdin: read(spec) });
    expect(code).toBe(0);
    expect(JSON.parse(read(`${out}/package.json`))).toMatchObject({ name: "@zoo/pets" });
    expect(read(`${out}/src/index.ts`)).toContain("Generated from an OpenAPI document by Countersign.");
  });

  it("is corrected by overlays", async () => {
    const { folder, spec, out } = project({ "better.yaml": renamingOverlay });
    const { out: said } = await run(["--spec", spec, "--overlay", `${folder}/better.yaml`, "--out", out]);
    expect(said).toContain("Animals: 1 operation");
    expect(said).toContain("  overlay    1 correction to bring the document up to date\n");
    expect(read(`${out}/src/client.ts`)).toContain("class AnimalsClient");
  });

  it("leaves no path of this machine in the package", async () => {
    const { folder, spec, out } = project();
    await run(["--spec", spec, "--out", out]);
    for (const name of filesIn(out)) expect(read(`${out}/${name}`), name).not.toContain(folder);
    expect(read(`${out}/src/index.ts`)).toContain("Generated from pets.yaml by Countersign.");
  });

  it("is the same package from YAML and from JSON, wherever it lies", async () => {
    const { folder, spec, out } = project();
    await run(["--spec", spec, "--out", out]);
    const prepared = await run(["--spec", spec, "--stop-after", "load"]);
    putInto(folder, { "elsewhere/pets.json": prepared.out });
    await run(["--spec", `${folder}/elsewhere/pets.json`, "--out", `${folder}/again`]);
    const bare = (text: string): string => text.replaceAll("pets.json", "pets.yaml");
    for (const name of filesIn(out).filter((file) => file !== ".countersign.json")) expect(bare(read(`${folder}/again/${name}`)), name).toBe(read(`${out}/${name}`));
  });
});

describe("--check", () => {
  it("is content with a package that is up to date", async () => {
    const { folder, spec, out } = project();
    await run(["--spec", spec, "--out", out]);
    const before = stateOf(folder);
    const { code, out: said } = await run(["--spec", spec, "--out", out, "--check"]);
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining("up to date") });
    expect(stateOf(folder)).toEqual(before);
  });

  it("prints a unified diff, changes nothing and exits with 1 when the package is stale", async () => {
    const { folder, spec, out } = project();
    await run(["--spec", spec, "--out", out]);
    putInto(folder, { "pets.yaml": petsDocument.replace("name: { type: string }", "name: { type: integer }") });
    const before = stateOf(folder);
    const { code, out: said, err } = await run(["--spec", spec, "--out", out, "--check"]);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(said).toContain(`--- ${out}/src/models.ts\n+++ ${out}/src/models.ts\n@@ -`);
    expect(said).toContain("\n-  readonly name: string;\n+  readonly name: number;\n");
    expect(said).toMatch(/stale: \d+ changed/);
    expect(stateOf(folder)).toEqual(before);
  });

  it("notices a file that was edited, one that is missing and one that is too many", async () => {
    const { spec, out } = project();
    await run(["--spec", spec, "--out", out]);
    putInto(out, { "src/client.ts": `${read(`${out}/src/client.ts`)}// edited\n` });
    expect((await run(["--spec", spec, "--out", out, "--check"])).out).toContain("\n-// edited\n");
  });

  it("says that there is no package yet", async () => {
    const { folder, spec, out } = project();
    const { code, out: said } = await run(["--spec", spec, "--out", out, "--check", "--quiet"]);
    expect(code).toBe(1);
    expect(said).toMatch(/^--- \/dev\/null\n\+\+\+ /);
    expect(existsSync(out)).toBe(false);
    expect(filesIn(folder)).toEqual(["pets.yaml"]);
  });
});

describe("--stop-after", () => {
  it("prints the loaded document, with its overlays applied", async () => {
    const { folder, spec } = project({ "better.yaml": renamingOverlay });
    const { code, out } = await run(["--spec", spec, "--overlay", `${folder}/better.yaml`, "--stop-after", "load"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ openapi: "3.0.3", info: { title: "Animals" } });
    expect(filesIn(folder)).toEqual(["better.yaml", "pets.yaml"]);
  });

  it("prints the prepared spec, which is a document that prepares to itself", async () => {
    const { spec } = project();
    const once = await run(["--spec", spec, "--stop-after", "prepare"]);
    const twice = await run(["--spec", "-", "--stop-after", "prepare"], { stdin: once.out });
    expect(JSON.parse(once.out)).toMatchObject({ "x-prepared": "1", "x-service-name": "Pets" });
    expect(twice.out).toBe(once.out);
  });

  it("prints the rendered files, unsigned", async () => {
    const { spec } = project();
    const files = JSON.parse((await run(["--spec", spec, "--stop-after", "render"])).out) as Record<string, string>;
    expect(files["src/client.ts"]).toContain("class PetsClient");
    expect(files["src/client.ts"]).not.toContain("signRequests");
  });
});

describe("templates of one's own", () => {
  it("replace ours file by file, and bring files of their own", async () => {
    const { folder, spec, out } = project({ "mine/src/extra.ts.hbs": "export const title = \"{{{openAPI.info.title}}}\";\n", "mine/NOTICE": "Ours.\n" });
    const { code } = await run(["--spec", spec, "--out", out, "--templates", `${folder}/mine`]);
    expect(code).toBe(0);
    expect(read(`${out}/NOTICE`)).toBe("Ours.\n");
    expect(read(`${out}/src/extra.ts`)).toContain("export const title = ");
    expect(filesIn(out)).toContain("src/models.ts");
  });

  it("are told with their name when Handlebars can't read them", async () => {
    const { folder, spec, out } = project({ "mine/src/models.ts.hbs": "{{#each models}}\n" });
    const { code, err } = await run(["--spec", spec, "--out", out, "--templates", `${folder}/mine`]);
    expect(code).toBe(2);
    expect(err).toMatch(/^error {2}template-broken\n {7}src\/models\.ts\.hbs: Parse error on line 2/);
    expect(existsSync(out)).toBe(false);
  });

  it("are told when a pass finds no place in what they make", async () => {
    const { folder, spec, out } = project({ "mine/src/client.ts.hbs": "export {};\n" });
    const { code, err } = await run(["--spec", spec, "--out", out, "--templates", `${folder}/mine`]);
    expect(code).toBe(2);
    expect(err).toBe("error  seam-missing\n       src/client.ts has no function layers() that returns a list, which a pass ties into.\n  fix  Let src/client.ts.hbs of your templates make it again, as templates/src/client.ts.hbs does.\n");
  });

  it("are told when their folder doesn't exist", async () => {
    const { folder, spec, out } = project();
    const { code, err } = await run(["--spec", spec, "--out", out, "--templates", `${folder}/nowhere`]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^error {2}option-wrong\n/) });
  });
});

describe("messages", () => {
  it("are left out by --quiet", async () => {
    const { spec, out } = project();
    expect(await run(["--spec", spec, "--out", out, "--quiet"])).toEqual({ code: 0, out: "", err: "" });
  });

  it("are one JSON object with --json", async () => {
    const { spec, out } = project();
    const { out: said, err } = await run(["--spec", spec, "--out", out, "--json"]);
    expect(err).toBe("");
    expect(said.trimEnd().split("\n")).toHaveLength(1);
    expect(JSON.parse(said)).toMatchObject({ service: "Pets", operations: 1, exceptions: 1, protocol: "rest", stale: false, problems: [], files: { removed: 0 } });
  });

  it("carry problems as data with --json", async () => {
    const { folder, out } = project({ "broken.yaml": "openapi: 3.0.3\n" });
    const { code, out: said, err } = await run(["--spec", `${folder}/broken.yaml`, "--out", out, "--json"]);
    expect({ code, err }).toEqual({ code: 2, err: "" });
    const { problems } = JSON.parse(said) as { problems: Record<string, unknown>[] };
    expect(problems[0]).toMatchObject({ severity: "error", place: { file: `${folder}/broken.yaml`, line: 1, column: 1 } });
  });

  it("show progress on a terminal, on a line that disappears", async () => {
    const { spec, out } = project();
    const { err } = await run(["--spec", spec, "--out", out], { isTerminal: true });
    expect(err).toBe(`${["load", "load", "prepare", "render", "weave", "verify", "write"].map((stage) => `\r\u001b[K${stage} …`).join("")}\r\u001b[K`);
  });

  it("show no progress in a pipe, with --quiet or with --json", async () => {
    const { spec, out } = project();
    expect((await run(["--spec", spec, "--out", out])).err).toBe("");
    expect((await run(["--spec", spec, "--out", out, "--quiet"], { isTerminal: true })).err).toBe("");
    expect((await run(["--spec", spec, "--out", out, "--json"], { isTerminal: true })).err).toBe("");
  });
});
