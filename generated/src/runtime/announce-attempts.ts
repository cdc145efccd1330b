// The layer that tells AWS which attempt of which call a request is.

import type { Layer } from "./call.ts";

/** Belongs between the layers that retry and sign, since the signature covers these headers. */
export const announceAttempts: Layer = (next) => (call) => {
  const { invocationId, maxAttempts } = call.options;
  const announced = { "amz-sdk-invocation-id": invocationId, "amz-sdk-request": `attempt=${call.attempt}; max=${maxAttempts}` };
  return next({ ...call, request: { ...call.request, headers: { ...call.request.headers, ...announced } } });
};
