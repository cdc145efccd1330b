// What the page of a service says about an operation.

import { operationFunction } from "../../../prepare/names.ts";
import type { Member, Operation, PreparedSpec, Type } from "../../../prepare/prepared-spec.ts";
import type { ExampleDocs, OperationDocs } from "../../context.ts";
import type { PackageFacts } from "../../package-facts.ts";
import { codeCell, codeSpan, jsonText, markdownBlock, markdownCell, markdownLine, webAddress, type MarkdownCell } from "../../safe/markdown.ts";
import { safe, type Expression } from "../../safe/safe.ts";
import { typeText } from "../types.ts";
import { structuresOf } from "./example-code.ts";
import { callExamples } from "./example-value.ts";
import { anchorOf, typeLine } from "./links.ts";
import { membersOf } from "./member-docs.ts";
import { callProgram } from "./programs.ts";
import { deprecationOf, firstSentence } from "./prose.ts";
import { hasOtherStatuses, responsesOf } from "./responses.ts";
import { headerName, requestContentType, responseContentType, wireHeaders } from "./wire-headers.ts";
import { programJson } from "./wire-json.ts";

export function presentOperationDocs(spec: PreparedSpec, operation: Operation, facts: PackageFacts): OperationDocs {
  const input = inputType(operation);
  const output = outputType(operation);
  const own = ownMembers(spec, input);
  const requestType = requestContentType(spec, operation, own);
  const responseType = responseContentType(spec, operation);
  return {
    anchor: anchorOf(operation.name),
    request: requestCell(operation),
    summary: markdownCell(firstSentence(operation.doc)),
    markdown: markdownBlock(operation.doc),
    hasDeprecation: operation.deprecated !== undefined,
    deprecation: markdownLine(deprecationOf(operation.deprecated)),
    hasExternalDocs: webAddress(operation.externalDocs) !== undefined,
    externalDocs: webAddress(operation.externalDocs) ?? markdownLine(""),
    methodSignature: signature(operation, input, false),
    functionSignature: signature(operation, input, true),
    examples: callExamples(spec, operation).map((example): ExampleDocs => ({
      hasTitle: example.title !== undefined,
      title: markdownLine(example.title ?? ""),
      code: callProgram(spec, facts, operation, example),
      // Bytes have no form in JSON that a program would print.
      hasAnswer: example.output !== undefined && output?.kind !== "blob",
      answer: jsonText(example.output === undefined || output === undefined ? null : programJson(spec, output, example.output)),
    })),
    input: input === undefined ? codeSpan("void") : typeLine(input, "service"),
    members: input === undefined ? [] : membersOf(spec, input, "service"),
    hasLocations: own.some((member) => member.location.in !== "body"),
    hasOutput: output !== undefined,
    output: output === undefined ? codeSpan("void") : typeLine(output, "service"),
    outputSummary: markdownLine(output?.kind === "shape" ? firstSentence(spec.shapes[output.name]?.doc ?? "") : ""),
    authorization: authorizationCell(spec, operation),
    requestContentType: requestType === undefined ? markdownCell("none") : codeCell(requestType),
    responseContentType: responseType === undefined ? markdownCell("none") : codeCell(responseType),
    wireHeaders: wireHeaders(spec, operation, own),
    responses: responsesOf(spec, operation),
    hasOtherStatuses: hasOtherStatuses(operation),
    hasErrors: operation.errors.length > 0,
  };
}

function inputType({ input }: Operation): Type | undefined {
  return input?.kind === "members" ? { kind: "shape", name: input.shape } : input?.type;
}

function outputType({ output }: Operation): Type | undefined {
  return output?.kind === "members" ? { kind: "shape", name: output.shape } : output?.type;
}

function ownMembers(spec: PreparedSpec, input: Type | undefined): readonly Member[] {
  return input === undefined ? [] : structuresOf(spec, input).flatMap((structure) => structure.members);
}

/** `POST /`, and what tells operations of the same path apart. */
function requestCell({ method, path, query, headers, action }: Operation): MarkdownCell {
  const constants = Object.entries(query).map(([name, value]) => (value === "" ? name : `${name}=${value}`));
  const parts = [
    codeCell(`${method} ${path}${constants.length === 0 ? "" : `?${constants.join("&")}`}`),
    ...(action === undefined ? [] : [codeCell(`Action=${action}`)]),
    ...Object.entries(headers).map(([name, value]) => codeCell(`${headerName(name)}: ${value}`)),
  ];
  return safe(parts.join(" · "));
}

/** With the type that carries its errors, which weaving adds to the code. */
function signature(operation: Operation, input: Type | undefined, isFunction: boolean): Expression {
  const mayBeAbsent = operation.input?.kind === "members" && !operation.input.required;
  const parameters = [
    ...(isFunction ? ["client: Client"] : []),
    ...(input === undefined ? [] : [`input${mayBeAbsent ? "?" : ""}: ${typeText(input)}`]),
    "options?: CallOptions",
  ];
  const output = outputType(operation);
  return safe(`${operationFunction(operation.name)}(${parameters.join(", ")}): Promise<${output === undefined ? "void" : typeText(output)}> & Throws<${operation.name}Error>;`);
}

function authorizationCell(spec: PreparedSpec, operation: Operation): MarkdownCell {
  const { auth } = spec.service;
  if (auth.kind === "sigv4" && operation.signed) return safe(`[AWS Signature Version 4](../README.md#credentials), signing name ${codeCell(auth.signingName)}`);
  if (auth.kind === "headers") return markdownCell("what the document asks for, sent by the option `headers`");
  return markdownCell("none");
}
