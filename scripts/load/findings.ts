// Gathers findings until there are more than anybody reads. A document of a million faults costs no more than one of a thousand.

import type { Finding } from "./finding.ts";
import type { Limits } from "./limits.ts";

/** Pointers and messages quote names of the document, and a hostile document has very long ones. */
const mostCharacters = 4_000_000;

export interface Findings {
  readonly list: readonly Finding[];
  /** Nothing more is taken; a check can stop. */
  readonly isFull: () => boolean;
  readonly add: (finding: Finding) => void;
}

export function gatherFindings({ problems }: Limits): Findings {
  const list: Finding[] = [];
  let characters = 0;
  const isFull = (): boolean => list.length >= problems || characters > mostCharacters;
  return {
    list,
    isFull,
    add(finding) {
      if (isFull()) return;
      characters += finding.pointer.length + finding.message.length;
      list.push(finding);
    },
  };
}

/** A name of the document, short enough to be quoted in a sentence. */
export function quoted(name: string): string {
  return name.length <= 200 ? `\`${name}\`` : `\`${name.slice(0, 200)}…\``;
}
