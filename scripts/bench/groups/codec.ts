// What encoding requests and decoding answers costs, against mappings that somebody wrote by hand for these very types.

import type { Group } from "../group.ts";
import { runProgram } from "../run-program.ts";

export const codec: Group = {
  name: "codec",
  title: "JSON, CPU",
  rows: [
    { what: "Encoding 25 records, against `JSON.stringify` and a mapping by hand", figure: ["codec", "encode"], against: ["codec", "encode by hand"], unit: "s", limit: 1.2 },
    { what: "Decoding 1,000 results, against `JSON.parse` and a mapping by hand", figure: ["codec", "decode"], against: ["codec", "decode by hand"], unit: "s", limit: 1.2 },
  ],
  async subjects(workshop) {
    const program = await workshop.program("codec", "node");
    return [{ name: "codec", rounds: 5, run: () => runProgram(program) }];
  },
};
