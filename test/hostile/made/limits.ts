// Documents that are too much of something, each beyond the limit that is named; and some within all limits that once took minutes.

import type { Made } from "../made.ts";

const operation = (operationId: string, over: object = {}): object => ({ operationId, responses: { 200: { description: "Fine." } }, ...over });
const spec = (over: object = {}): object => ({ openapi: "3.0.3", info: { title: "Pets", version: "1" }, paths: { "/pets": { get: operation("listPets") } }, ...over });
const text = (document: object): string => JSON.stringify(document);
const many = <Value>(count: number, entry: (index: number) => readonly [string, Value]): Record<string, Value> => Object.fromEntries(Array.from({ length: count }, (_, index) => entry(index)));
const schemas = (list: object): object => spec({ components: { schemas: list } });
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const nested = (depth: number, open: string, close: string): string => text(spec({ "x-a": 0 })).replace('"x-a":0', `"x-a":${open.repeat(depth)}0${close.repeat(depth)}`);
const pet = { type: "object", properties: { name: { type: "string" } } };
const described = (description: string): string => text(spec({ info: { title: "Pets", version: "1", description } }));
const answering = (list: object, name: string): object => spec({ paths: { "/pets": { post: operation("addPet", { requestBody: { content: { "application/json": { schema: ref(name) } } }, responses: { 200: { description: "Fine.", content: { "application/json": { schema: ref(name) } } } } }) } }, components: { schemas: list } });

const beyond: readonly Made[] = [
  { what: "documentBytes", document: () => Buffer.alloc(17 * 1024 * 1024, " ") },
  { what: "documentBytes, set lower", document: () => text(spec()), options: ["--limit", "documentBytes=100"] },
  { what: "nesting of lists in JSON", document: () => nested(100_000, "[", "]") },
  { what: "nesting of maps in JSON", document: () => nested(100_000, '{"a":', "}") },
  { what: "nesting of lists in YAML", file: "openapi.yaml", document: () => `openapi: 3.0.3\nx-a: ${"[".repeat(100_000)}` },
  { what: "nesting of blocks in YAML", file: "openapi.yaml", document: () => Array.from({ length: 3_000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n") },
  { what: "nesting, set lower", document: () => text(spec()), options: ["--limit", "nesting=3"] },
  { what: "values", document: () => text(spec({ "x-a": Array.from({ length: 30_000 }, () => 0) })), options: ["--limit", "values=20000"] },
  { what: "values, by aliases", file: "openapi.yaml", document: () => `openapi: 3.0.3\nx-a: &a [${"0,".repeat(2_000)}]\nx-b: &b [${"*a,".repeat(2_000)}]\n` },
  { what: "yamlTokens", file: "openapi.yaml", document: () => `openapi: 3.0.3\nx-a: [${"0,".repeat(1_000)}]\n`, options: ["--limit", "yamlTokens=500"] },
  { what: "nameLength of a key", document: () => text(schemas({ ["x".repeat(20_001)]: pet })) },
  { what: "nameLength of a path", document: () => text(spec({ paths: { [`/${"x".repeat(20_000)}`]: { get: operation("a") } } })) },
  { what: "textLength", document: () => described("x".repeat(1_000_001)) },
  { what: "textLength in YAML", file: "openapi.yaml", document: () => `openapi: 3.0.3\ninfo: { title: Pets, version: "1", description: ${"x".repeat(1_000_001)} }\n` },
  { what: "referenceChain", document: () => text(schemas(many(100, (index) => [`S${index}`, index === 99 ? pet : ref(`S${index + 1}`)]))) },
  { what: "referenceChain, by allOf", document: () => text(schemas(many(10_000, (index) => [`S${index}`, index === 0 ? pet : { allOf: [ref(`S${index - 1}`), pet] }]))), options: ["--limit", "schemas=20000"] },
  { what: "referenceChain, by lists", document: () => text(schemas(many(10_000, (index) => [`S${index}`, index === 0 ? { type: "string" } : { type: "array", items: ref(`S${index - 1}`) }]))), options: ["--limit", "schemas=20000"] },
  { what: "operations", document: () => text(spec({ paths: many(2_001, (index) => [`/p${index}`, { get: operation(`o${index}`) }]) })) },
  { what: "responses", document: () => text(spec({ paths: { "/a": { get: operation("a", { responses: many(400, (index) => [String(100 + index), { description: "Fine." }]) }) } } })), options: ["--limit", "responses=300"] },
  { what: "schemas", document: () => text(schemas(many(3_501, (index) => [`S${index}`, {}]))) },
  { what: "members", document: () => text(schemas({ A: { type: "object", properties: many(45_001, (index) => [`p${index}`, {}]) } })) },
  { what: "members, by allOf that doubles", document: () => text(schemas(many(49, (index) => [`S${index}`, index === 0 ? pet : { allOf: [ref(`S${index - 1}`), ref(`S${index - 1}`)] }]))) },
  { what: "members, by oneOf that doubles", document: () => text(schemas(many(49, (index) => [`S${index}`, index === 0 ? pet : { oneOf: [ref(`S${index - 1}`), ref(`S${index - 1}`)] }]))) },
  { what: "members, by allOf of all before", document: () => text(schemas(many(400, (index) => [`S${index}`, { allOf: [...Array.from({ length: index }, (_, other) => ref(`S${other}`)), pet] }]))) },
  { what: "members, by values of an enumeration", document: () => text(schemas({ A: { type: "string", enum: Array.from({ length: 45_001 }, (_, index) => `v${index}`) } })) },
  { what: "members, by parameters", document: () => text(spec({ paths: { "/a": { get: operation("a", { parameters: Array.from({ length: 2_000 }, (_, index) => ({ name: `q${index}`, in: "query", schema: {} })) }) } } })), options: ["--limit", "members=1000"] },
  { what: "problems", document: () => text(schemas(many(3_000, (index) => [`S${index}`, { type: "text" }]))) },
];

/** Within all limits: each of these took minutes, or all memory, before it was bounded. */
const bounded: readonly Made[] = [
  { what: "members that are required twice, forty deep", document: () => text(answering(many(40, (index) => [`S${index}`, index === 39 ? pet : { type: "object", required: ["l", "r"], properties: { l: ref(`S${index + 1}`), r: ref(`S${index + 1}`) } }]), "S0")) },
  { what: "forms of a union that hold forms, forty deep", document: () => text(answering({ ...many(80, (number) => {
    const [side, index] = [number % 2 === 0 ? "A" : "B", number >> 1];
    return [`${side}${index}`, { type: "object", properties: { at: { type: "string", format: "date-time" }, ...(index === 39 ? {} : { l: ref(`${side}${index + 1}`), r: ref(`${side}${index + 1}`) }) } }];
  }), U: { oneOf: [ref("A0"), ref("B0")] } }, "U")) },
  { what: "a thousand names that become one", document: () => text(schemas(many(1_000, (index) => [`${"!".repeat(index % 40)}A${"-".repeat(Math.floor(index / 40))}`, pet]))) },
  { what: "a union of five hundred", document: () => text(answering({ A: { oneOf: Array.from({ length: 500 }, (_, index) => ref(`S${index}`)) }, ...many(500, (index) => [`S${index}`, pet]) }, "A")) },
  ...["> ", "``a`", "`a` ", "~~~\n", "--|-", "[a](", "**", "<", "- ", "1. ", "\n", "*/", "{{", "&lt;", "https://a.example/ "].map((piece): Made => ({ what: `a description of ${JSON.stringify(piece)}, over and over`, document: () => described(piece.repeat(Math.floor(100_000 / piece.length))) })),
];

export const limits: readonly Made[] = [...beyond, ...bounded];
