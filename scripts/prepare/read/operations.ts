// Reads operations: real methods and paths out of upstream's path keys, constants apart from parameters, and what goes in
// and comes out.

import { isObject, type Json, type JsonObject } from "../../json.ts";
import { operationNames, pascalCase } from "../names.ts";
import type { ErrorCase, Example, HttpMethod, Location, Member, Message, Operation, Protocol, Shape, ShapeName } from "../prepared-spec.ts";
import { dereference, entries, given, linkIn, listAt, objectAt, schemaRef, text } from "./access.ts";
import type { Dialect } from "./dialect.ts";
import type { ErrorReader } from "./errors.ts";
import { readOperationFacts } from "./operation-facts.ts";
import type { Prose } from "./prose.ts";
import { deprecationOf, tokenIn, type TypeReader } from "./types.ts";
import type { NameSpace } from "../names.ts";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** Protocols whose whole input travels in the body of `POST /`. */
const remoteCalls: ReadonlySet<Protocol> = new Set(["aws-json-1.0", "aws-json-1.1", "aws-query", "ec2-query"]);

export interface OperationReader {
  readonly api: JsonObject;
  readonly dialect: Dialect;
  readonly types: TypeReader;
  readonly errors: ErrorReader;
  readonly names: NameSpace;
  readonly prose: Prose;
  /** The document asks for a signature unless an operation says otherwise. */
  readonly signed: boolean;
}

export function readOperations(reader: OperationReader): readonly Operation[] {
  const names = operationNames(Object.keys(objectAt(objectAt(reader.api, "components"), "schemas")));
  const found: Operation[] = [];
  for (const [key, item] of entries(objectAt(reader.api, "paths"))) {
    const pathItem = dereference(reader.api, item);
    for (const method of methods) {
      const operation = pathItem[method];
      if (!isObject(operation) || isTwin(operation, method, reader.dialect)) continue;
      found.push(readOperation(reader, names, key, pathItem, method, operation));
    }
  }
  return groupedByKey(withShortKeys(found));
}

/** The order in which the prepared document lists them: by key as they first appear, then by method. */
function groupedByKey(operations: readonly Operation[]): readonly Operation[] {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations) groups.set(operation.key, [...(groups.get(operation.key) ?? []), operation]);
  const rank = (operation: Operation) => methods.findIndex((method) => method.toUpperCase() === operation.method);
  return [...groups.values()].flatMap((group) => group.sort((left, right) => rank(left) - rank(right)));
}

/** Query documents list each operation twice, as GET and as POST; the body of POST has room for every input. */
function isTwin(operation: JsonObject, method: string, dialect: Dialect): boolean {
  return dialect.converted && /query$/.test(dialect.protocol) && method === "get" && operation["x-aws-operation-name"] !== undefined;
}

function readOperation(reader: OperationReader, names: NameSpace, key: string, pathItem: JsonObject, method: string, operation: JsonObject): Operation {
  const { dialect, prose } = reader;
  const id = text(operation["x-aws-operation-name"]) ?? text(operation["operationId"]) ?? `${method} ${key}`;
  const name = names.take(pascalCase(id), `${pascalCase(id)}Operation`);
  const wire = objectAt(operation, "x-wire");
  const [keyPath, fragment] = splitKey(key);
  const parameters = callerParameters(reader, pathItem, operation);
  const constants = constantsOf(parameters.all, dialect.prepared ? undefined : fragment, wire);
  const request = dereference(reader.api, operation["requestBody"]);
  const [requestType, requestMedia] = firstMedia(request);
  const success = successResponse(reader.api, operation);
  const [responseType] = firstMedia(success.response);
  const input = readInput(reader, name, parameters.kept, request, requestMedia, operation, constants);
  return {
    name,
    key,
    method: method.toUpperCase() as HttpMethod,
    path: text(wire["path"]) ?? wirePath(keyPath, dialect),
    query: constants.query,
    headers: constants.headers,
    ...given("action", constants.action),
    ...given("hostPrefix", text(wire["hostPrefix"])),
    doc: [text(operation["summary"]), prose(operation["description"])].filter((part, index, all) => part !== undefined && part !== "" && all.indexOf(part) === index).join("\n\n"),
    ...deprecationOf(operation, prose),
    ...given("externalDocs", linkIn(objectAt(operation, "externalDocs")["url"])),
    ...given("input", input),
    ...given("output", readOutput(reader, name, success.response)),
    successStatuses: success.statuses,
    errors: reader.errors.errorsOf(operation, name),
    signed: isSigned(operation, reader.signed),
    ...readOperationFacts(operation),
    ...given("requestContentType", hasBody(reader.types, input) ? requestType : undefined),
    ...given("responseContentType", responseType),
    examples: examplesOf(request, success.response),
    tags: listAt(operation, "tags").flatMap((tag) => text(tag) ?? []),
  };
}

function splitKey(key: string): [string, string | undefined] {
  const at = key.indexOf("#");
  return at < 0 ? [key, undefined] : [key.slice(0, at), key.slice(at + 1)];
}

/** SQS writes its queue's path in front of the root; it is a default of the host's and no part of the protocol. */
function wirePath(path: string, dialect: Dialect): string {
  if (dialect.converted && remoteCalls.has(dialect.protocol)) return "/";
  return path === "" ? "/" : path;
}

// ------------------------------------------------------------------------------------------------------- parameters

const signerOwned: ReadonlySet<string> = new Set([
  "x-amz-content-sha256", "x-amz-date", "x-amz-algorithm", "x-amz-credential", "x-amz-security-token", "x-amz-signature", "x-amz-signedheaders", "authorization",
]);

function callerParameters(reader: OperationReader, pathItem: JsonObject, operation: JsonObject) {
  const own = listAt(operation, "parameters").map((parameter) => dereference(reader.api, parameter));
  const isOwn = (parameter: JsonObject) => own.some((other) => other["name"] === parameter["name"] && other["in"] === parameter["in"]);
  const inherited = listAt(pathItem, "parameters").map((parameter) => dereference(reader.api, parameter)).filter((parameter) => !isOwn(parameter));
  const all = [...inherited, ...own].filter((parameter) => text(parameter["name"]) !== undefined);
  const kept = all.filter((parameter) => {
    const name = (text(parameter["name"]) ?? "").toLowerCase();
    if (reader.signed && signerOwned.has(name) && parameter["in"] === "header") return false;
    return !(reader.dialect.converted && isInventedPagination(parameter));
  });
  return { all: kept, kept: kept.filter((parameter) => constantOf(parameter) === undefined) };
}

/** The converter adds pagination members as query parameters to every paginated operation, also where they travel in the body. */
function isInventedPagination(parameter: JsonObject): boolean {
  return parameter["in"] === "query" && /^Pagination (limit|token)$/.test(text(parameter["description"]) ?? "");
}

/** A required parameter with a single possible value isn't the caller's business. */
function constantOf(parameter: JsonObject): string | undefined {
  const values = listAt(objectAt(parameter, "schema"), "enum");
  const [value] = values;
  if (parameter["required"] !== true || values.length !== 1 || parameter["in"] === "path") return undefined;
  // S3's `?acl` is written as a flag that must be set; on the wire it has no value.
  if (value === true && parameter["allowEmptyValue"] === true) return "";
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

interface Constants {
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly action: string | undefined;
}

function constantsOf(parameters: readonly JsonObject[], fragment: string | undefined, wire: JsonObject): Constants {
  const query = new Map<string, string>();
  const headers = new Map<string, string>();
  let action = text(wire["action"]);
  for (const [name, value] of entries(objectAt(wire, "query"))) query.set(name, String(value));
  for (const [name, value] of entries(objectAt(wire, "headers"))) headers.set(name.toLowerCase(), String(value));
  for (const part of fragment === undefined ? [] : fragment.split("&")) {
    const at = part.indexOf("=");
    const name = at < 0 ? part : part.slice(0, at);
    const value = at < 0 ? "" : part.slice(at + 1);
    if (name === "Action") action = value;
    else if (name === "X-Amz-Target") headers.set("x-amz-target", value);
    // A name without value that is also a parameter only tells two operations apart: `#uploadId`, `#x-amz-copy-source`.
    else if (at >= 0 || !(part.endsWith("!") || parameters.some((parameter) => parameter["name"] === name && parameter["in"] !== "path"))) query.set(name, value);
  }
  for (const parameter of parameters) {
    const value = constantOf(parameter);
    const name = text(parameter["name"]) ?? "";
    if (value === undefined || name === "Action" || name === "Version") continue;
    if (parameter["in"] === "header") headers.set(name.toLowerCase(), value);
    if (parameter["in"] === "query") query.set(name, value);
  }
  return { query: Object.fromEntries(query), headers: Object.fromEntries(headers), action };
}

// ------------------------------------------------------------------------------------------------------------ input

function readInput(
  reader: OperationReader, operationName: string, parameters: readonly JsonObject[], request: JsonObject, media: JsonObject, operation: JsonObject, constants: Constants,
): Message | undefined {
  const { dialect, types } = reader;
  if (remoteCalls.has(dialect.protocol)) return wholeMessage(types, media["schema"], operationName, "Request");
  const fromParameters = parameters.filter((parameter) => parameter["in"] !== "query" || !Object.hasOwn(constants.query, text(parameter["name"]) ?? "")).flatMap((parameter) => parameterMember(reader, operationName, parameter));
  const fromBody = media["schema"] === undefined ? [] : bodyMembers(reader, operationName, media["schema"], request);
  if (fromParameters.length + fromBody.length === 0) return undefined;
  const taken = new Set(fromBody.map((member) => member.name));
  // Parameters come first, also those that the document has put into the body.
  const members = [...fromParameters.map((member) => renamed(member, taken)), ...fromBody.filter((member) => !inBody(member)), ...fromBody.filter(inBody)];
  const said = text(operation["x-input"]);
  const wanted = said === undefined ? `${operationName}Request` : pascalCase(said);
  const name = reader.names.take(wanted, `${operationName}Input`);
  const structure: Shape = { kind: "structure", members, doc: `What \`${operationName}\` takes.`, assembledFor: operationName };
  types.shapes.set(name, structure);
  // Nothing isn't an input with a member that every object has, of another type.
  return { kind: "members", shape: name, required: members.some((member) => member.required || member.name in {}) };
}

function inBody({ location }: Member): boolean {
  return location.in === "body" || location.in === "payload";
}

/** Whether something of the input travels in the body. */
function hasBody(types: TypeReader, input: Message | undefined): boolean {
  const shape = input?.kind === "members" ? types.shapes.get(input.shape) : undefined;
  return input !== undefined && (shape?.kind !== "structure" || shape.assembledFor === undefined || shape.members.some(inBody));
}

/** A body that is a structure or a union goes in or out as it is. */
function wholeMessage(types: TypeReader, schema: Json | undefined, operationName: string, suffix: string): Message | undefined {
  if (schema === undefined) return undefined;
  const type = types.typeOf(schema, `${operationName}${suffix}`);
  if (type.kind !== "shape") return type.kind === "any" || type.kind === "map" ? undefined : { kind: "value", type };
  return { kind: "members", shape: type.name, required: hasRequiredMembers(types.shapes, type.name) };
}

/** Whether nothing of this shape can be left out as a whole. `seen` are unions that are being looked at, which may hold each other. */
function hasRequiredMembers(shapes: ReadonlyMap<ShapeName, Shape>, name: ShapeName, seen = new Set<ShapeName>()): boolean {
  const shape = shapes.get(name);
  if (shape?.kind === "structure") return shape.members.some((member) => member.required);
  if (shape?.kind !== "union" || seen.has(name)) return true;
  seen.add(name);
  return shape.variants.every((variant) => variant.kind === "shape" && hasRequiredMembers(shapes, variant.name, seen));
}

function parameterMember(reader: OperationReader, operationName: string, parameter: JsonObject): readonly Member[] {
  const { types, prose } = reader;
  const wireName = text(parameter["name"]) ?? "";
  const name = text(parameter["x-member"]) ?? wireName;
  const location = parameterLocation(parameter, wireName);
  if (location === undefined) return [];
  const [, media] = firstMedia(parameter);
  const read = location.in === "path" ? types.typeOf : types.memberType;
  const type = read(parameter["schema"] ?? media["schema"], `${operationName}${pascalCase(name)}`, types.timestampsIn(location));
  return [{
    name,
    type,
    required: (parameter["required"] === true && type.kind !== "forbidden") || location.in === "path",
    doc: prose(parameter["description"]),
    ...deprecationOf(parameter, prose),
    location,
    ...tokenIn(parameter),
    ...given("example", parameter["example"]),
  }];
}

function parameterLocation(parameter: JsonObject, name: string): Location | undefined {
  const style = text(parameter["style"]);
  const explode = typeof parameter["explode"] === "boolean" ? parameter["explode"] : undefined;
  switch (parameter["in"]) {
    case "path":
      return { in: "path", name, ...given("style", style), ...given("explode", explode) };
    case "query":
      return { in: "query", name, ...given("style", style), ...given("explode", explode), ...(parameter["allowReserved"] === true ? { allowReserved: true } : {}) };
    case "header":
      return parameter["x-prefix"] === true ? { in: "prefix", name } : { in: "header", name };
    default:
      return undefined;
  }
}

/** AWS spreads the body's members among the parameters; any other API's body is one member. */
function bodyMembers(reader: OperationReader, operationName: string, schema: Json, request: JsonObject): readonly Member[] {
  const { types, dialect } = reader;
  const structure = isObject(schema) ? bodyStructure(types, schema) : undefined;
  if (dialect.protocol !== "rest" && structure !== undefined && request["x-member"] === undefined) return types.membersOf(structure, operationName);
  const [contentType] = firstMedia(request);
  const required = request["required"] === true;
  const name = text(request["x-member"]);
  // A whole body with a name is a member like any other.
  if (name !== undefined) return types.membersOf({ properties: { [name]: schema }, required: required ? [name] : [] }, operationName);
  return [{
    name: "body",
    type: types.typeOf(schema, `${operationName}Body`),
    required,
    doc: reader.prose(request["description"]),
    location: { in: "payload", ...given("contentType", contentType) },
  }];
}

function bodyStructure(types: TypeReader, schema: JsonObject): JsonObject | undefined {
  const flat = types.flatten(types.bodyOf(schema) ?? schema);
  return schemaRef(flat) === undefined && Object.keys(objectAt(flat, "properties")).length > 0 ? flat : undefined;
}

function renamed(member: Member, taken: ReadonlySet<string>): Member {
  if (!taken.has(member.name)) return member;
  return { ...member, name: `${member.name}In${pascalCase(member.location.in)}` };
}

// ----------------------------------------------------------------------------------------------------------- output

function successResponse(api: JsonObject, operation: JsonObject): { readonly response: JsonObject; readonly statuses: readonly number[] } {
  const responses = objectAt(operation, "responses");
  const keys = Object.keys(responses).filter((key) => /^2(\d\d|XX)$/i.test(key));
  const withBody = keys.find((key) => Object.keys(objectAt(dereference(api, responses[key]), "content")).length > 0);
  const chosen = withBody ?? keys[0];
  const statuses = keys.map((key) => (/^2XX$/i.test(key) ? 200 : Number(key)));
  return { response: chosen === undefined ? {} : dereference(api, responses[chosen]), statuses: statuses.length === 0 ? [200] : statuses };
}

function readOutput(reader: OperationReader, operationName: string, response: JsonObject): Message | undefined {
  const [, media] = firstMedia(response);
  const schema = media["schema"];
  if (schema === undefined) return undefined;
  const type = reader.types.typeOf(schema, `${operationName}Response`);
  if (type.kind === "shape" && isMessage(reader.types.shapes.get(type.name))) return { kind: "members", shape: type.name, required: true };
  if (reader.dialect.protocol !== "rest" && type.kind === "any") return undefined;
  return { kind: "value", type };
}

function isMessage(shape: Shape | undefined): boolean {
  return shape?.kind === "structure" || shape?.kind === "union";
}

/** JSON before XML before the rest: what a client of ours can read best. */
function firstMedia(node: JsonObject): [string | undefined, JsonObject] {
  const content = entries(objectAt(node, "content"));
  const best = content.find(([type]) => /[/+]json\b/i.test(type)) ?? content.find(([type]) => /[/+]xml\b/i.test(type)) ?? content[0];
  return best === undefined || !isObject(best[1]) ? [undefined, {}] : [best[0], best[1]];
}

// --------------------------------------------------------------------------------------------------------- the rest

function isSigned(operation: JsonObject, signed: boolean): boolean {
  const security = operation["security"];
  return signed && !(Array.isArray(security) && security.length === 0);
}

function examplesOf(request: JsonObject, response: JsonObject): readonly Example[] {
  const inputs = namedExamples(firstMedia(request)[1]);
  const outputs = namedExamples(firstMedia(response)[1]);
  return [...new Set([...inputs.keys(), ...outputs.keys()])].map((name) => ({
    name,
    ...given("summary", inputs.get(name)?.summary ?? outputs.get(name)?.summary),
    ...given("input", inputs.get(name)?.value),
    ...given("output", outputs.get(name)?.value ?? (outputs.size === 1 ? [...outputs.values()][0]?.value : undefined)),
  }));
}

function namedExamples(media: JsonObject): Map<string, { readonly value: Json; readonly summary: string | undefined }> {
  const found = new Map<string, { readonly value: Json; readonly summary: string | undefined }>();
  if (media["example"] !== undefined) found.set("example", { value: media["example"], summary: undefined });
  for (const [name, example] of entries(objectAt(media, "examples"))) {
    if (isObject(example) && example["value"] !== undefined) found.set(name, { value: example["value"], summary: text(example["summary"]) });
  }
  return found;
}

/** Operations that have their method and wire path to themselves get the plain path as key; the others keep upstream's fragment. */
function withShortKeys(operations: readonly Operation[]): readonly Operation[] {
  const counts = new Map<string, number>();
  const address = (operation: Operation) => `${operation.method} ${operation.path.replace(/\{[^}]*\}/g, "{}")}`;
  for (const operation of operations) counts.set(address(operation), (counts.get(address(operation)) ?? 0) + 1);
  return operations.map((operation) => (counts.get(address(operation)) === 1 ? { ...operation, key: operation.path } : operation));
}

export type { ErrorCase };
