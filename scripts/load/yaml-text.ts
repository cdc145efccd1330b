// YAML text → a value, where its parts stand, and what is wrong with it. The `yaml` package reads; this file turns its
// tree into plain JSON, because only here can aliases, merges and doubtful keys be counted and refused with their place.

import { Composer, isAlias, isMap, isScalar, isSeq, Lexer, Parser, YAMLParseError, type CST, type Document, type Node, type Pair, type YAMLMap } from "yaml";

import type { Json } from "../json.ts";
import type { ProblemCode } from "../problems/catalogue.ts";
import type { Allowance } from "./allowance.ts";
import type { Limits } from "./limits.ts";
import { toPointer, type Segment } from "./pointer.ts";

export interface YamlFault {
  readonly code: ProblemCode;
  readonly offset: number;
  readonly pointer: string;
  readonly message: string;
  readonly fix: string;
}

/** Whether messages may quote the file. One that a reference names may hold what nobody should see. */
export type Content = "shown" | "secret";

export interface YamlReading {
  readonly value: Json | undefined;
  readonly tree: Document.Parsed;
  readonly faults: readonly YamlFault[];
}

/**
 * What the library's error codes mean to the owner of the file. Its own messages quote the file, and a file that a
 * reference names may be one whose content nobody should see.
 */
const syntaxFaults: Readonly<Record<string, readonly [message: string, fix: string]>> = {
  BAD_INDENT: ["A list or map isn't closed, or a line is indented too little.", "Close the bracket, or indent the line like its neighbours."],
  BLOCK_AS_IMPLICIT_KEY: ["A second `: ` stands on one line, or the next line is indented deeper than its key allows.", "Put the text in quotes, or correct the indentation."],
  MULTILINE_IMPLICIT_KEY: ["A key goes on over the end of its line; often a `:` is missing.", "Write the key and its `:` on one line."],
  MISSING_CHAR: ["A quote, bracket, comma or `:` is missing.", "Add what is missing; text that holds `: ` or ` #` needs quotes."],
  TAB_AS_INDENT: ["A tab is used as indentation, which YAML forbids.", "Indent with spaces."],
  BAD_SCALAR_START: ["A text begins with a character that YAML reserves (`@`, `` ` ``, `%`, `|` or `>`).", "Put the text in quotes."],
  BAD_DQ_ESCAPE: ["A text in double quotes holds an escape that YAML doesn't know.", "Double the backslash, or use single quotes."],
  UNEXPECTED_TOKEN: ["Something stands where YAML doesn't expect it.", "Check the indentation and quotes of this line and the one above."],
  MULTIPLE_DOCS: ["The file holds several YAML documents, separated by `---`.", "Keep one document in the file."],
};

const options = {
  version: "1.2",
  schema: "core",
  // Not in YAML 1.2, but every OpenAPI tool follows `<<`, and documents rely on it.
  merge: true,
  stringKeys: true,
  resolveKnownTags: false,
  // Found below, with a set: the library compares each key with each other one.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: "error",
} as const;

/** Reads YAML 1.2. All faults of content are collected; broken syntax gives only the first fault, the rest follows from it. */
export function readYaml(text: string, limits: Limits, allowance: Allowance, content: Content): YamlReading {
  const { tree, fault } = compose(text, limits, allowance);
  if (fault) return { value: undefined, tree, faults: [fault] };
  const error = tree.errors[0];
  if (error) {
    const pointer = pointerAt(tree, error.pos[0]);
    if (error.code === "NON_STRING_KEY") return { value: undefined, tree, faults: [keyIsNoText(error.pos[0], pointer)] };
    const [message, fix] = syntaxFaults[error.code] ?? ["This isn't valid YAML.", "Correct the line; a YAML-aware editor marks the fault."];
    return { value: undefined, tree, faults: [{ code: "yaml-broken", offset: error.pos[0], pointer, message, fix }] };
  }

  const faults: YamlFault[] = [];
  const value = toJson(tree, limits, allowance, faults, content);
  return { value, tree, faults };
}

/**
 * The library's own steps, counted: its last step calls itself for each level, and a stack that is nearly full doesn't
 * end in an exception but, when a regular expression is compiled there, in a crash.
 */
function compose(text: string, limits: Limits, allowance: Allowance): { readonly tree: Document.Parsed; readonly fault?: YamlFault } {
  const composer = new Composer(options);
  const refuse = (fault: YamlFault): { readonly tree: Document.Parsed; readonly fault: YamlFault } => ({ tree: [...composer.compose([], true)][0] as Document.Parsed, fault });

  const tokens: CST.Token[] = [];
  const parser = new Parser();
  const others = allowance.withOthers("yamlTokens");
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    // On the stack: the document, each list and map that is open, and what is being read.
    if (parser.stack.length > limits.nesting + 3) return refuse(tooDeep(parser.offset, "", limits));
    if (!allowance.take("yamlTokens", 1)) {
      return refuse({ code: "over-limit", offset: 0, pointer: "", message: `The YAML${others} has more than ${limits.yamlTokens} words and marks.`, fix: "Write the document as JSON, which takes a tenth of the memory to read, or raise the limit `yamlTokens`." });
    }
  }
  for (const token of parser.end()) tokens.push(token);

  const [tree, second] = [...composer.compose(tokens, true, text.length)] as Document.Parsed[];
  if (second) tree!.errors.push(new YAMLParseError([second.range[0], second.range[0] + 1], "MULTIPLE_DOCS", ""));
  return { tree: tree! };
}

function keyIsNoText(offset: number, pointer: string): YamlFault {
  return { code: "yaml-key-not-text", offset, pointer, message: "A key is a list or a map; in JSON, and so in OpenAPI, a key is a text.", fix: "Write the key as a text." };
}

function tooDeep(offset: number, pointer: string, limits: Limits): YamlFault {
  return { code: "over-limit", offset, pointer, message: `Lists and maps are nested deeper than ${limits.nesting} levels.`, fix: "Nest less, or raise the limit `nesting`." };
}

/** The library's tree as plain JSON with every alias written out, or undefined when a fault forbids it. */
function toJson(tree: Document.Parsed, limits: Limits, allowance: Allowance, faults: YamlFault[], content: Content): Json | undefined {
  const path: Segment[] = [];
  const open = new Set<Node>();
  const anchors = new Map<string, Node>();
  const others = allowance.withOthers("values");

  const report = (node: { range?: readonly [number, number, number] | null }, code: ProblemCode, message: string, fix: string): void => {
    if (faults.length < limits.problems) faults.push({ code, offset: node.range?.[0] ?? 0, pointer: toPointer(path), message, fix });
  };
  class Enough extends Error {}
  const count = (node: Node): void => {
    if (allowance.take("values", 1)) return;
    report(node, "over-limit", `The document${others} has more than ${limits.values} values once its aliases are written out.`, "Use fewer aliases, or raise the limit `values`.");
    throw new Enough();
  };

  const convert = (node: unknown): Json => {
    if (node === null || node === undefined) return null;
    const current = node as Node;
    count(current);
    if (path.length > limits.nesting) {
      faults.push(tooDeep(current.range?.[0] ?? 0, toPointer(path.slice(0, limits.nesting)), limits));
      throw new Enough();
    }
    if (isAlias(current)) return convertAlias(current);
    if (current.anchor) anchors.set(current.anchor, current);
    checkTag(current);
    if (isScalar(current)) return convertScalar(current);
    open.add(current);
    let result: Json;
    if (isSeq(current)) {
      result = current.items.map((item, index) => {
        path.push(index);
        const value = convert(item);
        path.pop();
        return value;
      });
    } else {
      result = isMap(current) ? convertMap(current as YAMLMap) : null;
    }
    open.delete(current);
    return result;
  };

  const target = (alias: Node & { source: string }): Node | undefined => {
    const found = anchors.get(alias.source);
    if (!found) report(alias, "yaml-alias-unknown", content === "secret" ? "The alias has no anchor above it." : `The alias \`*${alias.source}\` has no anchor \`&${alias.source}\` above it.`, "Add the anchor, or correct the name of the alias.");
    else if (open.has(found)) report(alias, "yaml-alias-circular", `The alias${content === "secret" ? "" : ` \`*${alias.source}\``} stands inside of what it repeats, so it has no end.`, "Repeat with a `$ref` instead of an alias.");
    else return found;
    return undefined;
  };

  const convertAlias = (alias: Node & { source: string }): Json => {
    const found = target(alias);
    return found ? convert(found) : null;
  };

  const checkTag = (node: Node & { tag?: string }): void => {
    const { tag } = node;
    if (tag === undefined || tag === "" || coreTags.has(tag)) return;
    report(node, "yaml-tag-refused", `The tag${content === "secret" ? "" : ` \`${tag.replace("tag:yaml.org,2002:", "!!")}\``} isn't part of YAML's core; what it does depends on the reader.`, "Write the value out, without a tag.");
  };

  const convertScalar = (node: Node & { value: unknown }): Json => {
    const { value } = node;
    if (typeof value === "number" && !Number.isFinite(value)) {
      report(node, "not-json", "The value is a number without a JSON form (infinite, not a number, or too large).", "Write a finite number, or put the value in quotes.");
      return null;
    }
    if (typeof value === "string" && value.length > limits.textLength) {
      report(node, "over-limit", `A text has ${value.length} characters; the limit \`textLength\` is ${limits.textLength}.`, "Shorten the text, or raise the limit `textLength`.");
      return null;
    }
    return value as Json;
  };

  const convertMap = (map: YAMLMap): Json => {
    const members = new Map<string, Json>();
    const merged: [string, Json][] = [];
    for (const pair of map.items as Pair<Node, Node | null>[]) {
      const { key } = pair;
      if (!isScalar(key)) {
        const alias = isAlias(key) ? target(key) : undefined;
        if (!isScalar(alias)) {
          report(key ?? map, "yaml-key-not-text", keyIsNoText(0, "").message, keyIsNoText(0, "").fix);
          continue;
        }
      }
      const name = keyText(key, anchors);
      if (name.length > limits.nameLength) {
        report(key, "over-limit", `A key has ${name.length} characters; the limit \`nameLength\` is ${limits.nameLength}.`, "Shorten the name, or raise the limit `nameLength`.");
        continue;
      }
      path.push(name);
      if (isMergeKey(key)) merged.push(...convertMerge(pair.value));
      else if (members.has(name)) report(key, "duplicate-key", "The key is there twice; the first one would be lost.", "Remove or rename one of the two.");
      else members.set(name, convert(pair.value));
      path.pop();
    }
    for (const [name, value] of merged) if (!members.has(name)) members.set(name, value);
    return Object.fromEntries(members);
  };

  const convertMerge = (node: Node | null): readonly [string, Json][] => {
    const parts = isSeq(node) ? (node.items as Node[]) : [node];
    return parts.flatMap((part) => {
      const value = convert(part);
      if (typeof value === "object" && value !== null && !Array.isArray(value)) return Object.entries(value) as [string, Json][];
      report(part ?? tree.contents!, "yaml-broken", "A merge key `<<` takes a map or a list of maps.", "Give it an alias of a map.");
      return [];
    });
  };

  try {
    return convert(tree.contents);
  } catch (error) {
    if (error instanceof Enough) return undefined;
    throw error;
  }
}

const coreTags = new Set(["map", "seq", "str", "int", "float", "bool", "null"].map((name) => `tag:yaml.org,2002:${name}`).concat("!"));

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && (typeof key.value === "symbol" || (key.value === "<<" && key.type === "PLAIN"));
}

function keyText(key: unknown, anchors: ReadonlyMap<string, Node>): string {
  const node = isAlias(key) ? anchors.get(key.source) : key;
  if (!isScalar(node)) return "";
  return typeof node.value === "symbol" ? "<<" : String(node.value ?? "");
}

/** Where a pointer leads in a YAML tree: the value, and the key in front of it when it is a member. */
export interface YamlSpot {
  readonly value: Node | null;
  readonly key: Node | undefined;
}

const indexes = new WeakMap<YAMLMap, Map<string, Pair<Node, Node | null>>>();

/** Follows a pointer through maps, lists, aliases and merge keys. */
export function findInYaml(tree: Document.Parsed, segments: readonly string[]): YamlSpot | undefined {
  let spot: YamlSpot = { value: tree.contents, key: undefined };
  for (const segment of segments) {
    const next = childOf(tree, spot.value, segment);
    if (!next) return undefined;
    spot = next;
  }
  return spot;
}

function childOf(tree: Document.Parsed, parent: Node | null, segment: string): YamlSpot | undefined {
  const node = isAlias(parent) ? parent.resolve(tree) : parent;
  if (isSeq(node)) {
    const item = node.items[Number(segment)];
    return item === undefined ? undefined : { value: item as Node, key: undefined };
  }
  if (!isMap(node)) return undefined;
  let index = indexes.get(node as YAMLMap);
  if (!index) {
    index = new Map();
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const name = keyText(isAlias(pair.key) ? pair.key.resolve(tree) : pair.key, new Map());
      if (!index.has(name)) index.set(name, pair);
    }
    indexes.set(node as YAMLMap, index);
  }
  const own = index.get(segment);
  if (own) return { value: own.value, key: own.key };
  const merge = index.get("<<")?.value ?? null;
  const parts = isSeq(merge) ? (merge.items as Node[]) : merge ? [merge] : [];
  for (const part of parts) {
    const found = childOf(tree, part, segment);
    if (found) return found;
  }
  return undefined;
}

/** Pointer of the innermost value that holds `offset`, for faults that the library gives only as an offset. */
function pointerAt(tree: Document.Parsed, offset: number): string {
  const segments: Segment[] = [];
  let node: unknown = tree.contents;
  for (let depth = 0; depth < 200; depth++) {
    if (isSeq(node)) {
      const index = node.items.findLastIndex((item) => startOf(item) <= offset);
      if (index < 0) break;
      segments.push(index);
      node = node.items[index];
    } else if (isMap(node)) {
      const pair = (node.items as Pair<Node, Node | null>[]).findLast((item) => startOf(item.key) < offset);
      if (!pair || !isScalar(pair.key)) break;
      segments.push(keyText(pair.key, new Map()));
      node = pair.value;
    } else break;
  }
  return toPointer(segments);
}

function startOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? Number.POSITIVE_INFINITY;
}

