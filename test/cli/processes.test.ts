// What only a real process shows: watching, and readers that stop early.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { folderWith } from "../folders.ts";
import { petsDocument } from "./documents.ts";
import { cliArguments, repository } from "./run.ts";

describe("--watch", () => {
  it("generates again when the document changes, tells faults, and goes on after them", async () => {
    const folder = folderWith({ "pets.yaml": petsDocument });
    const [spec, out] = [`${folder}/pets.yaml`, `${folder}/client`];
    const child = spawn(process.execPath, [...cliArguments, "--spec", spec, "--out", out, "--watch"], { cwd: repository });
    const said = { out: "", err: "" };
    child.stdout.on("data", (chunk: Buffer) => (said.out += String(chunk)));
    child.stderr.on("data", (chunk: Buffer) => (said.err += String(chunk)));
    // However long it takes, as long as the process lives.
    const until = async (condition: () => boolean): Promise<void> => {
      while (!condition()) {
        expect(child.exitCode, said.err).toBeNull();
        await setTimeout(20);
      }
    };
    // While a new folder takes the place of the old one, there is none for a moment.
    const models = (): string => {
      try {
        return readFileSync(`${out}/src/models.ts`, "utf8");
      } catch {
        return "";
      }
    };
    try {
      await until(() => /added/.test(said.out));
      writeFileSync(spec, petsDocument.replace("name: { type: string }", "name: { type: integer }"));
      await until(() => models().includes("readonly name: number;"));
      writeFileSync(spec, "openapi: [");
      await until(() => said.err.includes("yaml-broken"));
      // As editors save: a new file takes the place of the old one.
      writeFileSync(`${spec}.new`, petsDocument.replace("name: { type: string }", "name: { type: boolean }"));
      renameSync(`${spec}.new`, spec);
      await until(() => models().includes("readonly name: boolean;"));
      expect(child.exitCode).toBeNull();
    } finally {
      child.kill();
      await once(child, "close");
    }
  });
});

describe("a reader that stops early", () => {
  it("doesn't make us fail", async () => {
    const child = spawn(process.execPath, [...cliArguments, "--stop-after", "load"], { cwd: repository, stdio: ["ignore", "pipe", "pipe"] });
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => (err += String(chunk)));
    child.stdout.destroy();
    await once(child, "close");
    expect({ code: child.exitCode, err }).toEqual({ code: 0, err: "" });
  });
});
