// What a process that generates says about itself and its documents.

import { createHash } from "node:crypto";
import type { Protocol } from "../../scripts/prepare/prepared-spec.ts";

export interface Report {
  readonly node: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly folder: string;
  /** Seconds of all processors, of the whole process. */
  readonly cpu: number;
  /** The most memory that it held at once. */
  readonly peakBytes: number;
  readonly generated: readonly Generated[];
}

export type Generated = Made | Failed;

export interface Made {
  readonly service: string;
  /** Seconds of all processors, without writing. */
  readonly cpu: number;
  readonly protocol: Protocol;
  readonly operations: number;
  /** Calls that nothing tells apart, where method and path are the same for all. */
  readonly repeated: readonly string[];
  readonly documentBytes: number;
  readonly packageBytes: number;
  /** A digest for each file. */
  readonly digests: Readonly<Record<string, string>>;
}

export interface Failed {
  readonly service: string;
  readonly cpu: number;
  readonly problem: string;
}

export function isMade(generated: Generated): generated is Made {
  return "digests" in generated;
}

/** Files that differ between two runs over the same document, by path. */
export function differing(one: Made, other: Made): readonly string[] {
  const paths = new Set([...Object.keys(one.digests), ...Object.keys(other.digests)]);
  return [...paths].filter((path) => one.digests[path] !== other.digests[path]).sort();
}

export function digestOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64").slice(0, 16);
}
