// The command line as a function: arguments and a console come in, an exit code goes out.

import { readFileSync } from "node:fs";
import { printProblems } from "../problems/print.ts";
import type { Problem } from "../problems/problem.ts";
import { Stop } from "../problems/stop.ts";
import { isSame } from "../write/compare.ts";
import { difference } from "../write/difference.ts";
import { help, parseArguments, type Arguments } from "./arguments.ts";
import { jobsOf, type Job } from "./jobs.ts";
import { reportOf, reportText } from "./report.ts";
import { runJob, runUntil, type Done } from "./run-job.ts";
import { watchAndRun } from "./watch.ts";

/** Where a run says things. */
export interface Console {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Standard input. */
  readonly in: AsyncIterable<Uint8Array | string>;
  /** Somebody is looking: colours and progress are welcome. */
  readonly isTerminal: boolean;
}

/** What the shell gets, from good to bad; of several services the worst counts. */
const exit = { done: 0, stale: 1, input: 2, fault: 70 } as const;

/** What the program does beside generating. Each is loaded when it is asked for. */
const commands = [
  { name: "facts", run: async (args: readonly string[], console: Console) => (await import("./facts.ts")).runFacts(args, console) },
  { name: "import", run: async (args: readonly string[], console: Console) => (await import("./import.ts")).runImport(args, console) },
];

export async function main(argv: readonly string[], console: Console): Promise<number> {
  try {
    const command = commands.find((one) => one.name === argv[0]);
    if (command !== undefined) {
      await command.run(argv.slice(1), console);
      return exit.done;
    }
    const args = parseArguments(argv);
    if (args.help) return print(console, help.trimEnd());
    if (args.version) return print(console, ownVersion());
    const jobs = await jobsOf(args);
    if (args.stopAfter !== undefined) {
      for (const job of jobs) print(console, JSON.stringify(await runUntil(job, args.stopAfter, { stdin: console.in, onStage: () => {} }), null, 2));
      return exit.done;
    }
    const run = () => runAll(jobs, args, console);
    return await (args.watch ? watchAndRun(jobs, run) : run());
  } catch (error) {
    return failed(error, { json: argv.includes("--json") }, console);
  }
}

async function runAll(jobs: readonly Job[], args: Arguments, console: Console): Promise<number> {
  let worst: number = exit.done;
  for (const [index, job] of jobs.entries()) {
    // The first job counts from the start of the process, as the user does.
    const start = index === 0 && !args.watch ? 0 : performance.now();
    const progress = progressOn(console, args);
    try {
      const done = await runJob(job, args, { stdin: console.in, onStage: progress.show });
      progress.clear();
      worst = Math.max(worst, tell(job, done, performance.now() - start, args, console));
    } catch (error) {
      progress.clear();
      worst = Math.max(worst, failed(error, args, console));
    }
  }
  return worst;
}

/** Says what came of a job. */
function tell(job: Job, done: Done, milliseconds: number, args: Arguments, console: Console): number {
  const report = reportOf(job, done, milliseconds);
  const stale = args.check && !isSame(done.comparison);
  if (args.json) print(console, JSON.stringify({ ...report, stale, problems: done.outcome.problems }));
  else {
    say(console, done.outcome.problems);
    if (stale) print(console, difference(job.service.out, done.comparison).join("\n"));
    if (!args.quiet) print(console, reportText(report, done.comparison, args.check));
  }
  return stale ? exit.stale : exit.done;
}

function print(console: Console, text: string): number {
  console.out(`${text}\n`);
  return exit.done;
}

function say(console: Console, problems: readonly Problem[]): void {
  const text = printProblems(problems, { colour: console.isTerminal });
  if (text !== "") console.err(`${text}\n`);
}

/** Tells a terminal which stage has begun, on one line that disappears. */
function progressOn(console: Console, args: Arguments): { readonly show: (stage: string) => void; readonly clear: () => void } {
  if (!console.isTerminal || args.quiet || args.json) return { show: () => {}, clear: () => {} };
  return { show: (stage) => console.err(`\r\u001b[K${stage} …`), clear: () => console.err("\r\u001b[K") };
}

function ownVersion(): string {
  const file = new URL("../../package.json", import.meta.url);
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { readonly version: string };
  return version;
}

/** Exit code of a failure. What is wrong with the input is told without a stack; a stack means that the fault is ours. */
function failed(error: unknown, args: Pick<Arguments, "json">, console: Console): number {
  if (error instanceof Stop) {
    if (args.json) print(console, JSON.stringify({ problems: error.problems }));
    else say(console, error.problems);
    return exit.input;
  }
  console.err(`Countersign itself failed; please report this with the document.\n${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
  return exit.fault;
}
