// Runs a program and says what it cost.

import { spawn } from "node:child_process";

export interface Cost {
  /** Seconds on the clock. */
  readonly wall: number;
  /** Seconds of all processors together, of the program and of those that it started and waited for. */
  readonly cpu: number;
}

/** The shell's `times` counts what its children used, on every system that has a shell. */
export function costOf(command: string, args: readonly string[], cwd: string): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn("/bin/sh", ["-c", '"$@" >/dev/null; code=$?; times; exit $code', "sh", command, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (out += String(chunk)));
    child.stderr.on("data", (chunk: Buffer) => (err += String(chunk)));
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve({ wall: (performance.now() - begun) / 1000, cpu: cpuIn(out) });
      else reject(new Error(`${command} ${args.join(" ")} ended with ${code}.\n${err}`));
    });
  });
}

/** The second line of `times` is that of the children: `0m1.23s 0m0.45s`. */
function cpuIn(times: string): number {
  const [, children = ""] = times.trim().split("\n");
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
