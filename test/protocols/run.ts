// `npm run test:protocols`: Smithy's protocol tests, asked of clients that are generated from its test services. Names of tests as
// arguments choose. Exit code 1 when a test fails or one that is left out passes, 77 when Maven, Java or the tests can't be had.

import { skipUnfetched } from "../../scripts/verify/skip-unfetched.ts";
import { casesOf, servicesOf, type Case } from "./cases.ts";
import { checkCase } from "./check-case.ts";
import { leftOut, notAsked } from "./left-out.ts";
import { packageOf, removePackages } from "./packages.ts";
import { serviceModel } from "./service-model.ts";
import { smithyTests } from "./smithy-tests.ts";

interface Result {
  readonly test: Case;
  readonly faults: readonly string[];
}

const listed = (reasons: typeof leftOut): ReadonlySet<string> => new Set(Object.values(reasons).flat());
const [isLeftOut, isNotAsked] = [listed(leftOut), listed(notAsked)];

async function main(wanted: readonly string[]): Promise<number> {
  const results = await resultsOf((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
  const complaints = results.flatMap(complaintAbout);
  if (wanted.length === 0) {
    const names = new Set(results.map(({ test }) => test.name));
    for (const name of [...isLeftOut, ...isNotAsked]) if (!names.has(name)) complaints.push(`there is no test ${name}: take it off test/protocols/left-out.ts`);
  }
  for (const complaint of complaints) console.log(`FAILED  ${complaint}`);
  printTable(results);
  console.log(`${results.length - complaints.length} passed, ${complaints.length} failed`);
  return complaints.length === 0 ? 0 : 1;
}

async function resultsOf(isWanted: (name: string) => boolean): Promise<readonly Result[]> {
  const smithy = await smithyTests();
  const results: Result[] = [];
  try {
    for (const id of servicesOf(smithy)) {
      const cases = casesOf(smithy, id).filter(({ name }) => isWanted(name));
      if (cases.length === 0) continue;
      const service = serviceModel(smithy, id);
      const called = await packageOf(service);
      for (const test of cases) results.push({ test, faults: await checkCase({ smithy, service, called }, test) });
    }
  } finally {
    removePackages();
  }
  return results;
}

/** Nothing when a test passes, or fails as the list says. */
function complaintAbout({ test: { name, protocol }, faults }: Result): readonly string[] {
  const isListed = isLeftOut.has(name) || isNotAsked.has(name);
  if (isListed !== (faults.length === 0)) return [];
  const reasons = faults.length === 0 ? ["it passes now: take it off test/protocols/left-out.ts"] : faults;
  return [`${protocol} ${name}\n${reasons.join("\n").replace(/^/gm, "        ")}`];
}

function printTable(results: readonly Result[]): void {
  const line = (cells: readonly (string | number)[]) => cells.map((cell, index) => (index === 0 ? String(cell).padEnd(12) : String(cell).padStart(12))).join("");
  console.log(`\n${line(["protocol", "tests", "not asked", "left out", "passed", ""])}`);
  for (const protocol of [...new Set(results.map(({ test }) => test.protocol))].sort()) {
    const of = results.filter(({ test }) => test.protocol === protocol);
    const asked = of.filter(({ test }) => !isNotAsked.has(test.name));
    const passed = asked.filter(({ faults }) => faults.length === 0).length;
    const left = asked.filter(({ test }) => isLeftOut.has(test.name)).length;
    console.log(line([protocol, of.length, of.length - asked.length, left, passed, `${((100 * passed) / asked.length).toFixed(1)} %`]));
  }
}

await skipUnfetched(() => main(process.argv.slice(2)));
