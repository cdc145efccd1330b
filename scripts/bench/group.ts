// What `npm run bench` is made of: groups of subjects that are measured in turns, and the rows of the table that compare them.

import type { Workshop } from "./workshop.ts";

/** Rows that are measured together. Each group is a file in `groups/`, listed in `groups.ts`. */
export interface Group {
  /** Chooses it: `npm run bench -- --only NAME`. */
  readonly name: string;
  /** Stands above its rows. */
  readonly title: string;
  readonly rows: readonly Row[];
  /** Makes everything ready that a measure shall not count. */
  readonly subjects: (workshop: Workshop) => Promise<readonly (Subject | Absent)[]>;
}

/** Can be run again and again, and says what a run cost. */
export interface Subject {
  readonly name: string;
  /** Fewer rounds than others have, where a run measures in turns by itself or always gives the same. With 1 there is no run that warms up. */
  readonly rounds?: number;
  readonly run: () => Promise<Figures>;
}

/** A subject that can't be measured here says why. */
export interface Absent {
  readonly name: string;
  readonly absent: string;
}

/** Figures by their names; seconds or bytes. */
export type Figures = Readonly<Record<string, number>>;

/** A figure of a subject. */
export type Measure = readonly [subject: string, figure: string];

export interface Row {
  readonly what: string;
  readonly figure: Measure;
  /** What it is compared with; the row's figure is then the ratio of the medians. */
  readonly against?: Measure;
  /** What a figure counts. A ratio has no unit. */
  readonly unit: "s" | "bytes" | "ratio";
  /** Of the ratio where there is one, of the figure otherwise. */
  readonly limit: number;
}
