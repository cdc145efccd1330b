// What the page of a model or an exception says.

import type { ExceptionShape, Member, PreparedSpec, Shape, ShapeName, Type, Union } from "../../../prepare/prepared-spec.ts";
import type { MemberDocs, ModelDocs } from "../../context.ts";
import type { PackageFacts } from "../../package-facts.ts";
import { codeCell, codeSpan, jsonText, markdownBlock, markdownCell, markdownLine, webAddress, type MarkdownCell } from "../../safe/markdown.ts";
import { safe, type MarkdownLine } from "../../safe/safe.ts";
import { guardsOf } from "../guards.ts";
import { structuresOf } from "./example-code.ts";
import { fits } from "./example-value.ts";
import { modelLine, operationCell, operationLine, typeCell, typeLine } from "./links.ts";
import { memberDocs, membersOf } from "./member-docs.ts";
import { catchProgram, valueProgram } from "./programs.ts";
import { deprecationOf, firstSentence } from "./prose.ts";
import { arrivesCell, arrivingStatus, retriedCell, statusCell } from "./responses.ts";
import { isWholeBody, usageOf, type Usage } from "./usage.ts";
import { wireJson } from "./wire-json.ts";

export function presentModelDocs(spec: PreparedSpec, facts: PackageFacts, name: ShapeName, shape: Shape | ExceptionShape): ModelDocs {
  const type: Type = { kind: "shape", name };
  const usage = usageOf(spec, name);
  const members = "members" in shape ? shape.members : structuresOf(spec, type).flatMap((structure) => structure.members);
  const given = shape.kind === "exception" ? undefined : [shape.example, usage.example].find((value) => fits(spec, type, value));
  const example = shape.kind === "exception" ? catchProgram(spec, facts, name) : valueProgram(spec, facts, name, given);
  const isJson = /json|^rest$/.test(spec.service.protocol) && isWholeBody(members) && shape.kind !== "enumeration";
  return {
    summary: markdownCell(firstSentence(shape.doc)),
    markdown: markdownBlock(shape.doc),
    hasDeprecation: shape.deprecated !== undefined,
    deprecation: markdownLine(deprecationOf(shape.deprecated)),
    hasExternalDocs: webAddress(shape.externalDocs) !== undefined,
    externalDocs: webAddress(shape.externalDocs) ?? markdownLine(""),
    hasLocations: !isWholeBody(members),
    values: shape.kind === "enumeration" ? shape.values.map((value) => ({ name: codeCell(`${name}.${value.name}`), value: codeCell(JSON.stringify(value.value)) })) : [],
    ...presentVariants(spec, name, shape),
    members: shape.kind === "union" ? membersOf(spec, type, "model") : [],
    usedBy: usedBy(spec, usage),
    hasExample: example !== undefined,
    example: example ?? safe(""),
    hasJson: isJson && given !== undefined,
    json: jsonText(given === undefined ? null : wireJson(spec, type, given)),
    ...presentThrowing(spec, name, shape, usage),
  };
}

export function presentMemberDocs(_spec: PreparedSpec, member: Member): MemberDocs {
  return memberDocs(member, "model");
}

function presentVariants(spec: PreparedSpec, name: ShapeName, shape: Shape | ExceptionShape) {
  if (shape.kind !== "union") return { variants: [], hasGuards: false, hasDiscriminator: false, discriminator: markdownLine("") };
  const guards = new Map(guardsOf(spec, name).map((guard) => [String(guard.variant), guard]));
  const variants = shape.variants.map((variant) => {
    const guard = variant.kind === "shape" ? guards.get(variant.name) : undefined;
    return {
      type: typeCell(variant, "model"),
      description: markdownCell(variant.kind === "shape" ? firstSentence(spec.shapes[variant.name]?.doc ?? "") : ""),
      guard: guard === undefined ? markdownCell("–") : codeCell(`${guard.functionName}(value)`),
      condition: guard === undefined ? markdownCell(otherwise(shape, variant)) : codeCell(guard.condition),
    };
  });
  return { variants, hasGuards: guards.size > 0, hasDiscriminator: shape.discriminator !== undefined, discriminator: codeSpan(shape.discriminator?.member ?? "") };
}

/** How a variant without a guard is known. */
function otherwise({ discriminator }: Union, variant: Type): string {
  const value = variant.kind === "shape" ? Object.entries(discriminator?.mapping ?? {}).find(([, name]) => name === variant.name)?.[0] : undefined;
  if (discriminator !== undefined && value !== undefined) return `\`${discriminator.member}\` is \`${JSON.stringify(value)}\``;
  if (variant.kind === "string") return '`typeof value === "string"`';
  if (variant.kind === "integer" || variant.kind === "number") return '`typeof value === "number"`';
  if (variant.kind === "boolean") return '`typeof value === "boolean"`';
  return variant.kind === "list" ? "`Array.isArray(value)`" : "by its members";
}

function presentThrowing(spec: PreparedSpec, name: ShapeName, shape: Shape | ExceptionShape, usage: Usage) {
  const cases = usage.thrownBy.flatMap((operation) => operation.errors.filter((error) => error.exception === name).map((error) => ({ operation, error })));
  const body = shape.kind === "exception" ? shape.body : undefined;
  return {
    thrownBy: cases.map(({ operation, error }) => ({
      operation: operationCell(spec, operation.name, "model"),
      status: statusCell(error),
      arrives: arrivesCell(spec, error),
      retried: retriedCell(error),
    })),
    isServerFault: shape.kind === "exception" && shape.fault === "server",
    statuses: distinct(cases.map(({ error }) => markdownCell(arrivingStatus(error)))),
    retried: distinct(cases.map(({ error }) => retriedCell(error))),
    hasBody: body !== undefined,
    body: body === undefined ? markdownLine("") : typeLine(body, "model"),
  };
}

function distinct(cells: readonly MarkdownCell[]): MarkdownCell {
  return safe([...new Set(cells)].join(", ") || "–");
}

/** At most so many operations are listed; others are counted. */
const most = 12;

function usedBy(spec: PreparedSpec, { takenBy, givenBy, insideInputs, insideOutputs, parts }: Usage): readonly MarkdownLine[] {
  const some = (operations: readonly { readonly name: string }[]) => {
    const links = operations.slice(0, most).map((operation) => operationLine(spec, operation.name, "model"));
    return operations.length > most ? `${links.join(", ")} and ${operations.length - most} more` : links.join(", ");
  };
  const members = parts.slice(0, most).map(({ shape, member }) => (member === undefined ? `a form of ${modelLine(shape, "model")}` : `${codeSpan(member)} of ${modelLine(shape, "model")}`));
  return [
    ...(takenBy.length === 0 ? [] : [safe<"markdown-line">(`Taken by ${some(takenBy)}`)]),
    ...(givenBy.length === 0 ? [] : [safe<"markdown-line">(`Given by ${some(givenBy)}`)]),
    ...(insideInputs.length === 0 ? [] : [safe<"markdown-line">(`Inside of what is taken by ${some(insideInputs)}`)]),
    ...(insideOutputs.length === 0 ? [] : [safe<"markdown-line">(`Inside of what is given by ${some(insideOutputs)}`)]),
    ...members.map((text) => safe<"markdown-line">(text.replace(/^a /, "A "))),
    ...(parts.length > most ? [safe<"markdown-line">(`And ${parts.length - most} more`)] : []),
  ];
}
