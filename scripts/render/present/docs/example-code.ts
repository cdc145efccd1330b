// Writes a value of the document as TypeScript: dates as Dates, bytes as bytes, everything else as a literal.

import { isObject, type Json } from "../../../json.ts";
import type { PreparedSpec, Structure, Type } from "../../../prepare/prepared-spec.ts";
import { literal, propertyKey } from "../../safe/code.ts";
import { safe, type Expression } from "../../safe/safe.ts";
import { entriesOf, fits } from "./example-value.ts";

const width = 100;

/** On one line where it fits; else every further line is indented by `indent` at least. `lead` is what stands before it on its line. */
export function exampleCode(spec: PreparedSpec, type: Type, value: Json, indent = 0, lead = 20): Expression {
  return safe(printed(treeOf(spec, type, value), indent, lead));
}

type Tree =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly Tree[] }
  | { readonly kind: "object"; readonly entries: readonly (readonly [string, Tree])[] };

function treeOf(spec: PreparedSpec, type: Type, value: Json): Tree {
  if (type.kind === "timestamp" && typeof value === "string") return { kind: "text", text: `new Date(${literal(value)})` };
  if (type.kind === "blob" && typeof value === "string") return { kind: "text", text: bytes(value) };
  if (Array.isArray(value)) return { kind: "list", items: value.map((item: Json) => treeOf(spec, type.kind === "list" ? type.of : variantOf(spec, type, value), item)) };
  if (isObject(value)) return { kind: "object", entries: entriesOf(value).map(([key, item]) => [propertyKey(key), treeOf(spec, memberType(spec, type, key, item), item)]) };
  return { kind: "text", text: typeof value === "string" ? literal(value) : String(value) };
}

/** The item type of a list that is a variant of a union. */
function variantOf(spec: PreparedSpec, type: Type, value: Json): Type {
  const fitting = variantsOf(spec, type).find((variant) => fits(spec, variant, value));
  return fitting?.kind === "list" ? fitting.of : { kind: "any" };
}

function memberType(spec: PreparedSpec, type: Type, key: string, item: Json): Type {
  if (type.kind === "map") return type.of;
  const candidates = structuresOf(spec, type).flatMap((structure) => structure.members.filter((member) => member.name === key).map((member) => member.type));
  return candidates.find((candidate) => fits(spec, candidate, item)) ?? { kind: "any" };
}

function variantsOf(spec: PreparedSpec, type: Type): readonly Type[] {
  const shape = type.kind === "shape" ? spec.shapes[type.name] : undefined;
  return shape?.kind === "union" ? shape.variants.flatMap((variant) => variantsOf(spec, variant)) : [type];
}

/** The structures that a value of the type may be. */
export function structuresOf(spec: PreparedSpec, type: Type): readonly (Structure & { readonly name: string })[] {
  const shape = type.kind === "shape" ? spec.shapes[type.name] : undefined;
  if (type.kind !== "shape" || shape === undefined) return [];
  if (shape.kind === "structure") return [{ ...shape, name: type.name }];
  return shape.kind === "union" ? shape.variants.flatMap((variant) => structuresOf(spec, variant)) : [];
}

function bytes(base64: string): string {
  const content = Buffer.from(base64, "base64");
  const text = content.toString("utf8");
  return /^[ -~]*$/.test(text) ? `new TextEncoder().encode(${literal(text)})` : `Uint8Array.from([${[...content].join(", ")}])`;
}

function printed(tree: Tree, indent: number, lead: number): string {
  if (tree.kind === "text") return tree.text;
  const flat = flatly(tree);
  if (flat !== undefined && indent + lead + flat.length <= width) return flat;
  const margin = " ".repeat(indent + 2);
  const lines = tree.kind === "list"
    ? tree.items.map((item) => `${margin}${printed(item, indent + 2, 1)},`)
    : tree.entries.map(([key, item]) => `${margin}${key}: ${printed(item, indent + 2, key.length + 3)},`);
  const [open, close] = tree.kind === "list" ? ["[", "]"] : ["{", "}"];
  return [open, ...lines, `${" ".repeat(indent)}${close}`].join("\n");
}

/** On one line, unless objects stand in one another and would be hard to read. */
function flatly(tree: Tree): string | undefined {
  if (tree.kind === "text") return tree.text;
  if (tree.kind === "list") {
    const items = tree.items.map(flatly);
    return items.some((item) => item === undefined) ? undefined : `[${items.join(", ")}]`;
  }
  if (tree.entries.length === 0) return "{}";
  if (tree.entries.length > 3 || tree.entries.some(([, item]) => item.kind !== "text")) return undefined;
  return `{ ${tree.entries.map(([key, item]) => `${key}: ${item.kind === "text" ? item.text : ""}`).join(", ")} }`;
}
