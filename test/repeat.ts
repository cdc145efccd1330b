// `npm run test:repeat`: the suites of how calls behave, again and again, since what fails once in twenty runs fails in
// production, too. `-- --times 5 test/runtime` says how often, and which.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

const { positionals, values } = parseArgs({ allowPositionals: true, options: { times: { type: "string", default: "20" } } });
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
  const child = spawn("npx", ["vitest", "run", ...suites, "--reporter=json", `--outputFile=${file}`], { stdio: "ignore" });
  const code = await new Promise((resolve) => child.on("close", resolve));
  try {
    const report = JSON.parse(readFileSync(file, "utf8")) as Report;
    // Such as an unhandled rejection, which no test answers for.
    return code !== 0 && failuresOf(report).length === 0 ? undefined : report;
  } catch {
    return undefined;
  }
}

function failuresOf({ testResults }: Report): readonly (readonly [name: string, message: string])[] {
  return testResults.flatMap(({ assertionResults, message, name, status }) => {
    const failed = assertionResults.filter((test) => test.status === "failed").map((test) => [`${name}: ${test.fullName}`, test.failureMessages.join("\n")] as const);
    return status === "failed" && failed.length === 0 ? [[name, message] as const] : failed;
  });
}
