// Small models in the format of botocore, with prose of our own, and shorthands for what becomes of them.

import { compareWithModel } from "../../scripts/facts/compare/compare.ts";
import { isRight, type Fact, type FactKind } from "../../scripts/facts/compare/fact.ts";
import { factsOverlay, type FactsOverlay } from "../../scripts/facts/facts-overlay.ts";
import { importModel } from "../../scripts/facts/import/import-model.ts";
import type { Model } from "../../scripts/facts/model.ts";
import { protocolsOf } from "../../scripts/facts/protocol.ts";
import { modelOf } from "../../scripts/facts/read-model.ts";
import { load } from "../../scripts/load/load.ts";
import { sourceOf } from "../../scripts/load/source.ts";
import { prepare, type Prepared } from "../../scripts/prepare/prepare.ts";
import type { Json, JsonObject } from "../../scripts/json.ts";
import { converted } from "../prepare/documents.ts";

export interface Parts {
  readonly metadata?: object;
  readonly operations?: object;
  readonly shapes?: object;
  readonly paginators?: object;
  readonly waiters?: object;
}

/** A service called Zoo; JSON 1.1 unless its metadata says otherwise. */
export function zoo({ metadata = {}, operations = {}, shapes = {}, paginators = {}, waiters = {} }: Parts): Model {
  const value = {
    metadata: { apiVersion: "2020-01-01", endpointPrefix: "zoo", protocol: "json", jsonVersion: "1.1", targetPrefix: "Zoo", serviceFullName: "AWS Zoo Service", serviceId: "Zoo", ...metadata },
    operations,
    shapes: { String: { type: "string" }, Integer: { type: "integer" }, ...shapes },
  };
  return modelOf("service-2.json", value as Json, { paginators: paginators as JsonObject, waiters: waiters as JsonObject });
}

export const rest = { protocol: "rest-json" };
export const restXml = { protocol: "rest-xml" };
export const query = { protocol: "query" };

export function structure(members: object, over: object = {}): object {
  return { type: "structure", members, ...over };
}

/** An operation with this name, called by POST unless told otherwise. */
export function operation(name: string, over: object = {}): object {
  return { name, http: { method: "POST", requestUri: "/" }, ...over };
}

export interface Imported {
  readonly document: JsonObject;
  readonly prepared: Prepared;
  readonly facts: readonly Fact[];
}

export function imported(model: Model): Imported {
  const [protocol] = protocolsOf(model);
  if (protocol === undefined) throw new Error("The model speaks nothing that we know.");
  const loaded = load(sourceOf(JSON.stringify(importModel(model, protocol)), { file: "imported.json" }));
  const problems = loaded.problems.filter((problem) => problem.severity !== "note");
  if (problems.length > 0) throw new Error(problems.map(({ code, message, place }) => `${code} ${place?.pointer}: ${message}`).join("\n"));
  const prepared = prepare(loaded);
  return { document: loaded.api, prepared, facts: compareWithModel(model, protocol, loaded.api, prepared) };
}

export function wrong(facts: readonly Fact[]): readonly string[] {
  return facts.filter((fact) => !isRight(fact)).map(({ kind, about, expected, said }) => `${kind} of ${about}: ${JSON.stringify(expected)} and not ${JSON.stringify(said)}`);
}

export function kinds(facts: readonly Fact[]): readonly FactKind[] {
  return [...new Set(facts.filter((fact) => !isRight(fact)).map((fact) => fact.kind))];
}

/** The overlay for a document, as its actions. */
export function overlaid(model: Model, document: object): FactsOverlay & { readonly actions: readonly JsonObject[] } {
  const facts = factsOverlay(model, sourceOf(JSON.stringify(document), { file: "zoo.json" }), "zoo.json");
  return { ...facts, actions: (facts.overlay?.["actions"] ?? []) as readonly JsonObject[] };
}

/** A converted document of a REST service: paths by key, each with its methods. */
export function convertedRest(paths: object, schemas: object = {}, contentType = "application/json"): object {
  const plain = converted({}, schemas) as { readonly info: object };
  return { ...plain, paths: JSON.parse(JSON.stringify(paths).replaceAll("application/json", contentType)) as object };
}

export const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

/** An answer of a converted document. */
export function answer(schema: string, failures: readonly string[] = []): object {
  const content = (name: string) => ({ "application/json": { schema: ref(name) } });
  return { 200: { description: "Success", content: content(schema) }, ...Object.fromEntries(failures.map((name, index) => [480 + index, { description: name, content: content(name) }])) };
}
