// A pointer → file, line and column. Computed from the source text when a problem asks, because nearly none ever does.

import { isAlias, isScalar, type Document as YamlTree } from "yaml";

import type { Place } from "../problems/problem.ts";
import { openAllowance } from "./allowance.ts";
import type { Document, Origin, SourceText } from "./document.ts";
import { jsonLocator } from "./json-text.ts";
import { defaultLimits } from "./limits.ts";
import { fromPointer, toFragment } from "./pointer.ts";
import { findInYaml, readYaml } from "./yaml-text.ts";

/**
 * Where a part of the loaded document was read. What an overlay or another file contributed is found there; what
 * doesn't exist is placed at the nearest part around it that does.
 */
export function placeOf(document: Pick<Document, "sources" | "origins">, pointer: string): Place {
  const { source, sourcePointer } = sourceOfPointer(document.origins, pointer);
  const text = document.sources[source];
  if (!text) return { file: document.sources[0]?.file ?? "", line: 1, column: 1, pointer: toFragment(pointer) };
  return placeIn(text, sourcePointer);
}

/** Where a pointer leads inside one file. A single value is where it stands; a map or list is where its key stands. */
export function placeIn(source: SourceText, pointer: string): Place {
  return placeAt(source, offsetOf(source, fromPointer(pointer)), pointer);
}

/** The same for a fault that is known by its offset. */
export function placeAt(source: SourceText, offset: number, pointer: string): Place {
  const starts = lineStartsOf(source);
  let line = 0;
  let end = starts.length;
  while (end - line > 1) {
    const middle = (line + end) >> 1;
    if (starts[middle]! <= offset) line = middle;
    else end = middle;
  }
  return { file: source.file, line: line + 1, column: offset - starts[line]! + 1, pointer: toFragment(pointer) };
}

/** The source and the pointer in it that a pointer of the loaded document comes from. */
export function sourceOfPointer(origins: readonly Origin[], pointer: string): { readonly source: number; readonly sourcePointer: string } {
  if (origins.length === 0) return { source: 0, sourcePointer: pointer };
  let index = originIndexes.get(origins);
  if (!index) {
    index = new Map(origins.map((origin) => [origin.pointer, origin]));
    originIndexes.set(origins, index);
  }
  for (let end = pointer.length; end >= 0; end = end === 0 ? -1 : pointer.lastIndexOf("/", end - 1)) {
    const origin = index.get(pointer.slice(0, end));
    if (origin) return { source: origin.source, sourcePointer: origin.sourcePointer + pointer.slice(end) };
  }
  return { source: 0, sourcePointer: pointer };
}

const originIndexes = new WeakMap<readonly Origin[], Map<string, Origin>>();
const lineStarts = new WeakMap<SourceText, readonly number[]>();
const jsonLocators = new WeakMap<SourceText, ReturnType<typeof jsonLocator>>();
const yamlTrees = new WeakMap<SourceText, YamlTree.Parsed>();

/** Keeps the tree of a YAML file that was just read, so that it needn't be read again for a place. */
export function rememberTree(source: SourceText, tree: YamlTree.Parsed): void {
  yamlTrees.set(source, tree);
}

function lineStartsOf(source: SourceText): readonly number[] {
  let starts = lineStarts.get(source);
  if (!starts) {
    const found = [0];
    for (const ending of source.text.matchAll(/\r\n|\r|\n/gu)) found.push(ending.index + ending[0].length);
    starts = found;
    lineStarts.set(source, starts);
  }
  return starts;
}

function offsetOf(source: SourceText, segments: readonly string[]): number {
  const locate = source.format === "json" ? locateInJson(source) : locateInYaml(source);
  for (let length = segments.length; length >= 0; length--) {
    const offset = locate(segments.slice(0, length));
    if (offset !== undefined) return offset;
  }
  return 0;
}

type Locate = (segments: readonly string[]) => number | undefined;

function locateInJson(source: SourceText): Locate {
  let locate = jsonLocators.get(source);
  if (!locate) {
    locate = jsonLocator(source.text);
    jsonLocators.set(source, locate);
  }
  return (segments) => {
    const spot = locate(segments);
    if (!spot) return undefined;
    const isContainer = source.text[spot.start] === "{" || source.text[spot.start] === "[";
    return isContainer ? (spot.key ?? spot.start) : spot.start;
  };
}

function locateInYaml(source: SourceText): Locate {
  let tree = yamlTrees.get(source);
  if (!tree) {
    tree = readYaml(source.text, defaultLimits, openAllowance(defaultLimits), "shown").tree;
    yamlTrees.set(source, tree);
  }
  const found = tree;
  return (segments) => {
    const spot = findInYaml(found, segments);
    if (!spot) return undefined;
    const { value, key } = spot;
    const isSingle = isAlias(value) || (isScalar(value) && value.value !== null);
    return (isSingle ? value.range?.[0] : key?.range?.[0]) ?? value?.range?.[0] ?? key?.range?.[0];
  };
}

