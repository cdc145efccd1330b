// Values → the path and query of a URL, by the styles of OpenAPI. RFC 6570 names most of them.

import type { RequestPlace } from "../operation.ts";
import { checkedLabel, itemsOf, pairsOf, percent } from "./uri.ts";

type PathPlace = Extract<RequestPlace, { in: "path" }>;
type QueryPlace = Extract<RequestPlace, { in: "query" }>;

/** Fills one label of a path. `greedy` keeps slashes. */
export function styledLabel(value: unknown, name: string, { style = "simple", explode = false }: PathPlace, greedy: boolean): string {
  const joint = explode && style === "label" ? "." : explode && style === "matrix" ? ";" : ",";
  const pairs = pairsOf(value);
  const parts = pairs
    ? pairs.flatMap(([key, item]) => (explode ? [`${percent(key)}=${percent(item)}`] : [percent(key), percent(item)]))
    : itemsOf(value).map((item) => (greedy ? item.split("/").map(percent).join("/") : percent(item)));
  const matrix = `${percent(name)}=`;
  const text = style === "matrix" && explode && !pairs ? parts.map((part) => matrix + part).join(joint) : parts.join(joint);
  checkedLabel(text);
  if (style === "label") return `.${text}`;
  if (style === "matrix") return explode ? `;${text}` : `;${matrix}${text}`;
  return text;
}

/** The `name=value` pieces that a member adds to a query. */
export function styledPieces(value: unknown, name: string, { style = "form", explode = style === "form" }: QueryPlace): string[] {
  const pairs = pairsOf(value);
  const key = percent(name);
  if (pairs && style === "deepObject") return pairs.map(([inner, item]) => `${key}${percent(`[${inner}]`)}=${percent(item)}`);
  if (pairs && explode) return pairs.map(([inner, item]) => `${percent(inner)}=${percent(item)}`);
  const items = pairs ? pairs.flat() : itemsOf(value);
  if (explode) return items.map((item) => `${key}=${percent(item)}`);
  const joint = { spaceDelimited: "%20", pipeDelimited: "%7C", form: ",", deepObject: "," }[style];
  return items.length ? [`${key}=${items.map(percent).join(joint)}`] : [];
}
