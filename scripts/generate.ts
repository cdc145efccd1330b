// The whole road on one screen: a source comes in on the left, the files of a package go out on the right.

import type { Document } from "./load/document.ts";
import { load, type LoadOptions } from "./load/load.ts";
import type { Source } from "./load/source.ts";
import { prepare, type Prepared } from "./prepare/prepare.ts";
import { toOpenApi } from "./prepare/write/openapi.ts";
import type { Problem } from "./problems/problem.ts";
import { stopOnErrors } from "./problems/stop.ts";
import type { Engine, Files, TemplateSet } from "./render/engine.ts";
import type { PackageFacts } from "./render/package-facts.ts";
import { present } from "./render/present/present.ts";
import { render } from "./render/render.ts";
import { jsonText } from "./render/safe/markdown.ts";
import { keepReachable } from "./weave/keep-reachable.ts";
import type { Pass } from "./weave/pass.ts";
import { verifyOutput, type Allowances } from "./weave/verify-output.ts";
import { weave } from "./weave/weave.ts";
import { wireTypes } from "./weave/wire-types.ts";

export interface Options {
  readonly engine: Engine;
  readonly templates: TemplateSet;
  readonly package: PackageFacts;
  readonly passes?: readonly Pass[];
  /** What files of one's own may hold beside what ours may; `false` leaves the last look at the package out. */
  readonly verify?: Allowances | false;
  readonly limits?: LoadOptions["limits"];
  /** Told what begins, for progress. */
  readonly onStage?: (stage: Stage) => void;
}

export type Stage = "load" | "prepare" | "render" | "weave" | "verify" | "write";

/** Everything that a run made, stage by stage. */
export interface Outcome {
  readonly document: Document;
  readonly prepared: Prepared;
  readonly rendered: Files;
  /** The package, ready to be written. */
  readonly files: Files;
  /** Warnings and notes. Errors are thrown as `Stop`. */
  readonly problems: readonly Problem[];
}

/** Makes a package of a document. Nothing is read but what is passed in, and nothing is written. */
export async function generate(source: Source, options: Options): Promise<Outcome> {
  const document = loadChecked(source, options);
  options.onStage?.("prepare");
  const prepared = prepareChecked(document);
  const openapi = toOpenApi(prepared.spec);
  options.onStage?.("render");
  const rendered = await renderChecked(prepared, options);
  options.onStage?.("weave");
  const { passes = [] } = options;
  const wire = wireTypes(prepared.spec, `// ${options.package.source}`);
  const complete = (files: Files) => keepReachable({ ...files, "openapi.json": `${jsonText(openapi)}\n`, "src/wire.ts": wire });
  const ours = weave({ ...rendered, ...copied(options.templates) }, prepared.spec);
  const woven = passes.length === 0 ? ours : weave(ours, prepared.spec, passes);
  const files = complete(woven);
  options.onStage?.("verify");
  if (options.verify !== false) {
    const facts = { spec: prepared.spec, openapi, package: options.package, templates: options.templates, allowances: options.verify ?? {} };
    // What passes of the project's own have changed is held to less, so everything is looked at before they come.
    if (passes.length > 0) stopOnErrors(verifyOutput(complete(ours), { ...facts, allowances: {} }));
    stopOnErrors(verifyOutput(files, { ...facts, changed: changedPaths(ours, woven) }));
  }
  // What travels alongside is the project's own, and is looked at by nobody but its authors.
  return { document, prepared, rendered, files: { ...options.package.alongside, ...files }, problems: [...document.problems, ...prepared.problems] };
}

/** Loads, and stops when the document has errors. */
export function loadChecked(source: Source, options: Pick<Options, "limits" | "onStage">): Document {
  options.onStage?.("load");
  const document = load(source, options.limits === undefined ? {} : { limits: options.limits });
  stopOnErrors(document.problems);
  return document;
}

/** Prepares, and stops when something can't be told. */
export function prepareChecked(document: Document): Prepared {
  const prepared = prepare(document);
  stopOnErrors([...document.problems, ...prepared.problems]);
  return prepared;
}

export async function renderChecked(prepared: Prepared, options: Options): Promise<Files> {
  return render(present(prepared.spec, options.package), options.templates, options.engine);
}

function changedPaths(before: Files, after: Files): ReadonlySet<string> {
  return new Set(Object.keys(after).filter((path) => after[path] !== before[path]));
}

function copied(templates: TemplateSet): Files {
  return Object.fromEntries(templates.copies.map(({ path, text }) => [path, text]));
}
