// Smithy's JSON model (https://smithy.io/2.0/spec/json-ast.html), as far as protocol tests use it, and ways around in it.

import type { Json } from "../../scripts/json.ts";

export interface SmithyModel {
  readonly shapes: Readonly<Record<string, SmithyShape>>;
}

export interface SmithyShape {
  readonly type: string;
  readonly traits?: Traits;
  readonly members?: Readonly<Record<string, Target>>;
  readonly member?: Target;
  readonly key?: Target;
  readonly value?: Target;
  readonly input?: Target;
  readonly output?: Target;
  readonly operations?: readonly Target[];
  readonly errors?: readonly Target[];
  readonly version?: string;
}

export interface Target {
  readonly target: string;
  readonly traits?: Traits;
}

export type Traits = Readonly<Record<string, Json>>;

/** A request that a client must send for these parameters. */
export interface RequestTest extends AnyTest {
  readonly method: string;
  readonly uri: string;
  readonly host?: string;
  readonly resolvedHost?: string;
  /** `name=value`, as they go on the wire. */
  readonly queryParams?: readonly string[];
  readonly forbidQueryParams?: readonly string[];
  readonly requireQueryParams?: readonly string[];
  readonly requireHeaders?: readonly string[];
}

/** A response that a client must read as these parameters. */
export interface ResponseTest extends AnyTest {
  readonly code: number;
}

interface AnyTest {
  readonly id: string;
  readonly protocol: string;
  readonly appliesTo?: "client" | "server";
  readonly tags?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly forbidHeaders?: readonly string[];
  readonly body?: string;
  readonly bodyMediaType?: string;
  readonly params?: Json;
  readonly vendorParams?: { readonly scopedConfig?: { readonly client?: { readonly region?: string; readonly s3?: S3Settings }; readonly operation?: { readonly s3?: S3Settings } } };
}

interface S3Settings {
  readonly addressing_style?: string;
  readonly use_dualstack_endpoint?: boolean;
  readonly use_accelerate_endpoint?: boolean;
}

export function shapeAt(model: SmithyModel, id: string): SmithyShape {
  const shape = model.shapes[id] ?? prelude[id];
  if (shape === undefined) throw new Error(`The Smithy model has no shape ${id}.`);
  return shape;
}

/** `com.amazonaws.s3#GetObject` → `GetObject`. */
export function nameOf(id: string): string {
  return id.slice(id.indexOf("#") + 1);
}

/** The value of a trait: `smithy.api#http`, or `http` for short. */
export function trait(of: { readonly traits?: Traits } | undefined, name: string): Json | undefined {
  return of?.traits?.[name.includes("#") ? name : `smithy.api#${name}`];
}

/** What every model has: https://smithy.io/2.0/spec/model.html#prelude. */
const prelude: Readonly<Record<string, SmithyShape>> = Object.fromEntries([
  ...["String", "Blob", "Boolean", "Byte", "Short", "Integer", "Long", "Float", "Double", "Timestamp", "Document"].map((name) => [name, name.toLowerCase()] as const),
  ...["Boolean", "Byte", "Short", "Integer", "Long", "Float", "Double"].map((name) => [`Primitive${name}`, name.toLowerCase()] as const),
  ["Unit", "structure"] as const,
].map(([name, type]) => [`smithy.api#${name}`, { type }]));
