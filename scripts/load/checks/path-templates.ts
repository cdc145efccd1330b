// The labels of a path and its path parameters belong together, one to one.

import type { Finding } from "../finding.ts";
import { quoted } from "../findings.ts";
import type { Check, Checked } from "./check.ts";
import { operationsOf, parametersOf, pathItems, type Operation, type PathItem } from "./operations.ts";

export const pathTemplates: Check = function* (document) {
  for (const item of pathItems(document)) {
    const fault = templateFault(item.path);
    if (fault) yield { severity: "error", code: "path-broken", pointer: item.pointer, message: `In the path ${quoted(item.path)} ${fault}.`, fix: "Write each label as `{name}`." };
    else yield* compare(item, document);
  }
};

function templateFault(path: string): string | undefined {
  let open: number | undefined;
  for (let index = 0; index < path.length; index++) {
    const character = path[index];
    if (character === "{") {
      if (open !== undefined) return "a label begins inside of another";
      open = index + 1;
    } else if (character === "}") {
      if (open === undefined) return "a `}` has no `{`";
      if (open === index) return "a label has no name";
      open = undefined;
    }
  }
  return open === undefined ? undefined : "a `{` isn't closed";
}

function* compare(item: PathItem, { resolve }: Checked): Iterable<Finding> {
  const labels = labelsOf(item.path);
  const shared = new Map<string, string>();
  for (const { value, pointer } of parametersOf(item.value, item.pointer, resolve)) if (value["in"] === "path" && typeof value["name"] === "string") shared.set(value["name"], pointer);

  const operations = [...operationsOf(item)];
  const missing = new Map<string, Operation[]>();
  for (const operation of operations) {
    const own = new Map<string, string>();
    for (const { value, pointer } of parametersOf(operation.value, operation.pointer, resolve)) if (value["in"] === "path" && typeof value["name"] === "string") own.set(value["name"], pointer);
    for (const label of labels) if (!own.has(label) && !shared.has(label)) missing.set(label, [...(missing.get(label) ?? []), operation]);
    for (const [name, pointer] of own) if (!labels.has(name)) yield unused(item, name, pointer);
  }
  for (const [name, pointer] of shared) if (!labels.has(name)) yield unused(item, name, pointer);
  for (const [label, without] of missing) {
    // Missing everywhere is one fault of the path, not one of each operation.
    const places = without.length === operations.length ? [item.pointer] : without.map(({ pointer }) => pointer);
    for (const pointer of places) yield { severity: "error", code: "path-label-undefined", pointer, message: `The label ${quoted(`{${label}}`)} of ${quoted(item.path)} has no parameter.`, fix: `Add a parameter with ${quoted(`name: ${label}`)} and \`in: path\`.` };
  }
}

/** `{Key+}` is AWS's way to say that the value may hold slashes; the parameter is called `Key`. */
function labelsOf(path: string): ReadonlySet<string> {
  return new Set([...path.matchAll(/\{([^{}]+)\}/gu)].map(([, name]) => name!.replace(/\+$/u, "")));
}

function unused(item: PathItem, name: string, pointer: string): Finding {
  return { severity: "error", code: "path-parameter-unused", pointer, message: `The path ${quoted(item.path)} has no label ${quoted(`{${name}}`)} for the parameter of this name.`, fix: `Put ${quoted(`{${name}}`)} into the path, or remove the parameter.` };
}
