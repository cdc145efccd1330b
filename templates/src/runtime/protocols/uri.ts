// Values → the path and query of a URL, as AWS writes them. `uri-styles.ts` knows more ways.

import { refuse } from "../errors.ts";

/** Percent-encodes everything but RFC 3986's unreserved characters, as signatures demand. */
export function percent(text: string): string {
  try {
    return encodeURIComponent(text).replace(/[!'()*]/g, (character) => "%" + character.charCodeAt(0).toString(16).toUpperCase());
  } catch {
    return refuse(": half of a surrogate pair can't be part of a URL");
  }
}

/** Fills one label of a path. `greedy` keeps slashes. */
export function plainLabel(value: unknown, _name: string, _place: unknown, greedy: boolean): string {
  const text = textOfValue(value);
  return checkedLabel(greedy ? text.split("/").map(percent).join("/") : percent(text));
}

/** Gives a label back that leaves the path what it is. */
export function checkedLabel(text: string): string {
  // These would change which resource the path names: `DELETE /users/` instead of `DELETE /users/7`.
  if (!text || text.split("/").some((segment) => segment === "." || segment === "..")) {
    refuse(`: ${text ? `"${text}"` : "an empty value"} can't be part of a path`);
  }
  return text;
}

/** The `name=value` pieces that a member adds to a query: one for each item, or for each entry. */
export function plainPieces(value: unknown, name: string): string[] {
  const pairs = pairsOf(value) ?? itemsOf(value).map((item) => [name, item] as const);
  return pairs.map(([key, item]) => `${percent(key)}=${percent(item)}`);
}

/** The value as plain text. */
export function textOfValue(value: unknown): string {
  if (typeof value === "object" || typeof value === "function" || typeof value === "symbol") {
    refuse(": text, a number or a boolean is expected");
  }
  return String(value);
}

/** What a list holds, or a single value, as plain text. */
export function itemsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((item) => item !== undefined && item !== null).map(textOfValue);
}

/** What an object holds, as plain text; nothing for any other value. */
export function pairsOf(value: unknown): [string, string][] | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.entries(value)
    .filter(([, item]) => item !== undefined && item !== null)
    .flatMap(([key, item]) => itemsOf(item).map((text): [string, string] => [key, text]));
}
