// Preloaded into a process: it writes down at its end what it took.

import { writeFileSync } from "node:fs";

process.once("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(process.env.COUNTERSIGN_COST, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, peakBytes: maxRSS * 1024 }));
});
