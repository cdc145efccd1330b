// `npm run verify`: the house rules, each a small file of this folder.

import type { Check } from "./check.ts";
import { stages } from "./stages.ts";
import { templates } from "./templates.ts";

const checks: readonly Check[] = [templates, stages];

let failed = 0;
for (const check of checks) {
  const { findings, looked } = await check.run();
  console.log(`${findings.length === 0 ? "holds " : "broken"}  ${check.title} (${looked})`);
  for (const { file, line, column, message } of findings) console.log(`  ${file}:${line}:${column}  ${message}`);
  if (findings.length > 0) failed += 1;
}
console.log(`${checks.length - failed} of ${checks.length} rules hold`);
process.exitCode = failed === 0 ? 0 : 1;
