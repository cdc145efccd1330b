// Runs one job: reads, goes down the road, writes or compares.

import { generate, loadChecked, prepareChecked, renderChecked, type Options, type Outcome, type Stage } from "../generate.ts";
import { readSpec } from "../load/read-spec.ts";
import { toOpenApi } from "../prepare/write/openapi.ts";
import { handlebarsEngine } from "../render/handlebars.ts";
import type { Engine } from "../render/engine.ts";
import { ownTemplates, readTemplates } from "../render/read-templates.ts";
import type { EngineName } from "../services.ts";
import { compare, type Comparison } from "../write/compare.ts";
import { writePackage } from "../write/write-package.ts";
import type { Arguments } from "./arguments.ts";
import type { Job } from "./jobs.ts";

export interface Done {
  readonly outcome: Outcome;
  readonly comparison: Comparison;
}

/** What a run is given beside its job. */
export interface Surroundings {
  /** Where `-` is read from. */
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** Told what begins, for progress. */
  readonly onStage: (stage: Stage) => void;
}

export async function runJob(job: Job, args: Arguments, surroundings: Surroundings): Promise<Done> {
  const { source, options } = await prepared(job, surroundings);
  const outcome = await generate(source, options);
  surroundings.onStage("write");
  const comparison = args.check ? compare(job.service.out, outcome.files) : writePackage(job.service.out, outcome.files);
  return { outcome, comparison };
}

/** What `--stop-after` prints. */
export async function runUntil(job: Job, stage: "load" | "prepare" | "render", surroundings: Surroundings): Promise<unknown> {
  const { source, options } = await prepared(job, surroundings);
  const document = loadChecked(source, options);
  if (stage === "load") return document.api;
  const spec = prepareChecked(document);
  return stage === "prepare" ? toOpenApi(spec.spec) : renderChecked(spec, options);
}

async function prepared(job: Job, { stdin, onStage }: Surroundings) {
  const { service, facts } = job;
  onStage("load");
  const { overlays = [], allowOrigins = [], allowFolders = [], allowPrivateAddresses = false, limits = {} } = service;
  const source = await readSpec(service.document, { overlays, allowOrigins, allowFolders, allowPrivateAddresses, limits, stdin });
  const options: Options = {
    engine: await engineNamed(service.engine ?? "handlebars"),
    templates: readTemplates(ownTemplates, ...(service.templates ?? [])),
    package: facts,
    passes: service.passes ?? [],
    ...(service.verify === undefined ? {} : { verify: service.verify }),
    limits,
    onStage,
  };
  return { source, options };
}

async function engineNamed(name: EngineName): Promise<Engine> {
  if (name === "handlebars") return handlebarsEngine;
  const { openApiGeneratorEngine } = await import("../render/openapi-generator/openapi-generator.ts");
  return openApiGeneratorEngine;
}
