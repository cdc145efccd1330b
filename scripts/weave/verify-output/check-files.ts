// Paths and JSON files of a package come in, what is wrong with them comes out.

import { isDeepStrictEqual } from "node:util";
import { findingAt, quoted, type Finding } from "./finding.ts";

/** Names that Windows keeps for devices, whatever stands behind a dot. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Relative, without detours, in characters that every file system takes, and no two the same to one that ignores case. */
export function checkPaths(paths: readonly string[]): readonly Finding[] {
  const seen = new Set<string>();
  return paths.flatMap((path) => {
    const parts = path.split("/");
    const isPlain = parts.every((part) => /^[\w$.@-]+$/.test(part) && !/^\.+$|\.$/.test(part) && !devices.test(part) && part.length <= 200);
    const isFirst = !seen.has(path.toLowerCase());
    seen.add(path.toLowerCase());
    return isPlain && isFirst ? [] : [findingAt(quoted(path), "", 0, isPlain ? "a second file of its name" : "a path that not every file system takes")];
  });
}

export function checkJson(file: string, text: string): readonly Finding[] {
  return parsed(text) === undefined ? [findingAt(file, text, 0, "text that is no JSON")] : [];
}

/** Scripts and dependencies run on other people's machines, so a package.json is the expected one or none. */
export function checkPackageJson(file: string, text: string, expected: Readonly<Record<string, unknown>>): readonly Finding[] {
  const found = parsed(text);
  if (found === undefined) return checkJson(file, text);
  const given = found.value;
  if (typeof given !== "object" || given === null) return [findingAt(file, text, 0, "no object")];
  const keys = [...new Set([...Object.keys(given), ...Object.keys(expected)])];
  return keys.filter((key) => !isDeepStrictEqual((given as Readonly<Record<string, unknown>>)[key], expected[key])).map((key) => findingAt(file, text, 0, `another \`${key}\` than expected`));
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
