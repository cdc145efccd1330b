// The layer that looks into successes which may hold a failure: S3 begins to answer before it knows how a copy ends.

import type { HttpResponse, Layer } from "./call.ts";
import { textOf } from "./json.ts";

/** Gives such an answer the status of a failure, so that it is retried and thrown as any other. Belongs inside `retry`. */
export const revealFailures: Layer = (next) => async (call) => {
  const exchange = await next(call);
  const isHidden = call.operation.errorsInSuccess && exchange.response.status === 200 && holdsFailure(exchange.response);
  return isHidden ? { ...exchange, response: { ...exchange.response, status: 500 } } : exchange;
};

/** Whether the root of an XML body is an `<Error>`. Before it there may be much white space, since S3 sends that while it is busy. */
function holdsFailure({ body }: HttpResponse): boolean {
  const [less, question] = [60, 63];
  const root = body.findIndex((byte, at) => byte === less && body[at + 1] !== question);
  return root >= 0 && /^<Error[\s/>]/.test(textOf(body.subarray(root, root + 7)));
}
