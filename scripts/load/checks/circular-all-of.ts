// No schema is, over `allOf`, a part of itself.

import { isObject, type Json, type JsonObject } from "../../json.ts";
import { gatherFindings, quoted } from "../findings.ts";
import { forEachPart } from "../parts.ts";
import { toPointer } from "../pointer.ts";
import type { Check } from "./check.ts";

/** A schema that another takes over, with the reference that names it. */
interface Taken {
  readonly schema: JsonObject;
  readonly name: string | undefined;
}

export const circularAllOf: Check = ({ api, resolve, limits }) => {
  const findings = gatherFindings(limits);
  const done = new Set<JsonObject>();

  const parts = (schema: JsonObject): readonly Taken[] => {
    const members = [...(Array.isArray(schema["allOf"]) ? (schema["allOf"] as readonly Json[]) : [])];
    if (typeof schema["$ref"] === "string") members.push({ $ref: schema["$ref"] });
    return members.flatMap((member): readonly Taken[] => {
      if (!isObject(member)) return [];
      if (typeof member["$ref"] !== "string" || Object.keys(member).length > 1) return [{ schema: member, name: undefined }];
      const found = resolve(member["$ref"]);
      return found.kind === "found" && isObject(found.value) ? [{ schema: found.value, name: member["$ref"] }] : [];
    });
  };

  forEachPart(api, ({ value: start, section, path }) => {
    if (findings.isFull() || section !== "schemas" || !Array.isArray(start["allOf"]) || done.has(start)) return;
    // Kept on a list of our own: a chain of a thousand schemas would be too deep for the stack.
    const open: (Taken & { readonly rest: Iterator<Taken> })[] = [];
    const onWay = new Set<JsonObject>();
    const enter = (schema: JsonObject, name: string | undefined): void => {
      open.push({ schema, name, rest: parts(schema)[Symbol.iterator]() });
      onWay.add(schema);
    };
    enter(start, undefined);
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const next = top.rest.next();
      if (next.done) {
        open.pop();
        onWay.delete(top.schema);
        done.add(top.schema);
      } else if (onWay.has(next.value.schema)) {
        const way = open.slice(open.findIndex(({ schema }) => schema === next.value.schema)).map(({ name }) => name);
        // A circle without `allOf` is one of references only, and told as such.
        if (!open.some(({ schema }) => Array.isArray(schema["allOf"]))) continue;
        const names = [...way.slice(1), next.value.name].filter((name) => name !== undefined);
        findings.add({ severity: "error", code: "all-of-circular", pointer: `${toPointer(path())}/allOf`, message: `By \`allOf\` the schema is a part of itself: ${[next.value.name ?? "it", ...names].slice(0, 20).map(quoted).join(" → ")}.`, fix: "Break the circle: take the shared part out into a schema of its own." });
      } else if (!done.has(next.value.schema)) {
        enter(next.value.schema, next.value.name);
      }
    }
  });
  return findings.list;
};
