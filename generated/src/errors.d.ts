import { ServiceException } from "./runtime/errors.ts";
/** A failure that AWSMarketplace Metering answers with. One that the document doesn't name has the name from the wire. */
export declare class MarketplaceMeteringException extends ServiceException {
}
/** The customer has no valid subscription to the product. */
export declare class CustomerNotEntitledException extends MarketplaceMeteringException {
    readonly name = "CustomerNotEntitledException";
}
/** The operation is switched off in this Region. */
export declare class DisabledApiException extends MarketplaceMeteringException {
    readonly name = "DisabledApiException";
}
/**
 * This instance, task or pod has already reported another quantity for this dimension and time. Quantities are
 * compared by value: `17` and `17.00` aren't different.
 */
export declare class DuplicateRequestException extends MarketplaceMeteringException {
    readonly name = "DuplicateRequestException";
}
/**
 * The registration token is too old. The buyer's browser was slow to redirect, sent the token a second time, or the
 * application kept it too long: resolve a token as soon as it arrives.
 */
export declare class ExpiredTokenException extends MarketplaceMeteringException {
    readonly name = "ExpiredTokenException";
}
/** The `ClientToken` has already been used for a different request. */
export declare class IdempotencyConflictException extends MarketplaceMeteringException {
    readonly name = "IdempotencyConflictException";
}
/** Something failed inside AWS. Try again; if it goes on, tell AWS. */
export declare class InternalServiceErrorException extends MarketplaceMeteringException {
    readonly name = "InternalServiceErrorException";
}
/** No customer has this `CustomerIdentifier`. */
export declare class InvalidCustomerIdentifierException extends MarketplaceMeteringException {
    readonly name = "InvalidCustomerIdentifierException";
}
/**
 * The call went to another Region than the one where the software runs. An instance, a task or a pod reports to the
 * endpoint of its own Region.
 */
export declare class InvalidEndpointRegionException extends MarketplaceMeteringException {
    readonly name = "InvalidEndpointRegionException";
}
/** The `LicenseArn` isn't valid, belongs to another customer, or the usage lies outside of the license's period. */
export declare class InvalidLicenseException extends MarketplaceMeteringException {
    readonly name = "InvalidLicenseException";
}
/** The product code isn't the one under which the product was published. */
export declare class InvalidProductCodeException extends MarketplaceMeteringException {
    readonly name = "InvalidProductCodeException";
}
/** There is no public key of this version. */
export declare class InvalidPublicKeyVersionException extends MarketplaceMeteringException {
    readonly name = "InvalidPublicKeyVersionException";
}
/**
 * `RegisterUsage` was called in another Region than the one in which the task was launched. Don't build a Region
 * into the image; ask the environment for it.
 */
export declare class InvalidRegionException extends MarketplaceMeteringException {
    readonly name = "InvalidRegionException";
}
/** A tag is malformed, or an allocation has more than 5 of them. */
export declare class InvalidTagException extends MarketplaceMeteringException {
    readonly name = "InvalidTagException";
}
/** The registration token isn't valid. */
export declare class InvalidTokenException extends MarketplaceMeteringException {
    readonly name = "InvalidTokenException";
}
/**
 * The allocations don't add up to the quantity, or one of them is a whole number where the quantity is a decimal,
 * or the other way round.
 */
export declare class InvalidUsageAllocationsException extends MarketplaceMeteringException {
    readonly name = "InvalidUsageAllocationsException";
}
/** The product has no dimension of this name. */
export declare class InvalidUsageDimensionException extends MarketplaceMeteringException {
    readonly name = "InvalidUsageDimensionException";
}
/**
 * AWS Marketplace doesn't meter on the platform that the container runs on. It does on Amazon ECS, Amazon EKS and
 * Fargate.
 */
export declare class PlatformNotSupportedException extends MarketplaceMeteringException {
    readonly name = "PlatformNotSupportedException";
}
/** Calls are coming too fast. */
export declare class ThrottlingException extends MarketplaceMeteringException {
    readonly name = "ThrottlingException";
}
/**
 * The time of a record is too far back, or otherwise out of range.
 *
 * One such record makes `BatchMeterUsage` refuse the whole batch: take it out and send the others again.
 */
export declare class TimestampOutOfBoundsException extends MarketplaceMeteringException {
    readonly name = "TimestampOutOfBoundsException";
}
