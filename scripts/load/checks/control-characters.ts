// What becomes a part of a request line or of a header holds no line break, no NUL, and only what HTTP allows.

import { isObject, type Json } from "../../json.ts";
import { gatherFindings, quoted } from "../findings.ts";
import { forEachPart, type Part } from "../parts.ts";
import { toPointer, type Segment } from "../pointer.ts";
import type { Check } from "./check.ts";
import { pathItems } from "./operations.ts";

const headerName = /^[\w!#$%&'*+.^`|~-]+$/u;
const controls = /\p{Cc}/u;

export const controlCharacters: Check = (document) => {
  const findings = gatherFindings(document.limits);
  const forbid = (text: Json | undefined, path: readonly Segment[], what: string): void => {
    if (typeof text === "string" && controls.test(text)) findings.add({ severity: "error", code: "control-character", pointer: toPointer(path), message: `${what} holds a control character (a line break, a tab or the like).`, fix: "Remove the character." });
  };
  const checkHeader = (name: Json | undefined, path: readonly Segment[]): void => {
    if (typeof name !== "string") return;
    if (controls.test(name)) forbid(name, path, "The name of the header");
    else if (!headerName.test(name)) findings.add({ severity: "error", code: "header-name-invalid", pointer: toPointer(path), message: `${quoted(name)} can't be the name of a header.`, fix: "Use letters, digits and hyphens." });
  };

  for (const { path } of pathItems(document)) forbid(path, ["paths", path], "The path");
  forEachPart(document.api, (part) => {
    const { value, section, path } = part;
    if (section === "parameters") {
      if (value["in"] === "header") {
        checkHeader(value["name"], [...path(), "name"]);
        forbidTargets(part);
      } else if (value["in"] === "cookie") forbid(value["name"], [...path(), "name"], "The name of the cookie");
    } else if (section === "securitySchemes" && value["in"] === "header") checkHeader(value["name"], [...path(), "name"]);
    if (isObject(value["content"])) for (const type of Object.keys(value["content"])) forbid(type, [...path(), "content", type], "The media type");
    if ((section === "responses" || section === undefined) && isObject(value["headers"])) for (const name of Object.keys(value["headers"])) checkHeader(name, [...path(), "headers", name]);
  });
  return findings.list;

  /** The values that a document itself puts into a header, such as AWS's targets. */
  function forbidTargets({ value, path }: Part): void {
    const { schema } = value;
    if (!isObject(schema)) return;
    for (const keyword of ["default", "const"]) forbid(schema[keyword], [...path(), "schema", keyword], "The value of the header");
    if (Array.isArray(schema["enum"])) for (const [index, one] of (schema["enum"] as readonly Json[]).entries()) forbid(one, [...path(), "schema", "enum", index], "The value of the header");
  }
};
