// How many things of a module the document calls deprecated: as many `@deprecated` tags may its comments have.

import type { Deprecation, ExceptionShape, PreparedSpec, Shape } from "../../prepare/prepared-spec.ts";

export function deprecationsIn(spec: PreparedSpec, file: string): number {
  switch (file) {
    case "src/models.ts":
      return counted(Object.values(spec.shapes));
    case "src/errors.ts":
      return counted(Object.values(spec.exceptions));
    case "src/operations.ts": case "src/client.ts":
      return spec.operations.filter(isDeprecated).length;
    default:
      return 0;
  }
}

function counted(shapes: readonly (Shape | ExceptionShape)[]): number {
  return shapes.reduce((count, shape) => count + Number(isDeprecated(shape)) + ("members" in shape ? shape.members.filter(isDeprecated).length : 0), 0);
}

function isDeprecated({ deprecated }: { readonly deprecated?: Deprecation }): boolean {
  return deprecated !== undefined;
}
