// An answer → whether it is a failure that may pass when the request is sent again.

import type { HttpResponse } from "./call.ts";
import type { AnyOperation, ErrorCase, RetryReason } from "./operation.ts";

/** Names that mean "too much at once", whatever the status. */
const throttling =
  /^(BandwidthLimitExceeded|EC2ThrottledException|LimitExceededException|PriorRequestNotComplete|ProvisionedThroughputExceededException|RequestLimitExceeded|(Request)?Throttled(Exception)?|SlowDown|Throttling(Exception)?|TooManyRequestsException|TransactionInProgressException)$/;

/** Says why the request may be sent again; `undefined` when that makes no sense. */
export function retryReason({ errors }: AnyOperation, { status }: HttpResponse, code = ""): RetryReason | undefined {
  if (status === 429 || throttling.test(code)) return "throttling";
  if (/^50[0234]$/.test(`${status}`)) return "transient";
  return errors?.find((documented) => documented.code === code)?.retry;
}

/**
 * The failure of that name that the operation documents. AWS refuses expired credentials by a name that some operations have for
 * tokens of their own, and with 403, which those never do.
 */
export function caseNamed({ errors }: AnyOperation, code: string | undefined, status: number): ErrorCase | undefined {
  return status === 403 && /^ExpiredToken/.test(code ?? "") ? undefined : errors?.find((documented) => code && documented.code === code);
}
