import { describe, expect, it } from "vitest";
import { help, parseArguments } from "../../scripts/cli/arguments.ts";
import { Stop } from "../../scripts/problems/stop.ts";
import { run } from "./run.ts";

function refusal(...args: string[]): string {
  try {
    parseArguments(args);
  } catch (error) {
    if (error instanceof Stop) return error.problems.map(({ code, message }) => `${code}: ${message}`).join("\n");
    throw error;
  }
  return "none";
}

describe("the command line", () => {
  it("reads every option", () => {
    const all = ["--spec", "a.yaml", "--overlay", "b.yaml", "--overlay=c.yaml", "--out", "d", "--package", "e", "--templates", "f", "--engine", "openapi-generator", "--check", "--quiet", "--json", "--config", "g.mjs", "--allow-origin", "https://h.example", "--allow-folder", "i", "--allow-folder", "j", "--allow-private", "--limit", "schemas=7", "--limit", "nesting=8"];
    expect(parseArguments(all)).toEqual({
      help: false, version: false, config: "g.mjs", service: undefined, spec: "a.yaml", overlays: ["b.yaml", "c.yaml"], out: "d", packageName: "e", templates: ["f"],
      allowOrigins: ["https://h.example"], allowFolders: ["i", "j"], allowPrivate: true, limits: { schemas: 7, nesting: 8 },
      engine: "openapi-generator", check: true, stopAfter: undefined, watch: false, quiet: true, json: true,
    });
  });

  it("names every option in its help", () => {
    for (const option of ["spec", "overlay", "config", "service", "out", "package", "templates", "allow-origin", "allow-folder", "allow-private", "limit", "engine", "check", "stop-after", "watch", "quiet", "json", "help", "version"]) expect(help).toContain(`--${option}`);
  });

  it("refuses what it doesn't know", () => {
    expect(refusal("--colour")).toBe("option-wrong: Unknown option '--colour'.");
    expect(refusal("spec.yaml")).toMatch(/^option-wrong: Unexpected argument 'spec\.yaml'/);
    expect(refusal("--spec")).toMatch(/^option-wrong: Option '--spec <value>' argument missing/);
    expect(refusal("--engine", "mustache")).toBe("option-wrong: --engine takes handlebars, openapi-generator, not `mustache`.");
    expect(refusal("--stop-after", "weave")).toBe("option-wrong: --stop-after takes load, prepare, render, not `weave`.");
  });

  it("refuses an allowance that isn't an origin, and a limit that isn't one", () => {
    for (const wrong of ["example.com", "https://example.com/specs", "ftp://example.com", "https://user:pass@example.com", "*"]) expect(refusal("--allow-origin", wrong)).toBe(`option-wrong: --allow-origin takes an origin, not \`${wrong}\`.`);
    expect(refusal("--limit", "schemes=1")).toMatch(/^option-wrong: --limit schemes=1: there is no limit `schemes`; limits are documentBytes, /);
    for (const wrong of ["schemas", "schemas=", "schemas=many", "schemas=0", "schemas=1.5", "schemas=99999999999999999999"]) expect(refusal("--limit", wrong)).toBe(`option-wrong: --limit ${wrong}: the limit \`schemas\` isn't a whole number above 0.`);
  });

  it("refuses options that contradict one another", () => {
    expect(refusal("--spec", "-", "--watch")).toBe("option-wrong: --watch can't watch standard input.");
    expect(refusal("--stop-after", "load", "--watch")).toMatch(/^option-wrong: --stop-after/);
    expect(refusal("--stop-after", "load", "--check")).toMatch(/^option-wrong: --stop-after/);
    expect(refusal("--spec", "a.yaml", "--service", "b")).toMatch(/^option-wrong: --spec/);
    expect(refusal("--out", "")).toBe("option-wrong: --out is empty.");
  });

  it("prints its help and its version", async () => {
    expect(await run(["--help"])).toEqual({ code: 0, out: help, err: "" });
    expect(await run(["--version"])).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: "" });
  });

  it("tells what is wrong with an option on the error stream, with a way out and without a stack", async () => {
    expect(await run(["--colour"])).toEqual({ code: 2, out: "", err: "error  option-wrong\n       Unknown option '--colour'.\n  fix  Run with --help for all options.\n" });
  });
});

describe("--package", () => {
  it.each(["pets", "@zoo/pets", "pets.js", "p_e-t~s"])("takes %s", async (name) => {
    expect((await run(["--spec", "-", "--stop-after", "load", "--package", name], { stdin: "{" })).err).not.toContain("option-wrong");
  });

  it.each(["Pets", "@zoo", "@zoo/", "pets client", "../pets", ".pets", "_pets", "", "x".repeat(215)])("refuses %j", async (name) => {
    const { code, err } = await run(["--spec", "-", "--stop-after", "load", "--package", name], { stdin: "{}" });
    expect(code).toBe(2);
    expect(err).toMatch(/^error {2}option-wrong\n.*can't be the name of a package/);
  });
});
