// A place in a document → a JSONPath (RFC 9535) that selects it.

import type { Target } from "../compare/fact.ts";

export function jsonPath(target: Target): string {
  return `$${stepsOf(target)}`;
}

/** The path without its root, to be put behind another. */
export function stepsOf(target: Target): string {
  return target.map(stepOf).join("");
}

function stepOf(step: Target[number]): string {
  if (typeof step === "string") return keySelector([step]);
  return "item" in step ? `[?@ == ${quoted(step.item)}]` : `[?@.name == ${quoted(step.parameter)} && @.in == ${quoted(step.in)}]`;
}

/** `.name`, or `['other name', 'another']`. */
export function keySelector(keys: readonly string[]): string {
  const [only] = keys;
  return keys.length === 1 && only !== undefined && /^[A-Za-z_][A-Za-z0-9_]*$/.test(only) ? `.${only}` : `[${keys.map(quoted).join(", ")}]`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&").replace(/[\u0000-\u001f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)}'`;
}
