// Says in a few lines what a run did.

import type { Guess } from "../prepare/guesses.ts";
import type { Comparison } from "../write/compare.ts";
import { isSame } from "../write/compare.ts";
import type { Job } from "./jobs.ts";
import type { Done } from "./run-job.ts";

export interface Report {
  readonly service: string;
  readonly out: string;
  readonly protocol: string;
  readonly operations: number;
  readonly models: number;
  readonly exceptions: number;
  readonly files: { readonly added: number; readonly changed: number; readonly removed: number; readonly unchanged: number };
  /** Overlay actions that changed something: how far the document is behind. */
  readonly corrections: number;
  /** What the document doesn't say and rules told. */
  readonly guesses: readonly Guess[];
  readonly milliseconds: number;
}

export function reportOf(job: Job, { outcome, comparison }: Done, milliseconds: number): Report {
  const { spec } = outcome.prepared;
  return {
    service: spec.service.name,
    out: job.service.out,
    protocol: spec.service.protocol,
    operations: spec.operations.length,
    models: Object.keys(spec.shapes).length,
    exceptions: Object.keys(spec.exceptions).length,
    files: { added: comparison.added.length, changed: comparison.changed.length, removed: comparison.removed.length, unchanged: comparison.unchanged },
    corrections: outcome.document.overlayActions.filter((action) => action.matched > 0).length,
    guesses: outcome.prepared.guesses,
    milliseconds: Math.round(milliseconds),
  };
}

export function reportText(report: Report, comparison: Comparison, check: boolean): string {
  const { files } = report;
  const counts = [["added", files.added], ["changed", files.changed], ["removed", files.removed]] as const;
  const moved = counts.filter(([, count]) => count > 0).map(([word, count]) => `${count} ${word}`).join(", ");
  const state = isSame(comparison) ? `up to date, ${files.unchanged} files` : check ? `stale: ${moved}` : `${moved}, ${files.unchanged} unchanged`;
  const seconds = (report.milliseconds / 1000).toFixed(2);
  const behind = report.corrections === 0 ? [] : [`  overlay    ${plural(report.corrections, "correction")} to bring the document up to date`];
  return [
    `${report.service}: ${plural(report.operations, "operation")}, ${plural(report.models, "model")}, ${plural(report.exceptions, "exception")} (${report.protocol})`,
    ...behind,
    ...guessed(report.guesses),
    `  ${report.out.padEnd(10)} ${state}, in ${seconds} s`,
  ].join("\n");
}

/** `  guessed    protocol, 12 idempotency tokens`, and where to have it from. */
function guessed(guesses: readonly Guess[]): readonly string[] {
  if (guesses.length === 0) return [];
  const counted = guesses.map(({ fact, about }) => (about.length === 1 ? fact : `${fact} (${about.length})`));
  return [`  guessed    ${counted.join(", ")}; \`countersign facts\` takes them from AWS's model`];
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
