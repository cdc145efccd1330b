// A discriminator leads somewhere: what its mapping names exists, and every alternative has the property that tells it apart.

import { isObject, type Json, type JsonObject } from "../../json.ts";
import { asBase } from "../composition.ts";
import { gatherFindings, quoted } from "../findings.ts";
import { suggester } from "../nearest.ts";
import { forEachPart } from "../parts.ts";
import { fromPointer, toPointer } from "../pointer.ts";
import { namesIn, type Resolve } from "../resolve.ts";
import type { Check, Checked } from "./check.ts";

const code = "discriminator-unresolved";

export const discriminators: Check = ({ api, resolve, limits }) => {
  const didYouMean = suggester();
  const findings = gatherFindings(limits);
  const components = api["components"];
  const schemas: { readonly [name: string]: Json | undefined } = isObject(components) && isObject(components["schemas"]) ? components["schemas"] : {};
  const has = propertyFinder(resolve, limits);
  /** Inline parts of `allOf`, with the schema that they are parts of: what it has, they have. */
  const whole = new Map<JsonObject, JsonObject>();
  let extending: ReadonlyMap<Json, readonly Json[]> | undefined;

  forEachPart(api, ({ value, section, path }) => {
    if (section !== "schemas" || findings.isFull()) return;
    for (const part of listOf(value["allOf"])) if (isObject(part)) whole.set(part, value);
    const discriminator = value["discriminator"];
    if (!isObject(discriminator)) return;
    if (isObject(discriminator["mapping"])) checkMapping(discriminator["mapping"], path);
    if (typeof discriminator["propertyName"] === "string") checkProperty(value, discriminator["propertyName"], path);
  });
  return findings.list;

  function checkMapping(mapping: JsonObject, path: () => readonly (string | number)[]): void {
    for (const [key, target] of Object.entries(mapping)) {
      if (typeof target !== "string" || Object.hasOwn(schemas, target)) continue;
      const found = target.startsWith("#") ? resolve(target) : undefined;
      if (found?.kind === "found" || findings.isFull()) continue;
      const names = namesIn(found?.kind === "missing" ? found.within : schemas);
      const name = found?.kind === "missing" ? found.segment : target;
      findings.add({ severity: "error", code, pointer: toPointer([...path(), "discriminator", "mapping", key]), message: `${quoted(key)} is mapped to ${quoted(target)}, which does not exist.${didYouMean(name, names)}`, fix: "Name a schema of `components/schemas`." });
    }
  }

  function checkProperty(schema: JsonObject, property: string, path: () => readonly (string | number)[]): void {
    const ofProperty = () => toPointer([...path(), "discriminator", "propertyName"]);
    for (let outer: JsonObject | undefined = schema; outer !== undefined; outer = whole.get(outer)) if (has(outer === schema ? asBase(schema) : outer, property)) return checkNames(schema, property, path);
    const alternatives = alternativesOf(schema);
    if (alternatives.length === 0) {
      extending ??= extendingSchemas(schemas, resolve);
      const children = extending.get(schema) ?? [];
      if (children.length > 0 && children.every((child) => has(child, property))) return;
      findings.add({ severity: "error", code, pointer: ofProperty(), message: `The schema has no property ${quoted(property)}, by which the discriminator tells apart what extends it.${didYouMean(property, namesIn(schema["properties"] ?? null))}`, fix: "Name a property that the schema has, or add it." });
      return;
    }
    const lacking = alternatives.filter(({ schema: alternative }) => !has(alternative, property));
    if (lacking.length === alternatives.length && lacking.length > 1) {
      const names = alternatives.flatMap(({ schema: alternative }) => namesIn(step(alternative, resolve)["properties"] ?? null));
      findings.add({ severity: "error", code, pointer: ofProperty(), message: `None of the alternatives has the property ${quoted(property)}, by which the discriminator tells them apart.${didYouMean(property, names)}`, fix: "Name a property that every alternative has, or add it to each." });
      return;
    }
    for (const { schema: alternative, keyword, index } of lacking) {
      const names = namesIn(step(alternative, resolve)["properties"] ?? null);
      findings.add({ severity: "error", code, pointer: toPointer([...path(), keyword, index]), message: `${nameOf(alternative)} has no property ${quoted(property)}, by which the discriminator tells the alternatives apart.${didYouMean(property, names)}`, fix: "Add the property to the alternative, or take the alternative out of the list." });
    }
    checkNames(schema, property, path);
  }

  /** Values of a discriminator are names of schemas, which an alternative that is written in place doesn't have. */
  function checkNames(schema: JsonObject, property: string, path: () => readonly (string | number)[]): void {
    for (const { schema: alternative, keyword, index } of alternativesOf(schema)) {
      if (typeof alternative["$ref"] === "string" || isFixed(alternative, property) || !has(alternative, property)) continue;
      findings.add({ severity: "warning", code, pointer: toPointer([...path(), keyword, index]), message: `The alternative has no name, so no value of ${quoted(property)} leads to it.`, fix: "Move the alternative to `components/schemas` and refer to it." });
    }
  }
};

interface Alternative {
  readonly schema: JsonObject;
  readonly keyword: "oneOf" | "anyOf";
  readonly index: number;
}

/** But for those that are null, which needs no telling apart. */
function alternativesOf(schema: JsonObject): readonly Alternative[] {
  return (["oneOf", "anyOf"] as const).flatMap((keyword) => listOf(schema[keyword]).flatMap((alternative, index) => (isObject(alternative) && !isNull(alternative) ? [{ schema: alternative, keyword, index }] : [])));
}

/** Whether an object of the schema may have the property by name. What can't be told is told by another check. */
function propertyFinder(resolve: Resolve, limits: Checked["limits"]): (schema: Json, property: string) => boolean {
  const known = new Map<string, Map<Json, boolean>>();
  // A document that takes more looks than this is refused for what it comes to when compositions are written out.
  let looks = 20 * limits.members;

  const look = (schema: Json, property: string, seen: Map<Json, boolean>, depth: number): boolean => {
    if (!isObject(schema)) return false;
    const before = seen.get(schema);
    if (before !== undefined) return before;
    looks -= 1;
    if (looks < 0 || depth > limits.referenceChain) return true;
    // Of a circle, which is told by a check of its own, nothing is said.
    seen.set(schema, true);
    const inner = (part: Json): boolean => look(part, property, seen, depth + 1);
    const found = ((): boolean => {
      if (isObject(schema["properties"]) && Object.hasOwn(schema["properties"], property)) return true;
      if (typeof schema["$ref"] === "string") {
        const target = resolve(schema["$ref"]);
        if (target.kind !== "found" || inner(target.value)) return true;
      }
      if (listOf(schema["allOf"]).some((part) => inner(isObject(part) ? asBase(step(part, resolve)) : part))) return true;
      return (["oneOf", "anyOf"] as const).some((keyword) => listOf(schema[keyword]).length > 0 && listOf(schema[keyword]).every(inner));
    })();
    seen.set(schema, found);
    return found;
  };

  return (schema, property) => {
    const seen = known.get(property) ?? new Map<Json, boolean>();
    known.set(property, seen);
    return look(schema, property, seen, 0);
  };
}

/** What a plain reference leads to; anything else as it is. */
function step(schema: JsonObject, resolve: Resolve): JsonObject {
  if (typeof schema["$ref"] !== "string") return schema;
  const found = resolve(schema["$ref"]);
  return found.kind === "found" && isObject(found.value) ? found.value : schema;
}

/** By schema, the schemas of `components` that take it over by `allOf`. */
function extendingSchemas(schemas: { readonly [name: string]: Json | undefined }, resolve: Resolve): ReadonlyMap<Json, readonly Json[]> {
  const extending = new Map<Json, Json[]>();
  for (const schema of Object.values(schemas)) {
    if (!isObject(schema)) continue;
    for (const part of listOf(schema["allOf"])) {
      if (!isObject(part)) continue;
      const base = step(part, resolve);
      const known = extending.get(base);
      if (known === undefined) extending.set(base, [schema]);
      else known.push(schema);
    }
  }
  return extending;
}

function isFixed(schema: JsonObject, property: string): boolean {
  const member = isObject(schema["properties"]) && Object.hasOwn(schema["properties"], property) ? schema["properties"][property] : undefined;
  return isObject(member) && (member["const"] !== undefined || listOf(member["enum"]).length === 1);
}

function isNull({ type, enum: values, const: value }: JsonObject): boolean {
  return type === "null" || value === null || (Array.isArray(values) && values.length === 1 && values[0] === null);
}

function nameOf({ $ref }: JsonObject): string {
  return typeof $ref === "string" ? quoted(fromPointer($ref.replace(/^[^#]*#/, "")).at(-1) ?? $ref) : "The alternative";
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
