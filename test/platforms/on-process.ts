// The scenario as a process of Node, Deno or Bun: surroundings come in as an argument, results go to standard output.

import { nodeEntry } from "./node-entry.ts";
import { runScenario, type Surroundings } from "./scenario.ts";

const surroundings = JSON.parse(process.argv[2] ?? "") as Surroundings;
console.log(JSON.stringify(await runScenario(surroundings, nodeEntry)));
