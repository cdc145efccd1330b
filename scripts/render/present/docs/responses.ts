// Says of every documented answer how it really arrives, what it becomes, and whether the client tries again.

import type { ErrorCase, Operation, PreparedSpec, Protocol } from "../../../prepare/prepared-spec.ts";
import type { ResponseDocs } from "../../context.ts";
import { codeCell, markdownCell, type MarkdownCell } from "../../safe/markdown.ts";
import { safe } from "../../safe/safe.ts";
import { modelCell, typeCell, type Page } from "./links.ts";
import { firstSentence } from "./prose.ts";

/** A row for each documented status. */
export function responsesOf(spec: PreparedSpec, operation: Operation): readonly ResponseDocs[] {
  return [
    ...operation.successStatuses.map((status) => ({
      status: codeCell(String(status)),
      arrives: markdownCell(`HTTP ${status}`),
      type: outputCell(operation, "service"),
      description: markdownCell(operation.output === undefined ? "Success, without an answer" : "Success"),
      retried: markdownCell("–"),
    })),
    ...operation.errors.map((error) => ({
      status: statusCell(error),
      arrives: arrivesCell(spec, error),
      type: modelCell(error.exception, "service"),
      description: markdownCell(firstSentence(error.doc) || firstSentence(spec.exceptions[error.exception]?.doc ?? "")),
      retried: retriedCell(error),
    })),
  ];
}

export function outputCell({ output }: Operation, page: Page): MarkdownCell {
  if (output === undefined) return codeCell("void");
  return output.kind === "members" ? modelCell(output.shape, page) : typeCell(output.type, page);
}

/** As the document has it. */
export function statusCell({ documentedStatus }: ErrorCase): MarkdownCell {
  if (documentedStatus === 0) return codeCell("default");
  return codeCell(documentedStatus < 10 ? `${documentedStatus}XX` : String(documentedStatus));
}

/** Where protocols put the name of a failure. */
const namePlaces: Readonly<Record<Protocol, string>> = {
  "aws-json-1.0": "`__type`", "aws-json-1.1": "`__type`", "rest-json": "`x-amzn-errortype`",
  "aws-query": "`<Code>`", "ec2-query": "`<Code>`", "rest-xml": "`<Code>`", rest: "`code`",
};

/** The status that a server really sends, and where the exception's name stands. */
export function arrivesCell(spec: PreparedSpec, error: ErrorCase): MarkdownCell {
  const name = error.code === undefined ? "" : `, ${namePlaces[spec.service.protocol]} ${codeCell(error.code)}`;
  return safe(`${arrivingStatus(error)}${name}`);
}

/** `HTTP 400` */
export function arrivingStatus(error: ErrorCase): string {
  if (error.status !== undefined) return `HTTP ${error.status}`;
  if (error.documentedStatus === 0) return "any other status";
  if (error.documentedStatus < 10) return `HTTP ${error.documentedStatus}xx`;
  // Nobody knows more than the document; a name on the wire is worth more than a status that a converter may have made up.
  return error.code === undefined ? `HTTP ${error.documentedStatus}` : error.fault === "server" ? "HTTP 5xx" : "HTTP 4xx";
}

/** As the client does it: what the document says, and what the statuses mean by themselves. */
export function retriedCell({ retryable, status, fault }: ErrorCase): MarkdownCell {
  const reason = retryable ?? (status === 429 ? "throttling" : status !== undefined && passing.includes(status) ? "transient" : undefined);
  if (reason !== undefined) return markdownCell(`yes, ${reason}`);
  return markdownCell(fault === "server" && status === undefined ? `if it is ${passing.join(", ")}` : "no");
}

/** Statuses that say that the next attempt may succeed. */
const passing: readonly number[] = [500, 502, 503, 504];

/** Whether a reader who trusts the document would wait for statuses that never come. */
export function hasOtherStatuses({ errors }: Operation): boolean {
  return errors.some((error) => error.code !== undefined && error.status !== error.documentedStatus);
}
