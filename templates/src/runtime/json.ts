// JSON text ↔ values, without the surprise that an integer is rounded.

import * as platform from "#platform";
import { refuse } from "./errors.ts";

// A TextDecoder drops a byte order mark.
const decoder: TextDecoder = /* @__PURE__ */ new TextDecoder();

/** The text of a body. */
export const textOf = (body: Uint8Array): string => decoder.decode(body);

/**
 * Parses JSON; `__proto__` is a key like any other. Integers beyond 2^53 are refused, since JavaScript would round them
 * and nobody would notice. Members that are `null` are left out unless `nulls` are told apart from what is absent, which
 * AWS doesn't.
 */
export function parseJson(body: Uint8Array, nulls = false): unknown {
  const text = textOf(body);
  const value: unknown = JSON.parse(text, !nulls && /[:\s]null[,}\s]/.test(text) ? withoutNull : undefined);
  if (platform.hasLongDigits(text, body)) {
    // Strings may hold what they like, and numbers with a point or an exponent are meant to be rounded.
    for (const [token] of text.matchAll(/"(?:[^"\\]+|\\.)*"|[\d.e]{16,}/gi))
      if (/^\d+$/.test(token) && +token >= 2 ** 53) refuse("the answer holds an integer beyond 2^53");
  }
  return value;
}

function withoutNull(this: unknown, name: string, member: unknown): unknown {
  // Items stay, since those behind would move, and so does a whole answer, which has no name.
  return member === null && name && !Array.isArray(this) ? undefined : member;
}
