// What the verifier finds in a generated file.

export interface Finding {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  /** What is so, as the end of a sentence: "a call of `evil`". */
  readonly what: string;
}

/** Gives line and column of an offset, for texts of which only a few offsets are asked. */
export function findingAt(file: string, text: string, offset: number, what: string): Finding {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { file, line: before.split("\n").length, column: offset - lineStart + 1, what };
}

/** A short piece of a file for a message. */
export function quoted(text: string): string {
  const flat = text.replace(/\s+/g, " ").replaceAll("`", "'").trim();
  return `\`${flat.length > 60 ? `${flat.slice(0, 60)}…` : flat}\``;
}
