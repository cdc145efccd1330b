// No schema is a part of itself, over `allOf`, nor one of its own alternatives, over `oneOf` and `anyOf`.

import { isObject, type Json, type JsonObject } from "../../json.ts";
import { asBase } from "../composition.ts";
import { gatherFindings, quoted } from "../findings.ts";
import { forEachPart } from "../parts.ts";
import { toPointer } from "../pointer.ts";
import type { Check } from "./check.ts";

const keywords = ["allOf", "oneOf", "anyOf"] as const;

/** A schema that another composes, with the reference that names it and the keyword that it stands under. */
interface Taken {
  readonly schema: JsonObject;
  readonly name: string | undefined;
  readonly keyword: (typeof keywords)[number] | undefined;
}

export const circularComposition: Check = ({ api, resolve, limits }) => {
  const findings = gatherFindings(limits);
  const done = new Set<JsonObject>();

  const parts = (schema: JsonObject): readonly Taken[] => {
    const members = keywords.flatMap((keyword) => (Array.isArray(schema[keyword]) ? (schema[keyword] as readonly Json[]).map((member) => ({ keyword, member })) : []));
    const all = typeof schema["$ref"] === "string" ? [...members, { keyword: undefined, member: { $ref: schema["$ref"] } }] : members;
    return all.flatMap(({ keyword, member }): readonly Taken[] => {
      if (!isObject(member)) return [];
      if (typeof member["$ref"] !== "string" || Object.keys(member).length > 1) return [{ schema: member, name: undefined, keyword }];
      const found = resolve(member["$ref"]);
      if (found.kind !== "found" || !isObject(found.value)) return [];
      return [{ schema: keyword === "allOf" ? asBase(found.value) : found.value, name: member["$ref"], keyword }];
    });
  };

  forEachPart(api, ({ value: start, section, path }) => {
    const first = keywords.find((keyword) => Array.isArray(start[keyword]));
    if (findings.isFull() || section !== "schemas" || first === undefined || done.has(start)) return;
    // Kept on a list of our own: a chain of a thousand schemas would be too deep for the stack.
    const open: (Taken & { readonly rest: Iterator<Taken> })[] = [];
    const onWay = new Set<JsonObject>();
    const enter = (taken: Taken): void => {
      open.push({ ...taken, rest: parts(taken.schema)[Symbol.iterator]() });
      onWay.add(taken.schema);
    };
    enter({ schema: start, name: undefined, keyword: undefined });
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const next = top.rest.next();
      if (next.done) {
        open.pop();
        onWay.delete(top.schema);
        done.add(top.schema);
      } else if (onWay.has(next.value.schema)) {
        const circle = [...open.slice(open.findIndex(({ schema }) => schema === next.value.schema) + 1), next.value];
        const used = circle.map(({ keyword }) => keyword).filter((keyword) => keyword !== undefined);
        // A circle of references only is told as such.
        if (used.length === 0) continue;
        const names = [next.value.name ?? "it", ...circle.map(({ name }) => name).filter((name) => name !== undefined)];
        const way = names.slice(0, 20).map(quoted).join(" → ");
        const pointer = `${toPointer(path())}/${first}`;
        if (used.every((keyword) => keyword === "allOf")) findings.add({ severity: "error", code: "all-of-circular", pointer, message: `By \`allOf\` the schema is a part of itself: ${way}.`, fix: "Break the circle: take the shared part out into a schema of its own." });
        else findings.add({ severity: "error", code: "one-of-circular", pointer, message: `By \`${used.find((keyword) => keyword !== "allOf")}\` the schema is one of its own alternatives: ${way}.`, fix: "List the alternatives themselves, or give a base that its alternatives extend a `discriminator`." });
      } else if (!done.has(next.value.schema)) {
        enter(next.value);
      }
    }
  });
  return findings.list;
};
