// Values → the path and query of a URL, by the styles of OpenAPI. RFC 6570 names most of them.

import { refuse } from "../errors.ts";
import type { RequestPlace } from "../operation.ts";

type PathPlace = Extract<RequestPlace, { in: "path" }>;
type QueryPlace = Extract<RequestPlace, { in: "query" }>;

/** Percent-encodes everything but RFC 3986's unreserved characters, as signatures demand. */
export function percent(text: string): string {
  try {
    return encodeURIComponent(text).replace(/[!'()*]/g, (character) => "%" + character.charCodeAt(0).toString(16).toUpperCase());
  } catch {
    return refuse(": half of a surrogate pair can't be part of a URL");
  }
}

/** Fills one label of a path. `greedy` keeps slashes. */
export function pathLabel(value: unknown, { name, style = "simple", explode = false }: PathPlace, greedy: boolean): string {
  const joint = explode && style === "label" ? "." : explode && style === "matrix" ? ";" : ",";
  const pairs = pairsOf(value);
  const parts = pairs
    ? pairs.flatMap(([key, item]) => (explode ? [`${percent(key)}=${percent(item)}`] : [percent(key), percent(item)]))
    : itemsOf(value).map((item) => (greedy ? item.split("/").map(percent).join("/") : percent(item)));
  const matrix = `${percent(name)}=`;
  const text = style === "matrix" && explode && !pairs ? parts.map((part) => matrix + part).join(joint) : parts.join(joint);
  // These would change which resource the path names: `DELETE /users/` instead of `DELETE /users/7`.
  if (!text || text.split("/").some((segment) => segment === "." || segment === "..")) {
    refuse(`: ${text ? `"${text}"` : "an empty value"} can't be part of a path`);
  }
  if (style === "label") return `.${text}`;
  if (style === "matrix") return explode ? `;${text}` : `;${matrix}${text}`;
  return text;
}

/** The `name=value` pieces that a member adds to a query. */
export function queryPieces(value: unknown, { name, style = "form", explode = style === "form" }: QueryPlace): string[] {
  const pairs = pairsOf(value);
  const key = percent(name);
  if (pairs && style === "deepObject") return pairs.map(([inner, item]) => `${key}${percent(`[${inner}]`)}=${percent(item)}`);
  if (pairs && explode) return pairs.map(([inner, item]) => `${percent(inner)}=${percent(item)}`);
  const items = pairs ? pairs.flat() : itemsOf(value);
  if (explode) return items.map((item) => `${key}=${percent(item)}`);
  const joint = { spaceDelimited: "%20", pipeDelimited: "%7C", form: ",", deepObject: "," }[style];
  return items.length ? [`${key}=${items.map(percent).join(joint)}`] : [];
}

/** The value as plain text. */
export function textOfValue(value: unknown): string {
  if (typeof value === "object" || typeof value === "function" || typeof value === "symbol") {
    refuse(": text, a number or a boolean is expected");
  }
  return String(value);
}

function itemsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((item) => item !== undefined && item !== null).map(textOfValue);
}

function pairsOf(value: unknown): [string, string][] | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.entries(value)
    .filter(([, item]) => item !== undefined && item !== null)
    .flatMap(([key, item]) => itemsOf(item).map((text): [string, string] => [key, text]));
}
