import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { folderWith } from "../folders.ts";
import { petsDocument } from "./documents.ts";
import { run } from "./run.ts";

/** A configuration of services; `passes` is code. */
function configured(folder: string, services: readonly object[], passes = ""): string {
  const list = services.map((service) => `{ ...${JSON.stringify(service)}${passes === "" ? "" : `, passes: [${passes}]`} }`).join(", ");
  return `export default [${list}].map((service) => ({ ...service, document: ${JSON.stringify(folder)} + "/" + service.document, out: ${JSON.stringify(folder)} + "/" + service.out }));\n`;
}

async function runConfigured(services: readonly object[], { passes = "", args = [] as readonly string[] } = {}) {
  const folder = folderWith({ "pets.yaml": petsDocument, "broken.yaml": "openapi: 3.0.3\n" });
  const config = `${folder}/countersign.config.mjs`;
  const { writeFileSync } = await import("node:fs");
  writeFileSync(config, configured(folder, services, passes));
  return { folder, ...(await run(["--config", config, ...args])) };
}

const pets = { name: "pets", document: "pets.yaml", out: "client", package: { name: "@zoo/pets", version: "2.0.0", license: "MIT", author: "Noah" } };

describe("a configuration", () => {
  it("says what the document doesn't know about the package", async () => {
    const { folder, code } = await runConfigured([pets]);
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(`${folder}/client/package.json`, "utf8"))).toMatchObject({ name: "@zoo/pets", version: "2.0.0", license: "MIT", author: "Noah" });
  });

  it("may hold files of its own to the list of the last look, and allow more", async () => {
    const pass = `{ name: "mark", appliesTo: () => true, apply: (sources) => sources.write("src/index.ts", sources.get("src/index.ts").getFullText() + "export const mark = 1;\\n") }`;
    const held = await runConfigured([{ ...pets, verify: { "src/index.ts": {} } }], { passes: pass });
    expect([held.code, existsSync(`${held.folder}/client`)]).toEqual([2, false]);
    expect(held.err).toContain("output-refused");
    const syntax = ["VariableStatement", "VariableDeclarationList", "VariableDeclaration", "ExportKeyword", "NumericLiteral"];
    for (const verify of [undefined, false, { "src/index.ts": { syntax, names: ["mark"] } }]) {
      const { folder, code } = await runConfigured([{ ...pets, verify }], { passes: pass });
      expect(code).toBe(0);
      expect(readFileSync(`${folder}/client/src/index.ts`, "utf8")).toContain("export const mark = 1;");
    }
  });

  it("names files that travel in the package", async () => {
    const { writeFileSync } = await import("node:fs");
    const project = folderWith();
    writeFileSync(`${project}/LICENSE`, "Do as you like.\n");
    const { folder, code } = await runConfigured([{ ...pets, package: { ...pets.package, alongside: [`${project}/LICENSE`] } }]);
    expect(code).toBe(0);
    expect(readFileSync(`${folder}/client/LICENSE`, "utf8")).toBe("Do as you like.\n");
    expect(JSON.parse(readFileSync(`${folder}/client/package.json`, "utf8"))).toMatchObject({ files: expect.arrayContaining(["LICENSE"]) as string[] });
  });

  it.each([
    [["nowhere/LICENSE"], "The file `nowhere/LICENSE`, which travels in the package, can't be read."],
    [["docs/README.md"], "`docs/README.md` can't travel in a package, which has a README.md of its own."],
    [["other/.countersign.json"], "`other/.countersign.json` can't travel in a package, which has a .countersign.json of its own."],
    ["LICENSE", "`package.alongside` isn't a list of texts"],
  ])("is refused with %j as files that travel in the package", async (alongside, message) => {
    const { code, err } = await runConfigured([{ ...pets, package: { ...pets.package, alongside } }]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) as string });
  });

  it("holds several services, of which --service chooses", async () => {
    const two = [pets, { ...pets, name: "more-pets", out: "more" }];
    const all = await runConfigured(two, { args: ["--quiet"] });
    expect([existsSync(`${all.folder}/client`), existsSync(`${all.folder}/more`)]).toEqual([true, true]);
    const one = await runConfigured(two, { args: ["--quiet", "--service", "more-pets"] });
    expect([existsSync(`${one.folder}/client`), existsSync(`${one.folder}/more`)]).toEqual([false, true]);
  });

  it("goes on with the other services when one has a fault, and ends with the worst", async () => {
    const { folder, code, err } = await runConfigured([{ ...pets, name: "broken", document: "broken.yaml", out: "broken" }, pets]);
    expect(code).toBe(2);
    expect(err).toContain("field-missing");
    expect([existsSync(`${folder}/broken`), existsSync(`${folder}/client`)]).toEqual([false, true]);
  });

  it.each([
    [["--service", "dogs"], "has no service `dogs`.\n  fix  It has pets, more-pets."],
    [["--out", "x"], "--out, --package and --overlay are for one service."],
    [["--package", "x"], "--out, --package and --overlay are for one service."],
  ])("refuses %j", async (args, message) => {
    const { code, err } = await runConfigured([pets, { ...pets, name: "more-pets", out: "more" }], { args });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it.each([
    ["export default 1;", "doesn't export a list of services"],
    ["export const services = [];", "doesn't export a list of services"],
    ["export default [];", "lists no service"],
    ["export default [{ name: 'pets' }];", "service `pets`: `document` is missing"],
    ["export default [{ name: 'pets', verify: true }];", "service `pets`: `verify` is neither false nor an object with what is allowed by path"],
    ["export default [{}];", "service 1: `name` is missing"],
    ["export default [{ name: 'pets', document: 'a', out: 'b', package: { name: 'Big', version: '1', license: 'MIT' } }];", "`Big` can't be the name of a package"],
    ["export default [{ name: 'pets', document: 'a', out: 'b', package: { name: 'p', version: '1', license: 'MIT' }, passes: [{}] }];", "`passes` isn't a list of passes"],
    ["export default [", "can't be read: "],
    ["throw new Error('no luck');", "can't be read: no luck"],
    ["import 'not-there';", "can't be read: Cannot find package 'not-there'"],
  ])("is refused in words when it says %j", async (text, message) => {
    const folder = folderWith({ "countersign.config.mjs": text });
    const { code, err, out } = await run(["--config", `${folder}/countersign.config.mjs`]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it("is asked for when it isn't where it is said to be", async () => {
    const { code, err } = await run(["--config", "nowhere.mjs"]);
    expect({ code, err }).toEqual({ code: 2, err: "error  option-wrong\n       The configuration `nowhere.mjs` doesn't exist.\n  fix  Correct --config.\n" });
  });
});

describe("passes of a configuration", () => {
  it("come after ours and change the woven files", async () => {
    const passes = `{
      name: "greet", appliesTo: () => true,
      apply: (sources, spec) => sources.edit("src/index.ts", (file) => [{ start: file.getEnd(), end: file.getEnd(), text: 'export const greeting = "' + spec.service.name + ' ' + file.getText().includes("GetPetError") + '";\\n' }]),
    }`;
    const { folder, code } = await runConfigured([pets], { passes });
    expect(code).toBe(0);
    expect(readFileSync(`${folder}/client/src/index.ts`, "utf8")).toContain('export const greeting = "Pets true";');
  });

  it("are told with their line when they fail, and nothing is written", async () => {
    const { folder, code, err } = await runConfigured([pets], { passes: '{ name: "stumble", appliesTo: () => true, apply() { throw new Error("over a stone"); } }' });
    expect(code).toBe(2);
    expect(err).toMatch(/^error {2}pass-failed\n {7}The pass `stumble` failed: over a stone \(\S+countersign\.config\.mjs:1:\d+\)\.\n/);
    expect(existsSync(`${folder}/client`)).toBe(false);
  });

  it("are told when they stand in front of one that they come after", async () => {
    const { code, err } = await runConfigured([pets], { passes: '{ name: "early", after: ["late"], appliesTo: () => true, apply() {} }, { name: "late", appliesTo: () => true, apply() {} }' });
    expect(code).toBe(2);
    expect(err).toContain("The pass `early` comes after `late`, which isn't in front of it.");
  });
});
