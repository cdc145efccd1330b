import type { ErrorCase, Operation, PreparedSpec, ShapeName } from "../../prepare/prepared-spec.ts";
import { responsePlace } from "../../render/present/places.ts";
import { shapesOf } from "../../render/present/shapes.ts";
import { literal, propertyKey } from "../../render/safe/code.ts";
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
        const table = tableOf(spec, operations.get(name), shapeOf);
        return table === undefined ? [] : [insertion(object.getEnd() - 1, table)];
      });
      if (tables.length === 0) return [];
      const inHeaders = thrownBy(spec).flatMap((exception) => headersOf(spec, exception) ?? []);
      const scalars = inHeaders.flatMap((places) => [...places.matchAll(/ as: (\w+)/g)].map(([, scalar = ""]) => scalar));
      return [
        ...importFrom(file, "./errors.ts", thrownBy(spec)),
        ...importFrom(file, "./shapes.ts", decoded(spec, shapeOf)),
        ...(inHeaders.length > 0 ? importFrom(file, "./runtime/protocols/http-binding.ts", ["inHeaders"]) : []),
        ...(scalars.length > 0 ? importFrom(file, "./runtime/shapes.ts", [...new Set(scalars)].sort()) : []),
        ...tables,
      ];
    });
  },
};

/** Where members of an exception travel, when that isn't its body. Only REST protocols have such. */
function headersOf(spec: PreparedSpec, exception: ShapeName): string | undefined {
  if (!spec.service.protocol.startsWith("rest")) return undefined;
  const places = (spec.exceptions[exception]?.members ?? []).flatMap((member) => {
    const place = member.location.in === "header" || member.location.in === "prefix" || member.location.in === "status" ? responsePlace(spec, member) : undefined;
    return place === undefined ? [] : [`${propertyKey(member.name)}: ${place}`];
  });
  return places.length === 0 ? undefined : `/* @__PURE__ */ inHeaders({ ${places.join(", ")} })`;
}

function tableOf(spec: PreparedSpec, operation: Operation | undefined, shapeOf: (error: ErrorCase) => string | undefined): string | undefined {
  if (operation === undefined || operation.errors.length === 0) return undefined;
  return `  errors: [\n${exactFirst(operation.errors).map((error, index) => `    ${entryOf(spec, error, index, shapeOf(error))},\n`).join("")}  ],\n`;
}

/** Classes of statuses stand behind single ones, and what is meant for every other behind all. */
function exactFirst(errors: readonly ErrorCase[]): readonly ErrorCase[] {
  const digits = ({ documentedStatus }: ErrorCase) => (documentedStatus === 0 ? 0 : `${documentedStatus}`.length);
  return errors.toSorted((left, right) => digits(right) - digits(left));
}

function entryOf(spec: PreparedSpec, error: ErrorCase, index: number, shape: string | undefined): string {
  const headers = headersOf(spec, error.exception);
  const status = statusOf(error, index);
  const members = [
    ...(status === undefined ? [] : [`status: ${status}`]),
    `type: ${error.exception}`,
    ...(shape === undefined ? [] : [`shape: ${shape}`]),
    ...(headers === undefined ? [] : [`headers: ${headers}`]),
    ...(error.retryable === undefined ? [] : [`retry: ${literal(error.retryable)}`]),
  ];
  return `{ ${members.join(", ")} }`;
}

/** Nothing for the statuses that a converter has invented, from 480 on in the order of the errors. Those from 500 on mean something else. */
function statusOf({ code, status, documentedStatus }: ErrorCase, index: number): string | undefined {
  const isInvented = code !== undefined && status === undefined && documentedStatus >= 500;
  if (isInvented) return index < 20 ? "-1" : undefined;
  return index < 20 && documentedStatus === 480 + index ? undefined : `${documentedStatus || '""'}`;
}

function thrownBy(spec: PreparedSpec): readonly string[] {
  return [...new Set(spec.operations.flatMap((operation) => operation.errors.map((error) => error.exception)))].sort();
}

function decoded(spec: PreparedSpec, shapeOf: (error: ErrorCase) => string | undefined): readonly string[] {
  return [...new Set(spec.operations.flatMap((operation) => operation.errors.flatMap((error) => shapeOf(error) ?? [])))].sort();
}

