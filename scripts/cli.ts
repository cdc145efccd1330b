#!/usr/bin/env node
// The command line: arguments and console at one end, exit codes at the other.

import { readFileSync, watch } from "node:fs";
import { dirname } from "node:path";
import { help, parseArguments, type Arguments } from "./cli/arguments.ts";
import { jobsOf, type Job } from "./cli/jobs.ts";
import { reportOf, reportText } from "./cli/report.ts";
import { runJob, runUntil } from "./cli/run-job.ts";
import { printProblems } from "./problems/print.ts";
import type { Problem } from "./problems/problem.ts";
import { Stop } from "./problems/stop.ts";
import { ownTemplates } from "./render/read-templates.ts";
import { isSame } from "./write/compare.ts";
import { difference } from "./write/difference.ts";

const exit = { done: 0, stale: 1, input: 2, fault: 70 } as const;

async function main(argv: readonly string[]): Promise<number> {
  const args = parseArguments(argv);
  if (args.help) return print(help.trimEnd());
  if (args.version) return print(ownVersion());
  const jobs = await jobsOf(args);
  if (args.stopAfter !== undefined) {
    for (const job of jobs) print(JSON.stringify(await runUntil(job, args.stopAfter), null, 2));
    return exit.done;
  }
  const code = await runAll(jobs, args);
  if (args.watch) await watchAndRun(jobs, args);
  return code;
}

async function runAll(jobs: readonly Job[], args: Arguments): Promise<number> {
  let code: number = exit.done;
  for (const [index, job] of jobs.entries()) {
    // The first job counts from the start of the process, as the user does.
    const start = index === 0 ? 0 : performance.now();
    const done = await runJob(job, args, progress(args));
    const report = reportOf(job, done, performance.now() - start);
    const stale = args.check && !isSame(done.comparison);
    if (stale) code = exit.stale;
    clearProgress();
    if (args.json) print(JSON.stringify({ ...report, stale, problems: done.outcome.problems }));
    else {
      say(done.outcome.problems);
      if (stale) print(difference(job.service.out, done.comparison).join("\n"));
      if (!args.quiet) print(reportText(report, done.comparison, args.check));
    }
  }
  return code;
}

async function watchAndRun(jobs: readonly Job[], args: Arguments): Promise<never> {
  const folders = new Set([ownTemplates, ...jobs.flatMap(({ service }) => [service.document, ...(service.overlays ?? [])].map((file) => dirname(file))), ...jobs.flatMap(({ service }) => service.templates ?? [])]);
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const again = () => {
    // Editors write a file in several steps; one run for all of them.
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(async () => void (await runAll(jobs, args).catch((error: unknown) => failed(error, args))));
    }, 100);
  };
  for (const folder of folders) watch(folder, { recursive: true }, again);
  return new Promise<never>(() => {});
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return exit.done;
}

function say(problems: readonly Problem[]): void {
  const text = printProblems(problems, { colour: process.stderr.isTTY === true });
  if (text !== "") process.stderr.write(`${text}\n`);
}

function progress(args: Arguments): (stage: string) => void {
  return process.stderr.isTTY === true && !args.quiet && !args.json ? (stage) => process.stderr.write(`\r\u001b[K${stage} …`) : () => {};
}

function clearProgress(): void {
  if (process.stderr.isTTY === true) process.stderr.write("\r\u001b[K");
}

function ownVersion(): string {
  const file = new URL("../package.json", import.meta.url);
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { readonly version: string };
  return version;
}

/** Exit code of a failure. What is wrong with the input is told without a stack; a stack means that the fault is ours. */
function failed(error: unknown, args: Pick<Arguments, "json">): number {
  clearProgress();
  if (error instanceof Stop) {
    if (args.json) print(JSON.stringify({ problems: error.problems }));
    else say(error.problems);
    return exit.input;
  }
  process.stderr.write(`Countersign itself failed; please report this with the document.\n${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
  return exit.fault;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => failed(error, { json: process.argv.includes("--json") }));
