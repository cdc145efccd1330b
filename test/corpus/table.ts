// Results → tables: a row for each document, the dearest first.

import type { Cold } from "./processes.ts";
import { isMade, type Generated } from "./report.ts";

export function table(generated: readonly Generated[], faults: ReadonlyMap<string, readonly string[]>): string {
  const sorted = generated.toSorted((left, right) => right.cpu - left.cpu);
  const rows = sorted.map((one) => [
    one.service,
    ...(isMade(one) ? [String(one.operations), kilobytes(one.documentBytes), kilobytes(one.packageBytes), String(Object.keys(one.digests).length)] : ["–", "–", "–", "–"]),
    one.cpu.toFixed(2),
    isMade(one) ? verdict(faults.get(one.service)?.length ?? 0) : "FAILED",
  ]);
  return aligned(["service", "operations", "document kB", "package kB", "files", "CPU s", "types"], rows);
}

export function coldTable(colds: readonly Cold[]): string {
  return aligned(["the command on", "CPU s", "on the clock s", "memory MB"], colds.map(({ service, cpu, wall, peakBytes }) => [service, cpu.toFixed(2), wall.toFixed(2), (peakBytes / 1e6).toFixed(0)]));
}

function verdict(faults: number): string {
  return faults === 0 ? "good" : `${faults} FAULTS`;
}

function kilobytes(bytes: number): string {
  return (bytes / 1_000).toFixed(0);
}

function aligned(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => row.map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0))).join("  ").trimEnd();
  return `\n${[head, ...rows].map(line).join("\n")}\n`;
}
