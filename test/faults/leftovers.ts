// A process of its own: provokes every fault with one kind of client, then has no more to do, and tells what it noticed: whether it
// was over by itself or lived on, and how many rejections nobody handled.

import { matrix } from "./matrix.ts";
import { inHaste, officialSdk } from "./official-sdk.ts";
import { ours, oursOverFetch } from "./our-client.ts";
import { runFault } from "./trial.ts";

const subject = [ours, oursOverFetch, officialSdk].find(({ name }) => name === process.argv[2])!;
/** For how many milliseconds of its own it may live on with no more to do: a kept connection is closed sooner. */
const patience = 2_000;
const livesOn = 3;
let unhandled = 0;
process.on("unhandledRejection", () => unhandled++);

async function main(): Promise<void> {
  for (const { faults } of matrix) {
    for (const fault of faults) {
      if (subject === officialSdk ? fault.withoutSdk : subject === oursOverFetch && fault.overFetch === false) continue;
      await (subject === officialSdk && !fault.sdkUnhurried ? inHaste(() => runFault(fault, subject)) : runFault(fault, subject));
    }
  }
  let ticks = 0;
  // A timer that keeps no process alive.
  setInterval(() => ++ticks > patience && process.exit(livesOn), 1).unref();
}

process.on("exit", (code) => process.stdout.write(`${code === livesOn ? "lives on" : "over"}\n${unhandled} unhandled rejections\n`));
void main();
