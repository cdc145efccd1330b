// Each parameter and header says what its value may be, and is there once.

import { isObject } from "../../json.ts";
import { gatherFindings, quoted } from "../findings.ts";
import { forEachPart } from "../parts.ts";
import { toPointer } from "../pointer.ts";
import type { Check } from "./check.ts";
import { operationsOf, parametersOf, pathItems } from "./operations.ts";

export const parameters: Check = function* (document) {
  yield* withoutSchema(document);
  yield* duplicates(document);
};

const withoutSchema: Check = ({ api, limits }) => {
  const findings = gatherFindings(limits);
  forEachPart(api, ({ value, section, path }) => {
    if ((section !== "parameters" && section !== "headers") || typeof value["$ref"] === "string") return;
    const { schema, content } = value;
    if (schema !== undefined || (isObject(content) && Object.keys(content).length > 0)) return;
    const name = typeof value["name"] === "string" ? value["name"] : path().at(-1);
    const what = section === "headers" ? "header" : "parameter";
    findings.add({ severity: "error", code: "parameter-without-schema", pointer: toPointer(path()), message: `The ${what} ${quoted(String(name))} has neither \`schema\` nor \`content\`.`, fix: "Add a `schema`, for example `schema: { type: string }`." });
  });
  return findings.list;
};

const duplicates: Check = function* (document) {
  for (const item of pathItems(document)) {
    const owners = [{ pointer: item.pointer, value: item.value }, ...operationsOf(item)];
    for (const { pointer, value } of owners) {
      const seen = new Set<string>();
      for (const parameter of parametersOf(value, pointer, document.resolve)) {
        const { name, in: place } = parameter.value;
        if (typeof name !== "string" || typeof place !== "string") continue;
        const key = `${place} ${name}`;
        if (seen.has(key)) yield { severity: "error", code: "parameter-duplicate", pointer: parameter.pointer, message: `The ${place} parameter ${quoted(name)} is there twice.`, fix: "Remove one of the two." };
        seen.add(key);
      }
    }
  }
};
