// An answer of failure → what it says, which of the documented failures it is, and whether it may pass when the request is sent again.

import type { Exchange } from "./call.ts";
import type { AnyOperation, ErrorCase, RetryReason, WireFailure } from "./operation.ts";

/** Names that mean "too much at once", whatever the status. */
const throttling =
  /^((Bandwidth|Request)LimitExceeded|PriorRequestNotComplete|SlowDown|(EC2|Request)?Throttl(ed|ing)(Exception)?|(LimitExceeded|ProvisionedThroughputExceeded|TooManyRequests|TransactionInProgress)Exception)$/;

export interface Classified {
  readonly failure: WireFailure;
  /** What the document says of it. */
  readonly documented: ErrorCase | undefined;
  /** Why the request may be sent again; absent when that makes no sense. */
  readonly reason: RetryReason | undefined;
}

/** The name on the wire decides first, then the documented status, then its class: cases stand in this order. */
export function classify(operation: AnyOperation, { response, signsAnew }: Exchange): Classified {
  const failure = operation.protocol.failure(operation, response);
  const { code = "" } = failure;
  const { errors = [] } = operation;
  const { status } = response;
  // AWS refuses expired credentials by a name that some operations have for tokens of their own, and with 403, which those never do.
  const named = status === 403 && /^ExpiredToken/.test(code) ? undefined : errors.find(({ type }) => type.code === code);
  // A name that the document lacks is another failure than those it names, whatever their statuses.
  const fits = ({ status: documented, type }: ErrorCase, index: number): boolean =>
    !(code && type.code) && `${status}`.startsWith((documented ?? (status < 500 && 480 + index)) as string);
  const isTransient = /^50[0234]$/.test(`${status}`) || (!named && signsAnew?.(code));
  return {
    failure,
    documented: named ?? errors.find(fits),
    reason: status === 429 || throttling.test(code) ? "throttling" : isTransient ? "transient" : named?.retry,
  };
}
