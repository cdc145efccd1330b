// What the workflows may do, and with whose code.

import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly needs?: string;
  readonly steps: readonly Step[];
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

const folder = new URL("../../.github/workflows/", import.meta.url);
const texts = new Map(readdirSync(folder).map((file) => [file, readFileSync(new URL(file, folder), "utf8")]));
const workflowOf = (file: string) => parse(texts.get(file) ?? "") as Workflow;

describe.each([...texts.keys()])("%s", (file) => {
  const { on, permissions, jobs } = workflowOf(file);
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  it("may do nothing, except for what each of its jobs names", () => {
    expect(permissions).toEqual({});
    for (const [name, job] of Object.entries(jobs)) expect(job.permissions, name).toEqual(name === "publish" ? { "id-token": "write" } : { contents: "read" });
  });

  it("uses actions by the hash of a commit, with the version beside it", () => {
    const lines = (texts.get(file) ?? "").split("\n").filter((line) => /\buses:/.test(line));
    expect(lines).toHaveLength(steps.filter(({ uses }) => uses !== undefined).length);
    for (const line of lines) expect(line).toMatch(/^ +- uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("leaves no key of the repository on disk", () => {
    for (const step of steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"))) expect(step.with?.["persist-credentials"]).toBe(false);
  });

  it("isn't started by what strangers send, holds no secret, and writes nothing of others into a script", () => {
    expect(Object.keys(on)).toEqual(file === "publish.yml" ? ["push"] : ["push", "pull_request"]);
    expect(texts.get(file)).not.toMatch(/secrets\.|NODE_AUTH_TOKEN|NPM_TOKEN/);
    for (const { run = "" } of steps) expect(run).not.toContain("${{");
  });
});

it("there are two workflows", () => {
  expect([...texts.keys()].sort()).toEqual(["ci.yml", "publish.yml"]);
});

describe("publishing", () => {
  const { on, jobs } = workflowOf("publish.yml");
  const job = jobs["publish"];

  it("begins with a tag, and with everything that has to hold", () => {
    expect(on["push"]).toEqual({ tags: ["v*"] });
    expect(job?.needs).toBe("pack");
    expect(jobs["pack"]?.steps.map(({ run }) => run)).toContain(".ci/run");
  });

  it("has a job of its own, which somebody has to allow, and which runs no code of this repository or of any package", () => {
    expect(job?.environment).toBe("npm");
    expect(job?.steps.map(({ uses, run }) => uses?.replace(/@.*/, "") ?? run?.trim())).toEqual([
      "actions/download-artifact",
      "actions/setup-node",
      'for package in packed/*.tgz; do\n  npm publish "./$package" --provenance --access public --ignore-scripts\ndone',
    ]);
  });

  it("is the only one that may be somebody", () => {
    const allowed = [...texts.keys()].flatMap((file) => Object.entries(workflowOf(file).jobs).filter(([, { permissions }]) => permissions?.["id-token"] !== undefined).map(([name]) => `${file} ${name}`));
    expect(allowed).toEqual(["publish.yml publish"]);
  });
});

it("everything that has to hold is run where changes are proposed", () => {
  expect(Object.values(workflowOf("ci.yml").jobs).flatMap(({ steps }) => steps.map(({ run }) => run))).toContain(".ci/run");
});
