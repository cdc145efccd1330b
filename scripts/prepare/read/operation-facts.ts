// Reads what an operation says in extensions and OpenAPI has no words for: checksums, pages, and how its answer is meant.

import type { JsonObject } from "../../json.ts";
import type { Checksum, Operation, Pagination } from "../prepared-spec.ts";
import { given, listAt, objectAt, text } from "./access.ts";

export type OperationFacts = Pick<Operation, "unsignedPayload" | "checksum" | "compressed" | "errorsInSuccess" | "bucket" | "ids" | "xmlRoot" | "xmlNamespace" | "pagination">;

export function readOperationFacts(operation: JsonObject): OperationFacts {
  const wire = objectAt(operation, "x-wire");
  return {
    ...(operation["x-unsigned-payload"] === true ? { unsignedPayload: true as const } : {}),
    ...given("checksum", checksumIn(operation)),
    ...(operation["x-compressed"] === true ? { compressed: true as const } : {}),
    ...(operation["x-errors-in-success"] === true ? { errorsInSuccess: true as const } : {}),
    ...given("bucket", text(wire["bucket"])),
    ...given("ids", wire["ids"] === undefined ? undefined : texts(wire, "ids")),
    ...given("xmlRoot", text(wire["xmlRoot"])),
    ...given("xmlNamespace", text(wire["xmlNamespace"])),
    ...given("pagination", paginationIn(operation)),
  };
}

function checksumIn(operation: JsonObject): Checksum | undefined {
  if (operation["x-checksum"] === undefined) return undefined;
  const said = objectAt(operation, "x-checksum");
  const algorithms = texts(said, "responseAlgorithms");
  return {
    ...(said["required"] === true ? { required: true as const } : {}),
    ...given("algorithmMember", text(said["algorithmMember"])),
    ...given("validationMember", text(said["validationMember"])),
    ...given("responseAlgorithms", algorithms.length > 0 ? algorithms : undefined),
  };
}

function paginationIn(operation: JsonObject): Pagination | undefined {
  const said = objectAt(operation, "x-pagination");
  const inputTokens = texts(said, "inputTokens");
  const outputTokens = texts(said, "outputTokens");
  if (inputTokens.length === 0 || inputTokens.length !== outputTokens.length) return undefined;
  return { inputTokens, outputTokens, ...given("limit", text(said["limit"])), ...given("moreResults", text(said["moreResults"])), results: texts(said, "results") };
}

function texts(node: JsonObject, key: string): readonly string[] {
  return listAt(node, key).flatMap((value) => text(value) ?? []);
}
