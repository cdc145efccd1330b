// Facts that a document gets wrong come in, an OpenAPI Overlay 1.0 document that sets it right goes out: few actions, in the
// order of the document, each with its reason.

import { isObject, type Json, type JsonObject } from "../../json.ts";
import { factKinds, isRight, type Correction, type Fact, type FactKind, type Target } from "../compare/fact.ts";
import type { Model } from "../model.ts";
import { written, type Writable } from "../written.ts";
import { isChecked } from "../../prepare/guesses.ts";
import { entries, listAt, objectAt } from "../../prepare/read/access.ts";
import { jsonPath, keySelector, stepsOf } from "./json-path.ts";

interface Change {
  readonly target: Target;
  readonly kinds: Set<FactKind>;
  /** Absent for a removal. */
  update: JsonObject | undefined;
}

/** Nothing when the document is right already and says so. */
export function overlayOf(model: Model, facts: readonly Fact[], { api, file }: { readonly api: JsonObject; readonly file?: string | undefined }): JsonObject | undefined {
  const changes = changesOf(facts);
  if (changes.length === 0 && isChecked(api)) return undefined;
  return written({
    overlay: "1.0.0",
    info: { title: `What the model of ${model.metadata.serviceFullName} knows and the document lacks`, version: model.metadata.apiVersion },
    extends: file,
    actions: [...grouped(changes, parameterCounts(api)), ...(isChecked(api) ? [] : [checked(model)])],
  });
}

export const comparedReason = "The document was compared with this version of the model, so that what rules say of the rest isn't a guess.";

/** What the overlay doesn't say was looked at, too, and is right. */
function checked({ metadata }: Model): Writable {
  return { target: "$", description: comparedReason, update: { "x-facts": metadata.apiVersion } };
}

/** One change for each place, with all that is to be said there. */
function changesOf(facts: readonly Fact[]): readonly Change[] {
  const changes = new Map<string, Change>();
  for (const fact of facts) {
    if (isRight(fact)) continue;
    for (const correction of fact.corrections()) take(changes, fact.kind, correction);
  }
  return [...changes.values()];
}

function take(changes: Map<string, Change>, kind: FactKind, { target, change }: Correction): void {
  const key = `${change.kind} ${jsonPath(target)}`;
  const known = changes.get(key);
  const value = change.kind === "update" ? written(change.value) : undefined;
  if (known === undefined) {
    changes.set(key, { target, kinds: new Set([kind]), update: value });
    return;
  }
  known.kinds.add(kind);
  if (value !== undefined) known.update = merged(known.update ?? {}, value) as JsonObject;
}

/** Maps are joined, lists get what they lack, and of two texts the later one stays. */
function merged(left: Json, right: Json): Json {
  if (isObject(left) && isObject(right)) {
    const all = new Map<string, Json>(Object.entries(left) as [string, Json][]);
    for (const [key, value] of Object.entries(right) as [string, Json][]) all.set(key, all.has(key) ? merged(all.get(key) ?? null, value) : value);
    return Object.fromEntries(all);
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    const known = left as readonly Json[];
    return [...known, ...(right as readonly Json[]).filter((item) => !known.some((other) => JSON.stringify(other) === JSON.stringify(item)))];
  }
  return right;
}

/** Places that differ in one key and get the same become one action. */
function grouped(changes: readonly Change[], counts: ReadonlyMap<string, number>): readonly Writable[] {
  const groups = new Map<string, Group>();
  const alike = alikeParameters(changes, counts);
  for (const change of changes) {
    const everywhere = alike.get(change);
    if (everywhere !== undefined) {
      if (!groups.has(everywhere)) groups.set(everywhere, { change, keys: [], at: -1, everywhere: true });
      continue;
    }
    const at = groupingStep(change.target);
    const around = change.target.map((step, index) => (index === at ? "*" : step));
    const key = JSON.stringify([around, at, [...change.kinds], change.update ?? null]);
    const known = groups.get(key);
    const own = change.target[at];
    if (known === undefined) groups.set(key, { change, keys: typeof own === "string" ? [own] : [], at, everywhere: false });
    else if (typeof own === "string") known.keys.push(own);
  }
  return [...groups.values()].map(({ change, keys, at, everywhere }) => ({
    target: everywhere
      ? `$.paths.*.*.parameters${stepsOf(change.target.slice(4))}`
      : at < 0 ? jsonPath(change.target) : `${jsonPath(change.target.slice(0, at))}${keySelector(keys)}${stepsOf(change.target.slice(at + 1))}`,
    description: [...change.kinds].map((kind) => factKinds[kind]).join(" "),
    ...(change.update === undefined ? { remove: true } : { update: change.update }),
  }));
}

interface Group {
  readonly change: Change;
  readonly keys: string[];
  readonly at: number;
  /** It holds for every parameter of this name. */
  readonly everywhere: boolean;
}

/** Changes that are the same for all parameters of one name in the document, each with the key of its group. */
function alikeParameters(changes: readonly Change[], counts: ReadonlyMap<string, number>): ReadonlyMap<Change, string> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    if (!isParameter(change.target)) continue;
    const key = JSON.stringify([change.target.slice(4), [...change.kinds], change.update ?? null]);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  const complete = [...groups].filter(([, group]) => group.length > 1 && group.length === counts.get(JSON.stringify(group[0]?.target[4])));
  return new Map(complete.flatMap(([key, group]) => group.map((change) => [change, key] as const)));
}

function isParameter(target: Target): boolean {
  return target[0] === "paths" && target.length >= 5 && typeof target[4] === "object";
}

/** How often the operations of a document have a parameter. */
function parameterCounts(api: JsonObject): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, item] of entries(objectAt(api, "paths"))) {
    for (const [, operation] of isObject(item) ? entries(item) : []) {
      for (const parameter of isObject(operation) ? listAt(operation, "parameters") : []) {
        if (!isObject(parameter)) continue;
        const key = JSON.stringify({ parameter: parameter["name"], in: parameter["in"] });
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** The step that may stand for several: the path of an operation, or the name of a component. */
function groupingStep(target: Target): number {
  if (target[0] === "paths" && (target.length === 3 || isParameter(target))) return 1;
  return target[0] === "components" && target.length === 3 ? 2 : -1;
}
