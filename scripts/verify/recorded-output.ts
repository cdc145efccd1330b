// What the second engine made of a document, as one text that a repository can hold, and back.

import type { Files } from "../render/engine.ts";

export interface Recorded {
  /** Digest of what was rendered; another one means that the record is of another document or of other templates. */
  readonly inputs: string;
  readonly files: Files;
}

const heading = (title: string) => `# ${title}\n`;

/** Each file stands behind a line with its path and its length, so that it may hold any line itself. */
export function writeRecord({ inputs, files }: Recorded, title: string): string {
  const parts = Object.entries(files).map(([path, text]) => `--- ${path} ${text.length}\n${text}\n`);
  return `${heading(title)}inputs ${inputs}\n${parts.join("")}`;
}

export function readRecord(record: string): Recorded {
  const start = /^# .*\ninputs (\S+)\n/.exec(record);
  if (start?.[1] === undefined) throw new Error("The record doesn't begin with a title and the digest of its inputs.");
  const files: Record<string, string> = {};
  let at = start[0].length;
  while (at < record.length) {
    const line = /--- (.+) (\d+)\n/y;
    line.lastIndex = at;
    const found = line.exec(record);
    if (found?.[1] === undefined) throw new Error(`The record is broken at character ${at}.`);
    const begin = at + found[0].length;
    const end = begin + Number(found[2]);
    files[found[1]] = record.slice(begin, end);
    at = end + 1;
  }
  return { inputs: start[1], files };
}
