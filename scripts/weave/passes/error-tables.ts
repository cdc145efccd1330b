import type { ErrorCase, Operation, PreparedSpec } from "../../prepare/prepared-spec.ts";
import { shapesOf } from "../../render/present/shapes.ts";
import { literal } from "../../render/safe/code.ts";
import type { Pass } from "../pass.ts";
import { importFrom, operationLiterals } from "../seam.ts";
import { insertion } from "../sources.ts";

/** Gives each operation the table that says which wire name or status throws which exception. */
export const errorTables: Pass = {
  name: "error-tables",
  appliesTo: (spec) => Object.keys(spec.exceptions).length > 0,
  apply(sources, spec) {
    const operations = new Map(spec.operations.map((operation) => [operation.name, operation]));
    const shapes = shapesOf(spec);
    const shapeOf = (error: ErrorCase) => (shapes.changes(error.exception) ? shapes.constant(error.exception) : undefined);
    sources.edit("src/operations.ts", (file) => {
      const literals = operationLiterals(file).filter(({ literal: object }) => object.getProperty("errors") === undefined);
      const tables = literals.flatMap(({ name, literal: object }) => {
        const table = tableOf(operations.get(name), shapeOf);
        return table === undefined ? [] : [insertion(object.getEnd() - 1, table)];
      });
      if (tables.length === 0) return [];
      return [...importFrom(file, "./errors.ts", thrownBy(spec)), ...importFrom(file, "./shapes.ts", decoded(spec, shapeOf)), ...tables];
    });
  },
};

function tableOf(operation: Operation | undefined, shapeOf: (error: ErrorCase) => string | undefined): string | undefined {
  if (operation === undefined || operation.errors.length === 0) return undefined;
  return `  errors: [\n${operation.errors.map((error) => `    ${entryOf(error, shapeOf(error))},\n`).join("")}  ],\n`;
}

function entryOf(error: ErrorCase, shape: string | undefined): string {
  const members = [
    // Statuses that a converter has invented are harmless as long as nobody sends them.
    ...(error.code !== undefined && error.status === undefined && error.documentedStatus >= 500 ? [] : [`status: ${error.documentedStatus}`]),
    `type: ${error.exception}`,
    ...(shape === undefined ? [] : [`shape: ${shape}`]),
    ...(error.retryable === undefined ? [] : [`retry: ${literal(error.retryable)}`]),
  ];
  return `{ ${members.join(", ")} }`;
}

function thrownBy(spec: PreparedSpec): readonly string[] {
  return [...new Set(spec.operations.flatMap((operation) => operation.errors.map((error) => error.exception)))].sort();
}

function decoded(spec: PreparedSpec, shapeOf: (error: ErrorCase) => string | undefined): readonly string[] {
  return [...new Set(spec.operations.flatMap((operation) => operation.errors.flatMap((error) => shapeOf(error) ?? [])))].sort();
}

