// What a call's output doesn't say itself: status, ids, attempts. Kept beside it, so that outputs stay clean.

import type { HttpResponse } from "./call.ts";
import type { Progress } from "./options.ts";

export interface CallMetadata {
  readonly status: number;
  /** The id under which the service knows the request. */
  readonly requestId: string | undefined;
  /** How often the request was sent. */
  readonly attempts: number;
  /** Milliseconds spent waiting between attempts. */
  readonly totalDelayMs: number;
  /** Of the answer; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

const known: WeakMap<object, CallMetadata> = /* @__PURE__ */ new WeakMap();

/** How the call that gave this output went; `undefined` for what no call gave. */
export function metadataOf(output: unknown): CallMetadata | undefined {
  return known.get(output as object);
}

/** Remembers how an output came about, without the request and the body. */
export function keepMetadata(output: unknown, response: HttpResponse, progress: Progress): void {
  const { status, headers } = response;
  if (Object(output) === output) known.set(output as object, { status, requestId: requestIdOf(response), headers, ...progress });
}

/** The id under which the service knows a request. */
export function requestIdOf({ headers }: HttpResponse): string | undefined {
  return headers["x-amzn-requestid"] ?? headers["x-amzn-request-id"] ?? headers["x-amz-request-id"] ?? headers["x-request-id"];
}
