// Which description language a document is written in, and which version of it.

import { isObject, type Json, type JsonObject } from "../json.ts";
import type { Finding } from "./finding.ts";

/** The version line that the rest of the stage works by, or the one reason why it can't. */
export type Version = { readonly kind: "openapi"; readonly line: "3.0" | "3.1"; readonly api: JsonObject } | { readonly kind: "refused"; readonly finding: Finding };

export function detectVersion(value: Json, file: string): Version {
  const refuse = (code: Finding["code"], pointer: string, message: string, fix: string): Version => ({ kind: "refused", finding: { severity: "error", code, pointer, message, fix } });
  if (!isObject(value)) return refuse("not-a-document", "", `The document is ${Array.isArray(value) ? "a list" : `a ${value === null ? "null" : typeof value}`}, and an OpenAPI document is a map that begins with \`openapi\`.`, "Name the file that holds the OpenAPI document.");

  const { openapi, swagger, asyncapi, overlay } = value;
  if (openapi === undefined) {
    if (swagger !== undefined) return refuse("swagger-2", "/swagger", `This is a Swagger ${shown(swagger)} document; OpenAPI 3.0 and 3.1 are understood.`, `Convert it: npx swagger2openapi --yaml --outfile openapi.yaml ${quoted(file)}`);
    if (asyncapi !== undefined) return refuse("not-a-document", "/asyncapi", "This is an AsyncAPI document, which describes messages; a client is made from an OpenAPI document.", "Name the file that holds the OpenAPI document.");
    if (overlay !== undefined) return refuse("not-a-document", "/overlay", "This is an overlay, not the document that it corrects.", "Name it with --overlay, and the OpenAPI document with --spec.");
    return refuse("openapi-version-missing", "", "The field `openapi`, with the version, is missing.", "Add `openapi: 3.0.3` at the top, if this is an OpenAPI document.");
  }
  if (typeof openapi !== "string") return refuse("openapi-version-unknown", "/openapi", `The version is ${typeof openapi === "number" ? `the number ${openapi}` : "no text"}; it has to be a text with three numbers.`, 'Put it in quotes, with three numbers, for example `openapi: "3.0.3"`.');
  const line = /^(3\.[01])\.\d+(?:-[\w.]+)?$/u.exec(openapi)?.[1];
  if (line === "3.0" || line === "3.1") return { kind: "openapi", line, api: value };
  if (/^3\.2(?:\.|$)/u.test(openapi)) return refuse("openapi-version-unsupported", "/openapi", `OpenAPI ${shown(openapi)} isn't supported yet; 3.0 and 3.1 are.`, "Write the document in OpenAPI 3.1; what only 3.2 has would be left out.");
  return refuse("openapi-version-unknown", "/openapi", `There is no OpenAPI version \`${shown(openapi)}\` that is understood; 3.0.x and 3.1.x are.`, "Write the version of the document with three numbers, for example `3.0.3`.");
}

function shown(value: Json): string {
  return typeof value === "object" ? "?" : String(value).slice(0, 40);
}

function quoted(file: string): string {
  return /^[\w./@-]+$/u.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`;
}
