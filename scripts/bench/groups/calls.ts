// What a whole call to a local server costs the process that makes it.

import type { Group, Row } from "../group.ts";
import { runProgram } from "../run-program.ts";

/** Calls at once. */
const load = [1, 50];

/** Each has a process of its own, since garbage is a good part of what `fetch` costs. */
const clients = ["node:http", "ours over node:http", "fetch", "fetch in its time", "ours over fetch", "AWS's SDK"];

export const calls: Group = {
  name: "calls",
  title: "A call to a local server, CPU of the client's process",
  rows: load.flatMap((atOnce) => {
    const row = (what: string, ours: string, theirs: string, limit: number): Row => ({
      what: `${what}, ${atOnce === 1 ? "one at a time" : `${atOnce} at once`}`,
      figure: [`${ours}, ${atOnce}`, "cpu"], against: [`${theirs}, ${atOnce}`, "cpu"], unit: "s", limit,
    });
    return [
      row("Over `node:http`, against the same bytes sent by bare `node:http` with keep-alive", "ours over node:http", "node:http", 1.35),
      row("Over `node:http`, against `@aws-sdk/client-marketplace-metering`", "ours over node:http", "AWS's SDK", 0.35),
      row("Over `fetch`, against the same bytes sent by bare `fetch` that ends in time, too, by `AbortSignal.timeout`", "ours over fetch", "fetch in its time", 1.15),
      row("Over `fetch`, against bare `fetch` that may wait for ever", "ours over fetch", "fetch", 1.25),
    ];
  }),
  async subjects(workshop) {
    const port = await workshop.server("server");
    const program = await workshop.program("calls", "node");
    return load.flatMap((atOnce) => clients.map((client) => ({ name: `${client}, ${atOnce}`, run: () => runProgram(program, [port, client, String(atOnce)]) })));
  },
};
