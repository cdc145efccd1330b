// What the mapping of a discriminator names exists.

import { isObject, type Json } from "../../json.ts";
import { gatherFindings, quoted } from "../findings.ts";
import { suggester } from "../nearest.ts";
import { forEachPart } from "../parts.ts";
import { toPointer } from "../pointer.ts";
import { namesIn } from "../resolve.ts";
import type { Check } from "./check.ts";

export const discriminators: Check = ({ api, resolve, limits }) => {
  const didYouMean = suggester();
  const findings = gatherFindings(limits);
  const components = api["components"];
  const schemas: { readonly [name: string]: Json | undefined } = isObject(components) && isObject(components["schemas"]) ? components["schemas"] : {};

  forEachPart(api, ({ value, section, path }) => {
    if (section !== "schemas" || !isObject(value["discriminator"]) || !isObject(value["discriminator"]["mapping"])) return;
    for (const [key, target] of Object.entries(value["discriminator"]["mapping"])) {
      if (typeof target !== "string" || Object.hasOwn(schemas, target)) continue;
      const found = target.startsWith("#") ? resolve(target) : undefined;
      if (found?.kind === "found" || findings.isFull()) continue;
      const names = namesIn(found?.kind === "missing" ? found.within : schemas);
      const name = found?.kind === "missing" ? found.segment : target;
      findings.add({ severity: "error", code: "discriminator-unresolved", pointer: toPointer([...path(), "discriminator", "mapping", key]), message: `${quoted(key)} is mapped to ${quoted(target)}, which does not exist.${didYouMean(name, names)}`, fix: "Name a schema of `components/schemas`." });
    }
  });
  return findings.list;
};
