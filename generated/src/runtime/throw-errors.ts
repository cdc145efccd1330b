// Answers of failure → exceptions.

import type { Call, Exchange, HttpResponse, Layer } from "./call.ts";
import { caseNamed, retryReason } from "./classify.ts";
import { type CallError, RedirectError, ServiceException } from "./errors.ts";
import { textOf } from "./json.ts";
import { requestIdOf } from "./metadata.ts";
import type { AnyOperation, ErrorCase, ServiceExceptionClass } from "./operation.ts";
import { withoutSecrets } from "./redact.ts";

/** Throws the operation's own exceptions, or the service's base exception for failures that the document lacks. */
export function throwErrors(Base: ServiceExceptionClass = ServiceException): Layer {
  return (next) => async (call) => {
    const exchange = await next(call);
    if (isFailure(exchange)) throw exceptionOf(call, exchange, Base);
    return exchange;
  };
}

/** Whether an answer is anything but a success. */
export function isFailure({ response: { status } }: Exchange): boolean {
  return status < 200 || status > 299;
}

/** The exception for an answer of failure. */
function exceptionOf({ operation }: Call, exchange: Exchange, Base: ServiceExceptionClass): CallError {
  const response = withoutSecrets(exchange);
  const facts = factsOf(response);
  const { status, excerpt } = facts;
  const { location } = response.headers;
  if (status < 400 && (location || !excerpt) && status !== 304) {
    // Without its query, which may hold a signature.
    const target = location?.replace(/[?#].*/s, "") ?? "elsewhere";
    return new RedirectError({ ...facts, message: `the answer points to ${target}, and redirects are not followed` });
  }

  const { code, message, requestId, fields, read } = operation.protocol.failure(operation, response);
  const documented = caseOf(operation, code, status);
  let members = fields;
  try {
    members = read(documented?.shape);
  } catch {
    // Better the members as received than another failure.
  }
  return new (documented?.type ?? Base)({
    ...facts,
    requestId: facts.requestId ?? requestId,
    message: message?.slice(0, 2_000) || excerpt || "the answer is empty",
    code,
    retryable: !!retryReason(operation, exchange, code),
    fields,
    members,
  });
}

/** What an error tells about an answer: its status, its id, and how its body begins, on one line without control characters. */
export function factsOf(response: HttpResponse): { readonly status: number; readonly requestId: string | undefined; readonly excerpt: string } {
  const excerpt = textOf(response.body.subarray(0, 2_000)).replace(/[\s\0-\x1f\x7f-\x9f]+/g, " ").trim().replace(/^(.{200}).+/, "$1…");
  return { status: response.status, requestId: requestIdOf(response), excerpt };
}

/** The name on the wire decides first, then the documented status, then its class. */
function caseOf(operation: AnyOperation, code: string | undefined, status: number): ErrorCase | undefined {
  const { errors = [] } = operation;
  // A name that the document lacks is another failure than those it names, whatever their statuses.
  const rest = errors.filter((documented) => !code || !documented.code);
  const byStatus = (wanted: number): ErrorCase | undefined => rest.find((documented) => documented.status === wanted);
  return caseNamed(operation, status, code) ?? byStatus(status) ?? byStatus(Math.floor(status / 100)) ?? byStatus(0);
}
