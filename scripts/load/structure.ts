// Is each part of the document built as OpenAPI says? The tables of fields and types are those of Redocly's linter. The
// walk is ours: theirs is asynchronous, stumbles over properties called `constructor` or `hasOwnProperty`, and takes
// three times as long.

import { createRequire } from "node:module";
import type * as Redocly from "@redocly/openapi-core";

import { isObject, type Json, type JsonObject } from "../json.ts";
import type { Checked } from "./checks/check.ts";
import type { Finding } from "./finding.ts";
import { gatherFindings, quoted } from "./findings.ts";
import { didYouMean } from "./nearest.ts";
import { fromPointer, toPointer, type Segment } from "./pointer.ts";

type Types = ReturnType<typeof Redocly.normalizeTypes>;
type NodeType = Types[string];
type FieldType = Exclude<NodeType["properties"][string], (value: never, key: string) => unknown>;
type ValueType = Omit<Exclude<FieldType, NodeType | null | undefined>, "resolvable" | "directResolveAs">;

// Loaded when first needed: it takes a quarter of a second, which `--help` has no use for. The wire types, later on the
// road, need the same package anyway.
const require = createRequire(import.meta.url);
const tables = new Map<"3.0" | "3.1", Types>();

function tableOf(line: "3.0" | "3.1"): Types {
  let types = tables.get(line);
  if (!types) {
    const redocly = require("@redocly/openapi-core") as typeof Redocly;
    types = redocly.normalizeTypes(line === "3.0" ? redocly.Oas3Types : redocly.Oas3_1Types);
    tables.set(line, types);
  }
  return types;
}

/** Fields that the specification requires and nobody needs: a missing one is worth a word, not a refusal. */
const dispensable: ReadonlySet<string> = new Set(["Response.description", "License.name", "ExternalDocs.url", "Tag.name", "Operation.responses"]);

/** Told by a check of its own, which knows more. */
const toldElsewhere: ReadonlySet<string> = new Set(["Parameter", "Header"]);

export function checkStructure({ api, line, resolve, limits }: Checked): readonly Finding[] {
  const types = tableOf(line);
  const findings = gatherFindings(limits);
  const seen = new Map<string, Set<Json>>();
  const targets = new Map<string, { readonly value: Json; readonly pointer: string; readonly type: NodeType }>();
  const path: Segment[] = [];

  const report = (severity: Finding["severity"], code: Finding["code"], key: Segment | undefined, message: string, fix: string): void => {
    if (findings.isFull()) return;
    findings.add({ severity, code, pointer: toPointer(key === undefined ? path : [...path, key]), message, fix });
  };

  const visit = (value: Json | undefined, type: NodeType): void => {
    if (line === "3.1" && type.name === "Schema" && typeof value === "boolean") return;
    if (type.items) return visitList(value, type);
    if (!isObject(value)) return report("error", "field-wrong-type", undefined, `Here stands ${kindOf(value)}, and ${nameOf(type)} is wanted.`, "Write a map with the fields that belong here.");
    if (typeof value["$ref"] === "string" && type.name !== "Root") {
      visitTarget(value["$ref"], type);
      // Beside a `$ref`, 3.1 reads a schema's other keywords and 3.0 reads nothing.
      if (line === "3.0" || type.name !== "Schema") return;
    }
    if (isSeen(value, type)) return;
    checkFields(value, type);
    for (const key of Object.keys(value)) {
      // An extension is its owner's business; in a map of names, `x-request-id` is a name like any other.
      if (key.startsWith("x-") && !type.additionalProperties) continue;
      const field = fieldType(value[key], key, type);
      if (!isNode(field)) continue;
      path.push(key);
      visit(value[key], field);
      path.pop();
    }
  };

  const visitList = (value: Json | undefined, type: NodeType): void => {
    if (!Array.isArray(value)) return report("error", "field-wrong-type", undefined, `Here stands ${kindOf(value)}, and a list is wanted.`, "Write a list; in YAML each item begins with `- `.");
    const list = value as readonly Json[];
    for (const [index, item] of list.entries()) {
      const itemType = typeof type.items === "function" ? type.items(item, String(index)) : type.items;
      if (!isNode(itemType)) continue;
      path.push(index);
      visit(item, itemType);
      path.pop();
    }
  };

  /** The target is checked as what the reference wants it to be, at its own place, and later: chains can be long. */
  const visitTarget = (ref: string, type: NodeType): void => {
    const found = resolve(ref);
    if (found.kind !== "found") return;
    const wanted = sectionOf[type.name];
    const actual = /^\/components\/([^/]+)\/[^/]+$/u.exec(found.pointer)?.[1];
    if (wanted && actual && actual !== wanted && Object.values(sectionOf).includes(actual)) {
      report("error", "ref-wrong-kind", "$ref", `${quoted(ref)} is one of \`components/${actual}\`, and one of \`components/${wanted}\` is wanted here.`, "Refer to a part of the right kind.");
      return;
    }
    const key = `${type.name} ${found.pointer}`;
    if (!targets.has(key)) targets.set(key, { ...found, type });
  };

  const isSeen = (value: Json, type: NodeType): boolean => {
    let values = seen.get(type.name);
    if (!values) {
      values = new Set();
      seen.set(type.name, values);
    }
    if (values.has(value)) return true;
    values.add(value);
    return false;
  };

  const checkFields = (value: JsonObject, type: NodeType): void => {
    const required = typeof type.required === "function" ? type.required(value, undefined) : (type.required ?? []);
    for (const field of required) {
      if (Object.hasOwn(value, field)) continue;
      const severity = dispensable.has(`${type.name}.${field}`) ? "warning" : "error";
      report(severity, "field-missing", undefined, `The field \`${field}\` is missing; ${nameOf(type)} needs it.`, `Add \`${field}\`.`);
    }
    if (type.requiredOneOf && !toldElsewhere.has(type.name) && !type.requiredOneOf.some((field) => Object.hasOwn(value, field))) {
      report("error", "field-missing", undefined, `One of the fields ${type.requiredOneOf.map((field) => `\`${field}\``).join(", ")} is needed.`, "Add one of them.");
    }
    const allowed = type.allowed?.(value);
    for (const key of Object.keys(value)) {
      if (key.startsWith("x-") || key === "$ref") continue;
      const field = fieldType(value[key], key, type);
      if (field === undefined) reportUnknown(key, type);
      else if (allowed && !allowed.includes(key)) report("warning", "field-unknown", key, `The field \`${key}\` has no effect in ${nameOf(type)} of type \`${String(value["type"])}\`.`, "Remove the field, or correct the type.");
      else if (field !== null && !isNode(field)) checkValue(value[key]!, key, field);
    }
  };

  const reportUnknown = (key: string, type: NodeType): void => {
    if (type.name === "Paths") return report("error", "field-unknown", key, `The path ${quoted(key)} doesn't begin with \`/\`.`, "Begin each path with `/`.");
    if (type.name === "Responses") return report("error", "field-unknown", key, `${quoted(key)} is neither a status (\`200\`, \`4XX\`) nor \`default\`.`, "Correct the status.");
    if (line === "3.1" && type.name === "Schema") {
      if (key === "nullable") return report("warning", "field-unknown", key, "OpenAPI 3.1 knows no `nullable`, so it has no effect.", "Add `\"null\"` to the list of types: `type: [string, \"null\"]`.");
      // JSON Schema allows unknown keywords; only a likely slip is worth a word.
      const meant = didYouMean(key, Object.keys(type.properties));
      if (meant !== "" && key.length > 3) report("warning", "field-unknown", key, `A schema has no keyword ${quoted(key)}.${meant}`, "Correct the keyword, or begin an own one with `x-`.");
      return undefined;
    }
    return report("warning", "field-unknown", key, `${capital(nameOf(type))} has no field ${quoted(key)}, so it has no effect.${didYouMean(key, Object.keys(type.properties))}`, "Correct or remove the field; own additions begin with `x-`.");
  };

  const checkValue = (value: Json, key: Segment, type: ValueType): void => {
    if (type.enum) {
      if (typeof value === "string" && type.enum.includes(value)) return;
      const shown = typeof value === "string" ? `\`${value.slice(0, 60)}\`` : kindOf(value);
      return report("error", "field-wrong-value", key, `\`${key}\` is ${shown}; it can be ${type.enum.map((one) => `\`${one}\``).join(", ")}.${typeof value === "string" ? didYouMean(value, type.enum) : ""}`, "Write one of these values.");
    }
    if (type.type && !hasType(value, type.type)) return report("error", "field-wrong-type", key, `\`${key}\` is ${kindOf(value)}, and ${kindNames[type.type] ?? type.type} is wanted.`, "Correct the value.");
    if (typeof type.minimum === "number" && typeof value === "number" && value < type.minimum) return report("error", "field-wrong-value", key, `\`${key}\` is ${value}; it can't be less than ${type.minimum}.`, "Correct the value.");
    if (type.items && Array.isArray(value)) {
      path.push(key);
      for (const [index, item] of (value as readonly Json[]).entries()) checkValue(item, index, type.items);
      path.pop();
    }
    return undefined;
  };

  visit(api, types["Root"]!);
  // The map grows while it is read; most of what it holds was seen already.
  for (const { value, pointer, type } of targets.values()) {
    path.splice(0, path.length, ...fromPointer(pointer));
    visit(value, type);
  }
  return findings.list;
}

function fieldType(value: Json | undefined, key: string, type: NodeType): FieldType {
  // A mapping names schemas in its own way; a check of its own looks at it.
  if (type.name === "DiscriminatorMapping") return { type: "string", resolvable: false };
  // `properties` and the like are maps of names: a schema may well be called `constructor`.
  const field = Object.hasOwn(type.properties, key) ? type.properties[key] : type.additionalProperties;
  return typeof field === "function" ? field(value, key) : field;
}

function isNode(type: FieldType): type is NodeType {
  return typeof type?.name === "string";
}

function hasType(value: Json, type: string): boolean {
  switch (type) {
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

const kindNames: Readonly<Record<string, string>> = { string: "a text", number: "a number", integer: "a whole number", boolean: "`true` or `false`", array: "a list", object: "a map" };

function kindOf(value: Json | undefined): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "boolean") return `\`${value}\``;
  return kindNames[typeof value] ?? typeof value;
}

const sectionOf: Readonly<Record<string, string>> = { Schema: "schemas", Response: "responses", Parameter: "parameters", Example: "examples", RequestBody: "requestBodies", Header: "headers", SecurityScheme: "securitySchemes", Link: "links", Callback: "callbacks", PathItem: "pathItems" };

const typeNames: Readonly<Record<string, string>> = { Root: "the document", Info: "`info`", Paths: "`paths`", Operation: "an operation", Schema: "a schema", SchemaProperties: "`properties`", XUsePkce: "a map", ExternalDocs: "`externalDocs`", OAuth2Flows: "`flows`", Responses: "`responses`" };

/** `SecurityScheme` becomes "a security scheme". */
function nameOf(type: NodeType): string {
  const known = typeNames[type.name];
  if (known) return known;
  const words = type.name.replace(/^Named/u, "").replace(/Map$|List$/u, "").replace(/(?<=[a-z])(?=[A-Z])/gu, " ").toLowerCase();
  if (/Map$|^Named/u.test(type.name)) return `a map of ${words.replace(/s$/u, "")}s`;
  return `${/^[aeiou]/u.test(words) ? "an" : "a"} ${words}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
