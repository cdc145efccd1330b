// Components that a document lacks because nothing in it mentions them, as a correction that adds them.

import { schemaOf } from "../import/schemas.ts";
import { shapeNamed } from "../model.ts";
import type { Comparison } from "./compare.ts";
import { update, type Correction } from "./fact.ts";

/** The shape and all that it mentions, as far as the document lacks them. */
export function addedSchemas(comparison: Comparison, shape: string, above: ReadonlySet<string> = new Set()): readonly Correction[] {
  const { model, protocol, upstream } = comparison;
  if (above.has(shape) || upstream.component(shape) !== undefined) return [];
  const modelled = shapeNamed(model, shape);
  const inner = [...Object.values(modelled.members ?? {}), modelled.member, modelled.value].flatMap((member) => member?.shape ?? []);
  const seen = new Set([...above, shape]);
  return [...update(["components", "schemas"], { [shape]: schemaOf(model, protocol, "nested", modelled) }), ...inner.flatMap((name) => addedSchemas(comparison, name, seen))];
}
