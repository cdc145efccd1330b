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
  const pathParametersOf = ({ value, pointer }: Pick<Operation, "value" | "pointer">): ReadonlyMap<string, string> =>
    new Map([...parametersOf(value, pointer, resolve)].flatMap(({ value: parameter, pointer: place }) => (parameter["in"] === "path" && typeof parameter["name"] === "string" ? [[parameter["name"], place] as const] : [])));
  const unusedOf = (parameters: ReadonlyMap<string, string>) => [...parameters].filter(([name]) => !labels.has(name));

  const shared = pathParametersOf(item);
  const operations = [...operationsOf(item)];
  const missing = new Map<string, Operation[]>();
  for (const operation of operations) {
    const own = pathParametersOf(operation);
    const lacking = [...labels].filter((label) => !own.has(label) && !shared.has(label));
    const unused = unusedOf(own);
    if (lacking.length === 1 && unused.length === 1) yield misnamed(item, unused[0]!, lacking[0]!);
    else {
      for (const label of lacking) missing.set(label, [...(missing.get(label) ?? []), operation]);
      for (const parameter of unused) yield unlabelled(item, parameter);
    }
  }

  const unused = unusedOf(shared);
  const [[label, without] = [], another] = missing;
  if (unused.length === 1 && label !== undefined && without?.length === operations.length && !another) return yield misnamed(item, unused[0]!, label);
  for (const parameter of unused) yield unlabelled(item, parameter);
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

type Parameter = readonly [name: string, pointer: string];

function unlabelled(item: PathItem, [name, pointer]: Parameter): Finding {
  return { severity: "error", code: "path-parameter-unused", pointer, message: `The path ${quoted(item.path)} has no label ${quoted(`{${name}}`)} for the parameter of this name.`, fix: `Put ${quoted(`{${name}}`)} into the path, or remove the parameter.` };
}

/** One label without a parameter and one parameter without a label are one fault: a name that was written in two ways. */
function misnamed(item: PathItem, [name, pointer]: Parameter, label: string): Finding {
  return { severity: "error", code: "path-parameter-unused", pointer, message: `The parameter is called ${quoted(name)}, and the label of ${quoted(item.path)} ${quoted(`{${label}}`)}.`, fix: `Give both the same name.` };
}
