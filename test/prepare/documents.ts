// Documents for the tests of `prepare`, and shorthands for what comes out.

import { readFileSync, readdirSync } from "node:fs";
import { load } from "../../scripts/load/load.ts";
import { sourceOf } from "../../scripts/load/source.ts";
import { prepare } from "../../scripts/prepare/prepare.ts";
import type { Member, Operation, PreparedSpec, Structure } from "../../scripts/prepare/prepared-spec.ts";

export function prepared(document: object | string): PreparedSpec {
  const loaded = load(sourceOf(typeof document === "string" ? document : JSON.stringify(document), { file: typeof document === "string" ? "spec.yaml" : "spec.json" }));
  const errors = loaded.problems.filter((problem) => problem.severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ code, message, place }) => `${code} ${place?.pointer}: ${message}`).join("\n"));
  return prepare(loaded).spec;
}

const ok = { "200": { description: "Done." } };

/** A plain API with these schemas, each of which an operation gives. */
export function plain(schemas: object, over: object = {}): object {
  const paths = Object.fromEntries(Object.keys(schemas).map((name, index) => [`/p${index}`, { get: { operationId: `get${index}`, responses: { "200": { description: "Done.", content: { "application/json": { schema: { $ref: `#/components/schemas/${name.replaceAll("/", "~1")}` } } } } } } }]));
  return { openapi: "3.0.3", info: { title: "Zoo", version: "1" }, paths, components: { schemas }, ...over };
}

/** A document as the converter of AWS's models writes it, JSON protocol. */
export function converted(operations: Readonly<Record<string, object>>, schemas: object = {}, over: object = {}): object {
  const paths = Object.entries(operations).map(([name, operation]) => [
    `/#X-Amz-Target=Zoo.${name}`,
    { post: { operationId: name, parameters: [{ name: "X-Amz-Target", in: "header", required: true, schema: { type: "string", enum: [`Zoo.${name}`] } }], responses: ok, ...operation } },
  ]);
  return {
    openapi: "3.0.0",
    info: { title: "AWS Zoo Service", version: "2020-01-01", "x-providerName": "amazonaws.com", "x-aws-signingName": "zoo" },
    servers: [{ url: "http://zoo.{region}.amazonaws.com", variables: { region: { default: "us-east-1", enum: ["us-east-1", "eu-west-1"] } } }],
    paths: Object.fromEntries(paths) as object,
    components: { schemas },
    ...over,
  };
}

export function takes(schema: object): object {
  return { requestBody: { required: true, content: { "application/json": { schema } } } };
}

export function gives(schema: object): object {
  return { responses: { "200": { description: "Done.", content: { "application/json": { schema } } } } };
}

export function structure(spec: PreparedSpec, name: string): Structure {
  const shape = spec.shapes[name];
  if (shape?.kind !== "structure") throw new Error(`${name} is ${shape?.kind ?? "nothing"}; there are ${Object.keys(spec.shapes).join(", ")}.`);
  return shape;
}

export function member(spec: PreparedSpec, shape: string, name: string): Member {
  const found = structure(spec, shape).members.find((one) => one.name === name);
  if (found === undefined) throw new Error(`${shape} has no member ${name}.`);
  return found;
}

export function operation(spec: PreparedSpec, name: string): Operation {
  const found = spec.operations.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no operation ${name}, only ${spec.operations.map((one) => one.name).join(", ")}.`);
  return found;
}

/** Every document that the repository holds, by name. */
export function documents(): readonly (readonly [string, string])[] {
  const root = new URL("../../", import.meta.url);
  const below = (folder: string): string[] => {
    try {
      return readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" }).map((name) => `${folder}${name.replaceAll("\\", "/")}`);
    } catch {
      return [];
    }
  };
  const names = [...below("spec/"), ...below("test/fixtures/specs/")].filter((name) => /\.(yaml|yml|json)$/.test(name) && !name.includes(".overlay."));
  return names.sort().map((name) => [name, readFileSync(new URL(name, root), "utf8")] as const);
}
