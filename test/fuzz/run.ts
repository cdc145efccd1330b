// `npm run test:fuzz`: mutates documents, 10,000 times unless told otherwise, and looks for what must not be: exceptions that are no
// problems, more than 20 seconds of CPU, packages that the last look refuses. Of what comes out, a sample is compiled, and so is what
// becomes of documents that are hostile at every place. `-- --cases 300 --seed 7` chooses, `-- --seed 7 --show 12` prints the document of
// a case.

import { fork, spawnSync, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { caseOf } from "./cases.ts";
import { typesOf } from "./types.ts";

const { values } = parseArgs({ options: { cases: { type: "string" }, seed: { type: "string" }, show: { type: "string" }, from: { type: "string" } } });
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e6));
const cases = Number(values.cases ?? 10_000);
const mostSeconds = 20;

interface Fault {
  readonly number: number;
  readonly reason: string;
}

type Message = { readonly begun: number } | { readonly number: number; readonly kind: "done" | "refused" | "fault"; readonly seconds: number; readonly reason?: string };

const counts = { done: 0, refused: 0 };
const made: number[] = [];
/** How many packages are compiled, beside the hostile ones. */
const sample = 100;
const faults: Fault[] = [];
let slowest = { number: -1, seconds: 0 };

/** Runs cases until all are done or the process is ended; gives the next one. */
function runFrom(first: number): Promise<number> {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(new URL("worker.ts", import.meta.url)), [String(seed), String(first), String(cases)], { execArgv: ["--import", "./scripts/typescript.mjs", "--max-old-space-size=1024"], stdio: ["ignore", "ignore", "pipe", "ipc"] });
    let current = first;
    let spentBefore = 0;
    let errors = "";
    child.stderr?.on("data", (chunk: Buffer) => (errors = `${errors}${chunk.toString()}`.slice(-2_000)));
    child.on("message", (message: Message) => {
      if ("begun" in message) {
        current = message.begun;
        spentBefore = 0;
        return;
      }
      if (message.kind === "fault") faults.push({ number: message.number, reason: message.reason ?? "" });
      else counts[message.kind] += 1;
      if (message.kind === "done") made.push(message.number);
      if (message.seconds > slowest.seconds) slowest = { number: message.number, seconds: message.seconds };
      if (message.seconds > mostSeconds) faults.push({ number: message.number, reason: `${message.seconds.toFixed(0)} s of CPU` });
      current = message.number + 1;
      if (current % 500 === 0) console.log(`  ${current} of ${cases}, ${faults.length} faults`);
    });
    // A process that hangs can't say so; what it has spent since the last look is counted from outside.
    const watch = setInterval(() => {
      const spent = secondsOf(child);
      if (spent === undefined) return;
      if (spentBefore === 0) spentBefore = spent;
      else if (spent - spentBefore > mostSeconds) {
        faults.push({ number: current, reason: `more than ${mostSeconds} s of CPU` });
        child.kill("SIGKILL");
      }
    }, 2_000);
    child.on("exit", (code, signal) => {
      clearInterval(watch);
      if (current < cases && code !== 0 && !faults.some(({ number }) => number === current)) faults.push({ number: current, reason: `the process ended with ${signal ?? code}: ${errors.split("\n").find((line) => /error|fatal/i.test(line)) ?? ""}` });
      resolve(code === 0 ? cases : current + 1);
    });
  });
}

/** CPU that a process has used, as `ps` tells it: `[[days-]hours:]minutes:seconds`. */
function secondsOf({ pid }: ChildProcess): number | undefined {
  const { stdout } = spawnSync("ps", ["-o", "time=", "-p", String(pid)], { encoding: "utf8" });
  const parts = (stdout ?? "").trim().split(/[-:]/).map(Number);
  if (parts.length < 2 || parts.some(Number.isNaN)) return undefined;
  return parts.reverse().reduce((sum, part, index) => sum + part * ([1, 60, 3_600, 86_400][index] ?? 0), 0);
}

if (values.show !== undefined) {
  const { document, changes, text } = caseOf(seed, Number(values.show));
  console.error(`${document}, changed by ${changes.join(", ")}`);
  console.log(text);
} else {
  console.log(`${cases} cases with seed ${seed}`);
  for (let next = Number(values.from ?? 0); next < cases; ) next = await runFrom(next);
  const { checked, faults: wrong } = await typesOf(seed, made.filter((_, index) => index % Math.ceil(made.length / sample) === 0));
  for (const { number, reason } of faults) console.log(`case ${number}: ${reason}\n  npm run test:fuzz -- --seed ${seed} --show ${number}`);
  console.log(`${counts.done} packages, ${counts.refused} refusals, ${faults.length} faults; the slowest case, ${slowest.number}, took ${slowest.seconds.toFixed(2)} s of CPU`);
  for (const [name, found] of wrong) console.log(`${name}: ${found.join("\n  ")}`);
  console.log(`${checked} packages compiled under strict flags, ${wrong.size} with faults`);
  console.log(`${counts.done + counts.refused + checked - wrong.size} passed, ${faults.length + wrong.size} failed`);
  process.exitCode = faults.length + wrong.size === 0 ? 0 : 1;
}
