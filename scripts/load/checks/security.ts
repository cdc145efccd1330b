// Every security scheme that is asked for is defined.

import { isObject, type Json } from "../../json.ts";
import { quoted } from "../findings.ts";
import { suggester } from "../nearest.ts";
import { toPointer } from "../pointer.ts";
import type { Check, Checked } from "./check.ts";
import { operationsOf, pathItems } from "./operations.ts";

export const security: Check = function* (document) {
  const components = document.api["components"];
  const schemes = new Set(isObject(components) && isObject(components["securitySchemes"]) ? Object.keys(components["securitySchemes"]) : []);
  const didYouMean = suggester();
  const missing = new Map<string, { readonly pointer: string; count: number }>();

  for (const { value, pointer } of requirements(document)) {
    for (const name of Object.keys(value)) {
      if (name.startsWith("x-") || schemes.has(name)) continue;
      const known = missing.get(name);
      if (known) known.count += 1;
      else if (missing.size < document.limits.problems) missing.set(name, { pointer: pointer + toPointer([name]), count: 1 });
    }
  }
  for (const [name, { pointer, count }] of missing) {
    const others = count === 1 ? "" : ` It is wanted in ${count} places.`;
    yield { severity: "error", code: "security-scheme-undefined", pointer, message: `The security scheme ${quoted(name)} isn't defined.${didYouMean(name, [...schemes])}${others}`, fix: "Define it in `components/securitySchemes`, or correct the name." };
  }
};

function* requirements(document: Checked): Iterable<{ readonly value: { readonly [name: string]: Json | undefined }; readonly pointer: string }> {
  yield* listed(document.api["security"], "/security");
  for (const item of pathItems(document)) for (const { value, pointer } of operationsOf(item)) yield* listed(value["security"], `${pointer}/security`);
}

function* listed(list: Json | undefined, pointer: string): Iterable<{ readonly value: { readonly [name: string]: Json | undefined }; readonly pointer: string }> {
  if (!Array.isArray(list)) return;
  for (const [index, value] of (list as readonly Json[]).entries()) if (isObject(value)) yield { value, pointer: `${pointer}/${index}` };
}
