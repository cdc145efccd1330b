// Gives every value of an enumeration an identifier that is unique inside it.

import type { Json, JsonObject } from "../../json.ts";
import { nameSpace, pascalCase, wordsOf } from "../names.ts";
import type { EnumerationValue } from "../prepared-spec.ts";
import { listAt, text } from "./access.ts";

/** Values in the order of the document, without repetitions; `x-enum-varnames` are taken where they are given. */
export function enumerationValues(schema: JsonObject): readonly EnumerationValue[] {
  const names = nameSpace();
  const given = listAt(schema, "x-enum-varnames");
  const first = new Map<string | number, number>();
  for (const [index, value] of listAt(schema, "enum").entries()) if ((typeof value === "string" || typeof value === "number") && !first.has(value)) first.set(value, index);
  return [...first].map(([value, index]) => ({ value, name: names.take(identifierFor(value, given[index])) }));
}

function identifierFor(value: string | number, given: Json | undefined): string {
  const name = text(given);
  if (name !== undefined && /^[A-Za-z][A-Za-z0-9]*$/.test(name)) return name;
  const words = wordsOf(String(value));
  if (words.length === 0) return value === "" ? "Empty" : "Other";
  // SCREAMING_CASE reads better as words: `IN_PROGRESS` → `InProgress`.
  const calm = words.map((word) => (words.length > 1 && /^[A-Z]{2,}$/.test(word) ? word.charAt(0) + word.slice(1).toLowerCase() : word));
  return pascalCase(calm.join(" "));
}
