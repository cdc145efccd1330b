// Answers of failure → exceptions.

import type { Call, Exchange, HttpResponse, Layer } from "./call.ts";
import { classify } from "./classify.ts";
import { type CallError, RedirectError, ServiceException } from "./errors.ts";
import { textOf } from "./json.ts";
import { requestIdOf } from "./metadata.ts";
import type { ServiceExceptionClass } from "./operation.ts";
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
  return !/^2/.test(`${status}`);
}

/** The exception for an answer of failure. */
function exceptionOf({ operation }: Call, exchange: Exchange, Base: ServiceExceptionClass): CallError {
  const response = withoutSecrets(exchange);
  const facts = factsOf(response);
  const { status, excerpt } = facts;
  const { location = "" } = response.headers;
  if (status < 400 && (location || !excerpt) && status !== 304) {
    // Without its query, which may hold a signature.
    return new RedirectError({ ...facts, message: `redirected to "${location.replace(/[?#].*/s, "")}"` });
  }

  const { failure, documented, reason } = classify(operation, { ...exchange, response });
  const { message } = failure;
  let members = failure.fields;
  try {
    members = { ...failure.read(documented?.shape), ...documented?.headers?.(response) };
  } catch {
    // Better the members as received than another failure.
  }
  return new (documented?.type ?? Base)({
    ...facts,
    ...failure,
    // Pages of proxies say what is wrong; JSON without a message may be anybody's data.
    message: message?.slice(0, 2_000) || (/^[a-z<]/i.test(excerpt) ? excerpt : `no message; ${facts.found}`),
    retryable: !!reason,
    members,
  });
}

interface AnswerFacts {
  readonly status: number;
  readonly requestId: string | undefined;
  /** How it begins, on one line without control characters. */
  readonly excerpt: string;
  /** What came, without quoting it. */
  readonly found: string;
}

/** What an error tells about an answer. */
export function factsOf(response: HttpResponse): AnswerFacts {
  const { body, headers, status } = response;
  return {
    status,
    requestId: requestIdOf(response),
    excerpt: textOf(body.subarray(0, 2_000)).replace(/[^!-~\xa1-\uffff]+/g, " ").trim().slice(0, 200),
    found: `got ${body.length} bytes of ${headers["content-type"] ?? "no type"}`,
  };
}
