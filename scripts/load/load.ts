// The first stage: source → one OpenAPI document, corrected by its overlays, complete in itself, and checked.

import type { Json } from "../json.ts";
import type { Problem } from "../problems/problem.ts";
import { openAllowance } from "./allowance.ts";
import { bundle } from "./bundle.ts";
import { runChecks } from "./checks/index.ts";
import type { Document, OverlayAction, SourceText } from "./document.ts";
import type { Finding } from "./finding.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { trackOrigins } from "./origins.ts";
import { applyOverlay } from "./overlay.ts";
import { parse } from "./parse.ts";
import { placeOf } from "./place-of.ts";
import { checkReferences, resolver } from "./resolve.ts";
import type { Source } from "./source.ts";
import { checkStructure } from "./structure.ts";
import { detectVersion } from "./version.ts";

export interface LoadOptions {
  readonly limits?: Partial<Limits>;
}

/**
 * Reads the document. It never throws for what a document holds: what is wrong is in `problems`, and when one of them
 * is an error, `api` is only good for looking at.
 */
export function load(source: Source, options: LoadOptions = {}): Document {
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const sources: SourceText[] = [];
  const problems: Problem[] = [];
  const overlayActions: OverlayAction[] = [];
  const origins = trackOrigins();
  const stop = (): Document => ({ api: {}, sources, origins: [], overlayActions: [], problems: sorted(problems) });

  const allowance = openAllowance(limits);
  const main = parse(source.main, limits, allowance);
  sources.push(main.source);
  problems.push(...main.problems);
  const overlays = source.overlays.map((file) => {
    const parsed = parse(file, limits, allowance);
    sources.push(parsed.source);
    problems.push(...parsed.problems);
    return { source: sources.length - 1, text: parsed.source, value: parsed.value };
  });
  if (main.value === undefined) return stop();

  const version = detectVersion(main.value, main.source.file);
  if (version.kind === "refused") {
    problems.push(placed(version.finding, { sources, origins: [] }));
    return stop();
  }
  const { api } = version;

  for (const { value, ...overlay } of overlays) {
    if (value === undefined) continue;
    const applied = applyOverlay({ api, file: main.source.file, origins }, { ...overlay, value });
    overlayActions.push(...applied.actions);
    problems.push(...applied.problems);
  }

  // An overlay may have changed the version; what it says now counts.
  const after = overlays.length === 0 ? version : detectVersion(api as Json, main.source.file);
  if (after.kind === "refused") {
    problems.push(placed(after.finding, { sources, origins: origins.list() }));
    return stop();
  }
  const { line } = after;
  const bundled = bundle({ api, line, mainFile: main.source.file, readReference: source.readReference, origins, limits, allowance, firstSource: sources.length });
  sources.push(...bundled.sources);
  for (const problem of bundled.problems) problems.push(problem);

  const resolve = resolver(api);
  const badReferences = checkReferences(api, resolve, limits);
  const checked = { api, line, resolve, limits };
  const findings = [...bundled.findings, ...badReferences, ...checkStructure(checked), ...runChecks(checked)];

  const document: Document = { api, sources, origins: origins.list(), overlayActions, problems: [] };
  for (const finding of findings.slice(0, limits.problems)) problems.push(placed(finding, document));
  return { ...document, problems: sorted(problems) };
}

function placed(finding: Finding, document: Pick<Document, "sources" | "origins">): Problem {
  const place = placeOf(document, finding.pointer);
  const fix = typeof finding.fix === "string" ? finding.fix : finding.fix(place);
  return { severity: finding.severity, code: finding.code, place, message: finding.message, fix };
}

/** In reading order, the main file first. */
function sorted(problems: readonly Problem[]): readonly Problem[] {
  const files = [...new Set(problems.map((problem) => problem.place?.file))];
  return problems.toSorted((a, b) => files.indexOf(a.place?.file) - files.indexOf(b.place?.file) || (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0));
}
