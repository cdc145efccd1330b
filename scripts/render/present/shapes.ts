// Chooses how the shapes of an API are described: each family of wire formats has its own way.

import type { PreparedSpec } from "../../prepare/prepared-spec.ts";
import { jsonShapesOf } from "./json-shapes.ts";
import type { Shapes } from "./shape-parts.ts";
import { isXmlProtocol, xmlShapesOf } from "./xml-shapes.ts";

export function shapesOf(spec: PreparedSpec): Shapes {
  return isXmlProtocol(spec) ? xmlShapesOf(spec) : jsonShapesOf(spec);
}

export type { Shapes };
