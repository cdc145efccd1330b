// The regular expressions of a document can be read by JavaScript. None is run here.

import { isObject } from "../../json.ts";
import { gatherFindings } from "../findings.ts";
import { forEachPart } from "../parts.ts";
import { toPointer } from "../pointer.ts";
import type { Check } from "./check.ts";

export const patterns: Check = ({ api, limits }) => {
  const findings = gatherFindings(limits);
  const isConverted = isObject(api["info"]) && Object.keys(api["info"]).some((key) => key.startsWith("x-aws-") || key === "x-release" || key === "x-serviceName");
  const known = new Map<string, boolean>();

  forEachPart(api, ({ value, section, path }) => {
    const { pattern } = value;
    if (findings.isFull() || section !== "schemas" || typeof pattern !== "string") return;
    let isReadable = known.get(pattern);
    if (isReadable === undefined) {
      isReadable = canRead(pattern);
      known.set(pattern, isReadable);
    }
    if (isReadable) return;
    const pointer = toPointer([...path(), "pattern"]);
    if (isConverted || isForeign(pattern)) findings.add({ severity: "note", code: "pattern-foreign", pointer, message: "The pattern is written for another language than JavaScript, so it is shown and not checked.", fix: "Nothing has to be done; an overlay can replace the pattern." });
    else findings.add({ severity: "error", code: "pattern-invalid", pointer, message: "The pattern isn't a regular expression.", fix: "Correct the pattern; brackets that stand for themselves need a backslash." });
  });
  return findings.list;
};

/** JSON Schema asks for Unicode mode; many patterns hold escapes that only the older mode allows. */
function canRead(pattern: string): boolean {
  for (const mode of ["u", ""]) {
    try {
      new RegExp(pattern, mode);
      return true;
    } catch {
      // The other mode may read it.
    }
  }
  return false;
}

/** What only Java, Perl or Python know: possessive quantifiers, inline flags, `\A`, `\Z`, POSIX classes, intersections. */
function isForeign(pattern: string): boolean {
  return /[*+?}]\+|\(\?[a-zA-Z-]+[:)]|\(\?P[<=]|\(\?>|\\[AZzGhHQE]|\[:\^?[a-z]+:\]|&&\[|\\p\{(?:Alnum|Alpha|ASCII|Blank|Cntrl|Digit|Graph|Lower|Print|Punct|Space|Upper|XDigit|Is\w+|In\w+|java\w+)\}/u.test(pattern);
}
