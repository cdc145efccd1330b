// What a check of the house rules is, and what it finds.

export interface Finding {
  /** Below the repository's root. */
  readonly file: string;
  /** Lines and columns count from 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface Check {
  /** The rule, as a sentence. */
  readonly title: string;
  readonly run: () => Promise<{ readonly findings: readonly Finding[]; readonly looked: string }>;
}
