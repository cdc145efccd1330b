// What it costs to import a client and make the first call, beyond an empty process.

import { fetchProgram, NotToBeHad, programs } from "../../../test/platforms/runtimes.ts";
import type { Absent, Group, Subject } from "../group.ts";
import { runProgram } from "../run-program.ts";
import { runtimes } from "../workshop.ts";

const versions = ["node 20", "node 22", "node 24"] as const;

export const starting: Group = {
  name: "starting",
  title: "Import and first call, CPU beyond an empty process",
  rows: versions.map((version) => ({
    what: `Against \`@aws-sdk/client-marketplace-metering\`, on ${version.replace("node", "Node")}`,
    figure: [version, "ours"], against: [version, "theirs"], unit: "s", limit: 0.6,
  })),
  async subjects(workshop) {
    const port = await workshop.server("server");
    const program = await workshop.program("start", "node");
    return versions.map((name): Subject | Absent => {
      let node: string;
      try {
        node = fetchProgram(runtimes, programs[name]);
      } catch (error) {
        if (error instanceof NotToBeHad) return { name, absent: error.message };
        throw error;
      }
      const cpuOf = async (whose: string) => (await runProgram(program, [port, whose], node))["cpu"] ?? NaN;
      return {
        name,
        async run() {
          const empty = await cpuOf("nobody's");
          return { ours: (await cpuOf("ours")) - empty, theirs: (await cpuOf("theirs")) - empty };
        },
      };
    });
  },
};
