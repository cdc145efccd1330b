// Which other files the references of a file name, without reading any of them.

import type { Allowance } from "./allowance.ts";
import type { Limits } from "./limits.ts";
import { parse } from "./parse.ts";
import { forEachReference } from "./parts.ts";
import { resolveName, type SourceFile } from "./source.ts";

/** The names that references lead to, each as `reference` as it is written and `name` as it resolves inside `from`. */
export function namedFiles(file: SourceFile, from: string, limits: Limits, allowance: Allowance): readonly { readonly reference: string; readonly name: string }[] {
  const { value } = parse(file, limits, allowance);
  const found = new Map<string, string>();
  if (value !== undefined) {
    forEachReference(value, { path: [] }, ({ ref }) => {
      const reference = ref.split("#", 1)[0]!;
      if (reference !== "") found.set(resolveName(from, reference), reference);
    });
  }
  return [...found].map(([name, reference]) => ({ reference, name }));
}
