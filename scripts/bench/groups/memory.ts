// What 20,000 calls do to the memory of the process that makes them.

import type { Group } from "../group.ts";
import { runProgram } from "../run-program.ts";

export const memory: Group = {
  name: "memory",
  title: "Memory over 20,000 calls, 20 at once",
  rows: [
    { what: "The heap after the last call, against the heap after 4,000", figure: ["ours", "growth"], unit: "ratio", limit: 1.05 },
    { what: "The peak of the process, against `@aws-sdk/client-marketplace-metering`", figure: ["ours", "peak"], against: ["theirs", "peak"], unit: "bytes", limit: 0.8 },
  ],
  async subjects(workshop) {
    const port = await workshop.server("server");
    const program = await workshop.program("memory", "node");
    return ["ours", "theirs"].map((whose) => ({ name: whose, rounds: 1, run: () => runProgram(program, [port, whose]) }));
  },
};
