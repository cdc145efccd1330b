// The layer that tells AWS which attempt of which call a request is.

import type { Layer } from "./call.ts";

/** Belongs between the layers that retry and sign, since the signature covers these headers. */
export const announceAttempts: Layer = (next) => (call) => {
  const { options, request } = call;
  const headers = Object.assign({}, request.headers, {
    "amz-sdk-invocation-id": options.invocationId,
    "amz-sdk-request": `attempt=${call.attempt}; max=${options.limits.maxAttempts}`,
  });
  return next({ ...call, request: { ...request, headers } });
};
