// One process generates many documents, one after the other, and reports on each: what it took, how large it became, and the digest
// of every file. What is written is what a compiler needs.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { parseArguments } from "../../scripts/cli/arguments.ts";
import { jobsOf } from "../../scripts/cli/jobs.ts";
import { generate } from "../../scripts/generate.ts";
import { sourceOf } from "../../scripts/load/source.ts";
import type { PreparedSpec } from "../../scripts/prepare/prepared-spec.ts";
import { printProblems } from "../../scripts/problems/print.ts";
import { Stop } from "../../scripts/problems/stop.ts";
import type { Files } from "../../scripts/render/engine.ts";
import { handlebarsEngine } from "../../scripts/render/handlebars.ts";
import { ownTemplates, readTemplates } from "../../scripts/render/read-templates.ts";
import { digestOf, type Generated, type Report } from "./report.ts";

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { documents: { type: "string" }, names: { type: "string" }, out: { type: "string" }, report: { type: "string" } } });
  const { documents = "", names = "", out, report = "" } = values;
  const templates = readTemplates(ownTemplates);
  const generated: Generated[] = [];
  for (const service of names.split(",")) {
    const before = process.cpuUsage();
    try {
      const bytes = readFileSync(join(documents, `${service}.json`));
      // As the command would call it, so that both make the same bytes.
      const [job] = await jobsOf(parseArguments(["--spec", `${service}.json`, "--out", "package"]));
      const { files, prepared } = await generate(sourceOf(bytes, { file: `${service}.json` }), { engine: handlebarsEngine, templates, package: job!.facts });
      const cpu = secondsSince(before);
      if (out !== undefined) writeCode(join(out, service), files);
      generated.push({ service, cpu, protocol: prepared.spec.service.protocol, operations: prepared.spec.operations.length, repeated: repeatedCalls(prepared.spec), documentBytes: bytes.length, packageBytes: sizeOf(files), digests: digestsOf(files) });
    } catch (error) {
      generated.push({ service, cpu: secondsSince(before), problem: error instanceof Stop ? printProblems(error.problems) : error instanceof Error ? error.stack ?? error.message : String(error) });
    }
  }
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const whole: Report = { node: process.versions.node, locale, timeZone, folder: process.cwd(), cpu: (userCPUTime + systemCPUTime) / 1e6, peakBytes: maxRSS * 1024, generated };
  writeFileSync(report, JSON.stringify(whole));
}

/** Operations of a protocol with one address for all whose action or target is another's, too. */
function repeatedCalls({ operations, service }: PreparedSpec): readonly string[] {
  if (service.protocol.startsWith("rest")) return [];
  const seen = new Map<string, string>();
  return operations.flatMap(({ name, action, headers }) => {
    const call = action ?? headers["x-amz-target"] ?? "";
    const other = seen.get(call);
    seen.set(call, name);
    return other === undefined && call !== "" ? [] : [`${name} and ${other ?? "any other"}`];
  });
}

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function writeCode(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    if (!path.startsWith("src/") && path !== "package.json") continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function sizeOf(files: Files): number {
  return Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

function digestsOf(files: Files): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, digestOf(text)]));
}

await main();
