// Runs the command line inside the test's process, and as a process of its own.

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { main } from "../../scripts/cli/main.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings {
  readonly stdin?: string;
  readonly isTerminal?: boolean;
}

export async function run(args: readonly string[], { stdin = "", isTerminal = false }: Surroundings = {}): Promise<Ran> {
  const said = { out: "", err: "" };
  const code = await main(args, {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    in: (async function* () { yield stdin; })(),
    isTerminal,
  });
  return { code, ...said };
}

export const repository: string = fileURLToPath(new URL("../..", import.meta.url));

/** The arguments after `node` that start the command line from its source. */
export const cliArguments: readonly string[] = ["--import", new URL("../../scripts/typescript.mjs", import.meta.url).href, `${repository}scripts/cli.ts`];

/** A real process, with pipes. */
export function runProcess(args: readonly string[], { cwd = repository, stdin = "" }: { readonly cwd?: string; readonly stdin?: string } = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...cliArguments, ...args], { cwd });
    const said = { out: "", err: "" };
    child.stdout.on("data", (chunk: Buffer) => (said.out += String(chunk)));
    child.stderr.on("data", (chunk: Buffer) => (said.err += String(chunk)));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? -1, ...said }));
    child.stdin.end(stdin);
  });
}
