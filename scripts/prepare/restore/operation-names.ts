// CloudFront's operations carry the version of the API in their names: `GetDistribution2020_05_31` is `GetDistribution`.

import type { JsonObject } from "../../json.ts";
import { objectAt, text } from "../read/access.ts";
import { withOperations } from "./document.ts";
import type { Restoration } from "./restore.ts";

export const operationNames: Restoration = (api) =>
  withOperations(api, (operation) => {
    const id = text(operation["operationId"]) ?? "";
    const plain = plainOperationName(api, id);
    return plain === id || operation["x-aws-operation-name"] !== undefined ? operation : { ...operation, "x-aws-operation-name": plain };
  });

/** The name without the version. */
export function plainOperationName(api: JsonObject, id: string): string {
  const suffix = (text(objectAt(api, "info")["version"]) ?? "").replaceAll("-", "_");
  return suffix !== "" && id.endsWith(suffix) ? id.slice(0, -suffix.length) : id;
}
