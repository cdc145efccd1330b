// The operations of a document, each with what checks ask of it.

import { isObject, type Json, type JsonObject } from "../../json.ts";
import { toPointer } from "../pointer.ts";
import type { Resolve } from "../resolve.ts";
import type { Checked } from "./check.ts";

export const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

export interface PathItem {
  /** Its key: the path with its labels, in AWS documents with a fragment. */
  readonly path: string;
  readonly pointer: string;
  readonly value: JsonObject;
}

export interface Operation {
  readonly method: string;
  readonly pointer: string;
  readonly value: JsonObject;
}

export function* pathItems({ api, resolve }: Checked): Iterable<PathItem> {
  const paths = api["paths"];
  if (!isObject(paths)) return;
  for (const path of Object.keys(paths)) {
    if (path.startsWith("x-")) continue;
    const item = follow(paths[path], toPointer(["paths", path]), resolve);
    if (isObject(item?.value)) yield { path, pointer: item.pointer, value: item.value };
  }
}

export function* operationsOf(item: PathItem): Iterable<Operation> {
  for (const method of methods) {
    const value = Object.hasOwn(item.value, method) ? item.value[method] : undefined;
    if (isObject(value)) yield { method, pointer: `${item.pointer}/${method}`, value };
  }
}

export interface Parameter {
  /** Where it stands or is referred to, in the list of its owner. */
  readonly pointer: string;
  readonly value: JsonObject;
}

/** The parameters that stand at a path item or an operation, references followed. */
export function* parametersOf(owner: JsonObject, pointer: string, resolve: Resolve): Iterable<Parameter> {
  const list = owner["parameters"];
  if (!Array.isArray(list)) return;
  for (const [index, entry] of (list as readonly Json[]).entries()) {
    const at = `${pointer}/parameters/${index}`;
    const found = follow(entry, at, resolve);
    if (isObject(found?.value)) yield { pointer: at, value: found.value };
  }
}

/** The thing itself behind any number of references, or undefined when they lead nowhere (which is told elsewhere). */
export function follow(value: Json | undefined, pointer: string, resolve: Resolve): { readonly value: Json; readonly pointer: string } | undefined {
  let current = value;
  let place = pointer;
  for (let steps = 0; isObject(current) && typeof current["$ref"] === "string"; steps++) {
    const found = resolve(current["$ref"]);
    if (found.kind !== "found" || steps > 100) return undefined;
    current = found.value;
    place = found.pointer;
  }
  return current === undefined ? undefined : { value: current, pointer: place };
}
