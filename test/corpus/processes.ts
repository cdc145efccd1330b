// Starts the processes of a run: one that generates many documents, and the command as users call it, once for each document.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ran, repository } from "../package/project.ts";
import { digestOf, type Report } from "./report.ts";
import type { Sending } from "./send-fragments.ts";

const address = (path: string): string => pathToFileURL(join(repository, path)).href;

/** Where and how a process runs. */
export interface Surroundings {
  /** Names the run's files. */
  readonly name: string;
  readonly node?: string;
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Folders are listed in another order. */
  readonly shuffled?: true;
  /** Folder for what a compiler needs; nothing is written without one. */
  readonly out?: string;
}

/** Generates the documents, one after the other. */
export async function generateMany(documents: string, services: readonly string[], workplace: string, { name, node = process.execPath, cwd, env = {}, shuffled, out }: Surroundings): Promise<Report> {
  const report = join(workplace, `${name}.json`);
  const preloaded = ["scripts/typescript.mjs", ...(shuffled ? ["test/corpus/shuffled-folders.mjs"] : [])].flatMap((path) => ["--import", address(path)]);
  // What lives from one document to the next is little; with more room for what is young, the collector runs a third as often.
  const args = ["--max-semi-space-size=64", ...preloaded, join(repository, "test/corpus/generate-many.ts"), "--documents", documents, "--names", services.join(","), "--report", report, ...(out === undefined ? [] : ["--out", out])];
  const { code, out: said } = await ran(node, args, cwd, { ...process.env, ...env });
  if (code !== 0) throw new Error(`The process ${name} ended with ${code}.\n${said}`);
  return JSON.parse(readFileSync(report, "utf8")) as Report;
}

/** Sends what shares its method and path with others, by the packages that were generated. */
export async function sendFragments(documents: string, packages: string, services: readonly string[], workplace: string): Promise<readonly Sending[]> {
  const report = join(workplace, "sent.json");
  const { code, out } = await ran(process.execPath, ["--import", address("scripts/typescript.mjs"), join(repository, "test/corpus/send-fragments.ts"), "--documents", documents, "--packages", packages, "--names", services.join(","), "--report", report], workplace);
  if (code !== 0) throw new Error(`The process that sends ended with ${code}.\n${out}`);
  return JSON.parse(readFileSync(report, "utf8")) as readonly Sending[];
}

export interface Cold {
  readonly service: string;
  readonly cpu: number;
  readonly wall: number;
  readonly peakBytes: number;
  readonly digests: Readonly<Record<string, string>>;
}

/** `countersign --spec … --out …`, in a process of its own that writes the package. */
export async function generateCold(documents: string, service: string, workplace: string): Promise<Cold> {
  const out = join(workplace, "cold", service);
  const cost = join(workplace, "cost.json");
  const begun = performance.now();
  const { code, out: said } = await ran(process.execPath, [join(repository, "scripts/start.mjs"), "--spec", `${service}.json`, "--out", out, "--quiet"], documents, { ...process.env, NODE_OPTIONS: `--import=${address("test/corpus/say-cost.mjs")}`, COUNTERSIGN_COST: cost });
  const wall = (performance.now() - begun) / 1_000;
  if (code !== 0) throw new Error(`The command ended with ${code} on ${service}.\n${said}`);
  const { cpu, peakBytes } = JSON.parse(readFileSync(cost, "utf8")) as { readonly cpu: number; readonly peakBytes: number };
  return { service, cpu, wall, peakBytes, digests: digestsBelow(out) };
}

function digestsBelow(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  // The manifest is the writer's own.
  return Object.fromEntries(files.filter((file) => !file.endsWith(".countersign.json")).map((file) => [file.slice(folder.length + 1).replaceAll("\\", "/"), digestOf(readFileSync(file))]));
}
