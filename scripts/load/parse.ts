// The bytes of one file → its text and value, or the problems that forbid reading it.

import type { Json, JsonObject } from "../json.ts";
import type { ProblemCode } from "../problems/catalogue.ts";
import type { Problem } from "../problems/problem.ts";
import type { Allowance } from "./allowance.ts";
import { decode } from "./decode.ts";
import type { SourceText } from "./document.ts";
import { findJsonFaults, measureJson } from "./json-text.ts";
import type { Limits } from "./limits.ts";
import { placeAt, placeIn, rememberTree } from "./place-of.ts";
import { toPointer, type Segment } from "./pointer.ts";
import type { SourceFile, Unreadable } from "./source.ts";
import { readYaml, type Content } from "./yaml-text.ts";

export interface Parsed {
  readonly source: SourceText;
  /** Absent when the problems forbid to use it. */
  readonly value?: Json;
  readonly problems: readonly Problem[];
}

/** Reads JSON or YAML; which of them, the content says, and the name of the file when both are possible. Takes what it holds from the allowance. */
export function parse(file: SourceFile, limits: Limits, allowance: Allowance, content: Content = "shown"): Parsed {
  const empty: SourceText = { file: file.file, text: "", format: "yaml" };
  if (allowance.isSpent()) return { source: empty, problems: [] };
  if (file.kind === "unreadable") return { source: empty, problems: [unreadable(file.file, file.reason)] };
  const others = allowance.withOthers("documentBytes");
  if (!allowance.take("documentBytes", file.bytes.length)) {
    const message = others ? `The file${others} has more than ${limits.documentBytes} bytes.` : `The file has ${file.bytes.length} bytes; the limit \`documentBytes\` is ${limits.documentBytes}.`;
    return { source: empty, problems: [error(empty, 0, "", "over-limit", message, "Leave out what the client doesn't need, or raise the limit `documentBytes`.")] };
  }
  const decoded = decode(file.bytes);
  if (decoded.kind === "fault") {
    const source: SourceText = { ...empty, text: decoded.text };
    return { source, problems: [error(source, decoded.offset, "", decoded.code, decoded.message, decoded.fix)] };
  }

  const { text } = decoded;
  const named = /\.json$/iu.test(file.file) ? "json" : /\.ya?ml$/iu.test(file.file) ? "yaml" : undefined;
  const looksLikeJson = /^\s*[[{]/u.test(text);
  if (named === "json" || looksLikeJson) {
    const source: SourceText = { file: file.file, text, format: "json" };
    const value = fastJson(text, limits);
    if (value !== undefined) return checked(source, value, limits, allowance);
    // A flow map of YAML begins like JSON; a file that calls itself YAML is then read as such.
    if (named !== "yaml") return { source, problems: jsonProblems(source, limits) };
  }
  const source: SourceText = { file: file.file, text, format: "yaml" };
  const { value, tree, faults } = readYaml(text, limits, allowance, content);
  rememberTree(source, tree);
  const problems = faults.map((fault) => error(source, fault.offset, fault.pointer, fault.code, fault.message, fault.fix));
  if (value === undefined || problems.length > 0) return { source, problems };
  if (value === null) return { source, problems: [error(source, 0, "", "source-empty", "The file holds nothing but comments.", "Write an OpenAPI document into it, or name another file.")] };
  return { source, value, problems };
}

/** The problem of a file that couldn't be read. */
export function unreadable(file: string, reason: Unreadable): Problem {
  const [message, fix] = unreadableReasons[reason];
  return { severity: "error", code: "source-unreadable", place: { file, line: 1, column: 1, pointer: "#" }, message, fix };
}

const unreadableReasons: Readonly<Record<Unreadable, readonly [message: string, fix: string]>> = {
  missing: ["The file doesn't exist.", "Correct the name; relative names count from the folder that the command runs in."],
  directory: ["It is a directory, and a document is a file.", "Name the file inside of it."],
  "no-permission": ["The file may not be read by this user.", "Give this user the permission to read it (`chmod u+r`)."],
  "not-a-file": ["It isn't an ordinary file.", "Name a file, or pipe the document in with `--spec -`."],
  "too-big": ["The file is bigger than the limit `documentBytes`, or than what other files leave of it.", "Leave out what the client doesn't need, or raise the limit `documentBytes`."],
  outside: ["The file lies outside the folder of the document, and references may not leave it.", "Move the file into the folder of the document, or allow its folder (`--allow-folder`, `allowFolders`)."],
  "url-not-allowed": ["It is a URL, and nothing is fetched unless its origin is allowed explicitly.", "Download the file and name it instead, or allow its origin (`--allow-origin`, `allowOrigins`)."],
  "url-private": ["Its name leads to this machine or into a private network.", "Download the file and name it instead, or allow private addresses (`--allow-private`, `allowPrivateAddresses`)."],
  "url-redirects": ["It answers with a redirect, and redirects aren't followed.", "Name the address that it leads to, and allow its origin."],
  "url-failed": ["The URL couldn't be fetched.", "Check that it answers 200, or download the file and name it instead."],
  unknown: ["The file couldn't be read.", "Check that it is an ordinary file that this user may read."],
};

/** JSON.parse, held against a quick count: fewer keys than the text has means that one was there twice. */
function fastJson(text: string, limits: Limits): Json | undefined {
  const shape = measureJson(text);
  if (shape.depth > limits.nesting) return undefined;
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
  return countKeys(value) === shape.keys ? value : undefined;
}

function jsonProblems(source: SourceText, limits: Limits): readonly Problem[] {
  return findJsonFaults(source.text, limits).map((fault) => {
    if (fault.kind === "nesting") return error(source, fault.offset, fault.pointer, "over-limit", `Objects and lists are nested deeper than ${limits.nesting} levels.`, "Nest less, or raise the limit `nesting`.");
    if (fault.kind === "duplicate-key") return error(source, fault.offset, fault.pointer, "duplicate-key", fault.message, "Remove or rename one of the two.");
    return error(source, fault.offset, fault.pointer, "json-broken", fault.message, "Correct the JSON at this place.");
  });
}

function countKeys(root: Json): number {
  let keys = 0;
  const open: Json[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== "object" || value === null) continue;
    const members = Array.isArray(value) ? (value as readonly Json[]) : (Object.values(value) as Json[]);
    if (!Array.isArray(value)) keys += members.length;
    for (const member of members) if (typeof member === "object" && member !== null) open.push(member);
  }
  return keys;
}

/** JSON.parse reads 1e999 as Infinity and doesn't count; both are made good here. */
function checked(source: SourceText, root: Json, limits: Limits, allowance: Allowance): Parsed {
  const problems: Problem[] = [];
  let values = 0;
  const path: Segment[] = [];
  const report = (code: ProblemCode, message: string, fix: string): void => {
    if (problems.length < limits.problems) problems.push({ severity: "error", code, place: placeIn(source, toPointer(path)), message, fix });
  };
  const visit = (value: Json): void => {
    values += 1;
    if (typeof value === "number" && !Number.isFinite(value)) {
      report("not-json", "The number is too large to be read.", "Write a smaller number, or put it in quotes.");
    } else if (typeof value === "string" && value.length > limits.textLength) {
      report("over-limit", `A text has ${value.length} characters; the limit \`textLength\` is ${limits.textLength}.`, "Shorten the text, or raise the limit `textLength`.");
    } else if (typeof value === "object" && value !== null) {
      if (Array.isArray(value)) {
        for (let index = 0; index < value.length; index++) {
          path.push(index);
          visit(value[index] as Json);
          path.pop();
        }
      } else {
        for (const key of Object.keys(value as JsonObject)) {
          if (key.length > limits.nameLength) {
            report("over-limit", `A key has ${key.length} characters; the limit \`nameLength\` is ${limits.nameLength}.`, "Shorten the name, or raise the limit `nameLength`.");
            continue;
          }
          path.push(key);
          visit((value as JsonObject)[key] as Json);
          path.pop();
        }
      }
    }
  };
  visit(root);
  const others = allowance.withOthers("values");
  if (!allowance.take("values", values)) problems.push(error(source, 0, "", "over-limit", `The document${others} has more than ${limits.values} values.`, "Leave out what the client doesn't need, or raise the limit `values`."));
  return problems.length > 0 ? { source, problems } : { source, value: root, problems };
}

function error(source: SourceText, offset: number, pointer: string, code: ProblemCode, message: string, fix: string): Problem {
  return { severity: "error", code, place: placeAt(source, offset, pointer), message, fix };
}
