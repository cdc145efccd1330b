// Prepares a spec for the templates: the prepared OpenAPI document comes in, and goes out with `x-ts-…` extensions that hold
// every text of the package, safe for its place. Both engines read this document; neither knows anything of its own.

import type { Json, JsonObject } from "../../json.ts";
import { functionName, operationConstant, operationFunction } from "../../prepare/names.ts";
import type { Deprecation, ExceptionShape, Member, Operation, PreparedSpec, Shape, ShapeName, Type } from "../../prepare/prepared-spec.ts";
import type { MemberView, ModelView, OperationView, PackageView, ProtocolView } from "../context.ts";
import type { PackageFacts } from "../package-facts.ts";
import { identifier, literal, propertyKey } from "../safe/code.ts";
import { commentText, docComment, insideComment, type Tag } from "../safe/comment.ts";
import { jsonText, markdownBlock, markdownLine } from "../safe/markdown.ts";
import { safe, type Expression, type Identifier } from "../safe/safe.ts";
import { visible } from "../safe/visible.ts";
import { decisiveMembers } from "./decisive.ts";
import { presentModelDocs, presentMemberDocs, presentOperationDocs, presentPackageDocs } from "./docs.ts";
import { guardsOf } from "./guards.ts";
import { presentHosts } from "./hosts.ts";
import { packageJson } from "./package-json.ts";
import { alwaysHasBody, answerOf, answersNothing, inputMembers, outputMembers, membersOf } from "./messages.ts";
import { pagedOperations } from "./pages.ts";
import { requestPlace, responsePlace } from "./places.ts";
import { shapesOf, type Shapes } from "./shapes.ts";
import { streamedInput, streamedOutput, streamType } from "./streams.ts";
import { declaration } from "./xml-shapes.ts";
import { hasForbiddenMembers, memberType, shapesIn, typeText } from "./types.ts";
import { waiters } from "./waits.ts";
import { protocolOf, protocolsOf, speaksWholeProtocol } from "./wrappers.ts";

/** An OpenAPI document whose extensions hold what templates print. */
export type Presented = JsonObject;

export function present(spec: PreparedSpec, facts: PackageFacts): Presented {
  const shapes = shapesOf(spec);
  return {
    openapi: "3.0.3",
    info: { title: spec.service.title, version: spec.service.version },
    "x-ts-package": json(presentPackage(spec, shapes, facts)),
    servers: [{ url: "/" }],
    paths: presentPaths(spec, shapes, facts),
    components: { schemas: presentSchemas(spec, shapes, facts) },
  };
}

/** Views are JSON by construction; their types only say more than `Json` can. */
function json(view: PackageView | ModelView | MemberView | OperationView): Json {
  return view as unknown as Json;
}

// ---------------------------------------------------------------------------------------------------------- package

function presentPackage(spec: PreparedSpec, shapes: Shapes, facts: PackageFacts): PackageView {
  const { service, operations } = spec;
  const models = Object.entries(spec.shapes);
  const exceptions = Object.entries(spec.exceptions);
  const paged = pagedOperations(spec);
  const waited = waiters(spec);
  const changing = [...models, ...exceptions].filter(([name]) => shapes.isUsed(name)).map(([name]) => name);
  const places = operations.flatMap((operation) => [...requestPlaces(spec, operation, () => false), ...responsePlaces(spec, operation)]).map((entry) => entry.place);
  return {
    service: identifier(service.name),
    variable: identifier(functionName(service.name, "Client")),
    client: identifier(`${service.name}Client`),
    exception: identifier(`${service.name}Exception`),
    title: markdownLine(service.title),
    titleInComment: commentText(service.title),
    doc: docComment(service.doc, 0),
    markdown: markdownBlock(service.doc),
    summary: markdownLine(firstSentence(service.doc)),
    source: safe(insideComment(oneLine(visible(facts.source)))),
    packageName: markdownLine(facts.name),
    packageNameLiteral: literal(facts.name),
    nodeEntryLiteral: literal(`${facts.name}/node`),
    packageVersion: markdownLine(facts.version),
    packageJson: jsonText(packageJson(spec, facts)),
    userAgent: literal(`${facts.name.replace(/^@[^/]*\//, "")}/${facts.version}`),
    hasStreams: operations.some((operation) => streamedInput(spec, operation) !== undefined || streamedOutput(spec, operation) !== undefined),
    ...presentHosts(service.hosts),
    hasRetry: service.retry !== undefined,
    retry: service.retry === undefined ? safe("") : safe(`{ maxAttempts: ${service.retry.maxAttempts}, baseDelayMs: ${service.retry.baseDelayMs} }`),
    regional: service.endpoints.some((endpoint) => endpoint.url.includes("{region}")),
    exampleRegion: literal(service.endpoints[0]?.defaultRegion ?? service.endpoints[0]?.regions[0] ?? "us-east-1"),
    protocol: presentProtocol(spec),
    imports: {
      models: sortedNames(operations.flatMap((operation) => [...messageNames(operation)])),
      shapes: sortedNames(operations.flatMap((operation) => messageNames(operation)).filter((name) => shapes.changes(name))).map((name) => shapes.constant(name)),
      scalars: scalarsIn(changing.flatMap((name) => shapes.members(name).map((member) => member.expression))),
      protocols: protocolsOf(spec, operations, shapes),
      protocol: speaksWholeProtocol(spec, operations, shapes),
      streamable: operations.some((operation) => streamedInput(spec, operation) !== undefined),
      streamedBody: operations.some((operation) => streamedOutput(spec, operation) !== undefined),
      pathStyle: operations.some((operation) => operation.bucket !== undefined),
      operationScalars: scalarsIn([...places, ...operations.flatMap((operation) => outputExpression(operation, shapes) ?? [])]),
      errorModels: sortedNames(exceptions.flatMap(([, exception]) => ownMembers(exception).flatMap((member) => shapesIn(member.type)))),
      forbidden: hasForbiddenMembers(spec),
    },
    hasModels: models.length > 0,
    hasShapes: changing.length > 0,
    shapeModule: shapes.module,
    shapeType: shapes.type,
    hasExceptions: exceptions.length > 0,
    exceptions: exceptions.map(([name]) => identifier(name)),
    types: models.filter(([, shape]) => shape.kind !== "enumeration").map(([name]) => identifier(name)),
    values: models.filter(([, shape]) => shape.kind === "enumeration").map(([name]) => identifier(name)),
    functions: operations.map((operation) => identifier(operationFunction(operation.name))),
    guards: models.flatMap(([name]) => guardsOf(spec, name).map((guard) => guard.functionName)),
    pages: paged.map(({ view }) => view),
    hasPageItems: paged.some(({ view }) => view.hasItems),
    pageModels: sortedNames(paged.flatMap(({ models: mentioned }) => mentioned)),
    pageOperations: sortedNames(paged.map(({ view }) => view.operationFunction)),
    waits: waited.map(({ view }) => view),
    waitModels: sortedNames(waited.flatMap(({ models: mentioned }) => mentioned)),
    waitOperations: sortedNames(waited.map(({ view }) => view.operationFunction)),
    auth: { signed: service.auth.kind === "sigv4", signingName: literal(service.auth.kind === "sigv4" ? service.auth.signingName : "") },
    docs: presentPackageDocs(spec, facts),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function presentProtocol(spec: PreparedSpec): ProtocolView {
  const { expression, ...known } = knownProtocol(spec);
  const queryCompatible = spec.service.queryCompatible === true;
  return { ...known, expression: queryCompatible ? safe(`/* @__PURE__ */ queryCompatible(${expression})`) : expression, queryCompatible };
}

function knownProtocol(spec: PreparedSpec): Omit<ProtocolView, "queryCompatible"> {
  switch (spec.service.protocol) {
    case "aws-json-1.0":
      return { module: safe("aws-json.ts"), name: safe("awsJson"), expression: safe('/* @__PURE__ */ awsJson("1.0")') };
    case "aws-json-1.1":
      return { module: safe("aws-json.ts"), name: safe("awsJson"), expression: safe('/* @__PURE__ */ awsJson("1.1")') };
    case "rest-json":
      return { module: safe("rest-json.ts"), name: safe("restJson"), expression: safe("restJson") };
    case "rest":
      return { module: safe("rest.ts"), name: safe("rest"), expression: safe("rest") };
    case "aws-query":
      return { module: safe("aws-query.ts"), name: safe("awsQuery"), expression: safe(`/* @__PURE__ */ awsQuery(${literal(spec.service.version)})`) };
    case "ec2-query":
      return { module: safe("ec2-query.ts"), name: safe("ec2Query"), expression: safe(`/* @__PURE__ */ ec2Query(${literal(spec.service.version)})`) };
    case "rest-xml":
      return { module: safe("rest-xml.ts"), name: safe("restXml"), expression: safe(`/* @__PURE__ */ restXml(${literal(spec.service.xmlNamespace ?? "")})`) };
  }
}

function sortedNames(names: readonly string[]): readonly Identifier[] {
  return [...new Set(names)].sort().map(identifier);
}

function scalarsIn(expressions: readonly Expression[]): readonly Identifier[] {
  const known = [
    "blob", "blobInput", "blobOutput", "boolean", "dateTime", "dateTimeInput", "epochSeconds", "epochSecondsInput", "float", "headerBooleans", "headerDates", "headerJson", "headerList",
    "headerNumbers", "httpDate",
    "httpDateInput", "jsonValue", "withoutType", "number", "structure", "text", "timestampOutput",
  ] as const;
  return known.filter((name) => expressions.some((expression) => new RegExp(`\\b${name}\\b(?!:)`).test(withoutStrings(expression)))).map(identifier);
}

function withoutStrings(expression: string): string {
  return expression.replace(/"(?:[^"\\]|\\.)*"/g, "");
}

/** Shapes that an operation's own types mention. */
function messageNames(operation: Operation): readonly ShapeName[] {
  return [operation.input, operation.output].flatMap((message) => (message === undefined ? [] : message.kind === "members" ? [message.shape] : shapesIn(message.type)));
}

// ----------------------------------------------------------------------------------------------------------- models

function presentSchemas(spec: PreparedSpec, shapes: Shapes, facts: PackageFacts): JsonObject {
  const schemas: [string, JsonObject][] = [
    ...Object.entries(spec.shapes).map(([name, shape]): [string, JsonObject] => [name, presentShape(spec, name, shape, shapes, facts)]),
    ...Object.entries(spec.exceptions).map(([name, exception]): [string, JsonObject] => [name, presentShape(spec, name, exception, shapes, facts)]),
  ];
  return Object.fromEntries(schemas.sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** What every error has of its own; a member of that name stays reachable through `fields`. */
const errorMembers: ReadonlySet<string> = new Set([
  "attempts", "cause", "code", "constructor", "excerpt", "fault", "fields", "hasOwnProperty", "isPrototypeOf", "message", "name", "operation", "propertyIsEnumerable",
  "requestId", "retryable", "service", "stack", "status", "toJSON", "toLocaleString", "toString", "totalDelayMs", "valueOf", "__proto__",
]);

function ownMembers(exception: ExceptionShape): readonly Member[] {
  return exception.members.filter((member) => !errorMembers.has(member.name));
}

function presentShape(spec: PreparedSpec, name: ShapeName, shape: Shape | ExceptionShape, shapes: Shapes, facts: PackageFacts): JsonObject {
  const members = shape.kind === "exception" ? ownMembers(shape) : "members" in shape ? shape.members : [];
  const required = members.filter((member) => member.required).map((member) => member.name);
  // One member that is never printed keeps the second engine from leaving out models without members.
  const properties = members.length === 0 ? [["-", { type: "string", "x-ts-member": null }]] : members.map((member) => [member.name, { type: "string", "x-ts-member": json(presentMember(spec, shape, member)) }]);
  return { type: "object", ...(required.length > 0 ? { required } : {}), properties: Object.fromEntries(properties) as JsonObject, "x-ts-model": json(presentModel(spec, name, shape, shapes, facts)) };
}

function presentModel(spec: PreparedSpec, name: ShapeName, shape: Shape | ExceptionShape, shapes: Shapes, facts: PackageFacts): ModelView {
  const { body, code } = shape.kind === "exception" ? shape : {};
  return {
    doc: docComment(shape.doc, 0, tagsOf(shape)),
    structure: shape.kind === "structure",
    enumeration: shape.kind === "enumeration",
    union: shape.kind === "union",
    exception: shape.kind === "exception",
    values: shape.kind === "enumeration" ? shape.values.map((value, index) => ({ key: propertyKey(value.name), literal: literal(value.value), last: index === shape.values.length - 1 })) : [],
    base: safe(shape.kind === "enumeration" && shape.of === "integer" ? "number" : "string"),
    variants: shape.kind === "union" ? shape.variants.map(typeText) : [],
    guards: guardsOf(spec, name),
    hasShape: shapes.isUsed(name),
    shape: shapes.constant(name),
    shapeNames: Object.entries(shapes.names(name)).flatMap(([key, expression]) => (expression === undefined ? [] : [{ key: propertyKey(key), expression }])),
    shapeMembers: shapes.members(name).map(({ member, expression }) => ({ key: propertyKey(member.name), expression })),
    hasBody: body !== undefined,
    body: body === undefined ? safe("unknown") : typeText(body),
    nameLiteral: literal(name),
    hasCode: code !== undefined,
    codeLiteral: literal(code ?? ""),
    namedByCode: code === name,
    docs: presentModelDocs(spec, facts, name, shape),
  };
}

function presentMember(spec: PreparedSpec, shape: Shape | ExceptionShape, member: Member): MemberView {
  const streamed = streamType(spec, shape, member);
  // Nobody passes an exception, so what is forbidden there needs no explanation of the compiler: it never comes.
  const given = shape.kind === "exception" && member.type.kind === "forbidden" ? safe<"type">("undefined") : memberType(spec, member);
  return { key: propertyKey(member.name), type: streamed === undefined ? given : safe(streamed), doc: docComment(memberDoc(member), 2, tagsOf(member)), docs: presentMemberDocs(spec, member) };
}

function memberDoc(member: Member): string {
  const token = member.idempotencyToken === true ? "Filled with a UUID when absent; the same over all attempts of a call." : "";
  return paragraphs(member.doc, token);
}

function tagsOf(node: { readonly deprecated?: Deprecation }): readonly Tag[] {
  if (node.deprecated === undefined) return [];
  const { since, message } = node.deprecated;
  return [{ name: "deprecated", text: [since === undefined ? "" : `since ${since}`, message ?? ""].filter((part) => part !== "").join(": ") }];
}

function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}

// ------------------------------------------------------------------------------------------------------- operations

function presentPaths(spec: PreparedSpec, shapes: Shapes, facts: PackageFacts): JsonObject {
  const paths: Record<string, JsonObject> = {};
  const isDecisive = decisiveMembers(spec);
  // One path for each: the address on the wire is in the view, and templates need nothing else of it.
  for (const operation of spec.operations) {
    paths[`/${operation.name}`] = {
      [operation.method.toLowerCase()]: {
        // The second engine lists operations by this. The prefix keeps it from renaming those that it takes for reserved words.
        operationId: `op${operation.name}`,
        tags: ["default"],
        responses: { 200: { description: "Success" } },
        "x-ts-operation": json(presentOperation(spec, operation, shapes, facts, (member) => isDecisive(operation, member))),
      },
    };
  }
  return paths;
}

function presentOperation(spec: PreparedSpec, operation: Operation, shapes: Shapes, facts: PackageFacts, isDecisive: (member: Member) => boolean): OperationView {
  const { input, output } = operation;
  const inputShape = input?.kind === "members" && shapes.changes(input.shape) ? shapes.constant(input.shape) : undefined;
  const outputShape = outputExpression(operation, shapes);
  const answer = answerOf(spec, operation);
  const root = rootOf(spec, operation);
  const protocol = protocolOf(spec, operation, shapes);
  return {
    doc: docComment(operation.doc, 0, tagsOf(operation)),
    methodDoc: docComment(operation.doc, 2, tagsOf(operation)),
    name: identifier(operation.name),
    nameLiteral: literal(operation.name),
    functionName: identifier(operationFunction(operation.name)),
    constant: identifier(operationConstant(operation.name)),
    hasOwnProtocol: protocol !== "protocol",
    protocol,
    method: literal(operation.method),
    path: literal(operation.path),
    hasInput: input !== undefined,
    inputType: input === undefined ? safe("void") : input.kind === "members" ? safe(identifier(input.shape)) : typeText(input.type),
    inputOptional: input?.kind === "members" && !input.required,
    outputType: output === undefined ? safe("void") : output.kind === "members" ? safe(identifier(output.shape)) : typeText(output.type),
    headers: Object.entries(constantHeaders(spec, operation)).map(([name, value]) => ({ key: propertyKey(name), value: literal(value) })),
    query: Object.entries(constantQuery(spec, operation)).map(([name, value]) => ({ key: propertyKey(name), value: literal(value) })),
    request: requestPlaces(spec, operation, isDecisive),
    response: responsePlaces(spec, operation),
    hasInputShape: inputShape !== undefined,
    inputShape: safe(inputShape ?? ""),
    hasOutputShape: outputShape !== undefined,
    outputShape: outputShape ?? safe(""),
    sendsBody: alwaysHasBody(spec, operation),
    hasRoot: root !== undefined,
    root: literal(root ?? ""),
    errorsInSuccess: operation.errorsInSuccess === true,
    hasAnswer: answer !== undefined && !answersNothing(spec, operation),
    answer: literal(answer ?? ""),
    isUnsigned: spec.service.auth.kind === "sigv4" && !operation.signed,
    compressed: operation.compressed === true,
    nulls: keepsNulls(spec, operation),
    signed: operation.signed,
    docs: presentOperationDocs(spec, operation, facts),
  };
}

/** The root element of an XML body, where it isn't what the runtime would call it. */
function rootOf(spec: PreparedSpec, { name, xmlRoot, xmlNamespace }: Operation): string | undefined {
  const declared = declaration(xmlNamespace, undefined, spec);
  return declared === "" ? xmlRoot : (xmlRoot ?? `${name}Request`) + declared;
}

function requestPlaces(spec: PreparedSpec, operation: Operation, isDecisive: (member: Member) => boolean) {
  return placesOf(inputMembers(spec, operation), (member) => requestPlace(spec, member, isDecisive(member)));
}

function responsePlaces(spec: PreparedSpec, operation: Operation) {
  return placesOf(outputMembers(spec, operation), (member) => responsePlace(spec, member));
}

function placesOf(members: readonly Member[], placeOf: (member: Member) => Expression | undefined) {
  return members.flatMap((member) => {
    const place = placeOf(member);
    return place === undefined ? [] : [{ key: propertyKey(member.name), place }];
  });
}

/** Query protocols send the operation's own name; one that had to be renamed says what it was. */
function constantQuery({ service }: PreparedSpec, { action, name, query }: Operation): Readonly<Record<string, string>> {
  const isRenamed = /query$/.test(service.protocol) && action !== undefined && action !== name;
  return isRenamed ? { Action: action, ...query } : query;
}

/** A body that isn't JSON says what it is. */
function constantHeaders(spec: PreparedSpec, operation: Operation): Readonly<Record<string, string>> {
  const payload = inputMembers(spec, operation).find((member) => member.location.in === "payload")?.location;
  const type = payload?.in === "payload" ? payload.contentType : undefined;
  return type === undefined || /^application\/json$/i.test(type) ? operation.headers : { "content-type": type, ...operation.headers };
}

function outputExpression(operation: Operation, shapes: Shapes): Expression | undefined {
  const { output } = operation;
  if (output?.kind === "members") return shapes.changes(output.shape) ? safe(shapes.constant(output.shape)) : undefined;
  return output?.kind === "value" ? shapes.expression(output.type) : undefined;
}

/** AWS sends `null` for what is absent, but for values of maps that may be null and inside of free JSON. */
function keepsNulls(spec: PreparedSpec, { output }: Operation): boolean {
  if (!/json/.test(spec.service.protocol) || output?.kind !== "members") return false;
  const seen = new Set<ShapeName>();
  const holds = (type: Type): boolean => {
    if (type.kind === "list" || type.kind === "map") return (type.kind === "map" && type.of.nullable === true) || holds(type.of);
    if (type.kind !== "shape" || seen.has(type.name)) return type.kind === "any";
    seen.add(type.name);
    return membersOf(spec, type.name).some((member) => holds(member.type));
  };
  return holds({ kind: "shape", name: output.shape });
}

function firstSentence(markdown: string): string {
  const [paragraph = ""] = markdown.split("\n\n");
  return /^.*?[.!?](?=\s|$)/s.exec(paragraph)?.[0] ?? paragraph;
}
