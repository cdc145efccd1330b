// JSON → YAML text that a person reads with pleasure.

import { stringify } from "yaml";
import type { Json } from "../json.ts";

/** Every text that another reader of YAML could take for something else is in quotes. */
export function writeYaml(value: Json): string {
  return stringify(value, { lineWidth: 120, aliasDuplicateObjects: false, compat: "yaml-1.1" });
}
