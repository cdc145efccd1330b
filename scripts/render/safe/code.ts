// Makes strings safe for TypeScript: identifiers, literals and property keys.

import { safe, type Expression, type Identifier, type Literal, type PropertyKey } from "./safe.ts";

const identifierForm = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** Takes a name that `prepare` has made and checks that it is one. */
export function identifier(name: string): Identifier {
  if (!identifierForm.test(name)) throw new Error(`${JSON.stringify(name)} reached the templates as a name; prepare should have renamed it.`);
  return safe(name);
}

/**
 * Characters that end a line, hide text or turn the direction of reading, what closes or opens markup in a script element, and what
 * debuggers would load a file from.
 */
// eslint-disable-next-line no-control-regex
const unsafeInLiteral = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\uffff]|<(?=[/!])|(?<=source(?:Mapping)?URL\s*)=/gi;

/** A double-quoted string literal whose value is `text`, in characters that every editor shows. */
export function literal(text: string | number): Literal {
  return safe(JSON.stringify(text).replace(unsafeInLiteral, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`));
}

/** A property key: bare where JavaScript allows it. `__proto__` would set the prototype of an object literal, so it is computed there. */
export function propertyKey(name: string): PropertyKey {
  return identifierForm.test(name) && name !== "__proto__" ? safe(name) : name === "__proto__" ? safe(`["__proto__"]`) : safe(literal(name));
}

/** `{ a: 1, b: 2 }`, or nothing when there are no entries. */
export function objectLiteral(entries: readonly (readonly [string, Expression | Literal])[]): Expression | undefined {
  if (entries.length === 0) return undefined;
  return safe(`{ ${entries.map(([name, value]) => `${propertyKey(name)}: ${value}`).join(", ")} }`);
}

export function listLiteral(items: readonly (Expression | Literal)[]): Expression {
  return safe(`[${items.join(", ")}]`);
}
