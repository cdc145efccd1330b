// `facts` and `import` as a user calls them: files in, files out, and a sentence for what can't be used.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { folderWith } from "../folders.ts";
import { run } from "./run.ts";

const model = {
  metadata: { apiVersion: "2020-01-01", endpointPrefix: "zoo", protocol: "json", jsonVersion: "1.0", targetPrefix: "Zoo", serviceFullName: "AWS Zoo Service", serviceId: "Zoo" },
  operations: { ListAnimals: { name: "ListAnimals", http: { method: "POST", requestUri: "/" }, input: { shape: "In" }, output: { shape: "Out" } } },
  shapes: { In: { type: "structure", members: { Next: { shape: "Text" } } }, Out: { type: "structure", members: { Next: { shape: "Text" }, Names: { shape: "Texts" } } }, Text: { type: "string" }, Texts: { type: "list", member: { shape: "Text" } } },
};
const pages = { pagination: { ListAnimals: { input_token: "Next", output_token: "Next", result_key: "Names" } } };
const document = {
  openapi: "3.0.0", info: { title: "AWS Zoo Service", version: "2020-01-01", "x-providerName": "amazonaws.com" }, servers: [{ url: "https://zoo.us-east-1.amazonaws.com" }],
  paths: { "/#X-Amz-Target=Zoo.ListAnimals": { post: { operationId: "ListAnimals", responses: { 200: { description: "Success" } } } } },
};
const files = { "service-2.json": JSON.stringify(model), "paginators-1.json": JSON.stringify(pages), "zoo.json": JSON.stringify(document), "empty.json": "{}", "broken.json": "{" };

describe("countersign import", () => {
  it("prints a document that the generator takes, or writes it", async () => {
    const folder = folderWith(files);
    const printed = await run(["import", "--model", `${folder}/service-2.json`]);
    expect(printed).toMatchObject({ code: 0, err: "" });
    expect(printed.out).toMatch(/^openapi: 3\.0\.0\n/);
    const written = await run(["import", "--model", `${folder}/service-2.json`, "--out", `${folder}/zoo.openapi.json`]);
    expect(written).toEqual({ code: 0, out: "", err: `${folder}/zoo.openapi.json: 1 operation\n` });
    expect(JSON.parse(readFileSync(`${folder}/zoo.openapi.json`, "utf8"))).toMatchObject({ "x-protocol": "aws-json-1.0" });
    expect(await run(["--spec", `${folder}/zoo.openapi.json`, "--out", `${folder}/client`, "--quiet"])).toMatchObject({ code: 0, err: "" });
  });

  it("reads compressed models, and pages beside them", async () => {
    const folder = folderWith({ "paginators-1.json": files["paginators-1.json"] });
    writeFileSync(`${folder}/service-2.json.gz`, gzipSync(files["service-2.json"]));
    expect((await run(["import", "--model", `${folder}/service-2.json.gz`])).out).toContain("x-pagination:");
  });
});

describe("countersign facts", () => {
  it("writes an overlay that the generator takes", async () => {
    const folder = folderWith(files);
    const made = await run(["facts", "--model", `${folder}/service-2.json`, "--spec", `${folder}/zoo.json`, "--out", `${folder}/zoo.overlay.yaml`]);
    expect(made).toMatchObject({ code: 0, out: "", err: `${folder}/zoo.overlay.yaml: 2 facts that the document lacks, in 3 actions\n` });
    expect(readFileSync(`${folder}/zoo.overlay.yaml`, "utf8")).toContain("extends: zoo.json\n");
    expect(await run(["--spec", `${folder}/zoo.json`, "--overlay", `${folder}/zoo.overlay.yaml`, "--out", `${folder}/client`, "--quiet"])).toMatchObject({ code: 0, err: "" });
  });

  it("is what a run without it asks for, with a list of what was guessed", async () => {
    const folder = folderWith(files);
    const generated = (...args: string[]) => run(["--spec", `${folder}/zoo.json`, "--out", `${folder}/client`, ...args]);
    expect((await generated()).out).toMatch(/^ {2}guessed {4}protocol, .*; `countersign facts` takes them from AWS's model$/m);
    expect((JSON.parse((await generated("--json")).out) as { guesses: unknown }).guesses).toContainEqual({ fact: "protocol", by: "the form of paths and content types", about: ["aws-json-1.1"] });

    await run(["facts", "--model", `${folder}/service-2.json`, "--spec", `${folder}/zoo.json`, "--out", `${folder}/zoo.overlay.yaml`]);
    const informed = await generated("--json", "--overlay", `${folder}/zoo.overlay.yaml`);
    expect((JSON.parse(informed.out) as { guesses: unknown }).guesses).toEqual([]);
  });

  it("has nothing to write for a document that an import has made", async () => {
    const folder = folderWith(files);
    await run(["import", "--model", `${folder}/service-2.json`, "--out", `${folder}/imported.yaml`]);
    expect(await run(["facts", "--model", `${folder}/service-2.json`, "--spec", `${folder}/imported.yaml`])).toEqual({ code: 0, out: "", err: `${folder}/imported.yaml: nothing is lost, so there is no overlay to write\n` });
  });
});

describe("both", () => {
  it.each(["import", "facts"])("%s --help says what it does", async (command) => {
    expect((await run([command, "--help"])).out).toMatch(new RegExp(`^countersign ${command}: `));
    expect((await run(["--help"])).out).toContain(`countersign ${command} --help`);
  });

  it.each([
    { what: "no model", args: [], problem: /^error {2}option-wrong\n {7}--model is missing\./ },
    { what: "an unknown option", args: ["--modell", "x"], problem: /^error {2}option-wrong\n/ },
    { what: "a model that isn't there", args: ["--model", "FOLDER/none.json"], problem: /^error {2}source-unreadable\n {7}There is no file/ },
    { what: "broken JSON", args: ["--model", "FOLDER/broken.json"], problem: /^error {2}json-broken\n/ },
    { what: "another kind of file", args: ["--model", "FOLDER/empty.json"], problem: /^error {2}not-a-model\n.*it has no metadata, no operations, no shapes/ },
    { what: "a document in the place of a model", args: ["--model", "FOLDER/zoo.json"], problem: /^error {2}not-a-model\n.*it is an OpenAPI document, which belongs to --spec/ },
  ])("say in words what is wrong: $what", async ({ args, problem }) => {
    const folder = folderWith(files);
    for (const command of ["import", "facts"]) {
      const { code, out, err } = await run([command, ...args.map((argument) => argument.replace("FOLDER", folder))]);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toMatch(problem);
      expect(err).toMatch(/\n {2}fix {2}\S/);
    }
  });

  it("refuse a service that speaks nothing we know", async () => {
    const folder = folderWith({ ...files, "service-2.json": JSON.stringify({ ...model, metadata: { ...model.metadata, protocol: "smithy-rpc-v2-cbor" } }) });
    expect((await run(["import", "--model", `${folder}/service-2.json`])).err).toMatch(/^error {2}protocol-unknown\n {7}AWS Zoo Service speaks only smithy-rpc-v2-cbor\./);
  });

  it("refuse the model of another service", async () => {
    const folder = folderWith({ ...files, "service-2.json": JSON.stringify({ ...model, operations: { Other: { name: "Other", http: { method: "POST", requestUri: "/" } } } }) });
    expect((await run(["facts", "--model", `${folder}/service-2.json`, "--spec", `${folder}/zoo.json`])).err).toMatch(/^error {2}model-foreign\n {7}None of the document's operations is in the model/);
  });
});
