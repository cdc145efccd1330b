// What a converted document doesn't say and rules told instead: what a reader may want to have from AWS's own model.

import { isObject, type Json, type JsonObject } from "../json.ts";
import type { Dialect } from "./read/dialect.ts";
import { entries, objectAt, text } from "./read/access.ts";
import type { PreparedSpec } from "./prepared-spec.ts";

/** A kind of fact that was guessed. */
export interface Guess {
  /** What was guessed: `idempotency tokens`. */
  readonly fact: string;
  /** By what: `the member's name`. */
  readonly by: string;
  /** Where: `RunInstancesRequest.ClientToken`, `GetObject`. */
  readonly about: readonly string[];
}

/** Whether somebody has looked at AWS's model, so that what rules say was checked. */
export function isChecked(api: JsonObject): boolean {
  return text(api["x-facts"]) !== undefined;
}

/** What is guessed of a service as a whole. */
export function guessesOfService(api: JsonObject, dialect: Dialect, { service }: PreparedSpec): readonly Guess[] {
  const info = objectAt(api, "info");
  const isNamed = [info["x-aws-signingName"], api["x-signing-name"]].some((name) => text(name) !== undefined);
  return [
    guess("protocol", "the form of paths and content types", text(api["x-protocol"]) === undefined ? [dialect.protocol] : []),
    guess("signing name", "the host", isNamed || service.auth.kind !== "sigv4" ? [] : [service.auth.signingName]),
  ];
}

/** What a step has added to members: `before` doesn't have it. */
export function guessedTokens(before: PreparedSpec, after: PreparedSpec): Guess {
  const tokensIn = (spec: PreparedSpec): readonly string[] =>
    Object.entries(spec.shapes).flatMap(([name, shape]) => (shape.kind === "structure" ? shape.members.filter((member) => member.idempotencyToken === true).map((member) => `${name}.${member.name}`) : []));
  const said = new Set(tokensIn(before));
  return guess("idempotency tokens", "the member's name", tokensIn(after).filter((token) => !said.has(token)));
}

/** Components and operations that a rule has changed, by name. */
export function changedBy(before: JsonObject, after: JsonObject): readonly string[] {
  const schemas = (api: JsonObject): JsonObject => objectAt(objectAt(api, "components"), "schemas");
  const root = Object.keys(after).filter((key) => key !== "components" && key !== "paths" && isOther(before[key], after[key]));
  const components = changedKeys(schemas(before), schemas(after));
  const operations = entries(objectAt(after, "paths")).flatMap(([path, item]) => {
    const known = objectAt(objectAt(before, "paths"), path);
    return isObject(item) ? changedKeys(known, item).map((method) => text(objectAt(item, method)["operationId"]) ?? `${method} ${path}`) : [];
  });
  return [...new Set([...root, ...components, ...operations])];
}

function changedKeys(before: JsonObject, after: JsonObject): readonly string[] {
  return entries(after).filter(([key, value]) => isOther(before[key], value)).map(([key]) => key);
}

/** What rules leave alone they share with the document, so that little is compared by its text. */
function isOther(before: Json | undefined, after: Json | undefined): boolean {
  return before !== after && JSON.stringify(before) !== JSON.stringify(after);
}

export function guess(fact: string, by: string, about: readonly string[]): Guess {
  return { fact, by, about: about.toSorted((left, right) => (left < right ? -1 : left > right ? 1 : 0)) };
}
