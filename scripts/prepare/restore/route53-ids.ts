// Route 53's answers hold ids that begin with what they are of, and its requests want them without. AWS's own clients know that by heart.

import { isObject, type JsonObject } from "../../json.ts";
import { entries, listAt, objectAt, text } from "../read/access.ts";
import { serviceOf, targetOf, withOperations } from "./document.ts";
import type { Restoration } from "./restore.ts";

/** As members are called that hold such an id. */
const ids: readonly string[] = ["DelegationSetId", "HostedZoneId", "Id"];

export const route53Ids: Restoration = (api) => {
  if (serviceOf(api) !== "route53") return api;
  return withOperations(api, (operation) => {
    const held = [...new Set([...parametersIn(operation), ...propertiesIn(api, operation)])].filter((name) => ids.includes(name)).sort();
    return held.length === 0 ? operation : { ...operation, "x-wire": { ids: held, ...objectAt(operation, "x-wire") } };
  });
};

/** What users call them. */
function parametersIn(operation: JsonObject): readonly string[] {
  return listAt(operation, "parameters").filter(isObject).flatMap((parameter) => text(parameter["x-member"]) ?? text(parameter["name"]) ?? []);
}

function propertiesIn(api: JsonObject, operation: JsonObject): readonly string[] {
  const [, media] = entries(objectAt(objectAt(operation, "requestBody"), "content"))[0] ?? [];
  const body = isObject(media) && isObject(media["schema"]) ? targetOf(api, media["schema"]) : {};
  return Object.keys(objectAt(body, "properties"));
}
