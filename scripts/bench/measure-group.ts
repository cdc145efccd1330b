// A group → what its rows came to.

import type { Absent, Figures, Group, Measure, Row, Subject } from "./group.ts";
import { median } from "./measure.ts";
import type { Result } from "./table.ts";

/** Subjects take turns, so that what the machine does besides falls on all of them alike. Of what the rounds gave, the median counts. */
export async function measureGroup({ rows }: Group, subjects: readonly (Subject | Absent)[], rounds: number): Promise<readonly Result[]> {
  const measured = new Map<string, Figures[]>();
  const reasons = new Map<string, string>();
  for (const one of subjects) {
    if ("absent" in one) reasons.set(one.name, one.absent);
    else measured.set(one.name, []);
  }
  const present = subjects.filter((one): one is Subject => "run" in one);
  // The first run of each fills caches and doesn't count.
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, run, rounds: most = rounds } of present) {
      if (round > most || (round === 0 && most === 1)) continue;
      const figures = await run();
      if (round > 0) measured.get(name)?.push(figures);
    }
  }
  const figuresOf = ([subject, figure]: Measure): readonly number[] | undefined => measured.get(subject)?.map((figures) => figures[figure] ?? NaN);
  const medianOf = (figures: readonly number[] | undefined): number | undefined => (figures === undefined ? undefined : median(figures));
  return rows.map((row): Result => {
    const ours = figuresOf(row.figure);
    const theirs = row.against === undefined ? undefined : figuresOf(row.against);
    // Compared round by round: a machine that is slow for a minute is slow for both.
    const compared = row.against === undefined ? ours : theirs && ours?.map((figure, round) => figure / (theirs[round] ?? NaN));
    const value = medianOf(compared);
    if (Number.isNaN(value)) throw new Error(`Nobody measures ${nameOf(row)}.`);
    return { row, value, ours: medianOf(ours), theirs: medianOf(theirs), reason: reasons.get(row.figure[0]) ?? reasons.get(row.against?.[0] ?? "") };
  });
}

function nameOf({ figure, against }: Row): string {
  return [figure, against].flatMap((measure) => (measure === undefined ? [] : [measure.join(": ")])).join(" or ");
}
