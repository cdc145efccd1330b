// A file of `programs/` → the figures that it prints.

import { execFile } from "node:child_process";
import type { Figures } from "./group.ts";

/** Runs a program to its end. It may collect garbage when it likes. */
export function runProgram(file: string, args: readonly string[] = [], node: string = process.execPath): Promise<Figures> {
  return new Promise((resolve, reject) => {
    execFile(node, ["--expose-gc", file, ...args], (error, out, err) => {
      if (error === null) resolve(JSON.parse(out) as Figures);
      else reject(new Error(`${file} failed.\n${err}`));
    });
  });
}
