// Generated from spec/metering-marketplace.yaml by Countersign. Don't edit: change the document, its overlay or a template, and generate again.
// MarketplaceMetering: the failures that the service names.

import { ServiceException } from "./runtime/errors.ts";

/** A failure that AWS Marketplace Metering Service answers with. One that the document doesn't name has the name from the wire. */
export class MarketplaceMeteringException extends ServiceException {}

/** The customer has no valid subscription to the product. */
export class CustomerNotEntitledException extends MarketplaceMeteringException {
  static override readonly code = "CustomerNotEntitledException";
  declare readonly name: "CustomerNotEntitledException";
}

/** The operation is switched off in this Region. */
export class DisabledApiException extends MarketplaceMeteringException {
  static override readonly code = "DisabledApiException";
  declare readonly name: "DisabledApiException";
}

/**
 * This instance, task or pod has already reported another quantity for this dimension and time. Quantities are
 * compared by value: `17` and `17.00` aren't different.
 */
export class DuplicateRequestException extends MarketplaceMeteringException {
  static override readonly code = "DuplicateRequestException";
  declare readonly name: "DuplicateRequestException";
}

/**
 * The registration token is too old. The buyer's browser was slow to redirect, sent the token a second time, or the
 * application kept it too long: resolve a token as soon as it arrives.
 */
export class ExpiredTokenException extends MarketplaceMeteringException {
  static override readonly code = "ExpiredTokenException";
  declare readonly name: "ExpiredTokenException";
}

/** The `ClientToken` has already been used for a different request. */
export class IdempotencyConflictException extends MarketplaceMeteringException {
  static override readonly code = "IdempotencyConflictException";
  declare readonly name: "IdempotencyConflictException";
}

/** Something failed inside AWS. Try again; if it goes on, tell AWS. */
export class InternalServiceErrorException extends MarketplaceMeteringException {
  static override readonly code = "InternalServiceErrorException";
  declare readonly name: "InternalServiceErrorException";
}

/** No customer has this `CustomerIdentifier`. */
export class InvalidCustomerIdentifierException extends MarketplaceMeteringException {
  static override readonly code = "InvalidCustomerIdentifierException";
  declare readonly name: "InvalidCustomerIdentifierException";
}

/**
 * The call went to another Region than the one where the software runs. An instance, a task or a pod reports to the
 * endpoint of its own Region.
 */
export class InvalidEndpointRegionException extends MarketplaceMeteringException {
  static override readonly code = "InvalidEndpointRegionException";
  declare readonly name: "InvalidEndpointRegionException";
}

/** The `LicenseArn` isn't valid, belongs to another customer, or the usage lies outside of the license's period. */
export class InvalidLicenseException extends MarketplaceMeteringException {
  static override readonly code = "InvalidLicenseException";
  declare readonly name: "InvalidLicenseException";
}

/** The product code isn't the one under which the product was published. */
export class InvalidProductCodeException extends MarketplaceMeteringException {
  static override readonly code = "InvalidProductCodeException";
  declare readonly name: "InvalidProductCodeException";
}

/** There is no public key of this version. */
export class InvalidPublicKeyVersionException extends MarketplaceMeteringException {
  static override readonly code = "InvalidPublicKeyVersionException";
  declare readonly name: "InvalidPublicKeyVersionException";
}

/**
 * `RegisterUsage` was called in another Region than the one in which the task was launched. Don't build a Region
 * into the image; ask the environment for it.
 */
export class InvalidRegionException extends MarketplaceMeteringException {
  static override readonly code = "InvalidRegionException";
  declare readonly name: "InvalidRegionException";
}

/** A tag is malformed, or an allocation has more than 5 of them. */
export class InvalidTagException extends MarketplaceMeteringException {
  static override readonly code = "InvalidTagException";
  declare readonly name: "InvalidTagException";
}

/** The registration token isn't valid. */
export class InvalidTokenException extends MarketplaceMeteringException {
  static override readonly code = "InvalidTokenException";
  declare readonly name: "InvalidTokenException";
}

/**
 * The allocations don't add up to the quantity, or one of them is a whole number where the quantity is a decimal,
 * or the other way round.
 */
export class InvalidUsageAllocationsException extends MarketplaceMeteringException {
  static override readonly code = "InvalidUsageAllocationsException";
  declare readonly name: "InvalidUsageAllocationsException";
}

/** The product has no dimension of this name. */
export class InvalidUsageDimensionException extends MarketplaceMeteringException {
  static override readonly code = "InvalidUsageDimensionException";
  declare readonly name: "InvalidUsageDimensionException";
}

/**
 * AWS Marketplace doesn't meter on the platform that the container runs on. It does on Amazon ECS, Amazon EKS and
 * Fargate.
 */
export class PlatformNotSupportedException extends MarketplaceMeteringException {
  static override readonly code = "PlatformNotSupportedException";
  declare readonly name: "PlatformNotSupportedException";
}

/** Calls are coming too fast. */
export class ThrottlingException extends MarketplaceMeteringException {
  static override readonly code = "ThrottlingException";
  declare readonly name: "ThrottlingException";
}

/**
 * The time of a record is too far back, or otherwise out of range.
 *
 * One such record makes `BatchMeterUsage` refuse the whole batch: take it out and send the others again.
 */
export class TimestampOutOfBoundsException extends MarketplaceMeteringException {
  static override readonly code = "TimestampOutOfBoundsException";
  declare readonly name: "TimestampOutOfBoundsException";
}
