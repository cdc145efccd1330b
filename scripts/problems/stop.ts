// The way out when a run can't go on: the problems travel to the command line, which prints them and exits with 2.

import type { Problem } from "./problem.ts";

/** Thrown with what is wrong with the user's input. It has no stack to show: nothing in this program is to blame. */
export class Stop extends Error {
  override readonly name = "Stop";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const errors = problems.filter((problem) => problem.severity === "error");
    super(errors.map(({ code, message }) => `${code}: ${message}`).join("\n") || "The run was stopped.");
    this.problems = problems;
  }
}

/** Throws a `Stop` when one of the problems is an error. */
export function stopOnErrors(problems: readonly Problem[]): void {
  if (problems.some((problem) => problem.severity === "error")) throw new Stop(problems);
}
