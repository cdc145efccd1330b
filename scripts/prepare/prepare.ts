// A dialect of OpenAPI comes in, the prepared spec goes out: after this stage nobody guesses.

import { isObject } from "../json.ts";
import type { Document } from "../load/document.ts";
import type { Problem } from "../problems/problem.ts";
import { guess, guessedTokens, guessesOfService, isChecked, type Guess } from "./guesses.ts";
import { pascalCase, typeNames } from "./names.ts";
import type { PreparedSpec, Shape, ShapeName } from "./prepared-spec.ts";
import { entries, objectAt, text } from "./read/access.ts";
import { dialectOf } from "./read/dialect.ts";
import { errorReader } from "./read/errors.ts";
import { inlineTwins, noTwins } from "./read/inline-twins.ts";
import { readOperations } from "./read/operations.ts";
import { htmlProse, markdownAsItIs } from "./read/prose.ts";
import { readService } from "./read/service.ts";
import { typeReader } from "./read/types.ts";
import { readWaiters } from "./read/waiters.ts";
import { restoreAndTell } from "./restore/restore.ts";
import { steps } from "./steps/steps.ts";

export interface Prepared {
  readonly spec: PreparedSpec;
  /** What components of the document became: the names of their shapes and exceptions. */
  readonly names: ReadonlyMap<string, ShapeName>;
  /** What rules told because the document doesn't say it; empty where a model was asked. */
  readonly guesses: readonly Guess[];
  readonly problems: readonly Problem[];
}

export function prepare(document: Document): Prepared {
  const dialect = dialectOf(document.api);
  const { api, guesses } = restoreAndTell(document.api, dialect);
  const prose = dialect.converted ? htmlProse() : markdownAsItIs;
  const service = readService(api, dialect, prose);
  const schemas = objectAt(objectAt(api, "components"), "schemas");

  const names = typeNames();
  for (const own of [`${service.name}Client`, `${service.name}ClientOptions`, `${service.name}Exception`]) names.take(own);
  // Each operation has a type of what it throws; a schema of that name is called after the service.
  for (const item of Object.values(objectAt(api, "paths"))) {
    for (const operation of isObject(item) ? Object.values(item) : []) {
      const id = isObject(operation) ? text(operation["operationId"]) : undefined;
      if (id !== undefined) names.take(`${pascalCase(id)}Error`);
    }
  }
  const types = typeReader({
    schemas, names, prose, serviceName: service.name, converted: dialect.converted, emptyStructures: dialect.converted || dialect.prepared,
    bodyTimestamps: bodyTimestamps[service.protocol],
    headerTimestamps: service.protocol === "rest" ? "date-time" : "http-date",
    namesInXml: dialect.converted && /json/.test(service.protocol),
    rawPayloads: service.protocol !== "rest",
    twins: dialect.converted ? inlineTwins(schemas) : noTwins,
  });
  const errors = errorReader({ api, dialect, types, names, serviceName: service.name, prose });
  const operations = readOperations({ api, dialect, types, errors, names, prose, signed: service.auth.kind === "sigv4" });
  // A converted document keeps shapes that nothing uses; in any other a schema is there because somebody wants it.
  if (!dialect.converted) for (const [component, schema] of entries(schemas)) if (!isHelper(schema)) types.shapeOf(component);

  const read: PreparedSpec = { service, operations, shapes: sorted(types.shapes), exceptions: sorted(errors.exceptions), waiters: readWaiters(api, prose) };
  const spec = steps.reduce((before, step) => step(before, dialect), read);
  const told = [...guessesOfService(document.api, dialect, spec), ...guesses, guessedTokens(read, spec), guess("whose fault failures are", "their names", [...errors.guessedFaults])];
  return {
    spec, names: namesOf(types.finalNames, errors.finalNames), problems: [],
    guesses: dialect.converted && !isChecked(document.api) ? told.filter(({ about }) => about.length > 0) : [],
  };
}

function namesOf(...all: readonly ReadonlyMap<string, ShapeName | undefined>[]): ReadonlyMap<string, ShapeName> {
  return new Map(all.flatMap((names) => [...names]).filter((entry): entry is [string, ShapeName] => entry[1] !== undefined));
}

const bodyTimestamps = {
  "aws-json-1.0": "epoch-seconds", "aws-json-1.1": "epoch-seconds", "rest-json": "epoch-seconds",
  "aws-query": "date-time", "ec2-query": "date-time", "rest-xml": "date-time", rest: "date-time",
} as const;

/** Components of a prepared document that belong to an operation. */
function isHelper(schema: unknown): boolean {
  return typeof schema === "object" && schema !== null && ("x-exception" in schema || "x-body-of" in schema);
}

/** Alphabetical, by code unit: the same on every machine, and what other readers of OpenAPI do. */
function sorted<Value>(named: ReadonlyMap<ShapeName, Value>): Readonly<Record<ShapeName, Value>> {
  return Object.fromEntries([...named].sort(([left], [right]) => (left < right ? -1 : 1)));
}

export type { Shape };
