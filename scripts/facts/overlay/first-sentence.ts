// HTML of a model → its first sentence as text: enough to tell a member that an overlay adds.

import { markdownOf } from "../../prepare/read/prose.ts";

export function firstSentence(html: string | undefined): string | undefined {
  if (html === undefined) return undefined;
  const [paragraph = ""] = markdownOf(html).split("\n\n");
  const text = /^.*?[.!?](?=\s|$)/s.exec(paragraph)?.[0] ?? paragraph;
  return text === "" ? undefined : text.replace(/\s+/g, " ");
}
