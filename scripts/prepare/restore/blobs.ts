// Bytes became plain text. Where the type was called so, its name tells; nothing else does.

import { withSchemas } from "./document.ts";
import type { Restoration } from "./restore.ts";

export const blobs: Restoration = (api) =>
  withSchemas(api, (schema, name) => (isPlainText(schema) && /^(_*(blob|binary)|body)$|(blob|blobstream|bytes)$/i.test(name) ? { ...schema, format: "byte" } : schema));

function isPlainText(schema: Readonly<Record<string, unknown>>): boolean {
  // What is secret has a format of its own.
  const isUnformatted = schema["format"] === undefined || schema["format"] === "password";
  return schema["type"] === "string" && isUnformatted && schema["pattern"] === undefined && schema["enum"] === undefined;
}
