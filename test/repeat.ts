// `npm run test:repeat`: the suites of how calls behave, again and again, since what fails once in twenty runs fails in
// production, too. `-- --times 5 test/runtime` says how often, and which. `-- --stall` halts the processes of a run again and again,
// for up to half a second, which is what they meet on a machine that is busy: a test that depends on time fails then.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";

/** What is used of a report in the form that Jest made common. */
interface Report {
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string; readonly failureMessages: readonly string[] }[];
  }[];
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { times: { type: "string", default: "20" }, stall: { type: "boolean", default: false } } });
const times = Number(values.times);
const suites = positionals.length > 0 ? positionals : ["test/runtime", "test/contract", "test/faults"];
const folder = mkdtempSync(join(tmpdir(), "countersign-repeat-"));
const failures = new Map<string, number>();

for (let run = 1; run <= times; run++) {
  const from = performance.now();
  const report = await runOnce(join(folder, `${run}.json`));
  const failed = report === undefined ? [["the run itself", "it gave no report"] as const] : failuresOf(report);
  for (const [name, message] of failed) {
    if (!failures.has(name)) console.log(`${name}\n${message}\n`);
    failures.set(name, (failures.get(name) ?? 0) + 1);
  }
  console.log(`run ${run} of ${times}: ${report?.numTotalTests ?? 0} tests, ${failed.length} failures, ${Math.round((performance.now() - from) / 1_000)} s`);
}

for (const [name, count] of failures) console.log(`failed in ${count} of ${times} runs: ${name}`);
rmSync(folder, { recursive: true });
process.exitCode = failures.size === 0 ? 0 : 1;

/** Runs the suites in a process of their own. */
async function runOnce(file: string): Promise<Report | undefined> {
  // A group of processes of its own, which can be halted as a whole.
  const child = spawn("npx", ["vitest", "run", ...suites, "--reporter=json", `--outputFile=${file}`], { stdio: "ignore", detached: values.stall });
  const closed = new Promise((resolve) => child.on("close", resolve));
  if (values.stall) void stall(-child.pid!, closed);
  const code = await closed;
  try {
    const report = JSON.parse(readFileSync(file, "utf8")) as Report;
    // Such as an unhandled rejection, which no test answers for.
    return code !== 0 && failuresOf(report).length === 0 ? undefined : report;
  } catch {
    return undefined;
  }
}

/** Halts a group of processes and lets it go on, in turn, until it is over. */
async function stall(group: number, over: Promise<unknown>): Promise<void> {
  let isOver = false;
  void over.then(() => (isOver = true));
  const end = () => void process.kill(group, "SIGKILL");
  process.on("exit", end).once("SIGINT", () => process.exit(130));
  for (let halted = true; !isOver; halted = !halted) {
    process.kill(group, halted ? "SIGSTOP" : "SIGCONT");
    await setTimeout(Math.random() * (halted ? 500 : 200));
  }
  process.off("exit", end);
}

function failuresOf({ testResults }: Report): readonly (readonly [name: string, message: string])[] {
  return testResults.flatMap(({ assertionResults, message, name, status }) => {
    const failed = assertionResults.filter((test) => test.status === "failed").map((test) => [`${name}: ${test.fullName}`, test.failureMessages.join("\n")] as const);
    return status === "failed" && failed.length === 0 ? [[name, message] as const] : failed;
  });
}
