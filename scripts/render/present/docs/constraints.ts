// Puts what a type allows into words: lengths, ranges, patterns, and the form on the wire where that is another one.

import type { Constraints, Type } from "../../../prepare/prepared-spec.ts";
import { codeCell, type MarkdownCell } from "../../safe/markdown.ts";
import { safe } from "../../safe/safe.ts";

/** Empty when every value of the type is allowed. */
export function constraintsCell(type: Type): MarkdownCell {
  return safe(constraintsOf(type).join("; "));
}

function constraintsOf(type: Type): readonly string[] {
  switch (type.kind) {
    case "string":
      return [...(type.format === undefined ? [] : [`format ${codeCell(type.format)}`]), ...limits(type.constraints ?? {}, "character")];
    case "integer":
      return ["integer", ...limits(type.constraints ?? {}, "character")];
    case "number":
      return limits(type.constraints ?? {}, "character");
    case "timestamp":
      return [{ "epoch-seconds": "epoch seconds on the wire", "date-time": "ISO 8601 on the wire", "http-date": "an HTTP date on the wire" }[type.wire]];
    case "blob":
      return [...(type.wire === "base64" ? ["base64 on the wire"] : []), ...limits(type.constraints ?? {}, "byte")];
    case "list":
      return [...limits(type.constraints ?? {}, "item"), ...inside("each", type.of)];
    case "map":
      return [...limits(type.constraints ?? {}, "entry"), ...inside("each value", type.of)];
    default:
      return [];
  }
}

function inside(which: string, type: Type): readonly string[] {
  const own = constraintsOf(type);
  return own.length === 0 ? [] : [`${which}: ${own.join(", ")}`];
}

function limits(constraints: Constraints, unit: "character" | "byte" | "item" | "entry"): readonly string[] {
  const { minLength, maxLength, minItems, maxItems, minProperties, maxProperties, pattern, multipleOf } = constraints;
  return [
    ...amount(minLength ?? minItems ?? minProperties, maxLength ?? maxItems ?? maxProperties, unit),
    ...range(constraints),
    ...(multipleOf === undefined ? [] : [`a multiple of ${multipleOf}`]),
    ...(constraints.uniqueItems === true ? ["no two the same"] : []),
    ...(pattern === undefined ? [] : [`pattern ${codeCell(pattern)}`]),
  ];
}

function amount(least: number | undefined, most: number | undefined, unit: string): readonly string[] {
  const units = (count: number) => (count === 1 ? unit : unit === "entry" ? "entries" : `${unit}s`);
  if (least !== undefined && least > 0 && most === undefined) return [`at least ${number(least)} ${units(least)}`];
  if (most === undefined) return [];
  if (least === most) return [`exactly ${number(most)} ${units(most)}`];
  return [least === undefined ? `at most ${number(most)} ${units(most)}` : `${number(least)} to ${number(most)} ${units(most)}`];
}

function range({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Constraints): readonly string[] {
  const least = minimum === undefined ? undefined : `${exclusiveMinimum === true ? "more than" : "at least"} ${number(minimum)}`;
  const most = maximum === undefined ? undefined : `${exclusiveMaximum === true ? "less than" : "at most"} ${number(maximum)}`;
  if (minimum !== undefined && maximum !== undefined && exclusiveMinimum !== true && exclusiveMaximum !== true) return [`${number(minimum)} to ${number(maximum)}`];
  return [least, most].flatMap((part) => part ?? []);
}

/** `2,147,483,647`, the same on every machine. */
function number(value: number): string {
  const text = String(value);
  return /^-?\d+$/.test(text) ? text.replace(/\B(?=(\d{3})+$)/g, ",") : text;
}
