// Every operation needs an id of its own: it names a method of the client.

import type { Check } from "./check.ts";
import { operationsOf, pathItems } from "./operations.ts";
import { quoted } from "../findings.ts";
import { toFragment } from "../pointer.ts";

export const operationIds: Check = function* (document) {
  const first = new Map<string, string>();
  for (const item of pathItems(document)) {
    for (const { method, pointer, value } of operationsOf(item)) {
      const id = value["operationId"];
      // What isn't a text is told by the structure.
      if (id !== undefined && typeof id !== "string") continue;
      if (id === undefined || id.trim() === "") {
        const at = id === undefined ? pointer : `${pointer}/operationId`;
        yield { severity: "error", code: "operation-id-missing", pointer: at, message: `${quoted(`${method.toUpperCase()} ${item.path}`)} has no \`operationId\`.`, fix: `Add one, here or by an overlay, for example \`operationId: ${suggested(method, item.path)}\`.` };
        continue;
      }
      const other = first.get(id);
      if (other === undefined) first.set(id, pointer);
      // Two keys may refer to one path item; then it is the same operation.
      else if (other !== pointer) yield { severity: "error", code: "operation-id-duplicate", pointer: `${pointer}/operationId`, message: `The id ${quoted(id)} is already used by ${quoted(toFragment(other))}.`, fix: "Give each operation an id of its own." };
    }
  }
};

/** `get` and `/pets/{id}` make `getPetsById`. */
function suggested(method: string, path: string): string {
  const words = path.replace(/#.*$/u, "").split("/").flatMap((part) => (part.startsWith("{") ? ["by", part] : [part]));
  const letters = words.join(" ").slice(0, 200).split(/[^A-Za-z0-9]+/u).filter((word) => word !== "");
  return method + letters.slice(0, 8).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
