// What the user gets for each fault of the input: exit 2, one problem with its place and a way out, no stack, nothing written.

import { describe, expect, it } from "vitest";
import { folderWith, stateOf } from "../folders.ts";
import { petsDocument } from "./documents.ts";
import { run, runProcess } from "./run.ts";

interface Fault {
  readonly what: string;
  readonly document: string;
  readonly file?: string;
  readonly code: string;
  /** Line, column and pointer of the place. */
  readonly at: string;
}

const faults: readonly Fault[] = [
  { what: "a dangling $ref", document: petsDocument.replace("schemas/Pet\" }", "schemas/Pett\" }"), code: "ref-not-found", at: "20:31 #/paths/~1pets~1{id}/get/responses/200/content/application~1json/schema/$ref" },
  { what: "broken YAML", document: "openapi: 3.0.3\ninfo: { title: Pets\npaths: {}\n", code: "yaml-broken", at: "3:1 #/info/title" },
  { what: "broken JSON", file: "bad.json", document: "{\n  \"openapi\": \"3.0.3\",\n}\n", code: "json-broken", at: "3:1 #/openapi" },
  { what: "Swagger 2.0", document: "swagger: \"2.0\"\ninfo: { title: Pets, version: \"1\" }\npaths: {}\n", code: "swagger-2", at: "1:10 #/swagger" },
  { what: "an empty file", document: "", code: "source-empty", at: "1:1 #" },
];

describe("a fault of the document", () => {
  it.each(faults)("$what: exit 2, one problem with its place, a fix, no stack, and the package untouched", async ({ document, file = "bad.yaml", code, at }) => {
    const folder = folderWith({ "pets.yaml": petsDocument });
    await run(["--spec", `${folder}/pets.yaml`, "--out", `${folder}/client`, "--quiet"]);
    const bad = `${folderWith({ [file]: document })}/${file}`;
    const before = stateOf(folder);
    const { code: exit, out, err } = await run(["--spec", bad, "--out", `${folder}/client`]);
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    const lines = err.trimEnd().split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe(`error  ${code}  ${bad}:${at}`);
    expect(lines[1]).toMatch(/^ {7}\S/);
    expect(lines[2]).toMatch(/^ {2}fix {2}\S/);
    expect(stateOf(folder)).toEqual(before);
  });

  it("finds all of them at once, in the order of their lines", async () => {
    const folder = folderWith({ "bad.yaml": petsDocument.replace("schemas/Pet\" }", "schemas/Pett\" }").replace("operationId: getPet", "operationsId: getPet") });
    const { err } = await run(["--spec", `${folder}/bad.yaml`, "--out", `${folder}/client`]);
    expect(err.split("\n").filter((line) => /^(error|warning)/.test(line)).map((line) => line.split(/ +/).slice(0, 2).join(" "))).toEqual(["error operation-id-missing", "error ref-not-found", "warning field-unknown"]);
  });
});

describe("a document that isn't there", () => {
  it.each([
    ["a directory", ""],
    ["a missing file", "/nowhere.yaml"],
    ["a path through a file", "/pets.yaml/more.yaml"],
  ])("%s: exit 2, one problem, no stack, nothing written", async (_what, path) => {
    const folder = folderWith({ "pets.yaml": petsDocument });
    const before = stateOf(folder);
    const { code, out, err } = await run(["--spec", `${folder}${path}`, "--out", `${folder}/client`]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^error {2}source-unreadable {2}\S+:1:1 #\n {7}\S.*\.\n {2}fix {2}\S.*\.\n$/);
    expect(stateOf(folder)).toEqual(before);
  });

  it("is told the same way when it is an overlay", async () => {
    const folder = folderWith({ "pets.yaml": petsDocument });
    const { code, err } = await run(["--spec", `${folder}/pets.yaml`, "--overlay", `${folder}/nowhere.yaml`, "--out", `${folder}/client`]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^error {2}source-unreadable {2}\S+nowhere\.yaml:1:1 #\n/) });
  });
});

describe("an output folder that can't be had", () => {
  it("isn't replaced when it holds somebody else's files", async () => {
    const folder = folderWith({ "pets.yaml": petsDocument, "client/thesis.txt": "five years of work" });
    const before = stateOf(folder);
    const { code, out, err } = await run(["--spec", `${folder}/pets.yaml`, "--out", `${folder}/client`]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^error {2}output-not-ours\n {7}\S.*\.\n {2}fix {2}\S.*--out.*\.\n$/);
    expect(stateOf(folder)).toEqual(before);
  });

  it("is told when a file is in its way", async () => {
    const folder = folderWith({ "pets.yaml": petsDocument, client: "a file" });
    const before = stateOf(folder);
    const { code, err } = await run(["--spec", `${folder}/pets.yaml`, "--out", `${folder}/client`]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^error {2}output-not-ours\n/) });
    expect(stateOf(folder)).toEqual(before);
  });

  it("is told when a part of its path is a file", async () => {
    const folder = folderWith({ "pets.yaml": petsDocument });
    const before = stateOf(folder);
    const { code, err } = await run(["--spec", `${folder}/pets.yaml`, "--out", `${folder}/pets.yaml/client`]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^error {2}output-unwritable\n.*a part of the path is a file/) });
    expect(stateOf(folder)).toEqual(before);
  });

  it.runIf(process.platform === "linux")("is told when there is no permission to write", async () => {
    // Not even root writes into /proc.
    const folder = folderWith({ "pets.yaml": petsDocument });
    const { code, out, err } = await run(["--spec", `${folder}/pets.yaml`, "--out", "/proc/self/client"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^error {2}output-unwritable\n {7}`\/proc\/self\/client` can't be written: \S.*\. It is as it was\.\n {2}fix {2}/);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe("as a process", () => {
  it("ends with the same code, and keeps problems and results apart", async () => {
    const folder = folderWith({ "pets.yaml": petsDocument });
    const [good, bad] = await Promise.all([
      runProcess(["--spec", "-", "--stop-after", "prepare"], { stdin: petsDocument }),
      runProcess(["--spec", `${folder}/nowhere.yaml`, "--out", `${folder}/client`]),
    ]);
    expect({ code: good.code, err: good.err, title: (JSON.parse(good.out) as { info: { title: string } }).info.title }).toEqual({ code: 0, err: "", title: "Pets" });
    expect({ code: bad.code, out: bad.out }).toEqual({ code: 2, out: "" });
    expect(bad.err).toMatch(/^error {2}source-unreadable/);
    expect(bad.err).not.toContain("\u001b");
  });
});
