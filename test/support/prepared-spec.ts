// generated/openapi.json → what it says about each operation, in the words of the tests.

import { readFileSync } from "node:fs";

export interface Schema {
  readonly $ref?: string;
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly "x-timestamp"?: string;
  readonly description?: string;
}

export interface PreparedError {
  readonly code: string;
  /** The status on the wire. */
  readonly status: number;
  readonly fault: "client" | "server";
  readonly retryable?: "transient" | "throttling";
}

export interface PreparedOperation {
  readonly name: string;
  readonly input: Schema;
  readonly output: Schema;
  /** By the name of the exception. */
  readonly errors: Readonly<Record<string, PreparedError>>;
  readonly path: string;
  /** Constant headers. */
  readonly headers: Readonly<Record<string, string>>;
}

interface Body {
  readonly content: { readonly "application/json": { readonly schema: Schema } };
}

interface Document {
  readonly servers: readonly { readonly variables: { readonly region: { readonly enum: readonly string[] } } }[];
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly post: {
          readonly operationId: string;
          readonly requestBody: Body;
          readonly responses: { readonly 200: Body };
          readonly "x-errors": PreparedOperation["errors"];
          readonly "x-wire": Pick<PreparedOperation, "path" | "headers">;
        };
      }
    >
  >;
}

/** The prepared spec of the package, as it is published. */
export const preparedSpec: Document = JSON.parse(readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8")) as Document;

/** Every operation, in the document's order. */
export const preparedOperations: readonly PreparedOperation[] = Object.values(preparedSpec.paths).map(({ post }) => ({
  name: post.operationId,
  input: post.requestBody.content["application/json"].schema,
  output: post.responses[200].content["application/json"].schema,
  errors: post["x-errors"],
  ...post["x-wire"],
}));

export function preparedOperation(name: string): PreparedOperation {
  const found = preparedOperations.find((operation) => operation.name === name);
  if (!found) throw new Error(`The prepared spec has no operation ${name}`);
  return found;
}

/** The same value with every timestamp in another form. */
export function convertTimestamps(schema: Schema, value: unknown, convert: (timestamp: never) => unknown): unknown {
  const visit = (schemas: readonly Schema[], inner: unknown): unknown => {
    if (Array.isArray(inner)) {
      const items = schemas.flatMap((each) => formsOf(each.items));
      return inner.map((item) => visit(items, item));
    }
    if (typeof inner === "object" && inner !== null) {
      return Object.fromEntries(
        Object.entries(inner).map(([key, member]) => [key, visit(schemas.flatMap((each) => formsOf(each.properties?.[key])), member)]),
      );
    }
    return inner !== null && schemas.some((each) => each["x-timestamp"]) ? convert(inner as never) : inner;
  };
  return visit(formsOf(schema), value);
}

/** The schemas that a value may have: references followed, alternatives side by side. */
function formsOf(schema: Schema | undefined): readonly Schema[] {
  if (!schema) return [];
  if (schema.$ref) return formsOf(preparedSpec.components.schemas[schema.$ref.replace("#/components/schemas/", "")]);
  const parts = schema.oneOf ?? schema.allOf;
  return parts ? parts.flatMap(formsOf) : [schema];
}
