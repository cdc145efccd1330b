// A process of its own: provokes every fault with one kind of client, then has no more to do, and tells what it noticed.

import { matrix } from "./matrix.ts";
import { inHaste, officialSdk } from "./official-sdk.ts";
import { ours, oursOverFetch } from "./our-client.ts";
import { runFault } from "./trial.ts";

const subject = [ours, oursOverFetch, officialSdk].find(({ name }) => name === process.argv[2])!;
let unhandled = 0;
process.on("unhandledRejection", () => unhandled++);

async function main(): Promise<void> {
  for (const { faults } of matrix) {
    for (const fault of faults) {
      if (subject === officialSdk ? fault.withoutSdk : subject === oursOverFetch && fault.overFetch === false) continue;
      await (subject === officialSdk && !fault.sdkUnhurried ? inHaste(() => runFault(fault, subject)) : runFault(fault, subject));
    }
  }
  // Whoever reads this measures how long the process lives on.
  process.stdout.write("done\n");
}

process.on("exit", () => process.stdout.write(`${unhandled} unhandled rejections\n`));
void main();
