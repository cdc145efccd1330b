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
 * Members that are `null` are left out unless `nulls` are told apart from what is absent, which AWS doesn't.
 */
export function parseJson(body: Uint8Array, nulls = false): unknown {
  const text = textOf(body);
  const value: unknown = JSON.parse(text);
  let mayBeRounded = false;
  const walk = (value: any, levels: number): void => {
    if (typeof value === "number" && Math.abs(value) >= 2 ** 53) mayBeRounded = true;
    if (typeof value !== "object") return;
    if (!levels) refuse("the answer nests too deep");
    // The names of a list would do, too, but walking along those takes three times as long.
    if (Array.isArray(value)) value.forEach((item) => walk(item, levels - 1));
    else
      for (const key in value) {
        if (value[key] === null && !nulls) delete value[key];
        else walk(value[key], levels - 1);
      }
  };
  walk(value, 1_000);
  // Numbers written with a point or an exponent are meant to be rounded.
  if (mayBeRounded && /(^|[[:,\s])-?\d{16,}\s*([\]},]|$)/.test(text)) refuse("the answer holds an integer beyond 2^53");
  return value;
}
