// Their texts and ours → what was carried over word for word.

import { isObject, type Json } from "../json.ts";

/** A run of words that is in one of their texts and in one of ours. */
export interface CarriedRun {
  readonly words: string;
  readonly ours: string;
}

export interface ProseReport {
  /** The longest run of words that both share. */
  readonly longest: number;
  /** The first shared run of `limit` words or more of each of our texts. */
  readonly carried: readonly CarriedRun[];
}

const proseKeys: ReadonlySet<string> = new Set(["description", "summary", "documentation", "x-forbidden", "x-deprecated-message"]);

/** Every text below a value that is written for a reader: descriptions, summaries, reasons. */
export function proseIn(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => proseIn(item as Json));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    if (typeof child === "string") return proseKeys.has(key) ? [child] : [];
    return child === undefined ? [] : proseIn(child);
  });
}

/**
 * Looks for runs of `limit` words or more that both sides share. A sentence of that many words that is the same in both
 * is such a run, and so is one of which only the end was changed. Tags, their attributes, punctuation and case don't count.
 */
export function findCarriedProse(theirs: readonly string[], ours: readonly string[], limit = 8): ProseReport {
  const theirWords = theirs.map(wordsOf);
  const ourWords = ours.map(wordsOf);
  const known = runsOf(theirWords, limit);
  const carried = ourWords.flatMap((words, index) => {
    const run = runs(words, limit).find((candidate) => known.has(candidate));
    return run === undefined ? [] : [{ words: run, ours: ours[index]! }];
  });

  let longest = 0;
  for (let length = 1; ; length++) {
    const shared = runsOf(theirWords, length);
    if (!ourWords.some((words) => runs(words, length).some((run) => shared.has(run)))) break;
    longest = length;
  }
  return { longest, carried };
}

function wordsOf(text: string): readonly string[] {
  return text.replace(/<[^>]*>/gu, " ").toLowerCase().match(/[\p{L}\p{N}_'’-]+/gu) ?? [];
}

function runs(words: readonly string[], length: number): readonly string[] {
  return words.slice(length - 1).map((_, index) => words.slice(index, index + length).join(" "));
}

function runsOf(texts: readonly (readonly string[])[], length: number): ReadonlySet<string> {
  return new Set(texts.flatMap((words) => runs(words, length)));
}
