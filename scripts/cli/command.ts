// What the commands beside generating have in common: their options, and where their text goes.

import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Stop } from "../problems/stop.ts";
import { wrongOption } from "./wrong-option.ts";
import type { Console } from "./main.ts";

export type CommandValues = Readonly<Record<string, string | undefined>> & { readonly help: boolean };

/** Options that each take a value, and `--help`. */
export function commandArguments(args: readonly string[], names: readonly string[]): CommandValues {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
    const { values } = parseArgs({ args: [...args], strict: true, allowPositionals: false, options: { ...options, help: { type: "boolean", short: "h" } } });
    return { ...(values as Record<string, string>), help: values["help"] === true } as CommandValues;
  } catch (error) {
    throw new Stop([wrongOption(error instanceof Error ? (error.message.split(". ")[0] ?? error.message) : String(error))]);
  }
}

export function needed(option: string, value: string | undefined, fix: string): string {
  if (value !== undefined && value !== "") return value;
  throw new Stop([wrongOption(`${option} is missing`, fix)]);
}

/** Writes to a file and says so, or to standard output. */
export function tellOut(console: Console, file: string | undefined, text: string, what: string): void {
  if (file === undefined) return console.out(text);
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new Stop([wrongOption(`\`${file}\` can't be written: ${error instanceof Error ? error.message : String(error)}`, "Correct --out.")]);
  }
  console.err(`${file}: ${what}\n`);
}
