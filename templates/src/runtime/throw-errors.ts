// Answers of failure → exceptions.

import type { Call, Exchange, HttpResponse, Layer } from "./call.ts";
import { retryReason } from "./classify.ts";
import { type CallError, RedirectError, ServiceException } from "./errors.ts";
import { textOf } from "./json.ts";
import { requestIdOf } from "./metadata.ts";
import type { AnyOperation, ErrorCase, ServiceExceptionClass } from "./operation.ts";
import { redactor } from "./redact.ts";

/** Throws the operation's own exceptions, or the service's base exception for failures that the document lacks. */
export function throwErrors(Base: ServiceExceptionClass): Layer {
  return (next) => async (call) => {
    const exchange = await next(call);
    if (isFailure(exchange.response)) throw exceptionOf(call, exchange, Base);
    return exchange;
  };
}

/** Whether an answer is anything but a success. */
export function isFailure({ status }: HttpResponse): boolean {
  return status < 200 || status > 299;
}

/** The exception for an answer of failure. */
export function exceptionOf({ operation }: Call, { request, response }: Exchange, Base: ServiceExceptionClass = ServiceException): CallError {
  const { status, headers, body } = response;
  const redact = redactor(request);
  const location = headers["location"];
  if (status > 299 && status < 400 && status !== 304 && (location || !body.length)) {
    const base = `${request.protocol}//${request.host}`;
    // Without its query, which may hold a signature.
    const { origin, pathname } = new URL(location && URL.canParse(location, base) ? location : "?", base);
    const target = location ? redact(origin + pathname) : "elsewhere";
    return new RedirectError({ message: `HTTP ${status} points to ${target}, and redirects are not followed` });
  }

  const failure = operation.protocol.failure(operation, response);
  const { code } = failure;
  const documented = caseOf(operation, code, status);
  const excerpt = excerptOf(response, redact);
  const message = failure.message ? redact(failure.message).slice(0, 2_000) : code && !documented ? code : excerpt || "the answer says nothing more";
  return new (documented?.type ?? Base)({
    message,
    code,
    status,
    excerpt,
    requestId: requestIdOf(headers) ?? failure.requestId,
    retryable: retryReason(operation, response, code) !== undefined,
    fields: redact(failure.fields),
    members: redact(failure.read(documented?.shape)),
  });
}

/** How the body begins, on one line. */
export function excerptOf({ body }: HttpResponse, redact: (text: string) => string): string {
  const text = redact(textOf(body.subarray(0, 8_192))).replace(/\s+/g, " ").trim();
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** The name on the wire decides first, then the documented status, then its class. */
function caseOf({ errors = [] }: AnyOperation, code: string | undefined, status: number): ErrorCase | undefined {
  const named = code && errors.find((documented) => documented.code === code);
  if (named) return named;
  // A name that the document lacks is another failure than those it names, whatever their statuses.
  const unnamed = errors.filter((documented) => !code || !documented.code);
  return [status, Math.floor(status / 100), 0].map((wanted) => unnamed.find((documented) => documented.status === wanted)).find(Boolean);
}
