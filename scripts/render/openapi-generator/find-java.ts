// Finds a Java that the second engine runs on, or says in a sentence what is missing.

import { join } from "node:path";
import type { Problem } from "../../problems/problem.ts";
import { runProcess, type Ended } from "./process.ts";

/** The oldest Java that the pinned engine runs on. */
export const oldestJava = 11;

export type Java =
  | { readonly kind: "found"; readonly command: string; readonly version: number }
  | { readonly kind: "absent"; readonly problem: Problem };

/** What the search needs to know of the machine; tests pass their own. */
export interface Machine {
  readonly javaHome: string | undefined;
  readonly run: (command: string, args: readonly string[]) => Promise<Ended>;
}

const thisMachine = (): Machine => ({ javaHome: process.env["JAVA_HOME"], run: (command, args) => runProcess(command, args) });

/** `JAVA_HOME` goes before the `PATH`, as everywhere in Java's world. */
export async function findJava(machine: Machine = thisMachine()): Promise<Java> {
  const candidates = [...(machine.javaHome === undefined || machine.javaHome === "" ? [] : [join(machine.javaHome, "bin", "java")]), "java"];
  let tooOld: number | undefined;
  for (const command of candidates) {
    const version = versionOf(await machine.run(command, ["-version"]));
    if (version !== undefined && version >= oldestJava) return { kind: "found", command, version };
    tooOld ??= version;
  }
  return { kind: "absent", problem: tooOld === undefined ? missing : old(tooOld) };
}

const fix = `Install Java ${oldestJava} or newer and put it on the PATH or into JAVA_HOME, or use the default engine, which needs none: --engine handlebars.`;

const missing: Problem = { severity: "error", code: "java-missing", message: `The engine openapi-generator needs Java ${oldestJava} or newer, and neither JAVA_HOME nor the PATH leads to a Java.`, fix };

function old(version: number): Problem {
  return { severity: "error", code: "java-too-old", message: `The engine openapi-generator needs Java ${oldestJava} or newer, and the Java here is ${version}.`, fix };
}

/** `openjdk version "17.0.15"` → 17; until Java 8 the number stood behind `1.`. Java says it on standard error. */
function versionOf({ status, stdout, stderr }: Ended): number | undefined {
  if (status !== 0) return undefined;
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(`${stderr}\n${stdout}`) ?? [];
  return first === undefined ? undefined : Number(first === "1" ? second : first);
}
