// Headers that every request to a service carries, which neither documents nor models mention: AWS's own clients know them by name.

import { type JsonObject } from "../../json.ts";
import { objectAt, text } from "../read/access.ts";
import { serviceOf, withOperations } from "./document.ts";
import type { Restoration } from "./restore.ts";

/** By service, from its `info`. */
const headers: Readonly<Record<string, (info: JsonObject) => JsonObject>> = {
  // It answers in another format, HAL, to whom this isn't said.
  apigateway: () => ({ accept: "application/json" }),
  glacier: (info) => ({ "x-amz-glacier-version": text(info["version"]) ?? "2012-06-01" }),
};

export const serviceHeaders: Restoration = (api) => {
  const known = headers[serviceOf(api)]?.(objectAt(api, "info"));
  if (known === undefined) return api;
  return withOperations(api, (operation) => {
    const wire = objectAt(operation, "x-wire");
    return { ...operation, "x-wire": { ...wire, headers: { ...known, ...objectAt(wire, "headers") } } };
  });
};
