// JSON text ↔ values, without the surprises: nothing is rounded, nothing nests without end.

import { ValueError } from "./value-error.ts";

/** Deeper answers are refused, since whoever walks through them would run out of stack. */
const maxDepth = 1_000;

// A TextDecoder drops a byte order mark.
const decoder: TextDecoder = /* @__PURE__ */ new TextDecoder();

/** The text of a body. */
export function textOf(body: Uint8Array): string {
  return decoder.decode(body);
}

/** Parses JSON. Integers beyond 2^53 become BigInts, and `__proto__` is a key like any other. */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The engine's own message quotes the text at length; the client adds an excerpt.
    throw new ValueError(text.trim() ? "the answer isn't valid JSON" : "the answer is empty");
  }
  return holdsRounded(value, 0) ? parseExactly(text) : value;
}

/** Writes JSON. BigInts become numbers with all their digits. */
export function writeJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    // A BigInt, or a circle, which throws again.
    const marked = JSON.stringify(value, (_, member: unknown) => (typeof member === "bigint" ? mark + member : member));
    return marked.replace(/"\uffff(-?\d+)"/g, "$1");
  }
}

/** Whether a number may have lost digits. Refuses what nests too deep. */
function holdsRounded(value: unknown, depth: number): boolean {
  if (typeof value === "number") return value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER;
  if (typeof value !== "object" || value === null) return false;
  if (depth === maxDepth) throw new ValueError(`the answer nests deeper than ${maxDepth} levels`);
  let rounded = false;
  if (Array.isArray(value)) {
    for (const item of value) rounded = holdsRounded(item, depth + 1) || rounded;
  } else {
    for (const key in value) rounded = holdsRounded((value as Record<string, unknown>)[key], depth + 1) || rounded;
  }
  return rounded;
}

/** Stands before the digits of an integer while it passes through JSON as a string. No character, so no text has it. */
const mark = "\uffff";

function parseExactly(text: string): unknown {
  const marked = text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\d{16,}(?![\d.eE])/g, (token) =>
    token.startsWith('"') || Number.isSafeInteger(Number(token)) ? token : `"${mark}${token}"`,
  );
  return JSON.parse(marked, (_, member: unknown) =>
    typeof member === "string" && /^\uffff-?\d+$/.test(member) ? BigInt(member.slice(1)) : member,
  );
}
