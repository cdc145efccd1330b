// Rendered files come in, files go out: signed, with errors mapped, tidy.

import type { PreparedSpec } from "../prepare/prepared-spec.ts";
import { Stop } from "../problems/stop.ts";
import type { Files } from "../render/engine.ts";
import { layout } from "./layout.ts";
import type { Pass } from "./pass.ts";
import { announceAttempts } from "./passes/announce-attempts.ts";
import { compressBodies } from "./passes/compress-bodies.ts";
import { errorTables } from "./passes/error-tables.ts";
import { errorTypes } from "./passes/error-types.ts";
import { revealFailures } from "./passes/reveal-failures.ts";
import { signRequests } from "./passes/sign-requests.ts";
import { throwExceptions } from "./passes/throw-exceptions.ts";
import { openSources, type Sources } from "./sources.ts";

/**
 * `announce-attempts` puts its layer between `retry` and the signature and therefore comes after it, and `reveal-failures`
 * puts its own in front of both; the others may stand anywhere.
 */
export const ownPasses: readonly Pass[] = [signRequests, announceAttempts, revealFailures, compressBodies, throwExceptions, errorTables, errorTypes];

/** Applies our passes and then the project's own. */
export function weave(files: Files, spec: PreparedSpec, passes: readonly Pass[] = []): Files {
  const all = [...ownPasses, ...passes];
  const { sources, result } = openSources(files);
  const done = new Set<string>();
  for (const pass of all) {
    const missing = pass.after?.find((name) => !done.has(name));
    if (missing !== undefined) {
      throw new Stop([{
        severity: "error", code: "pass-failed",
        message: `The pass \`${pass.name}\` comes after \`${missing}\`, which isn't in front of it.`, fix: "Change the order of `passes` in your configuration.",
      }]);
    }
    if (ownPasses.includes(pass)) applied(pass, sources, spec);
    else guarded(pass, () => applied(pass, sources, spec));
    done.add(pass.name);
  }
  return Object.fromEntries(Object.entries(result()).map(([path, text]) => [path, isRenderedCode(path) ? layout(text) : text]));
}

function applied(pass: Pass, sources: Sources, spec: PreparedSpec): void {
  if (pass.appliesTo(spec)) pass.apply(sources, spec);
}

/** A mistake in somebody's pass is told as theirs, with the line where it happened. */
function guarded(pass: Pass, apply: () => void): void {
  try {
    apply();
  } catch (error) {
    if (error instanceof Stop) throw error;
    const at = error instanceof Error ? /\bat (?:.*\()?(?:file:\/\/)?([^()\n]+:\d+:\d+)\)?$/m.exec(error.stack ?? "")?.[1] : undefined;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Stop([{
      severity: "error", code: "pass-failed",
      message: `The pass \`${pass.name}\` failed: ${reason}${at === undefined ? "" : ` (${at})`}.`,
      fix: "Correct the pass, or take it out of `passes` in your configuration.",
    }]);
  }
}

/** Only what was rendered is laid out; copied files stay as they are, byte for byte. */
function isRenderedCode(path: string): boolean {
  return path.startsWith("src/") && path.endsWith(".ts") && !path.startsWith("src/runtime/");
}
