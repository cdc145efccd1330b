// An answer → whether it is a failure that may pass when the request is sent again.

import type { HttpResponse } from "./call.ts";
import type { AnyOperation, RetryReason } from "./operation.ts";

const throttlingCodes: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "BandwidthLimitExceeded",
  "EC2ThrottledException",
  "LimitExceededException",
  "PriorRequestNotComplete",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "RequestThrottled",
  "RequestThrottledException",
  "SlowDown",
  "ThrottledException",
  "Throttling",
  "ThrottlingException",
  "TooManyRequestsException",
  "TransactionInProgressException",
]);

/** Says why the request may be sent again; `undefined` when that makes no sense. */
export function retryReason(operation: AnyOperation, { status }: HttpResponse, code: string | undefined): RetryReason | undefined {
  if (status === 429 || (code && throttlingCodes.has(code))) return "throttling";
  if (status === 500 || (status > 501 && status < 505)) return "transient";
  return code ? operation.errors?.find((documented) => documented.code === code)?.retry : undefined;
}
