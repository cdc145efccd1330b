// Overlays: documents of the OpenAPI Overlay Specification 1.0 that correct the OpenAPI document before anything reads it.

import { exec } from "jsonpath-rfc9535";

import { isObject, type Json, type JsonObject } from "../json.ts";
import type { ProblemCode } from "../problems/catalogue.ts";
import type { Problem, Severity } from "../problems/problem.ts";
import type { OverlayAction, SourceText } from "./document.ts";
import { didYouMean } from "./nearest.ts";
import type { Origins } from "./origins.ts";
import { placeIn } from "./place-of.ts";
import { toPointer, type Segment } from "./pointer.ts";
import { isUrl, normaliseName, resolveName } from "./source.ts";

/** An overlay that was read. */
export interface Overlay {
  /** Index in the document's `sources`. */
  readonly source: number;
  readonly text: SourceText;
  readonly value: Json;
}

/** The document while overlays work on it. `api` is changed in place: it was read for this run and nobody else holds it. */
export interface Subject {
  readonly api: JsonObject;
  readonly file: string;
  readonly origins: Origins;
}

export interface Applied {
  readonly actions: readonly OverlayAction[];
  readonly problems: readonly Problem[];
}

/** Applies one overlay, action after action. An overlay with errors changes nothing. */
export function applyOverlay(subject: Subject, overlay: Overlay): Applied {
  const problems: Problem[] = [];
  const report: Report = (severity, code, pointer, message, fix) => {
    problems.push({ severity, code, place: placeIn(overlay.text, pointer), message, fix });
  };
  const actions = validate(overlay, subject.file, report);
  if (!actions) return { actions: [], problems };

  const applied = actions.map((action) => {
    const matched = apply(subject, overlay, action, report);
    if (matched === 0) {
      report("warning", "overlay-action-unmatched", `/actions/${action.index}/target`, `The target \`${action.target}\` matches nothing in the document, so the action has no effect.`, `Correct the target, or remove the action from ${overlay.text.file} if upstream has taken the correction over.`);
    }
    return { source: overlay.source, index: action.index, target: action.target, description: action.description, matched: Math.max(0, matched) };
  });
  return { actions: applied, problems };
}

interface Action {
  readonly index: number;
  readonly target: string;
  readonly description: string;
  readonly update: Json | undefined;
  readonly remove: boolean;
}

type Report = (severity: Severity, code: ProblemCode, pointer: string, message: string, fix: string) => void;

const topFields = ["overlay", "info", "extends", "actions"];
const actionFields = ["target", "description", "update", "remove"];

/** The actions of a valid overlay, or undefined after telling what is wrong with it. */
function validate({ value, text }: Overlay, mainFile: string, report: Report): readonly Action[] | undefined {
  let isValid = true;
  const invalid = (pointer: string, message: string, fix: string): void => {
    isValid = false;
    report("error", "overlay-invalid", pointer, message, fix);
  };
  if (!isObject(value)) {
    invalid("", "An overlay is a map with `overlay`, `info` and `actions`.", `Write an Overlay 1.0 document into ${text.file}.`);
    return undefined;
  }
  const version = value["overlay"];
  if (version === undefined) {
    const isSpec = value["openapi"] !== undefined || value["swagger"] !== undefined;
    invalid("", isSpec ? "This is an API document, not an overlay." : "The field `overlay`, with the version of the Overlay Specification, is missing.", isSpec ? "Name it with --spec instead of --overlay." : 'Add `overlay: 1.0.0` at the top.');
    return undefined;
  }
  if (typeof version !== "string" || !/^1\.0\.\d+$/u.test(version)) {
    invalid("/overlay", `The version of the Overlay Specification is \`${show(version)}\`; version 1.0 is understood.`, 'Write `overlay: 1.0.0`, and keep to what that version knows.');
    return undefined;
  }
  const info = value["info"];
  if (!isObject(info)) invalid("/info", "The field `info` with `title` and `version` is missing.", "Add `info`, saying what the overlay is for.");
  else for (const field of ["title", "version"]) if (typeof info[field] !== "string") invalid(`/info/${field}`, `The field \`info.${field}\` is missing or isn't a text.`, `Add \`${field}\` to \`info\`.`);
  for (const key of unknownFields(value, topFields)) invalid(toPointer([key]), `An overlay has no field \`${key}\`.${didYouMean(key, topFields)}`, "Correct or remove the field; own additions begin with `x-`.");
  checkExtends(value["extends"], text, mainFile, report, invalid);

  const list = value["actions"];
  if (!Array.isArray(list) || list.length === 0) {
    invalid("/actions", "The field `actions` has to be a list with at least one action.", "Add an action with `target` and `update` or `remove`.");
    return undefined;
  }
  const actions = (list as readonly Json[]).map((action, index) => validateAction(action, index, invalid));
  return isValid ? actions.filter((action) => action !== undefined) : undefined;
}

function validateAction(action: Json, index: number, invalid: (pointer: string, message: string, fix: string) => void): Action | undefined {
  const at = `/actions/${index}`;
  if (!isObject(action)) {
    invalid(at, "An action is a map with a `target`.", "Write `target`, and `update` or `remove`.");
    return undefined;
  }
  const { target, description = "", update, remove = false } = action;
  for (const key of unknownFields(action, actionFields)) invalid(at + toPointer([key]), `An action has no field \`${key}\`.${didYouMean(key, actionFields)}`, "Correct or remove the field; own additions begin with `x-`.");
  if (typeof description !== "string") invalid(`${at}/description`, "The description of an action is a text.", "Write a text.");
  if (typeof remove !== "boolean") invalid(`${at}/remove`, "`remove` is `true` or `false`.", "Write `remove: true` to remove what the target matches.");
  if (update === undefined && remove !== true) invalid(at, "The action has neither `update` nor `remove: true`, so it does nothing.", "Add what the action is to do.");
  if (typeof target !== "string") {
    invalid(`${at}/target`, "The action has no `target`.", "Add `target` with a JSONPath such as `$.info`.");
    return undefined;
  }
  const fault = pathFault(target);
  if (fault) {
    invalid(`${at}/target`, `The target isn't a JSONPath of RFC 9535: ${fault}.`, "Correct the target; keys with unusual characters are written `['like this']`.");
    return undefined;
  }
  return { index, target, description: typeof description === "string" ? description : "", update, remove: remove === true };
}

function unknownFields(value: JsonObject, known: readonly string[]): readonly string[] {
  return Object.keys(value).filter((key) => !known.includes(key) && !key.startsWith("x-"));
}

/** `extends` names the document that the overlay was written for. Another document is probably a mix-up. */
function checkExtends(named: Json | undefined, text: SourceText, mainFile: string, report: Report, invalid: (pointer: string, message: string, fix: string) => void): void {
  if (named === undefined) return;
  if (typeof named !== "string") return invalid("/extends", "`extends` is the address of the document that the overlay is for, a text.", "Write the name of the document, relative to the overlay.");
  if (isUrl(named) || mainFile === "stdin") return;
  const expected = resolveName(text.file, named);
  const same = (a: string, b: string): boolean => a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`);
  if (!same(expected, normaliseName(mainFile))) {
    report("warning", "overlay-extends-other", "/extends", `The overlay is for \`${expected}\`, and it is applied to \`${mainFile}\`.`, "Name the overlay that belongs to the document, or correct `extends`.");
  }
}

function pathFault(target: string): string | undefined {
  try {
    exec(null, target, () => {});
    return undefined;
  } catch (fault) {
    const column = (fault as { location?: { start?: { column?: number } } }).location?.start?.column;
    return column === undefined ? "it isn't well-formed" : `it isn't well-formed at character ${column}`;
  }
}

/** Applies one action and says how many places it changed; -1 when it failed and that was told. */
function apply({ api, origins }: Subject, overlay: Overlay, action: Action, report: Report): number {
  const paths = matches(api, action.target);
  const at = `/actions/${action.index}`;

  if (action.remove) {
    // Last first, so that no removal moves what is still to be removed.
    const ordered = [...paths].sort(laterFirst);
    for (const path of ordered) {
      if (path.length > 0) {
        removeAt(api, path, origins);
        continue;
      }
      report("error", "overlay-invalid", `${at}/target`, "The action removes the whole document.", "Name the part of the document that is to go.");
      return -1;
    }
    return ordered.length;
  }

  for (const path of paths) {
    const fault = update(api, path, action.update!, { origins, source: overlay.source, pointer: `${at}/update` });
    if (fault === undefined) continue;
    report("error", "overlay-invalid", `${at}/update`, fault, `Make \`update\` fit what the target matches (\`${toPointer(path)}\`).`);
    return -1;
  }
  return paths.length;
}

function matches(api: JsonObject, target: string): readonly (readonly Segment[])[] {
  const found = new Map<string, readonly Segment[]>();
  exec(api as Parameters<typeof exec>[0], target, (_value, path) => {
    const segments = path as readonly Segment[];
    found.set(toPointer(segments), [...segments]);
  });
  return [...found.values()];
}

function laterFirst(a: readonly Segment[], b: readonly Segment[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i]!, b[i]!];
    if (x === y) continue;
    if (typeof x === "number" && typeof y === "number") return y - x;
    return String(x) < String(y) ? 1 : -1;
  }
  return b.length - a.length;
}

type MutableObject = Record<string, Json>;

function childAt(value: Json | undefined, segment: Segment): Json | undefined {
  if (Array.isArray(value)) return (value as readonly Json[])[Number(segment)];
  return isObject(value) && Object.hasOwn(value, String(segment)) ? value[String(segment)] : undefined;
}

function removeAt(api: JsonObject, path: readonly Segment[], origins: Origins): void {
  const parentPath = path.slice(0, -1);
  const parent = parentPath.reduce<Json | undefined>(childAt, api);
  const last = path.at(-1)!;
  if (Array.isArray(parent)) {
    (parent as Json[]).splice(Number(last), 1);
    origins.removeItem(parentPath, Number(last), parent.length);
  } else if (isObject(parent)) {
    delete (parent as MutableObject)[last];
    origins.remove(path);
  }
}

interface Contribution {
  readonly origins: Origins;
  readonly source: number;
  /** Pointer of the value in the overlay. */
  readonly pointer: string;
}

/** Works `value` into the place at `path`, or says in words why it doesn't fit. */
function update(api: JsonObject, path: readonly Segment[], value: Json, from: Contribution): string | undefined {
  const target = path.reduce<Json | undefined>(childAt, api);
  if (isObject(target)) {
    if (!isObject(value)) return `The target is a map, and \`update\` is ${kindOf(value)}.`;
    merge(target as MutableObject, value, path, from);
    return undefined;
  }
  if (Array.isArray(target)) {
    append(target as Json[], value, path, from);
    return undefined;
  }
  if (typeof value === "object" && value !== null) return `The target is ${kindOf(target)}, and \`update\` is ${kindOf(value)}.`;
  const parent = path.slice(0, -1).reduce<Json | undefined>(childAt, api);
  setMember(parent as MutableObject | Json[], path.at(-1)!, value);
  from.origins.set(path, from.source, from.pointer);
  return undefined;
}

/** Maps are merged, lists get longer, everything else is replaced. */
function merge(target: MutableObject, value: JsonObject, path: readonly Segment[], from: Contribution): void {
  for (const key of Object.keys(value)) {
    const added = value[key]!;
    const own = childAt(target, key);
    const inner = { ...from, pointer: from.pointer + toPointer([key]) };
    if (isObject(own) && isObject(added)) merge(own as MutableObject, added, [...path, key], inner);
    else if (Array.isArray(own) && Array.isArray(added)) append(own as Json[], added, [...path, key], inner);
    else {
      setMember(target, key, copy(added));
      from.origins.set([...path, key], inner.source, inner.pointer);
    }
  }
}

/** A list is joined on, anything else is one more item. */
function append(target: Json[], value: Json, path: readonly Segment[], from: Contribution): void {
  const items = Array.isArray(value) ? (value as readonly Json[]) : [value];
  for (const [index, item] of items.entries()) {
    from.origins.set([...path, target.length], from.source, Array.isArray(value) ? `${from.pointer}/${index}` : from.pointer);
    target.push(copy(item));
  }
}

/** Defines, never assigns: a key may be `__proto__`. */
function setMember(target: MutableObject | Json[], key: Segment, value: Json): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

/** One update may go to many places, and a later action may change one of them. */
function copy(value: Json): Json {
  return typeof value === "object" && value !== null ? structuredClone(value) : value;
}

function kindOf(value: Json | undefined): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return "a map";
  return typeof value === "string" ? "a text" : `a ${typeof value}`;
}

function show(value: Json): string {
  return typeof value === "object" ? kindOf(value) : String(value).slice(0, 40);
}
