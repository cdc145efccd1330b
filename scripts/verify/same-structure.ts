// Two documents → whether they differ in nothing but prose, value by value and key by key, in order.

import { isObject, type Json } from "../json.ts";

/** A place where the two documents differ in structure. */
export interface StructuralDifference {
  readonly pointer: string;
  /** What is there in each of them, in words. */
  readonly theirs: string;
  readonly ours: string;
}

/** A description that both have, each in its own words. */
export interface ProsePair {
  readonly pointer: string;
  readonly theirs: string;
  readonly ours: string;
}

export interface Comparison {
  /** Texts, numbers, booleans and nulls that were compared. */
  readonly values: number;
  /** Keys and list items that were compared, with their order. */
  readonly members: number;
  readonly prose: readonly ProsePair[];
  readonly differences: readonly StructuralDifference[];
}

/** Compares two documents. A difference ends the comparison of what lies below it. */
export function compareStructure(theirs: Json, ours: Json): Comparison {
  const prose: ProsePair[] = [];
  const differences: StructuralDifference[] = [];
  let values = 0;
  let members = 0;

  const compare = (a: Json, b: Json, pointer: string): void => {
    if (Array.isArray(a) && Array.isArray(b)) {
      if (a.length !== b.length) return differ(pointer, `${a.length} items`, `${b.length} items`);
      members += a.length;
      a.forEach((item, index) => compare(item as Json, b[index] as Json, `${pointer}/${index}`));
    } else if (isObject(a) && isObject(b)) {
      const [theirKeys, ourKeys] = [Object.keys(a), Object.keys(b)];
      if (theirKeys.join("\n") !== ourKeys.join("\n")) return differ(pointer, `keys ${theirKeys.join(", ")}`, `keys ${ourKeys.join(", ")}`);
      members += theirKeys.length;
      for (const key of theirKeys) compare(a[key]!, b[key]!, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
    } else {
      values += 1;
      if (isProse(a, pointer) && isProse(b, pointer)) prose.push({ pointer, theirs: a as string, ours: b as string });
      else if (a !== b) differ(pointer, JSON.stringify(a).slice(0, 80), JSON.stringify(b).slice(0, 80));
    }
  };
  const differ = (pointer: string, theirSide: string, ourSide: string): void => {
    differences.push({ pointer: pointer || "/", theirs: theirSide, ours: ourSide });
  };

  compare(theirs, ours, "");
  return { values, members, prose, differences };
}

/**
 * A description or summary of more than one word. A single word is a label, and labels are structure: the converter
 * describes a response by the name of its exception.
 */
function isProse(value: Json, pointer: string): boolean {
  return typeof value === "string" && /\/(description|summary)$/u.test(pointer) && /\s/u.test(value.trim());
}
