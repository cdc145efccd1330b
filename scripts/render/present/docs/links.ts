// Says where pages and their sections lie, seen from the page that a link stands on.

import { operationFunction } from "../../../prepare/names.ts";
import type { PreparedSpec, ShapeName, Type } from "../../../prepare/prepared-spec.ts";
import { codeCell, codeSpan, linkTo, type MarkdownCell } from "../../safe/markdown.ts";
import { safe, type FileName, type MarkdownLine } from "../../safe/safe.ts";
import { shapesIn, typeText } from "../types.ts";

/** The kinds of page: the service's, and those of models beside one another. */
export type Page = "service" | "model";

const models: Readonly<Record<Page, string>> = { service: "models/", model: "" };

/** Where the section of an operation begins, in the page of its service. Readers of Markdown make it from the heading. */
export function anchorOf(operation: string): FileName {
  return safe(operationFunction(operation).toLowerCase());
}

export function operationAddress(spec: PreparedSpec, operation: string, page: Page): string {
  return `${page === "service" ? "" : `../${spec.service.name}.md`}#${anchorOf(operation)}`;
}

/** `batchMeterUsage`, linked. */
export function operationCell(spec: PreparedSpec, operation: string, page: Page): MarkdownCell {
  return linkTo(codeCell(operationFunction(operation)), operationAddress(spec, operation, page));
}

export function operationLine(spec: PreparedSpec, operation: string, page: Page): MarkdownLine {
  return linkTo(codeSpan(operationFunction(operation)), operationAddress(spec, operation, page));
}

export function modelCell(name: ShapeName, page: Page): MarkdownCell {
  return linkTo(codeCell(name), `${models[page]}${name}.md`);
}

export function modelLine(name: ShapeName, page: Page): MarkdownLine {
  return linkTo(codeSpan(name), `${models[page]}${name}.md`);
}

/** A type as TypeScript has it, linked to the model that it mentions. */
export function typeCell(type: Type, page: Page): MarkdownCell {
  const [shape] = shapesIn(type);
  const text = codeCell(typeText(type));
  return shape === undefined ? text : linkTo(text, `${models[page]}${shape}.md`);
}

export function typeLine(type: Type, page: Page): MarkdownLine {
  const [shape] = shapesIn(type);
  const text = codeSpan(typeText(type));
  return shape === undefined ? text : linkTo(text, `${models[page]}${shape}.md`);
}
