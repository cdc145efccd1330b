// The platforms: how the scenario is run on each.

import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { exampleCredentials } from "../support/verify-signature.ts";
import { bundleEntry, compileEntry, type InstalledPackage } from "./package.ts";
import { fetchPlaywright, fetchProgram, findChromium, type Program, programs } from "./runtimes.ts";
import type { Result, Surroundings } from "./scenario.ts";
import type { ScenarioServer } from "./server.ts";

export interface Workshop {
  readonly server: ScenarioServer;
  readonly installed: InstalledPackage;
  /** Where runtimes are kept. */
  readonly cache: string;
}

/** Results by column of the table. */
export type Columns = Readonly<Record<string, readonly Result[]>>;

/** Runs the scenario; throws a NotToBeHad when the runtime can't be had. */
export type Platform = (workshop: Workshop) => Promise<Columns>;

export const platforms: Readonly<Record<string, Platform>> = {
  "node 20": asProcess("node 20", programs["node 20"], []),
  "node 22": asProcess("node 22", programs["node 22"], []),
  "node 24": asProcess("node 24", programs["node 24"], []),
  // What a program needs that calls a service: its host, and the variables that hold the keys.
  deno: asProcess("deno", programs.deno, ["run", "--no-prompt", "--allow-net=127.0.0.1", "--allow-env"]),
  bun: asProcess("bun", programs.bun, ["run"]),
  workerd,
  chromium,
};

/** A command-line runtime, with the transport that it chooses by itself and with its `fetch`. */
function asProcess(name: string, program: Program, flags: readonly string[]): Platform {
  return async ({ server, installed, cache }) => {
    const command = fetchProgram(cache, program);
    const [scenario, lastCall] = await Promise.all([compileEntry("on-process.ts", installed), compileEntry("last-call.ts", installed)]);
    const columns: Record<string, readonly Result[]> = {};
    for (const transport of ["default", "fetch"] as const) {
      const surroundings: Surroundings = { url: server.url, transport, environment: true, connections: true };
      const run = (entry: string) => runProcess(command, [...flags, entry, JSON.stringify(surroundings)], installed.folder);
      const { out } = await run(scenario);
      // Its server closes no connection, so a process that leaves that to the server doesn't end.
      const { sinceLastLine, isOver } = await run(lastCall);
      const check = "the process ends by itself";
      const end: Result = { check, ms: sinceLastLine, ...(!isOver && { problem: "it had to be stopped" }) };
      columns[`${name} ${transport === "fetch" ? "fetch" : "http"}`] = [...(JSON.parse(out) as Result[]), end];
    }
    return columns;
  };
}

/** Cloudflare's runtime, with the scenario as a worker. */
async function workerd({ server, installed, cache }: Workshop): Promise<Columns> {
  const command = fetchProgram(cache, programs.workerd);
  const { text, nodeModules } = await bundleEntry("on-worker.ts", installed, ["workerd", "worker", "import"], "esm");
  writeFileSync(join(installed.folder, "worker.mjs"), text);
  const configuration = join(installed.folder, "worker.capnp");
  writeFileSync(configuration, workerConfiguration);
  const child = spawn(command, ["serve", configuration, "--control-fd=3"], { stdio: ["ignore", "ignore", "inherit", "pipe"] });
  try {
    const { port } = JSON.parse(await firstLine(child, child.stdio[3] as NodeJS.ReadableStream)) as { port: number };
    const surroundings: Surroundings = { url: server.url, transport: "default", environment: false, connections: false };
    const response = await fetch(`http://127.0.0.1:${port}`, { method: "POST", body: JSON.stringify(surroundings) });
    if (!response.ok) throw new Error(`the worker answered with ${response.status}: ${await response.text()}`);
    return { workerd: [...((await response.json()) as Result[]), bundleResult(nodeModules)] };
  } finally {
    child.kill();
  }
}

const workerConfiguration = `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "scenario", worker = (modules = [(name = "worker", esModule = embed "worker.mjs")], compatibilityDate = "2026-11-01")),
    (name = "internet", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "scenario")],
);
`;

/** The part of Playwright that is used. */
interface Playwright {
  readonly chromium: {
    launch(options: { readonly executablePath: string; readonly args: readonly string[] }): Promise<{
      newPage(): Promise<{ goto(url: string): Promise<unknown>; evaluate(script: string): Promise<unknown> }>;
      close(): Promise<void>;
    }>;
  };
}

/** A page whose origin isn't the service's, and no secure context either: it has neither `crypto.subtle` nor `crypto.randomUUID`. */
async function chromium({ server, installed, cache }: Workshop): Promise<Columns> {
  const executablePath = findChromium();
  const playwright = (await import(pathToFileURL(fetchPlaywright(cache)).href)) as Playwright;
  const { text, nodeModules } = await bundleEntry("on-page.ts", installed, ["browser", "import"], "iife");
  server.serve("/page", "text/html", '<!doctype html><meta charset="utf-8"><title>Scenario</title><script src="/page.js"></script>');
  server.serve("/page.js", "text/javascript; charset=utf-8", text);
  // Nothing of what a browser likes to fetch for itself; and root has no sandbox.
  const quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  const nowhere = "--host-resolver-rules=MAP page.example 127.0.0.1";
  const browser = await playwright.chromium.launch({ executablePath, args: [...quiet, nowhere, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])] });
  try {
    const page = await browser.newPage();
    await page.goto(server.url.replace("127.0.0.1", "page.example") + "/page");
    const surroundings: Surroundings = { url: server.url, transport: "default", environment: false, connections: false };
    if (await page.evaluate("isSecureContext")) throw new Error("the page is a secure context");
    const results = (await page.evaluate(`runScenario(${JSON.stringify(surroundings)})`)) as Result[];
    return { chromium: [...results, bundleResult(nodeModules)] };
  } finally {
    await browser.close();
  }
}

function bundleResult(nodeModules: readonly string[]): Result {
  const check = "the bundle holds no module of Node";
  return nodeModules.length === 0 ? { check, ms: 0 } : { check, ms: 0, problem: `it holds ${nodeModules.join(", ")}` };
}

const patienceMs = 180_000;

/** Runs a process to its end; tells how long that took from its last line on. */
function runProcess(command: string, args: readonly string[], cwd: string): Promise<{ readonly out: string; readonly sinceLastLine: number; readonly isOver: boolean }> {
  const { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY } = exampleCredentials;
  const { PATH = "", HOME = "" } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"], env: { PATH, HOME, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } });
    const timer = setTimeout(() => child.kill("SIGKILL"), patienceMs);
    let out = "";
    let err = "";
    let lastLine = NaN;
    child.stdout.on("data", (chunk: Buffer) => {
      out += String(chunk);
      lastLine = performance.now();
    });
    child.stderr.on("data", (chunk: Buffer) => (err += String(chunk)));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (code === 0 || (signal && out)) resolve({ out, sinceLastLine: performance.now() - lastLine, isOver: code === 0 });
      else reject(new Error(`${signal ? `it had to be stopped after ${patienceMs} ms` : `it ended with ${code}`}\n${err.trim()}`));
    });
  });
}

function firstLine(child: ChildProcess, stream: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    stream.on("data", (chunk: Buffer) => {
      text += String(chunk);
      if (text.includes("\n")) resolve(text.slice(0, text.indexOf("\n")));
    });
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`it ended with ${code} before it listened`)));
  });
}
