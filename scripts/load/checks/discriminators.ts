// What the mapping of a discriminator names exists.

import { isObject, type Json } from "../../json.ts";
import type { Finding } from "../finding.ts";
import { didYouMean } from "../nearest.ts";
import { forEachPart } from "../parts.ts";
import { toPointer } from "../pointer.ts";
import type { Check } from "./check.ts";

export const discriminators: Check = ({ api, resolve }) => {
  const findings: Finding[] = [];
  const components = api["components"];
  const schemas: { readonly [name: string]: Json | undefined } = isObject(components) && isObject(components["schemas"]) ? components["schemas"] : {};

  forEachPart(api, ({ value, section, path }) => {
    if (section !== "schemas" || !isObject(value["discriminator"]) || !isObject(value["discriminator"]["mapping"])) return;
    for (const [key, target] of Object.entries(value["discriminator"]["mapping"])) {
      if (typeof target !== "string" || Object.hasOwn(schemas, target)) continue;
      const found = target.startsWith("#") ? resolve(target) : undefined;
      if (found?.kind === "found") continue;
      const names = found?.kind === "missing" ? found.names : Object.keys(schemas);
      const name = found?.kind === "missing" ? found.segment : target;
      findings.push({ severity: "error", code: "discriminator-unresolved", pointer: toPointer([...path(), "discriminator", "mapping", key]), message: `\`${key}\` is mapped to \`${target}\`, which does not exist.${didYouMean(name, names)}`, fix: "Name a schema of `components/schemas`." });
    }
  });
  return findings;
};
