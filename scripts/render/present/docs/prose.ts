// Cuts and joins the prose of a document.

import type { Deprecation } from "../../../prepare/prepared-spec.ts";

/** For tables and comments, where there is room for one sentence only. */
export function firstSentence(markdown: string): string {
  const paragraph = markdown.split(/\n\s*\n/).find((part) => part.trim() !== "" && !/^\s*(```|~~~|#|\|)/.test(part)) ?? "";
  const text = paragraph.replace(/^> ?/gm, "").replace(/\s*\n\s*/g, " ").trim();
  // A dot inside of a code span or a link ends nothing.
  const sentence = /^(?:`[^`]*`|\[[^\]]*\]\([^)]*\)|(?!\b(?:e\.g|i\.e|etc|vs|cf)\.)[^`])*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
  return sentence.replace(/:$/, ".");
}

/** `since 2026-10-20: Send Quantity.` Empty where nothing is deprecated. */
export function deprecationOf(deprecated: Deprecation | undefined): string {
  if (deprecated === undefined) return "";
  const since = deprecated.since === undefined ? "Deprecated" : `Deprecated since ${deprecated.since}`;
  return deprecated.message === undefined ? `${since}.` : `${since}: ${deprecated.message}`;
}
