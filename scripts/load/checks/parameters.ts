// Each parameter and header says what its value may be, and is there once.

import { isObject } from "../../json.ts";
import type { Finding } from "../finding.ts";
import { forEachPart } from "../parts.ts";
import { toPointer } from "../pointer.ts";
import type { Check } from "./check.ts";
import { operationsOf, parametersOf, pathItems } from "./operations.ts";

export const parameters: Check = (document) => [...withoutSchema(document), ...duplicates(document)];

const withoutSchema: Check = ({ api }) => {
  const findings: Finding[] = [];
  forEachPart(api, ({ value, section, path }) => {
    if ((section !== "parameters" && section !== "headers") || typeof value["$ref"] === "string") return;
    const { schema, content } = value;
    if (schema !== undefined || (isObject(content) && Object.keys(content).length > 0)) return;
    const name = typeof value["name"] === "string" ? value["name"] : path().at(-1);
    const what = section === "headers" ? "header" : "parameter";
    findings.push({ severity: "error", code: "parameter-without-schema", pointer: toPointer(path()), message: `The ${what} \`${name}\` has neither \`schema\` nor \`content\`.`, fix: "Add a `schema`, for example `schema: { type: string }`." });
  });
  return findings;
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
        if (seen.has(key)) yield { severity: "error", code: "parameter-duplicate", pointer: parameter.pointer, message: `The ${place} parameter \`${name}\` is there twice.`, fix: "Remove one of the two." };
        seen.add(key);
      }
    }
  }
};
