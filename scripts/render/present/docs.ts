// What the documentation pages print.

import type { ExceptionShape, Member, Operation, PreparedSpec, Shape, ShapeName } from "../../prepare/prepared-spec.ts";
import type { MemberDocs, ModelDocs, OperationDocs, PackageDocs } from "../context.ts";
import type { PackageFacts } from "../package-facts.ts";
import { identifier } from "../safe/code.ts";
import { codeSpan, jsonText, markdownBlock, markdownLine } from "../safe/markdown.ts";
import { safe } from "../safe/safe.ts";

export function presentPackageDocs(spec: PreparedSpec, facts: PackageFacts): PackageDocs {
  return {
    hasExternalDocs: spec.service.externalDocs !== undefined,
    externalDocs: markdownLine(spec.service.externalDocs?.url ?? ""),
    endpoints: spec.service.endpoints.map((endpoint) => ({ partition: codeSpan(endpoint.partition), url: codeSpan(endpoint.url), regions: markdownLine(endpoint.regions.join(", ")) })),
    authorization: markdownLine(""),
    first: identifier(spec.operations[0]?.name ?? "Nothing"),
    license: markdownLine(facts.license),
  };
}

export function presentModelDocs(_spec: PreparedSpec, _name: ShapeName, shape: Shape | ExceptionShape): ModelDocs {
  return { markdown: markdownBlock(shape.doc), kind: markdownLine(shape.kind), example: jsonText(null), hasExample: false, values: [], variants: [], usedBy: [] };
}

export function presentMemberDocs(_spec: PreparedSpec, member: Member): MemberDocs {
  const line = markdownLine;
  return { name: codeSpan(member.name), type: line(""), description: line(member.doc), constraints: line(""), required: line(member.required ? "yes" : "no"), location: line("") };
}

export function presentOperationDocs(_spec: PreparedSpec, operation: Operation, _facts: PackageFacts): OperationDocs {
  const line = markdownLine;
  return {
    request: codeSpan(`${operation.method} ${operation.path}`), summary: line(""), markdown: markdownBlock(operation.doc), signature: safe(""), example: safe(""), examples: [],
    members: [], inputLink: line(""), outputLink: line(""), authorization: line(""), requestContentType: line(""), responseContentType: line(""), wireHeaders: [], responses: [],
  };
}
