// Brings what references to other files name into the document, so that every `$ref` begins with `#`.

import { isObject, type Json, type JsonObject } from "../json.ts";
import type { Problem } from "../problems/problem.ts";
import type { Allowance } from "./allowance.ts";
import type { SourceText } from "./document.ts";
import type { Finding } from "./finding.ts";
import { gatherFindings, quoted } from "./findings.ts";
import type { Limits } from "./limits.ts";
import type { Origins } from "./origins.ts";
import { parse, unreadable } from "./parse.ts";
import { fromFragment, fromPointer, toPointer, toReference, type Segment } from "./pointer.ts";
import { forEachReference, type Reference, type Section } from "./parts.ts";
import { collectAnchors } from "./resolve.ts";
import { isUrl, normaliseName, resolveName, withoutCredentials, type ReadReference } from "./source.ts";

export interface Bundling {
  /** The document; changed in place. */
  readonly api: JsonObject;
  readonly line: "3.0" | "3.1";
  readonly mainFile: string;
  readonly readReference: ReadReference;
  readonly origins: Origins;
  readonly limits: Limits;
  readonly allowance: Allowance;
  /** Index that the first file brought in will have among the document's sources. */
  readonly firstSource: number;
}

export interface Bundled {
  readonly sources: readonly SourceText[];
  readonly findings: readonly Finding[];
  /** Problems inside the other files, placed there. */
  readonly problems: readonly Problem[];
}

type MutableObject = Record<string, Json>;

interface OtherFile {
  readonly name: string;
  readonly source: number;
  readonly value: Json | undefined;
}

/** A part of the document whose references are still to be looked at; its relative references count from `file`. */
interface Task {
  readonly value: Json;
  readonly path: readonly Segment[];
  readonly section?: Section;
  readonly file: string;
  /** Parts that were copied in place around this one; meeting one again would never end. */
  readonly inside: readonly string[];
}

export function bundle({ api, line, mainFile: namedFile, readReference, origins, limits, allowance, firstSource }: Bundling): Bundled {
  const mainFile = normaliseName(namedFile);
  const sources: SourceText[] = [];
  const findings = gatherFindings(limits);
  const problems: Problem[] = [];
  const files = new Map<string, OtherFile | undefined>();
  const placed = new Map<string, string>();
  const failed = new Set<string>();
  const tasks: Task[] = [];
  // A schema of OpenAPI 3.1 may give itself an address, which then is no file.
  const ids = line === "3.1" ? collectAnchors(api) : new Map<string, string>();
  let copied = 0;
  /** There are too many other files, and it was said. */
  let isFull = false;

  adoptAliases();
  tasks.push({ value: api, path: [], file: mainFile, inside: [] });
  for (let task = tasks.shift(); task; task = tasks.shift()) {
    // First found, then followed: what following adds to the document is a task of its own.
    for (const reference of foreignReferences(task)) follow(reference, task);
  }
  return { sources, findings: findings.list, problems };

  function foreignReferences(task: Task): readonly Reference[] {
    const references: Reference[] = [];
    forEachReference(task.value, task, (reference) => {
      if (task.file === mainFile && (reference.ref.startsWith("#") || ids.has(reference.ref))) return;
      const path = reference.path();
      references.push({ ...reference, path: () => path });
    });
    return references;
  }

  /** `components/schemas/Tag: { $ref: tag.yaml }` says which name the other file's part is to have here. */
  function adoptAliases(): void {
    const components = api["components"];
    if (!isObject(components)) return;
    for (const section of Object.keys(components)) {
      const entries = components[section];
      if (!isObject(entries)) continue;
      for (const name of Object.keys(entries)) {
        const entry = entries[name];
        if (!isObject(entry) || Object.keys(entry).length !== 1 || typeof entry["$ref"] !== "string") continue;
        const target = split(entry["$ref"], mainFile);
        if (target.file === mainFile || ids.has(entry["$ref"]) || placed.has(target.key)) continue;
        const path = ["components", section, name];
        const value = fetchTarget(target, mainFile, path);
        if (value === undefined) continue;
        placed.set(target.key, toPointer(path));
        define(entries as MutableObject, name, value);
        origins.set(path, files.get(target.file)!.source, target.pointer);
        tasks.push({ value, path, section: section as Section, file: target.file, inside: [] });
      }
    }
  }

  function follow({ holder, ref, section, path }: Reference, task: Task): void {
    const target = split(ref, task.file);
    if (target.file === mainFile) {
      (holder as MutableObject)["$ref"] = toReference(target.pointer);
      return;
    }
    const known = placed.get(target.key);
    if (known !== undefined) {
      (holder as MutableObject)["$ref"] = toReference(known);
      return;
    }
    const here = path();
    const inPlace = section === undefined || (section === "pathItems" && line === "3.0");
    if (inPlace && task.inside.includes(target.key)) {
      findings.add({ severity: "error", code: "ref-circular", pointer: toPointer(here), message: `${quoted(ref)} leads back to itself.`, fix: "Break the circle: one of the files has to hold the thing itself." });
      delete (holder as MutableObject)["$ref"];
      return;
    }
    const value = fetchTarget(target, task.file, here);
    if (value === undefined) {
      // Told already. In this form it can't be taken for a reference inside the document.
      (holder as MutableObject)["$ref"] = target.key;
      return;
    }
    const { source } = files.get(target.file)!;
    if (inPlace) copyInPlace(holder as MutableObject, value, here, source, target, task);
    else putAmongComponents(holder as MutableObject, value, section, source, target);
  }

  function copyInPlace(holder: MutableObject, value: Json, here: readonly Segment[], source: number, target: Target, task: Task): void {
    delete holder["$ref"];
    if (!isObject(value)) return;
    const { $ref: next, ...members } = value;
    for (const key of Object.keys(members)) {
      if (Object.hasOwn(holder, key)) continue;
      define(holder, key, members[key]!);
      origins.set([...here, key], source, target.pointer + toPointer([key]));
    }
    const inner: Task = { value: members as JsonObject, path: here, section: "pathItems", file: target.file, inside: [...task.inside, target.key] };
    tasks.push(inner);
    if (typeof next !== "string") return;
    holder["$ref"] = next;
    follow({ holder, ref: next, section: undefined, path: () => [...here] }, inner);
  }

  function putAmongComponents(holder: MutableObject, value: Json, section: Section, source: number, target: Target): void {
    const components = memberMap(api as MutableObject, "components");
    const entries = components && memberMap(components, section);
    if (!entries) return;
    const name = freeName(target, entries);
    const path = ["components", section, name];
    placed.set(target.key, toPointer(path));
    define(entries, name, value);
    origins.set(path, source, target.pointer);
    holder["$ref"] = toReference(toPointer(path));
    tasks.push({ value, path, section, file: target.file, inside: [] });
  }

  /** A copy of what a reference names, or undefined after telling why there is none. */
  function fetchTarget(target: Target, from: string, here: readonly Segment[]): Json | undefined {
    if (failed.has(target.key)) return undefined;
    const tell = (code: Finding["code"], message: string, fix: Finding["fix"]): undefined => {
      failed.add(target.key);
      findings.add({ severity: "error", code, pointer: toPointer([...here, "$ref"]), message, fix });
      return undefined;
    };
    if (!files.has(target.file)) {
      if (files.size >= limits.externalFiles) {
        files.set(target.file, undefined);
        if (isFull) return undefined;
        isFull = true;
        return tell("over-limit", `References name more than ${limits.externalFiles} other files.`, "Bundle the document first, or raise the limit `externalFiles`.");
      }
      const file = readReference(from, target.reference);
      if (file.kind === "unreadable") {
        files.set(target.file, undefined);
        const { message, fix } = unreadable(target.file, file.reason);
        return tell("ref-unreadable", `${quoted(withoutCredentials(target.reference))} can't be read. ${message}`, fix);
      }
      const parsed = parse({ ...file, file: target.file }, limits, allowance, "secret");
      sources.push(parsed.source);
      for (const problem of parsed.problems.slice(0, limits.problems - problems.length)) problems.push(problem);
      files.set(target.file, { name: target.file, source: firstSource + sources.length - 1, value: parsed.value });
    }
    const file = files.get(target.file);
    if (file?.value === undefined) return undefined;
    let found: Json | undefined = file.value;
    for (const segment of fromPointer(target.pointer)) {
      found = Array.isArray(found) ? (found as readonly Json[])[Number(segment)] : isObject(found) && Object.hasOwn(found, segment) ? found[segment] : undefined;
    }
    // Which names the other file has instead isn't said: a message never tells what a file holds.
    if (found === undefined) return tell("ref-not-found", `${quoted(target.pointer === "" ? target.file : target.key)} does not exist.`, (place) => `Correct the $ref in ${place.file}, or add what it names to ${target.file}.`);
    const value = copy(found);
    return value ?? tell("over-limit", `What the references bring in has more than ${limits.values} values.`, "Bundle the document first, or raise the limit `values`.");
  }

  function copy(value: Json): Json | undefined {
    copied += count(value);
    return copied > limits.values ? undefined : structuredClone(value);
  }
}

interface Target {
  /** Without the fragment, as written. */
  readonly reference: string;
  readonly file: string;
  readonly pointer: string;
  readonly key: string;
}

function split(ref: string, from: string): Target {
  const hash = ref.indexOf("#");
  const reference = hash < 0 ? ref : ref.slice(0, hash);
  const fragment = hash < 0 ? "" : (fromFragment(ref.slice(hash)) ?? ref.slice(hash + 1));
  const pointer = fragment === "" || fragment === "/" ? "" : fragment.startsWith("/") ? fragment : `/${fragment}`;
  const file = reference === "" ? from : resolveName(from, reference);
  return { reference: reference === "" ? from : reference, file, pointer, key: `${file}#${pointer}` };
}

/** The last word of the reference, or the file's own name, made fit for `components` and unlike its neighbours. */
function freeName({ file, pointer }: Target, taken: JsonObject): string {
  const last = fromPointer(pointer).at(-1) ?? stem(file);
  const name = last.replace(/[^\w.-]+/gu, "_").slice(0, 100) || "part";
  for (let count = 1; ; count++) {
    const free = count === 1 ? name : `${name}_${count}`;
    if (!Object.hasOwn(taken, free)) return free;
  }
}

function stem(file: string): string {
  const path = isUrl(file) && URL.canParse(file) ? new URL(file).pathname : file;
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.(?:json|ya?ml)$/iu, "");
}

/** The map under `key`, made when missing; undefined when something else stands there, which the structure check tells. */
function memberMap(parent: MutableObject, key: string): MutableObject | undefined {
  if (!Object.hasOwn(parent, key)) define(parent, key, {});
  const member = parent[key];
  return isObject(member) ? (member as MutableObject) : undefined;
}

function define(target: MutableObject, key: string, value: Json): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

function count(root: Json): number {
  let values = 0;
  const open: Json[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    values += 1;
    if (typeof value === "object" && value !== null) for (const member of Object.values(value)) open.push(member as Json);
  }
  return values;
}
