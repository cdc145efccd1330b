// What users of a generated package may import. Its own index names these again, one by one.

export { adaptiveRetry } from "./adaptive-retry.ts";
export { attempt, type Outcome, type Throws } from "./attempt.ts";
export type { Call, Clock, Exchange, HttpRequest, HttpResponse, Layer, Send, Transport, TransportLimits } from "./call.ts";
export type { Client } from "./client.ts";
export {
  AbortError,
  CallError,
  ConnectionError,
  CredentialsError,
  InvalidRequestError,
  isCallError,
  isServiceException,
  RedirectError,
  ResponseTooLargeError,
  ServiceException,
  TimeoutError,
  UnreadableResponseError,
} from "./errors.ts";
export { type CallEvent, type EndEvent, type Hooks, observe, type Observer } from "./hooks.ts";
export { legacyRetry } from "./legacy-retry.ts";
export { type CallMetadata, metadataOf } from "./metadata.ts";
export type { RetryReason } from "./operation.ts";
export type {
  CallOptions,
  ClientOptions,
  RegionOptions,
  RetryFailure,
  RetryOptions,
  RetrySession,
  RetryStrategy,
} from "./options.ts";
export { standardRetry } from "./standard-retry.ts";
