// Generated from spec/metering-marketplace.yaml by Countersign. Don't edit: change the document, its overlay or a template, and generate again.
// MarketplaceMetering: everything that the package offers.

export { connect, MarketplaceMeteringClient, type MarketplaceMeteringClientOptions } from "./client.ts";
export {
  batchMeterUsage,
  meterUsage,
  registerUsage,
  resolveCustomer,
} from "./operations.ts";
export {
  CustomerNotEntitledException,
  DisabledApiException,
  DuplicateRequestException,
  ExpiredTokenException,
  IdempotencyConflictException,
  InternalServiceErrorException,
  InvalidCustomerIdentifierException,
  InvalidEndpointRegionException,
  InvalidLicenseException,
  InvalidProductCodeException,
  InvalidPublicKeyVersionException,
  InvalidRegionException,
  InvalidTagException,
  InvalidTokenException,
  InvalidUsageAllocationsException,
  InvalidUsageDimensionException,
  PlatformNotSupportedException,
  ThrottlingException,
  TimestampOutOfBoundsException,
  MarketplaceMeteringException,
} from "./errors.ts";
export type {
  BatchMeterUsageRequest,
  BatchMeterUsageResult,
  LicenseBatchMeterUsageRequest,
  LicenseUsageRecord,
  Metadata,
  MeterUsageRequest,
  MeterUsageResult,
  ProductBatchMeterUsageRequest,
  ProductUsageRecord,
  RegisterUsageRequest,
  RegisterUsageResult,
  ResolveCustomerRequest,
  ResolveCustomerResult,
  Tag,
  UsageAllocation,
  UsageRecord,
  UsageRecordResult,
} from "./models.ts";
export {
  UsageRecordResultStatus,
} from "./models.ts";
export {
  isProductBatchMeterUsageRequest,
  isLicenseBatchMeterUsageRequest,
  isProductUsageRecord,
  isLicenseUsageRecord,
} from "./models.ts";
export { adaptiveRetry } from "./runtime/adaptive-retry.ts";
export { attempt, type Outcome, type Throws } from "./runtime/attempt.ts";
export type { Call, Clock, Exchange, HttpRequest, HttpResponse, Layer, Send, Transport, TransportLimits } from "./runtime/call.ts";
export type { Client } from "./runtime/client.ts";
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
} from "./runtime/errors.ts";
export { type CallEvent, type EndEvent, type Hooks, observe, type Observer } from "./runtime/hooks.ts";
export { legacyRetry } from "./runtime/legacy-retry.ts";
export { type CallMetadata, metadataOf } from "./runtime/metadata.ts";
export type { RetryReason } from "./runtime/operation.ts";
export type {
  CallOptions,
  ClientOptions,
  RegionOptions,
  RetryFailure,
  RetryOptions,
  RetrySession,
  RetryStrategy,
} from "./runtime/options.ts";
export { standardRetry } from "./runtime/standard-retry.ts";
export type { Credentials, CredentialsProvider } from "./runtime/credentials.ts";
export { presign, type PresignOptions } from "./runtime/sign/presign.ts";
export type { SigningOptions } from "./runtime/sign/sign-requests.ts";
export { signedFetch, type SignedFetchOptions } from "./runtime/sign/signed-fetch.ts";
export type {
  BatchMeterUsageError,
  MeterUsageError,
  RegisterUsageError,
  ResolveCustomerError,
} from "./operations.ts";
