// What a document comes to when compositions are written out is bounded: forty lines of `allOf` can otherwise ask for more
// members than there is memory.

import { isObject, type Json, type JsonObject } from "../../json.ts";
import { asBase, isAnnotation } from "../composition.ts";
import { forEachPart } from "../parts.ts";
import { toPointer } from "../pointer.ts";
import type { Finding } from "../finding.ts";
import type { Check } from "./check.ts";

/** What a schema comes to. */
interface Measure {
  /** Its members, with those of the schemas that it takes over or is one of, each as often as they are named. */
  readonly members: number;
  /** Schemas that lead to a schema that leads to a schema … before a member is reached. */
  readonly depth: number;
}

const nothing: Measure = { members: 0, depth: 0 };

export const expansion: Check = ({ api, resolve, limits }) => {
  const known = new Map<JsonObject, Measure>();
  const open = new Set<JsonObject>();

  const target = (ref: string): Json | undefined => {
    const found = resolve(ref);
    return found.kind === "found" ? found.value : undefined;
  };

  const measured = (schema: Json | undefined): Measure => {
    if (!isObject(schema)) return nothing;
    const before = known.get(schema);
    if (before !== undefined) return before;
    // A circle is told by a check of its own, and a chain that is too long needs no further look.
    if (open.has(schema) || open.size > limits.referenceChain) return { members: 0, depth: open.size > limits.referenceChain ? 1 : 0 };
    open.add(schema);
    const parts = partsOf(schema).map(measured);
    open.delete(schema);
    const own = (isObject(schema["properties"]) ? Object.keys(schema["properties"]).length : 0) + listOf(schema["enum"]).length;
    const measure = {
      members: parts.reduce((sum, { members }) => sum + members + 1, own),
      depth: parts.reduce((most, { depth }) => Math.max(most, depth + 1), 0),
    };
    known.set(schema, measure);
    return measure;
  };

  /** The schemas that are written out where this one stands. */
  const partsOf = (schema: JsonObject): readonly Json[] => {
    const alternatives = (["oneOf", "anyOf"] as const).flatMap((keyword) => listOf(schema[keyword]));
    const all = listOf(schema["allOf"]);
    const references = all.filter((part) => isObject(part) && typeof part["$ref"] === "string");
    const others = all.filter((part) => !references.includes(part));
    const isAnnotated = references.length === 1 && [...others, schema].every((part) => isObject(part) && Object.keys(part).every((key) => key === "allOf" || isAnnotation(key)));
    const followed = isAnnotated ? references.filter((part) => isInPlace(named(part))) : all;
    // Lists and maps have no name of their own in the client; what they hold does.
    const held = [schema["items"], schema["additionalProperties"]].filter((inner) => isObject(inner) && (typeof inner["$ref"] !== "string" || isInPlace(named(inner)))) as readonly Json[];
    return [...followed.map(named).map((part) => (isObject(part) ? asBase(part) : part)), ...[...alternatives, ...held].map(named)];
  };

  const named = (part: Json): Json => (isObject(part) && typeof part["$ref"] === "string" ? target(part["$ref"]) ?? null : part);

  let members = 0;
  let finding: Finding | undefined;
  forEachPart(api, ({ value, section, path }) => {
    if ((section !== "schemas" && section !== "parameters") || finding !== undefined) return;
    const measure = section === "schemas" ? measured(value) : { members: 1, depth: 0 };
    members += measure.members;
    const refuse = (message: string, fix: string): void => {
      finding = { severity: "error", code: "over-limit", pointer: toPointer(path()), message, fix };
    };
    if (measure.depth > limits.referenceChain) refuse(`The schema leads over more than ${limits.referenceChain} others that it takes over or holds.`, "Compose in fewer steps, or raise the limit `referenceChain`.");
    else if (members > limits.members) refuse(`Up to here there are more than ${limits.members} members, once \`allOf\`, \`oneOf\` and \`anyOf\` are written out.`, "Compose less, split the document, or raise the limit `members`.");
  });
  return finding === undefined ? [] : [finding];
};

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** A schema without members and alternatives is written out wherever it is named. */
function isInPlace(schema: Json): boolean {
  return isObject(schema) && !isObject(schema["properties"]) && schema["enum"] === undefined && listOf(schema["oneOf"]).length + listOf(schema["anyOf"]).length === 0;
}
