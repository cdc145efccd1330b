// What becomes a part of a request line or of a header holds no line break, no NUL, and only what HTTP allows.

import { isObject, type Json, type JsonObject } from "../../json.ts";
import { gatherFindings, quoted } from "../findings.ts";
import { forEachPart, type Part } from "../parts.ts";
import { fromPointer, toPointer, type Segment } from "../pointer.ts";
import type { Check } from "./check.ts";
import { operationsOf, pathItems } from "./operations.ts";

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

  forbid(document.api["x-signing-name"], ["x-signing-name"], "The name in signatures");
  for (const item of pathItems(document)) {
    forbid(item.path, ["paths", item.path], "The path");
    for (const { pointer, value } of operationsOf(item)) if (isObject(value["x-wire"])) checkWire(value["x-wire"], [...fromPointer(pointer), "x-wire"]);
  }
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

  /** What our own extension puts on the wire. */
  function checkWire(wire: JsonObject, path: readonly Segment[]): void {
    for (const part of ["path", "action"]) forbid(wire[part], [...path, part], "What goes on the wire");
    for (const [name, value] of Object.entries(isObject(wire["query"]) ? wire["query"] : {})) forbid(`${name}${String(value)}`, [...path, "query", name], "The query");
    for (const [name, value] of Object.entries(isObject(wire["headers"]) ? wire["headers"] : {})) {
      checkHeader(name, [...path, "headers", name]);
      forbid(value, [...path, "headers", name], "The value of the header");
    }
    const prefix = wire["hostPrefix"];
    // Anything else could end the host, and lead the signed request to another.
    if (typeof prefix === "string" && !/^(?:[\w.-]|\{\w+\})*$/u.test(prefix)) findings.add({ severity: "error", code: "server-invalid", pointer: toPointer([...path, "hostPrefix"]), message: `${quoted(prefix)} can't stand in front of a host.`, fix: "Use letters, digits, hyphens, dots and labels such as `{Bucket}`." });
  }

  /** The values that a document itself puts into a header, such as AWS's targets. */
  function forbidTargets({ value, path }: Part): void {
    const { schema } = value;
    if (!isObject(schema)) return;
    for (const keyword of ["default", "const"]) forbid(schema[keyword], [...path(), "schema", keyword], "The value of the header");
    if (Array.isArray(schema["enum"])) for (const [index, one] of (schema["enum"] as readonly Json[]).entries()) forbid(one, [...path(), "schema", "enum", index], "The value of the header");
  }
};
