// What is wrong with an option or the configuration, as a problem.

import type { Problem } from "../problems/problem.ts";

export function wrongOption(message: string, fix = "Run with --help for all options."): Problem {
  return { severity: "error", code: "option-wrong", message: message.endsWith(".") ? message : `${message}.`, fix };
}
