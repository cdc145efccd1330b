// Documents come in, what TypeScript says about the packages that are made of them goes out, under the flags of the strictest user.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { payloads, plantedEverywhere } from "../sabotage/document.ts";
import { typeFaults } from "../corpus/typecheck.ts";
import { installCompilers } from "../package/compilers.ts";
import { caseOf, runCase, type FuzzCase } from "./cases.ts";

/** One document for each text of somebody else's, which stands wherever a document is free to say what it likes. */
function hostileCases(): readonly (readonly [string, FuzzCase])[] {
  return payloads.map((payload, index) => [`hostile-${index}`, { document: "planted", changes: [JSON.stringify(payload)], text: plantedEverywhere(payload), file: "planted.json" }] as const);
}

/** How many packages were checked, and the faults of each that has any. */
export async function typesOf(seed: number, numbers: readonly number[]): Promise<{ readonly checked: number; readonly faults: ReadonlyMap<string, readonly string[]> }> {
  await installCompilers();
  const folder = mkdtempSync(join(tmpdir(), "countersign-fuzz-"));
  try {
    const made: string[] = [];
    const faults = new Map<string, readonly string[]>();
    for (const [name, one] of [...hostileCases(), ...numbers.map((number) => [`case-${number}`, caseOf(seed, number)] as const)]) {
      const result = await runCase(one);
      if (result.kind === "fault") faults.set(name, [result.reason]);
      if (result.kind === "refused" && name.startsWith("hostile-")) faults.set(name, [`refused: ${result.codes.join(", ")}`]);
      if (result.kind !== "done") continue;
      made.push(name);
      for (const [path, text] of Object.entries(result.files)) {
        if (!path.startsWith("src/") && path !== "package.json") continue;
        mkdirSync(dirname(join(folder, name, path)), { recursive: true });
        writeFileSync(join(folder, name, path), text);
      }
    }
    for (const [name, found] of await typeFaults(folder, made, "fuzz")) faults.set(name, found.slice(0, 3));
    return { checked: made.length, faults };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
