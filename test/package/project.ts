// Packs a package and installs it where nothing else is, as a user does.

import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const repository: string = fileURLToPath(new URL("../..", import.meta.url));

export interface Ran {
  readonly code: number;
  readonly out: string;
}

/** Runs a command to its end; what it says on both streams is one text. */
export async function ran(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = process.env): Promise<Ran> {
  try {
    const { stdout, stderr } = await promisify(execFile)(command, [...args], { cwd, env, maxBuffer: 64_000_000 });
    return { code: 0, out: `${stdout}${stderr}` };
  } catch (error) {
    const { code, stdout, stderr } = error as { readonly code?: number | string; readonly stdout?: string; readonly stderr?: string };
    return { code: typeof code === "number" ? code : -1, out: `${stdout ?? ""}${stderr ?? ""}${stdout === undefined ? String(error) : ""}` };
  }
}

export function npm(args: readonly string[], cwd: string): Promise<Ran> {
  // Variables of the npm that runs this test would tell the inner one things about another project.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(config_local_prefix|package_|lifecycle_)/.test(name)));
  return ran(process.platform === "win32" ? "npm.cmd" : "npm", args, cwd, env);
}

export interface Project {
  readonly folder: string;
  /** The packed file. */
  readonly tarball: string;
  /** Files in it, without `package/`. */
  readonly packed: readonly string[];
  readonly remove: () => void;
}

/** `npm pack` of a folder, and `npm install` of what came of it into an empty project; without a network when it has no dependencies. */
export async function packedInto(folder: string, { offline }: { readonly offline: boolean }): Promise<Project> {
  const project = mkdtempSync(join(tmpdir(), "countersign-package-"));
  // Packing builds, which the settings of this repository would leave out.
  const packed = await npm(["pack", "--json", "--ignore-scripts=false", "--pack-destination", project], folder);
  if (packed.code !== 0) throw new Error(packed.out);
  // Scripts that npm runs before packing may say something before the JSON.
  const [listing] = JSON.parse(/^\[\n[\s\S]*^\]$/m.exec(packed.out)?.[0] ?? "[]") as { filename: string; files: { path: string }[] }[];
  if (listing === undefined) throw new Error(packed.out);
  const tarball = join(project, listing.filename.replace(/^@/, "").replace("/", "-"));
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "empty-project", private: true, type: "module" }));
  const installed = await npm(["install", "--no-audit", "--no-fund", "--ignore-scripts", ...(offline ? ["--offline"] : []), tarball], project);
  if (installed.code !== 0) throw new Error(installed.out);
  return { folder: project, tarball, packed: listing.files.map(({ path }) => path).sort(), remove: () => rmSync(project, { recursive: true, force: true }) };
}

/** Links or copies packages of the repository into the project. */
export function borrow(project: string, names: readonly string[], how: "copy" | "link" = "copy"): void {
  for (const name of names) {
    const target = join(project, "node_modules", name);
    if (existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    if (how === "copy") cpSync(join(repository, "node_modules", name), target, { recursive: true });
    else symlinkSync(join(repository, "node_modules", name), target, "dir");
  }
}

export function jsonOf(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8")) as unknown;
}

/** The block of code in the README that holds this text. */
export function readmeBlock(text: string): string {
  const blocks = [...readFileSync(join(repository, "README.md"), "utf8").matchAll(/^```\w+\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? "");
  const found = blocks.find((block) => block.includes(text));
  if (found === undefined) throw new Error(`The README has no block with ${text}.`);
  return found;
}
