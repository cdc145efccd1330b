// Documents are put together with members that may be undefined; what is undefined isn't written.

import { isObject, type Json, type JsonObject } from "../json.ts";

export interface Writable {
  readonly [key: string]: Json | Writable | readonly Writable[] | undefined;
}

export function written(value: Writable): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined).map(([key, inner]) => [key, writtenValue(inner as Json)]));
}

function writtenValue(value: Json): Json {
  if (Array.isArray(value)) return value.map(writtenValue);
  return isObject(value) ? written(value) : value;
}
