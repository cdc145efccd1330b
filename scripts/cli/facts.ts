// `countersign facts`: a model of an AWS service and a document become the overlay that teaches the document what it lacks.

import { basename, dirname, relative } from "node:path";
import { factsOverlay, type FactsOverlay } from "../facts/facts-overlay.ts";
import { isRight } from "../facts/compare/fact.ts";
import { readModel } from "../facts/read-model.ts";
import { readSpec } from "../load/read-spec.ts";
import { writeYaml } from "../load/write-yaml.ts";
import { commandArguments, needed, tellOut } from "./command.ts";
import type { Console } from "./main.ts";

export const factsHelp = `countersign facts: what a document of an AWS service has lost, as an overlay made from AWS's own model

Usage
  npm run facts -- --model FILE --spec FILE [--out FILE]      in this repository
  countersign facts --model FILE --spec FILE [--out FILE]     where it is installed

OpenAPI documents of AWS services have lost things that the wire needs: timestamp formats, members in headers, real
error codes, pages and waiters, and many more. The overlay holds those that can't be told from the document alone, each
with its reason. Use it with: countersign --spec DOCUMENT --overlay OVERLAY --out DIR

  --model FILE     service-2.json of the service, in botocore's format, as it is or as .gz; paginators-1.json and
                   waiters-2.json are read when they lie beside it
  --spec FILE|-    the document; - reads standard input
  --out FILE       where to write, .yaml or .json (default: standard output, as YAML)
  --help

Exit codes: 0 done, 2 the input is at fault, 70 a fault of Countersign itself.
`;

export async function runFacts(args: readonly string[], console: Console): Promise<void> {
  const values = commandArguments(args, ["model", "spec", "out"]);
  if (values.help) return console.out(factsHelp);
  const model = readModel(needed("--model", values["model"], "Name the service-2.json of a service."));
  const spec = needed("--spec", values["spec"], "Name an OpenAPI document.");
  const out = values["out"];
  const source = await readSpec(spec, { overlays: [], allowOrigins: [], stdin: console.in });
  const facts = factsOverlay(model, source, extendedBy(out, spec));
  if (facts.overlay === undefined) return console.err(`${spec}: nothing is lost, so there is no overlay to write\n`);
  const text = out?.endsWith(".json") === true ? `${JSON.stringify(facts.overlay, null, 2)}\n` : writeYaml(facts.overlay);
  tellOut(console, out, text, summaryOf(facts));
}

/** The document as the overlay names it: relative to itself. */
function extendedBy(out: string | undefined, spec: string): string | undefined {
  if (spec === "-") return undefined;
  return (out === undefined ? basename(spec) : relative(dirname(out), spec)).replaceAll("\\", "/");
}

function summaryOf({ overlay, before, after }: FactsOverlay): string {
  const wrong = before.filter((fact) => !isRight(fact)).length;
  const left = after.filter((fact) => !isRight(fact)).length;
  const actions = Array.isArray(overlay?.["actions"]) ? overlay["actions"].length : 0;
  return `${wrong} facts that the document lacks, in ${actions} actions${left > 0 ? `; ${left} have no place in the document` : ""}`;
}
