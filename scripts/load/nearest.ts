// A name that doesn't exist → the one that was probably meant.

/** The candidate that differs least, when it differs little enough to be a slip. Case counts a little. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const most = Math.max(1, Math.floor(name.length / 3));
  let best: string | undefined;
  let least = most + 0.5;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > most) continue;
    const distance = name.toLowerCase() === candidate.toLowerCase() ? 0.5 : distanceBetween(name, candidate, most);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Beyond these, looking for a likely name costs more than it gives. */
const [mostCandidates, mostCharacters] = [5_000, 200];

/** "Did you mean `TagList`?", or nothing. Begins with a blank, to be put behind a sentence. */
export function didYouMean(name: string, candidates: readonly string[]): string {
  const found = name.length > mostCharacters || candidates.length > mostCandidates ? undefined : nearest(name, candidates);
  return found === undefined ? "" : ` Did you mean \`${found}\`?`;
}

/** The same for a check that may find a thousand faults: it falls silent after the first few. */
export function suggester(most = 20): typeof didYouMean {
  let asked = 0;
  return (name, candidates) => {
    asked += 1;
    return asked > most ? "" : didYouMean(name, candidates);
  };
}

/** Optimal string alignment: insertions, deletions, replacements and swapped neighbours; gives up beyond `most`. */
function distanceBetween(a: string, b: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return Number.POSITIVE_INFINITY;
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}
