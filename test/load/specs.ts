// Tiny documents for the tests of `load`.

import type { Document } from "../../scripts/load/document.ts";
import { load, type LoadOptions } from "../../scripts/load/load.ts";
import { sourceOf, type Texts } from "../../scripts/load/source.ts";
import type { Problem } from "../../scripts/problems/problem.ts";

export const operation = { operationId: "listPets", responses: { "200": { description: "Fine." } } };

/** A sound document with one operation, and with what a test puts over it. */
export function spec(over: object = {}): Record<string, unknown> {
  return { openapi: "3.0.3", info: { title: "Pets", version: "1" }, paths: { "/pets": { get: operation } }, ...over };
}

export function spec31(over: object = {}): Record<string, unknown> {
  return spec({ openapi: "3.1.0", ...over });
}

/** A sound document with these schemas. */
export function withSchemas(schemas: object, over: object = {}): Record<string, unknown> {
  return spec({ components: { schemas }, ...over });
}

export function loadText(document: string | object | Uint8Array, texts: Texts = {}, options: LoadOptions = {}): Document {
  const isText = typeof document === "string" || document instanceof Uint8Array;
  const file = texts.file ?? (isText ? "openapi.yaml" : "openapi.json");
  return load(sourceOf(isText ? document : JSON.stringify(document, null, 2), { ...texts, file }), options);
}

export function problemsOf(document: string | object | Uint8Array, texts: Texts = {}, options: LoadOptions = {}): readonly Problem[] {
  return loadText(document, texts, options).problems;
}

/** Each problem as `code pointer`. */
export function faultsOf(document: string | object | Uint8Array, texts: Texts = {}, options: LoadOptions = {}): readonly string[] {
  return problemsOf(document, texts, options).map(({ code, place }) => `${code} ${place?.pointer}`);
}
