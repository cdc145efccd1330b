// Follows `$ref`s inside the document and says which lead nowhere or in a circle.

import { isObject, type Json, type JsonObject } from "../json.ts";
import type { Finding } from "./finding.ts";
import { gatherFindings, quoted } from "./findings.ts";
import type { Limits } from "./limits.ts";
import { suggester } from "./nearest.ts";
import { fromFragment, fromPointer, toPointer, toReference, type Segment } from "./pointer.ts";
import { forEachReference, type Reference } from "./parts.ts";

/** What a `$ref` leads to. */
export type Resolution =
  | { readonly kind: "found"; readonly pointer: string; readonly value: Json }
  /** `segment` is the first word that doesn't exist, `within` is where it was looked for. */
  | { readonly kind: "missing"; readonly segment: string; readonly within: Json }
  | { readonly kind: "foreign" };

export type Resolve = (ref: string) => Resolution;

/** Resolves references of one document, one step each: the value found may be a reference again. */
export function resolver(api: JsonObject): Resolve {
  const known = new Map<string, Resolution>();
  let anchors: ReadonlyMap<string, string> | undefined;

  const resolve = (ref: string, through: readonly string[]): Resolution => {
    const cached = known.get(ref);
    if (cached) return cached;
    const result = find(ref, through);
    known.set(ref, result);
    return result;
  };

  const find = (ref: string, through: readonly string[]): Resolution => {
    if (!ref.startsWith("#/") && ref !== "#") {
      anchors ??= collectAnchors(api);
      const anchored = anchors.get(ref);
      return anchored === undefined ? { kind: "foreign" } : walk(fromPointer(anchored), through);
    }
    const pointer = fromFragment(ref);
    return pointer === undefined ? { kind: "missing", segment: ref, within: null } : walk(fromPointer(pointer), through);
  };

  const walk = (segments: readonly string[], through: readonly string[]): Resolution => {
    let value: Json = api;
    let path: string[] = [];
    for (const segment of segments) {
      if (Array.isArray(value) ? /^(?:0|[1-9]\d*)$/u.test(segment) && Number(segment) < value.length : isObject(value) && Object.hasOwn(value, segment)) {
        value = (value as Record<string, Json>)[segment]!;
        path.push(segment);
        continue;
      }
      // `#/components/schemas/A/properties/b` where A is itself only a reference: what is meant is clear.
      const next: string | undefined = isObject(value) && typeof value["$ref"] === "string" ? value["$ref"] : undefined;
      if (next === undefined || through.includes(next) || through.length > 50) return { kind: "missing", segment, within: value };
      const target = resolve(next, [...through, next]);
      if (target.kind !== "found") return { kind: "missing", segment, within: value };
      const rest = segments.slice(path.length);
      return path.length === 0 ? { kind: "missing", segment, within: value } : walk([...fromPointer(target.pointer), ...rest], [...through, next]);
    }
    return { kind: "found", pointer: toPointer(path), value };
  };

  return (ref) => resolve(ref, []);
}

/** The names that a misspelt one may have meant. */
export function namesIn(value: Json): readonly string[] {
  return isObject(value) ? Object.keys(value) : [];
}

/** `$anchor`s and `$id`s of OpenAPI 3.1, each as a reference that may name it, with its pointer. */
export function collectAnchors(api: JsonObject): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  const path: Segment[] = [];
  const visit = (value: Json | undefined): void => {
    if (typeof value !== "object" || value === null) return;
    if (isObject(value)) {
      for (const [keyword, prefix] of [["$anchor", "#"], ["$dynamicAnchor", "#"], ["$id", ""]] as const) {
        const name = value[keyword];
        if (typeof name === "string" && !anchors.has(prefix + name)) anchors.set(prefix + name, toPointer(path));
      }
    }
    for (const [key, member] of Object.entries(value)) {
      path.push(key);
      visit(member as Json);
      path.pop();
    }
  };
  visit(api);
  return anchors;
}

/**
 * Checks every local `$ref` and gives the unusual ones (anchors, pointers through other references) their plain form.
 * A name that is missing is one fault, however many references want it.
 */
export function checkReferences(api: JsonObject, resolve: Resolve, limits: Limits): readonly Finding[] {
  const findings = gatherFindings(limits);
  const didYouMean = suggester();
  const missing = new Map<string, { readonly first: Reference; readonly pointer: string; readonly result: Resolution; count: number }>();
  const circles = new Set<string>();
  const sound = new Set<string>();
  let isTooLong = false;

  forEachReference(api, { path: [] }, (reference) => {
    const { holder, ref, path } = reference;
    const seen = missing.get(ref);
    if (seen) {
      seen.count += 1;
      return;
    }
    const result = resolve(ref);
    // What names another file still, couldn't be brought in, and that was told.
    if (result.kind === "foreign" && !ref.startsWith("#")) return;
    if (result.kind !== "found") {
      if (missing.size >= limits.problems) return;
      missing.set(ref, { first: reference, pointer: toPointer([...path(), "$ref"]), result, count: 1 });
      return;
    }
    if (!sound.has(ref)) {
      const finding = followChain(ref, result, toPointer([...path(), "$ref"]));
      if (finding) findings.add(finding);
      sound.add(ref);
    }
    if (!ref.startsWith("#/") || fromFragment(ref) !== result.pointer) (holder as Record<string, Json>)["$ref"] = toReference(result.pointer);
  });

  for (const [ref, { pointer, result, count }] of missing) {
    const others = count === 1 ? "" : ` It is wanted in ${count} places.`;
    if (result.kind === "foreign") {
      findings.add({ severity: "error", code: "ref-not-found", pointer, message: `${quoted(ref)} names no part of the document.${others}`, fix: (place) => `Write the $ref in ${place.file} as a pointer, for example \`#/components/schemas/Name\`.` });
    } else if (result.kind === "missing") {
      findings.add({ severity: "error", code: "ref-not-found", pointer, message: `${quoted(ref)} does not exist.${didYouMean(result.segment, namesIn(result.within))}${others}`, fix: (place) => `Correct the $ref in ${place.file}, or add what it names.` });
    }
  }
  return findings.list;

  /** A reference to a reference to … has to arrive somewhere. */
  function followChain(ref: string, from: Resolution, pointer: string): Finding | undefined {
    const chain = [ref];
    let current = from;
    while (current.kind === "found" && isObject(current.value) && typeof current.value["$ref"] === "string") {
      const next = current.value["$ref"];
      const back = chain.indexOf(next);
      if (back >= 0) {
        const circle = chain.slice(back);
        const key = [...circle].sort().join(" ");
        if (circles.has(key)) return undefined;
        circles.add(key);
        return { severity: "error", code: "ref-circular", pointer, message: `The references lead in a circle: ${[...circle, next].map(quoted).join(" → ")}.`, fix: (place) => `Replace one of these references in ${place.file} by the thing itself.` };
      }
      if (chain.length >= limits.referenceChain) {
        // Every reference of the chain is on a way that is too long; the first says it.
        if (isTooLong) return undefined;
        isTooLong = true;
        return { severity: "error", code: "over-limit", pointer, message: `${quoted(ref)} leads over more than ${limits.referenceChain} references.`, fix: "Refer to the thing itself, or raise the limit `referenceChain`." };
      }
      chain.push(next);
      current = resolve(next);
    }
    return undefined;
  }
}
