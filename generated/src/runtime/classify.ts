// An answer of failure → which of the documented failures it is, and whether it may pass when the request is sent again.

import type { Exchange } from "./call.ts";
import type { AnyOperation, ErrorCase, RetryReason } from "./operation.ts";

/** Names that mean "too much at once", whatever the status. */
const throttling =
  /^((Bandwidth|Request)LimitExceeded|LimitExceededException|PriorRequestNotComplete|ProvisionedThroughputExceededException|(EC2|Request)?Throttl(ed|ing)(Exception)?|SlowDown|TooManyRequestsException|TransactionInProgressException)$/;

/** Says why the request may be sent again; `undefined` when that makes no sense. */
export function retryReason(operation: AnyOperation, { response: { status }, signsAnew }: Exchange, code = ""): RetryReason | undefined {
  if (status === 429 || throttling.test(code)) return "throttling";
  if (/^50[0234]$/.test(`${status}`)) return "transient";
  const documented = caseNamed(operation, status, code);
  return documented ? documented.retry : signsAnew?.(code) ? "transient" : undefined;
}

/**
 * The failure of that name that the operation documents. AWS refuses expired credentials by a name that some operations have for
 * tokens of their own, and with 403, which those never do.
 */
export function caseNamed({ errors }: AnyOperation, status: number, code = ""): ErrorCase | undefined {
  return status === 403 && /^ExpiredToken/.test(code) ? undefined : errors?.find(({ type }) => code && type.code === code);
}
