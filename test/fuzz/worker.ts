// Runs cases one after the other in a process of its own, which may hang or die, and tells what came of each.

import { caseOf, runCase } from "./cases.ts";

const [seed = 0, first = 0, last = 0] = process.argv.slice(2).map(Number);

for (let number = first; number < last; number += 1) {
  process.send?.({ begun: number });
  const before = process.cpuUsage();
  const result = await runCase(caseOf(seed, number));
  const { user, system } = process.cpuUsage(before);
  process.send?.({ number, kind: result.kind, seconds: (user + system) / 1e6, ...(result.kind === "fault" ? { reason: result.reason } : {}) });
}
process.disconnect?.();
