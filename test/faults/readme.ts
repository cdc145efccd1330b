// The matrix and the recorded results of the official SDK → the table of README.md, between its markers.

import { readFileSync } from "node:fs";
import type { Section } from "./fault.ts";

/** What the official SDK did when it was last measured. */
export interface Recorded {
  readonly version: string;
  readonly node: string;
  /** How it ended, by fault. */
  readonly endings: Readonly<Record<string, string>>;
}

export const recordedFile: URL = new URL("official-sdk.json", import.meta.url);
export const readmeFile: URL = new URL("README.md", import.meta.url);

export const readRecorded = (): Recorded => JSON.parse(readFileSync(recordedFile, "utf8")) as Recorded;

const markers = /(<!-- matrix: .*? -->\n)[^]*(<!-- \/matrix -->)/;

/** The document with its table as it is now. */
export function withMatrix(document: string, matrix: readonly Section[], recorded: Recorded): string {
  if (!markers.test(document)) throw new Error("test/faults/README.md has lost the markers of its table.");
  return document.replace(markers, (_, begin: string, end: string) => `${begin}\n${tablesOf(matrix, recorded)}\n${end}`);
}

function tablesOf(matrix: readonly Section[], { endings, node, version }: Recorded): string {
  const sections = matrix.map(({ title, faults }) => {
    const rows = faults.map(({ fault, ours, withoutSdk }) => `| ${cell(fault)} | ${ending(ours)} | ${withoutSdk ? `not run: ${cell(withoutSdk)}` : ending(endings[fault] ?? "not measured yet")} |`);
    return `## ${title}\n\n| fault | this client | official SDK |\n|---|---|---|\n${rows.join("\n")}\n`;
  });
  const count = matrix.reduce((sum, { faults }) => sum + faults.length, 0);
  return `${count} faults; the official SDK is \`@aws-sdk/client-marketplace-metering\` ${version}, measured on Node ${node}.\n\n${sections.join("\n")}`;
}

const cell = (text: string): string => text.replaceAll("|", "\\|");

/** The outcome as code, and what is known beside it as prose. */
function ending(text: string): string {
  const [outcome = "", ...rest] = text.split(" · ");
  // What has code of its own is prose already.
  const first = outcome.includes("`") || !/^(returns \{|throws|\w+:)/.test(outcome) ? outcome : outcome.replace(/^(returns |throws )?(.*)$/, "$1`$2`");
  return cell([first, ...rest].join(" · "));
}
