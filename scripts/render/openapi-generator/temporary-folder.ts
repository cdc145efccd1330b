// A folder of its own for a piece of work, gone when the work is over: done, failed or interrupted.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export async function inTemporaryFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "countersign-"));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  const onSignal = (signal: NodeJS.Signals) => {
    remove();
    stopListening();
    // Nobody else listens any more, so the process ends as it would have without us.
    process.kill(process.pid, signal);
  };
  const stopListening = () => signals.forEach((signal) => process.off(signal, onSignal));
  signals.forEach((signal) => process.on(signal, onSignal));
  try {
    return await work(folder);
  } finally {
    stopListening();
    remove();
  }
}
