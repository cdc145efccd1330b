// What templates need for functions that give page after page.

import { operationFunction } from "../../prepare/names.ts";
import { parsePath } from "../../prepare/member-path.ts";
import type { Operation, Pagination, PreparedSpec, Type } from "../../prepare/prepared-spec.ts";
import type { PagesView } from "../context.ts";
import { identifier, propertyKey } from "../safe/code.ts";
import { safe, type Expression } from "../safe/safe.ts";
import { pathCode, type Value } from "./path-code.ts";
import { shapesIn, typeText } from "./types.ts";

export interface Paged {
  readonly operation: Operation;
  readonly view: PagesView;
  /** What the page and its items are called. */
  readonly models: readonly string[];
}

/** The operations whose pages can be told, by name. */
export function pagedOperations(spec: PreparedSpec): readonly Paged[] {
  const taken = new Set(spec.operations.map((operation) => operationFunction(operation.name)));
  return spec.operations.flatMap((operation) => pagesOf(spec, operation, taken) ?? []).sort((left, right) => (left.view.functionName < right.view.functionName ? -1 : 1));
}

function pagesOf(spec: PreparedSpec, operation: Operation, taken: ReadonlySet<string>): Paged | undefined {
  const { pagination, input, output } = operation;
  if (pagination === undefined || input?.kind !== "members" || output?.kind !== "members") return undefined;
  const page: Value = { code: "page", type: { kind: "shape", name: output.shape }, optional: false };
  const tokens = tokensOf(spec, pagination, input.shape, page);
  const more = pagination.moreResults === undefined ? undefined : codeOf(spec, pagination.moreResults, page);
  if (tokens === undefined || (pagination.moreResults !== undefined && more === undefined)) return undefined;
  const [first] = pagination.results;
  const items = first === undefined ? undefined : codeOf(spec, first, page);
  const item: Type | undefined = items?.type.kind === "list" ? items.type.of : undefined;
  const plain = `paginate${operation.name}`;
  const functionName = taken.has(plain) ? `${plain}Pages` : plain;
  return {
    operation,
    models: [input.shape, output.shape, ...(item === undefined ? [] : shapesIn(item))],
    view: {
      functionName: identifier(functionName),
      constant: identifier(`${functionName.replace(/^paginate/, "pagesOf")}`),
      operationFunction: identifier(operationFunction(operation.name)),
      nameLiteral: safe(operation.name),
      inputType: safe(identifier(input.shape)),
      inputOptional: !input.required,
      pageType: safe(identifier(output.shape)),
      hasItems: item !== undefined,
      itemType: item === undefined ? safe("never") : typeText(item),
      tokens,
      hasMore: more !== undefined,
      more: safe(more?.code ?? ""),
      items: safe(items?.code ?? ""),
    },
  };
}

/** The members of the next input, each with what the page says for it. */
function tokensOf(spec: PreparedSpec, { inputTokens, outputTokens }: Pagination, input: string, page: Value): Expression | undefined {
  const shape = spec.shapes[input];
  const known = new Set(shape?.kind === "structure" ? shape.members.map((member) => member.name) : []);
  const entries = inputTokens.map((name, index) => {
    const token = codeOf(spec, outputTokens[index] ?? "", page);
    return token === undefined || !known.has(name) ? undefined : `${propertyKey(name)}: ${token.code}`;
  });
  return entries.includes(undefined) ? undefined : safe(`{ ${entries.join(", ")} }`);
}

function codeOf(spec: PreparedSpec, text: string, page: Value): Value | undefined {
  const path = parsePath(text);
  return path === undefined ? undefined : pathCode(spec, path, page);
}
