// A document → what the command line makes of it, in a few lines: the exit code and every problem with its place.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

import type { Problem } from "../../scripts/problems/problem.ts";
import { run } from "../cli/run.ts";

export interface Outcome {
  readonly code: number;
  readonly problems: readonly Problem[];
  /** What a person sees on the error stream. */
  readonly printed: string;
  /** The package; empty when there is none. */
  readonly files: Readonly<Record<string, string>>;
  /** Everything that lies in the folder of the run afterwards, aside from the package. */
  readonly beside: readonly string[];
}

/** What a run is given beside the document. */
export interface Given {
  readonly options?: readonly string[];
  /** Files beside the document, by their names. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

/** Runs the command line on a document in a folder of its own, twice: as a program wants to read it, and as a person does. */
export async function outcomeOf(name: string, document: string | Uint8Array, { options = [], files = {} }: Given = {}): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "countersign-hostile-"));
  try {
    for (const [path, content] of Object.entries({ ...files, [name]: document })) {
      mkdirSync(dirname(join(folder, "spec", path)), { recursive: true });
      writeFileSync(join(folder, "spec", path), content);
    }
    const args = ["--spec", `${folder}/spec/${name}`, "--out", `${folder}/out`, ...options];
    const { code, out, err } = await run([...args, "--json"]);
    if (code === 70) throw new Error(`Countersign itself failed:\n${err}`);
    const { problems } = JSON.parse(out) as { readonly problems: readonly Problem[] };
    const printed = code === 0 ? "" : (await run(args)).err;
    const made = filesBelow(join(folder, "out"));
    const beside = [...readdirSync(folder), ...Object.keys(filesBelow(join(folder, "spec")))].filter((entry) => !["spec", "out", name, ...Object.keys(files)].includes(entry));
    const inFolder = (problem: Problem): Problem => (problem.place === undefined ? problem : { ...problem, place: { ...problem.place, file: problem.place.file.replace(`${folder}/spec/`, "") } });
    return { code, problems: problems.map(inFolder), printed: printed.replaceAll(`${folder}/spec/`, ""), files: made, beside };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function filesBelow(folder: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(dirname(folder)).includes(basename(folder)) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isDirectory()) found[path.slice(folder.length + 1)] = entry.isFile() ? readFileSync(path, "utf8") : "";
  }
  return found;
}

/** `exit 2`, and a line for each problem: `error server-scheme openapi.yaml:5:10 #/servers/0/url`. Long pointers are cut. */
export function summaryOf({ code, problems }: Pick<Outcome, "code" | "problems">, name: string): readonly string[] {
  const lines = problems.map(({ severity, code: what, place }) => {
    const where = place === undefined ? "" : ` ${place.file === name ? "" : place.file}:${place.line}:${place.column} ${place.pointer.length > 200 ? `${place.pointer.slice(0, 200)}…` : place.pointer}`;
    return `${severity} ${what}${where}`;
  });
  return [`exit ${code}`, ...(lines.length > 12 ? [...lines.slice(0, 10), `… ${lines.length - 10} more`] : lines)];
}
