// Every problem code with its title and explanation; the problem catalogue of the README is printed from it.

/** What a problem code stands for. */
export interface ProblemKind {
  /** A few words, without the particulars. */
  readonly title: string;
  /** Why it matters and how it usually comes about. Markdown. */
  readonly explanation: string;
}

export const catalogue = {
  "source-unreadable": {
    title: "The document can't be read",
    explanation: "The file doesn't exist, is a directory, or may not be read.",
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof catalogue;
