// JSON text ↔ values, without the surprises: nothing is rounded, nothing nests without end.

import { refuse } from "./errors.ts";

/** Deeper answers are refused, since whoever walks through them would run out of stack. */
const maxDepth = 1_000;

// A TextDecoder drops a byte order mark.
const decoder: TextDecoder = /* @__PURE__ */ new TextDecoder();

/** The text of a body. */
export function textOf(body: Uint8Array): string {
  return decoder.decode(body);
}

/**
 * Parses JSON; `__proto__` is a key like any other. Integers beyond 2^53 become BigInts, or are refused where the
 * engine can't tell their digits (Node 20), since a rounded number would go unnoticed.
 */
export function parseJson(body: Uint8Array): unknown {
  const text = textOf(body);
  const value: unknown = JSON.parse(text);
  return holdsRounded(value, 0) ? JSON.parse(text, exact) : value;
}

/** Writes JSON. BigInts keep their digits, or are refused where the engine can't write them (Node 20). */
export function writeJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    const { rawJSON } = JSON as { rawJSON?: (text: string) => unknown };
    return JSON.stringify(value, (_, member: unknown) => (typeof member === "bigint" && rawJSON?.(`${member}`)) || member);
  }
}

function exact(_key: string, member: unknown, context?: { readonly source: string }): unknown {
  if (!isRounded(member)) return member;
  if (!context) return refuse("an integer beyond 2^53 would be rounded");
  return /^-?\d+$/.test(context.source) ? BigInt(context.source) : member;
}

/** Whether a number may have lost digits. */
function isRounded(value: unknown): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}

/** Whether any number inside may have. Refuses what nests too deep. */
function holdsRounded(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || !value) return isRounded(value);
  if (depth === maxDepth) refuse(`the answer nests deeper than ${maxDepth} levels`);
  let found = false;
  if (Array.isArray(value)) for (const item of value) found = holdsRounded(item, depth + 1) || found;
  else for (const key in value) found = holdsRounded((value as never)[key], depth + 1) || found;
  return found;
}
