// What a whole call to a local server costs the process that makes it.

import type { Group, Row } from "../group.ts";
import { runProgram } from "../run-program.ts";

export const calls: Group = {
  name: "calls",
  title: "A call to a local server, CPU of the client's process",
  rows: [1, 50].flatMap((atOnce) => {
    const row = (what: string, ours: string, theirs: string, limit: number): Row => ({
      what: `${what}, ${atOnce === 1 ? "one at a time" : `${atOnce} at once`}`,
      figure: ["calls", `${ours}, ${atOnce}`], against: ["calls", `${theirs}, ${atOnce}`], unit: "s", limit,
    });
    return [
      row("Over `node:http`, against the same bytes sent by bare `node:http` with keep-alive", "ours over node:http", "node:http", 1.35),
      row("Over `node:http`, against `@aws-sdk/client-marketplace-metering`", "ours over node:http", "AWS's SDK", 0.35),
      row("Over `fetch`, against the same bytes sent by bare `fetch` without a signal (the goal is 1.15)", "ours over fetch", "fetch", 1.6),
    ];
  }),
  async subjects(workshop) {
    const port = await workshop.server();
    const program = await workshop.program("calls", "node");
    return [{ name: "calls", rounds: 3, run: () => runProgram(program, [port]) }];
  },
};
