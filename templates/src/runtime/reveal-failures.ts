// The layer that looks into successes which may hold a failure: S3 begins to answer before it knows how a copy ends.

import type { HttpResponse, Layer } from "./call.ts";
import { textOf } from "./json.ts";

/** Gives such an answer the status of a failure, so that it is retried and thrown as any other. Belongs inside `retry`. */
export const revealFailures: Layer = (next) => async (call) => {
  const exchange = await next(call);
  const isHidden = call.operation.errorsInSuccess && exchange.response.status === 200 && holdsFailure(exchange.response);
  return isHidden ? { ...exchange, response: { ...exchange.response, status: 500 } } : exchange;
};

/** Whether the root of an XML body is an `<Error>`. White space comes first, as long as S3 is busy. */
function holdsFailure({ body }: HttpResponse): boolean {
  const start = body.findIndex((byte) => byte > 32);
  return /^(<\?xml[^>]*>\s*)?<Error[\s>]/.test(textOf(body.subarray(start, start + 1_000)));
}
