// Walks through a document and knows what each part is: a schema, a parameter, a response … What stands in examples,
// defaults, enumerations, constants and `x-` extensions is data, which isn't walked: a `$ref` in it is only a text.

import { isObject, type Json, type JsonObject } from "../json.ts";
import type { Segment } from "./pointer.ts";

/** The part of `components` that a reference belongs to, by the place where it stands. */
export type Section = "schemas" | "responses" | "parameters" | "examples" | "requestBodies" | "headers" | "securitySchemes" | "links" | "callbacks" | "pathItems";

/** How to read a value: a thing with fixed fields, a map from names to things, or data that isn't looked into. */
interface Reading {
  readonly as: "thing" | "names" | "data" | "components";
  /** Of the thing, or of each thing in the map. Nothing when such a thing can't be a component. */
  readonly section?: Section;
}

const thing = (section?: Section): Reading => (section ? { as: "thing", section } : { as: "thing" });
const names = (section?: Section): Reading => (section ? { as: "names", section } : { as: "names" });
const data: Reading = { as: "data" };

/** What each keyword holds. A keyword that isn't listed holds a thing. Lists are read like what they list. */
const keywords: ReadonlyMap<string, Reading> = new Map(Object.entries({
  components: { as: "components" },
  paths: names("pathItems"),
  webhooks: names("pathItems"),
  parameters: thing("parameters"),
  requestBody: thing("requestBodies"),
  responses: names("responses"),
  headers: names("headers"),
  links: names("links"),
  callbacks: names("callbacks"),
  content: names(),
  encoding: names(),
  examples: names("examples"),
  schema: thing("schemas"),
  items: thing("schemas"),
  additionalItems: thing("schemas"),
  additionalProperties: thing("schemas"),
  unevaluatedItems: thing("schemas"),
  unevaluatedProperties: thing("schemas"),
  propertyNames: thing("schemas"),
  contains: thing("schemas"),
  contentSchema: thing("schemas"),
  not: thing("schemas"),
  if: thing("schemas"),
  then: thing("schemas"),
  else: thing("schemas"),
  allOf: thing("schemas"),
  anyOf: thing("schemas"),
  oneOf: thing("schemas"),
  prefixItems: thing("schemas"),
  properties: names("schemas"),
  patternProperties: names("schemas"),
  dependentSchemas: names("schemas"),
  $defs: names("schemas"),
  definitions: names("schemas"),
  example: data,
  default: data,
  enum: data,
  const: data,
  mapping: data,
  security: data,
  scopes: data,
  variables: data,
} satisfies Record<string, Reading>));

const lists: ReadonlySet<string> = new Set(["parameters", "allOf", "anyOf", "oneOf", "prefixItems"]);

const sections: ReadonlySet<string> = new Set<Section>(["schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links", "callbacks", "pathItems"]);

/** A part of the document that OpenAPI gives fixed fields to. */
export interface Part {
  readonly value: JsonObject;
  /** Nothing for parts that can't be components, such as media types. */
  readonly section: Section | undefined;
  /** Its path in the document; a fresh list at each call. */
  readonly path: () => Segment[];
}

/** A `$ref` and where it stands. */
export interface Reference {
  /** The object that holds `$ref`. */
  readonly holder: JsonObject;
  readonly ref: string;
  readonly section: Section | undefined;
  readonly path: () => Segment[];
}

/** Where a walk begins: the whole document, or one component that was just put into it. */
export interface Start {
  readonly path: readonly Segment[];
  readonly section?: Section;
}

const wholeDocument: Start = { path: [] };

/** Calls `visit` for each part, outer parts first. `visit` may change a part; what it adds isn't walked. */
export function forEachPart(root: Json, visit: (part: Part) => void, start: Start = wholeDocument): void {
  const path: Segment[] = [...start.path];
  const copyOfPath = (): Segment[] => [...path];

  const walk = (value: Json, reading: Reading): void => {
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        const item = value[index] as Json;
        if (typeof item !== "object" || item === null) continue;
        path.push(index);
        walk(item, reading);
        path.pop();
      }
      return;
    }
    const part = value as JsonObject;
    const keys = Object.keys(part);
    // A map of names may itself be a reference, as in `responses: { $ref: responses.yaml }`.
    const isMisplacedReference = reading.as !== "thing" && isReference(part);
    if (reading.as === "thing" || isMisplacedReference) visit({ value: part, section: isMisplacedReference ? undefined : reading.section, path: copyOfPath });
    for (const key of keys) {
      const member = part[key];
      if (typeof member !== "object" || member === null) continue;
      const inner = readingOf(key, member, reading);
      if (inner.as === "data") continue;
      path.push(key);
      walk(member, inner);
      path.pop();
    }
  };
  if (typeof root === "object" && root !== null) walk(root, thing(start.section));
}

/** Calls `visit` for each reference in reading order. `visit` may rewrite the holder. */
export function forEachReference(root: Json, start: Start, visit: (reference: Reference) => void): void {
  forEachPart(root, ({ value, section, path }) => {
    const ref = Object.hasOwn(value, "$ref") ? value["$ref"] : undefined;
    if (typeof ref === "string") visit({ holder: value, ref, section, path });
  }, start);
}

function readingOf(key: string, value: Json, parent: Reading): Reading {
  if (key.startsWith("x-") && parent.as !== "names") return data;
  switch (parent.as) {
    case "components":
      return sections.has(key) ? names(key as Section) : thing();
    case "names":
      // A callback is itself a map, from expressions to path items.
      return parent.section === "callbacks" && !isReference(value) ? names("pathItems") : thing(parent.section);
    case "data":
      return data;
    case "thing":
  }
  // A map where a list belongs is a fault that the structure tells; what its keys mean nobody knows.
  if (lists.has(key) && !Array.isArray(value)) return isReference(value) ? thing() : data;
  if (parent.section === "examples" && key === "value") return data;
  if (parent.section === "links" && (key === "parameters" || key === "requestBody")) return data;
  if (parent.section === "schemas" && key === "examples") return data;
  return keywords.get(key) ?? thing();
}

function isReference(value: Json): boolean {
  return isObject(value) && Object.hasOwn(value, "$ref") && typeof value["$ref"] === "string";
}
