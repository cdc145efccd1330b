// Files while they are woven: text that passes read as declarations and change by lists of edits.

import type { SourceFile } from "ts-morph";
import { Stop } from "../problems/stop.ts";
import type { Files } from "../render/engine.ts";
import { tsMorph } from "./packages.ts";

/** A change to a text: what stands from `start` to `end` gives way to `text`. With `start` = `end` it is an insertion. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The files of a package, as a pass sees them. */
export interface Sources {
  /** Whether the package has such a file. */
  readonly has: (path: string) => boolean;
  /** The parsed file, good until it is changed; fails in words when there is none. */
  readonly get: (path: string) => SourceFile;
  /**
   * Changes a file by all edits that a reading of it calls for. They are applied together, because the file is parsed anew
   * after each change and large services have thousands of them.
   */
  readonly edit: (path: string, edits: (file: SourceFile) => readonly Edit[]) => void;
  /** Adds a file or replaces one. */
  readonly write: (path: string, text: string) => void;
  readonly paths: () => readonly string[];
}

/** Opens files for weaving. `result` gives all of them back, with the changes. */
export function openSources(files: Files): { readonly sources: Sources; readonly result: () => Files } {
  const { Project } = tsMorph();
  const open = new Map<string, SourceFile>();
  const texts = new Map(Object.entries(files));

  const get = (path: string): SourceFile => {
    const known = open.get(path);
    if (known !== undefined) return known;
    const text = texts.get(path);
    if (text === undefined) throw new Stop([{ severity: "error", code: "seam-missing", message: `The templates made no ${path}, and a pass needs it.`, fix: `Bring back templates/${path}.hbs.` }]);
    // A project for each: nothing here looks from one file into another, and leaving a project is cheaper than making it forget.
    const project = new Project({ useInMemoryFileSystem: true, skipFileDependencyResolution: true, skipLoadingLibFiles: true, compilerOptions: { noLib: true } });
    const file = project.createSourceFile(`/${path}`, text);
    open.set(path, file);
    return file;
  };
  const write = (path: string, text: string) => {
    texts.set(path, text);
    // Parsed anew by the next pass that reads it, and not at all when none does. To replace the text of a parsed file would parse
    // it at once, and look for its indentation besides.
    open.delete(path);
  };
  const edit = (path: string, edits: (file: SourceFile) => readonly Edit[]) => {
    const file = get(path);
    const before = file.getFullText();
    const after = applied(before, edits(file));
    if (after !== before) write(path, after);
  };
  return { sources: { has: (path) => texts.has(path), get, edit, write, paths: () => [...texts.keys()] }, result: () => Object.fromEntries(texts) };
}

/** Applies edits that don't overlap; those at one place keep their order. */
export function applied(text: string, edits: readonly Edit[]): string {
  const ordered = edits.map((edit, index) => ({ edit, index })).sort((left, right) => left.edit.start - right.edit.start || left.index - right.index);
  let end = 0;
  const parts: string[] = [];
  for (const { edit } of ordered) {
    if (edit.start < end) throw new Error(`Two edits overlap at ${edit.start}: ${JSON.stringify(edit.text)}.`);
    parts.push(text.slice(end, edit.start), edit.text);
    end = edit.end;
  }
  return [...parts, text.slice(end)].join("");
}

export function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text };
}
