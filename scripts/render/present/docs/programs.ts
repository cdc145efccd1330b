// Writes the complete programs that the pages show: what a user would type, with every import.

import { isObject } from "../../../json.ts";
import { operationFunction } from "../../../prepare/names.ts";
import type { Operation, PreparedSpec, ShapeName, Type } from "../../../prepare/prepared-spec.ts";
import type { CallDocs } from "../../context.ts";
import type { PackageFacts } from "../../package-facts.ts";
import { identifier, literal, objectLiteral } from "../../safe/code.ts";
import { visible } from "../../safe/visible.ts";
import { safe, type CommentLine, type Expression, type Literal } from "../../safe/safe.ts";
import { wrapped } from "../../safe/wrap.ts";
import { pagedOperations } from "../pages.ts";
import { waiters } from "../waits.ts";
import { exampleCode } from "./example-code.ts";
import { callExamples, madeUp, type CallExample } from "./example-value.ts";
import { anchorOf } from "./links.ts";
import { firstSentence } from "./prose.ts";

// ------------------------------------------------------------------------------------------------------ the client

/** What every client of the service needs: `region: "us-east-1"`. */
export function clientOptions({ service }: PreparedSpec): readonly (readonly [string, Expression | Literal])[] {
  const { auth, endpoints } = service;
  const [endpoint] = endpoints;
  const address = endpoints.find(({ partition }) => partition === "default" || partition === "aws");
  const regional = endpoints.some(({ url }) => url.includes("{region}"));
  return [
    ...(regional || auth.kind === "sigv4" ? [["region", literal(endpoint?.defaultRegion ?? endpoint?.regions[0] ?? "us-east-1")] as const] : []),
    ...(/^https?:\/\/[^{}]+$/.test(address?.url.replaceAll("{region}", "") ?? "") ? [] : [["endpoint", literal("https://api.example.com")] as const]),
    ...callerHeaders(auth),
  ];
}

function callerHeaders(auth: PreparedSpec["service"]["auth"]): readonly (readonly [string, Expression])[] {
  if (auth.kind !== "headers") return [];
  const [scheme] = Object.values(auth.schemes);
  const facts = isObject(scheme) ? scheme : {};
  if (facts["type"] === "apiKey") {
    return facts["in"] === "header" && typeof facts["name"] === "string" ? [["headers", safe(`{ ${literal(facts["name"])}: process.env["API_KEY"] ?? "" }`)]] : [];
  }
  return [["headers", safe(`{ authorization: \`${facts["scheme"] === "basic" ? "Basic" : "Bearer"} \${process.env["API_TOKEN"] ?? ""}\` }`)]];
}

/** `new MarketplaceMeteringClient({ region: "us-east-1" })` */
export function newClient(spec: PreparedSpec): Expression {
  return safe(`new ${identifier(`${spec.service.name}Client`)}(${objectLiteral(clientOptions(spec)) ?? "{}"})`);
}

// -------------------------------------------------------------------------------------------------------- one call

/** The parts of a call. */
export function callDocs(spec: PreparedSpec, operation: Operation, example: CallExample): CallDocs {
  const [caught] = tellingExceptions(spec, operation);
  return {
    functionName: identifier(operationFunction(operation.name)),
    anchor: anchorOf(operation.name),
    arguments: argumentsOf(spec, operation, example, 0),
    argumentsAnd: followed(operation, argumentsOf(spec, operation, example, 0)),
    argumentsInside: argumentsOf(spec, operation, example, 2),
    argumentsAndInside: followed(operation, argumentsOf(spec, operation, example, 2)),
    hasInput: operation.input !== undefined,
    hasOutput: operation.output !== undefined,
    errorType: identifier(`${operation.name}Error`),
    hasCaught: caught !== undefined,
    caught: identifier(caught ?? "CallError"),
    caughtLiteral: literal(caught ?? ""),
    caughtWhen: caught === undefined ? [] : remark(spec.exceptions[caught]?.doc ?? "", 0),
  };
}

function argumentsOf(spec: PreparedSpec, { name, input }: Operation, example: CallExample, indent: number): Expression {
  if (input === undefined) return safe("");
  const value = example.input ?? {};
  const isEmpty = input.kind === "members" && !input.required && typeof value === "object" && value !== null && Object.keys(value).length === 0;
  const type: Type = input.kind === "members" ? { kind: "shape", name: input.shape } : input.type;
  return isEmpty ? safe("") : exampleCode(spec, type, value, indent, name.length + 24);
}

/** With a comma, where something comes next; an input that may be left out is an empty one then. */
function followed({ input }: Operation, argument: Expression): Expression {
  return input === undefined ? safe("") : safe(`${argument === "" ? "{}" : argument}, `);
}

/** The example call with the shortest input, for pages about something else. */
export function smallestCall(spec: PreparedSpec, operations: readonly Operation[]): { readonly operation: Operation; readonly example: CallExample } | undefined {
  const calls = operations.flatMap((operation) => callExamples(spec, operation).slice(0, 1).map((example) => ({ operation, example, size: JSON.stringify(example.input ?? "").length + sizeOfKind(operation) })));
  return calls.sort((left, right) => left.size - right.size)[0];
}

/** What harms nobody is shown rather than what deletes, and what the document has an example for rather than what is made up. */
function sizeOfKind({ name, method, examples, deprecated, errors, output }: Operation): number {
  const harms = method === "DELETE" || /^(Cancel|Delete|Deregister|Detach|Disable|Disassociate|Purge|Reject|Remove|Reset|Revoke|Stop|Terminate)/.test(name);
  return (harms ? 1_000 : 0) + (examples.length === 0 ? 200 : 0) + (deprecated === undefined ? 0 : 10_000) + (errors.length === 0 ? 100 : 0) + (output === undefined ? 500 : 0);
}

// -------------------------------------------------------------------------------------------------------- programs

/** A call with everything around it. */
export function callProgram(spec: PreparedSpec, facts: PackageFacts, operation: Operation, example: CallExample): Expression {
  const base = `${spec.service.name}Exception`;
  const caught = tellingExceptions(spec, operation).slice(0, 2);
  const call = `await client.${operationFunction(operation.name)}(${argumentsOf(spec, operation, example, 2)});`;
  return safe([
    importLine([`${spec.service.name}Client`, base, ...caught], facts),
    "",
    `const client = ${newClient(spec)};`,
    "",
    "try {",
    ...(operation.output === undefined ? [`  ${call}`, `  console.log("done");`] : [`  const result = ${call}`, "  console.log(result);"]),
    "} catch (error) {",
    ...caught.flatMap((name, index) => [
      `  ${index === 0 ? "if" : "} else if"} (error instanceof ${identifier(name)}) {`,
      ...remark(spec.exceptions[name]?.doc ?? "", 4),
      `    console.error(error.message);`,
    ]),
    `  ${caught.length === 0 ? "if" : "} else if"} (error instanceof ${identifier(base)}) {`,
    "    // Any other answer of failure.",
    "    console.error(error.name, error.status, error.requestId);",
    "  } else {",
    "    throw error;",
    "  }",
    "}",
  ].join("\n"));
}

/** A call that catches one exception. */
export function catchProgram(spec: PreparedSpec, facts: PackageFacts, exception: ShapeName): Expression | undefined {
  const thrower = smallestCall(spec, spec.operations.filter((operation) => operation.errors.some((error) => error.exception === exception)));
  if (thrower === undefined) return undefined;
  const { operation, example } = thrower;
  return safe([
    importLine([`${spec.service.name}Client`, exception], facts),
    "",
    `const client = ${newClient(spec)};`,
    "",
    "try {",
    `  await client.${operationFunction(operation.name)}(${argumentsOf(spec, operation, example, 2)});`,
    "} catch (error) {",
    `  if (!(error instanceof ${identifier(exception)})) throw error;`,
    "  console.error(error.message, error.status, error.requestId, error.retryable);",
    "}",
  ].join("\n"));
}

/** A loop over pages, and one over what is on them; of the operation with the shortest input. */
export function pagesProgram(spec: PreparedSpec, facts: PackageFacts): Expression | undefined {
  const paged = pagedOperations(spec);
  const shortest = smallestCall(spec, paged.map(({ operation }) => operation));
  const found = paged.find(({ operation }) => operation === shortest?.operation);
  if (shortest === undefined || found === undefined) return undefined;
  const { functionName, hasItems } = found.view;
  const call = `${functionName}(client${preceded(argumentsOf(spec, shortest.operation, shortest.example, 0))})`;
  return safe([
    importLine([`${spec.service.name}Client`, functionName], facts),
    "",
    `const client = ${newClient(spec)};`,
    "",
    `for await (const page of ${call}) {`,
    "  console.log(page);",
    "}",
    ...(hasItems ? ["", `for await (const item of ${call}.items()) {`, "  console.log(item);", "}"] : []),
  ].join("\n"));
}

/** A wait with its end; for what can be asked with the shortest input. */
export function waitProgram(spec: PreparedSpec, facts: PackageFacts): Expression | undefined {
  const waited = waiters(spec);
  const shortest = smallestCall(spec, waited.map(({ operation }) => operation));
  const found = waited.find(({ operation }) => operation === shortest?.operation);
  if (shortest === undefined || found === undefined) return undefined;
  const { functionName, hasInput } = found.view;
  const input = argumentsOf(spec, shortest.operation, shortest.example, 2);
  return safe([
    importLine([`${spec.service.name}Client`, functionName, "WaitError"], facts),
    "",
    `const client = ${newClient(spec)};`,
    "",
    "try {",
    `  await ${functionName}(client${hasInput ? preceded(input === "" ? "{}" : input) : ""}, { maxWaitMs: 300_000 });`,
    "} catch (error) {",
    "  if (!(error instanceof WaitError)) throw error;",
    "  // It can't come about any more.",
    "  console.error(error.message);",
    "}",
  ].join("\n"));
}

/** With a comma, where something comes before. */
const preceded = (argument: string): string => (argument === "" ? "" : `, ${argument}`);

/** A value of a model. */
export function valueProgram(spec: PreparedSpec, facts: PackageFacts, name: ShapeName, example: ReturnType<typeof madeUp>): Expression | undefined {
  const shape = spec.shapes[name];
  const start = `export const example: ${identifier(name)} = `;
  if (shape?.kind === "enumeration") {
    const [first] = shape.values;
    return first === undefined ? undefined : safe([importLine([name], facts), "", `${start}${name}.${identifier(first.name)};`].join("\n"));
  }
  const value = example ?? madeUp(spec, { kind: "shape", name });
  return value === undefined ? undefined : safe([importLine([name], facts, "type"), "", `${start}${exampleCode(spec, { kind: "shape", name }, value, 0, start.length)};`].join("\n"));
}

function importLine(names: readonly string[], facts: PackageFacts, kind: "type" | "value" = "value"): string {
  const sorted = [...new Set(names)].sort().map(identifier);
  const start = kind === "type" ? "import type" : "import";
  const line = `${start} { ${sorted.join(", ")} } from ${literal(facts.name)};`;
  return line.length <= 110 ? line : [`${start} {`, ...sorted.map((name) => `  ${name},`), `} from ${literal(facts.name)};`].join("\n");
}

/** What an exception says, as a comment. */
function remark(markdown: string, indent: number): readonly CommentLine[] {
  const margin = " ".repeat(indent);
  return wrapped(visible(firstSentence(markdown)).replace(/\s+/g, " "), 96 - indent).map((line) => safe<"comment">(`${margin}// ${line}`));
}

/** Exceptions that say something about this operation rather than about all of them: those that few operations throw, and whose cause the caller can remove. */
function tellingExceptions(spec: PreparedSpec, operation: Operation): readonly ShapeName[] {
  const counts = throwers(spec);
  const own = operation.errors.filter((error) => error.fault === "client" && error.retryable === undefined);
  const names = [...new Set((own.length > 0 ? own : operation.errors).map((error) => error.exception))];
  return names.map((name, index) => ({ name, index, count: counts.get(name) ?? 0 })).sort((left, right) => left.count - right.count || left.index - right.index).map(({ name }) => name);
}

const counted = new WeakMap<PreparedSpec, ReadonlyMap<ShapeName, number>>();

function throwers(spec: PreparedSpec): ReadonlyMap<ShapeName, number> {
  const known = counted.get(spec);
  if (known !== undefined) return known;
  const counts = new Map<ShapeName, number>();
  for (const { errors } of spec.operations) for (const name of new Set(errors.map((error) => error.exception))) counts.set(name, (counts.get(name) ?? 0) + 1);
  counted.set(spec, counts);
  return counts;
}
