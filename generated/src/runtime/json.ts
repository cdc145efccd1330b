// JSON text ↔ values, without the surprises: nothing is rounded, nothing nests without end.

import { refuse } from "./errors.ts";

// A TextDecoder drops a byte order mark.
const decoder: TextDecoder = /* @__PURE__ */ new TextDecoder();

/** The text of a body. */
export function textOf(body: Uint8Array): string {
  return decoder.decode(body);
}

/**
 * Parses JSON; `__proto__` is a key like any other. Integers beyond 2^53 are refused, since JavaScript would round them
 * and nobody would notice. So is what nests deep: whoever walks through it would run out of stack, sooner or later by chance.
 */
export function parseJson(body: Uint8Array): unknown {
  const text = textOf(body);
  const value: unknown = JSON.parse(text);
  // Numbers written with a point or an exponent are meant to be rounded.
  if (holdsRounded(value) && /(^|[[:,\s])-?\d{16,}\s*([\]},]|$)/.test(text)) refuse("the answer holds an integer beyond 2^53");
  return value;
}

/** Whether a number inside may have lost digits. Refuses more than so many levels. */
function holdsRounded(value: unknown, levels = 1_000): boolean {
  if (typeof value === "number") return Math.abs(value) >= 2 ** 53;
  if (typeof value !== "object") return false;
  if (!levels) refuse("the answer nests too deep");
  let found = false;
  const look = (member: unknown): void => {
    if (holdsRounded(member, levels - 1)) found = true;
  };
  // The names of a list would do, too, but walking along those takes three times as long.
  if (Array.isArray(value)) value.forEach(look);
  else for (const key in value) look((value as never)[key]);
  return found;
}
