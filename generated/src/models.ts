// Generated from spec/metering-marketplace.yaml by Countersign. Don't edit: change the document, its overlay or a template, and generate again.
// MarketplaceMetering: what operations take and give.

import type { Forbidden } from "./runtime/forbidden.ts";

/**
 * The usage of one product: a list of `UsageRecords`, each with a quantity. Older products are named by
 * `ProductCode` (`ProductBatchMeterUsageRequest`), new ones by the `LicenseArn` of each record
 * (`LicenseBatchMeterUsageRequest`).
 */
export type BatchMeterUsageRequest =
  | ProductBatchMeterUsageRequest
  | LicenseBatchMeterUsageRequest;

/** Tells a `ProductBatchMeterUsageRequest` from the other forms of `BatchMeterUsageRequest`. */
export function isProductBatchMeterUsageRequest(value: BatchMeterUsageRequest): value is ProductBatchMeterUsageRequest {
  return value.ProductCode !== undefined;
}

/** Tells a `LicenseBatchMeterUsageRequest` from the other forms of `BatchMeterUsageRequest`. */
export function isLicenseBatchMeterUsageRequest(value: BatchMeterUsageRequest): value is LicenseBatchMeterUsageRequest {
  return value.ProductCode === undefined;
}

/**
 * What became of the records of a `BatchMeterUsage` call: a result for those that were processed, and those that a
 * passing fault of the service left over.
 */
export interface BatchMeterUsageResult {
  /**
   * One result for each of the `UsageRecords` that the service has looked at, accepted or not. Correct a record
   * that was found invalid before you send it again.
   */
  readonly Results?: readonly UsageRecordResult[];
  /**
   * The `UsageRecords` that the service could not get to. Send them again, unchanged, as the `UsageRecords` of
   * another `BatchMeterUsageRequest`.
   */
  readonly UnprocessedRecords?: readonly UsageRecord[];
}

/** The usage of a new product, which the `LicenseArn` of each record names. */
export interface LicenseBatchMeterUsageRequest {
  /** The records to report, 25 at most, each with a `LicenseArn`. */
  readonly UsageRecords: readonly LicenseUsageRecord[] | readonly [];
  readonly ProductCode?: Forbidden<"The LicenseArn of each record already names the product; sending ProductCode as well bills the customer twice.">;
}

/**
 * A usage record of a new product. `LicenseArn` names the product and the agreement, `CustomerAWSAccountId` the
 * customer.
 */
export interface LicenseUsageRecord {
  /**
   * The moment of the usage, in UTC, and never before the software was started.
   *
   * It may lie up to 24 hours back. A month closes on the 1st of the next at 06:00 UTC.
   */
  readonly Timestamp: Date;
  readonly CustomerIdentifier?: Forbidden<"A LicenseArn goes with CustomerAWSAccountId; records with a CustomerIdentifier belong in a batch with a ProductCode.">;
  /** The dimension that was used, one of those under which the product is sold. */
  readonly Dimension: string;
  /**
   * How much the customer has used of this dimension at this time, a whole number. Don't send it together with
   * `QuantityAsDecimal`: AWS refuses a batch that has a record with both.
   *
   * @deprecated since 2026-10-20: Send QuantityAsDecimal, which takes whole numbers too.
   */
  readonly Quantity?: number;
  /**
   * How much the customer has used of this dimension at this time, for example `17.42`; `0` when left out.
   *
   * Quantities are compared by value: `17` and `17.00` are one and the same.
   *
   * Don't send it together with `Quantity`: AWS refuses a batch that has a record with both.
   */
  readonly QuantityAsDecimal?: string;
  /**
   * The quantity, split by tags. The parts must add up to `QuantityAsDecimal` and be decimals, or to `Quantity` and
   * be whole numbers.
   */
  readonly UsageAllocations?: readonly UsageAllocation[];
  /**
   * The AWS account of the customer.
   *
   * > **Important**: Take it from `ResolveCustomer`, or ask [AWS Marketplace Seller
   * > Operations](https://aws.amazon.com/marketplace/management/contact-us/) which account belongs to a
   * > `CustomerIdentifier`. Don't ask the buyer: nobody can check what they say, and the wrong account would be
   * > billed.
   */
  readonly CustomerAWSAccountId: string;
  /**
   * The license that the customer holds, as `ResolveCustomer` has named it. The [agreements
   * feed](https://docs.aws.amazon.com/marketplace/latest/userguide/data-feed-agreements.html) lists the licenses of
   * all your customers.
   */
  readonly LicenseArn: string;
}

/** What else is known about a customer who was resolved. */
export interface Metadata {
  /** The agreement that the customer has accepted. The AWS Marketplace Agreement API takes it. */
  readonly AgreementId?: string;
}

/** How much was used of one dimension at one time. */
export interface MeterUsageRequest {
  /** The code that AWS Marketplace gave the product when it was published. It identifies the product. */
  readonly ProductCode: string;
  /**
   * The moment of the usage, in UTC. It may lie up to six hours back, and never before the software was started.
   */
  readonly Timestamp: Date;
  /** The dimension that was used, by the name under which the product lists it. */
  readonly UsageDimension: string;
  /**
   * How much was used in this hour, a whole number. Don't send it together with `UsageQuantityAsDecimal`: AWS
   * refuses a request with both.
   *
   * @deprecated since 2026-10-20: Send UsageQuantityAsDecimal, which takes whole numbers too.
   */
  readonly UsageQuantity?: number;
  /**
   * Only asks whether the caller has the permission; nothing is recorded. The answer is an error in either case:
   * `DryRunOperation` when the caller has it, `UnauthorizedException` when not. `false` when left out.
   */
  readonly DryRun?: boolean;
  /**
   * The quantity, split by tags.
   *
   * The parts must add up to `UsageQuantityAsDecimal` and be decimals, or to `UsageQuantity` and be whole numbers.
   * No two of them may carry the same set of tags; one may carry none.
   */
  readonly UsageAllocations?: readonly UsageAllocation[];
  /**
   * How much was used in this hour, for example `17.42`; `0` when left out.
   *
   * Quantities are compared by value: `17` and `17.00` are one and the same.
   *
   * Don't send it together with `UsageQuantity`: AWS refuses a request with both.
   */
  readonly UsageQuantityAsDecimal?: string;
  /**
   * Names this request, so that repeating it is harmless; a UUID is a good choice. The client fills one in when you
   * leave it out, and keeps it when it tries again.
   *
   * Another request with the same token fails with `IdempotencyConflictException`.
   *
   * Filled with a UUID when absent; the same over all attempts of a call.
   */
  readonly ClientToken?: string;
}

export interface MeterUsageResult {
  /** Identifies the record in AWS Marketplace. */
  readonly MeteringRecordId?: string;
}

/** The usage of an older product, which is named by its `ProductCode`. */
export interface ProductBatchMeterUsageRequest {
  /** The records to report, 25 at most, none of them with a `LicenseArn`. */
  readonly UsageRecords: readonly ProductUsageRecord[] | readonly [];
  /** The code that AWS Marketplace gave the product when it was published. It identifies the product. */
  readonly ProductCode: string;
}

/**
 * A usage record of an older product. The batch names the product by its `ProductCode`; the record names the
 * customer, by exactly one of `CustomerIdentifier` and `CustomerAWSAccountId`, in the same way in all records of a
 * batch.
 */
export interface ProductUsageRecord {
  /**
   * The moment of the usage, in UTC, and never before the software was started.
   *
   * It may lie up to 24 hours back. A month closes on the 1st of the next at 06:00 UTC.
   */
  readonly Timestamp: Date;
  /**
   * The customer, as `ResolveCustomer` has named them. New products have no customer identifiers.
   *
   * Send this or `CustomerAWSAccountId`, exactly one of the two.
   */
  readonly CustomerIdentifier?: string;
  /** The dimension that was used, one of those under which the product is sold. */
  readonly Dimension: string;
  /**
   * How much the customer has used of this dimension at this time, a whole number. Don't send it together with
   * `QuantityAsDecimal`: AWS refuses a batch that has a record with both.
   *
   * @deprecated since 2026-10-20: Send QuantityAsDecimal, which takes whole numbers too.
   */
  readonly Quantity?: number;
  /**
   * How much the customer has used of this dimension at this time, for example `17.42`; `0` when left out.
   *
   * Quantities are compared by value: `17` and `17.00` are one and the same.
   *
   * Don't send it together with `Quantity`: AWS refuses a batch that has a record with both.
   */
  readonly QuantityAsDecimal?: string;
  /**
   * The quantity, split by tags. The parts must add up to `QuantityAsDecimal` and be decimals, or to `Quantity` and
   * be whole numbers.
   */
  readonly UsageAllocations?: readonly UsageAllocation[];
  /**
   * The AWS account of the customer.
   *
   * Send this or `CustomerIdentifier`, exactly one of the two.
   *
   * > **Important**: Take it from `ResolveCustomer`, or ask [AWS Marketplace Seller
   * > Operations](https://aws.amazon.com/marketplace/management/contact-us/) which account belongs to a
   * > `CustomerIdentifier`. Don't ask the buyer: nobody can check what they say, and the wrong account would be
   * > billed.
   */
  readonly CustomerAWSAccountId?: string;
  readonly LicenseArn?: Forbidden<"The ProductCode of the batch already names the product; sending LicenseArn as well bills the customer twice.">;
}

export interface RegisterUsageRequest {
  /** The code that AWS Marketplace gave the product when it was published. It identifies the product. */
  readonly ProductCode: string;
  /** Which version of the public key from AWS Marketplace will check the signature. */
  readonly PublicKeyVersion: number;
  /** A value of your own that ties the answer to this running instance and stops replays. Optional. */
  readonly Nonce?: string;
}

export interface RegisterUsageResult {
  /** When the public key was replaced. Present only if the version that was asked for has expired. */
  readonly PublicKeyRotationTimestamp?: Date;
  /** A JSON Web Token (JWT) that proves the registration. */
  readonly Signature?: string;
}

/** The registration token that `ResolveCustomer` is to resolve. */
export interface ResolveCustomerRequest {
  /** The token that the browser of a buyer brought to your sign-up page. */
  readonly RegistrationToken: string;
}

/**
 * The customer behind a registration token: `CustomerAWSAccountId`, `LicenseArn`, `ProductCode` and `Metadata`, and
 * `CustomerIdentifier` for older products.
 */
export interface ResolveCustomerResult {
  /**
   * The customer, as older products name them. Not given for new products: use `CustomerAWSAccountId` and
   * `LicenseArn`.
   */
  readonly CustomerIdentifier?: string;
  /**
   * The product that the buyer is signing up for. Check that it is yours. Use it in later `BatchMeterUsage` calls
   * only if your product doesn't meter by `LicenseArn`.
   */
  readonly ProductCode?: string;
  /** The AWS account of the customer. `BatchMeterUsage` asks for it in every record of a new product. */
  readonly CustomerAWSAccountId?: string;
  /**
   * The license that the customer holds. Keep it with `CustomerAWSAccountId`: `BatchMeterUsage` asks for both in
   * every record of a new product.
   */
  readonly LicenseArn?: string;
  /** More about the customer, such as the `AgreementId`. */
  readonly Metadata?: Metadata;
}

/** A label of an allocation: a `Key` and a `Value`. */
export interface Tag {
  /** The category, for example `BusinessUnit`. */
  readonly Key: string;
  /** The value within the category, for example `Research`. */
  readonly Value: string;
}

/**
 * The part of a quantity that belongs to one set of tags, given once: as a decimal of a decimal quantity, or as a
 * whole number of a whole one. AWS refuses a mixture.
 */
export interface UsageAllocation {
  /**
   * The part of the quantity that belongs to these tags, a whole number, if the quantity that is split is one too.
   *
   * @deprecated since 2026-10-20: Send AllocatedUsageQuantityAsDecimal, which takes whole numbers too.
   */
  readonly AllocatedUsageQuantity?: number;
  /** The tags of this part. Leave them out for the part that has none. */
  readonly Tags?: readonly Tag[];
  /**
   * The part of the quantity that belongs to these tags, for example `17.42`, if the quantity that is split is a
   * decimal.
   */
  readonly AllocatedUsageQuantityAsDecimal?: string;
}

/**
 * How much one customer has used of one dimension at one time. Older products name the customer
 * (`ProductUsageRecord`), new ones the customer and the license (`LicenseUsageRecord`).
 *
 * The same record sent twice counts once.
 */
export type UsageRecord =
  | ProductUsageRecord
  | LicenseUsageRecord;

/** Tells a `ProductUsageRecord` from the other forms of `UsageRecord`. */
export function isProductUsageRecord(value: UsageRecord): value is ProductUsageRecord {
  return value.LicenseArn === undefined;
}

/** Tells a `LicenseUsageRecord` from the other forms of `UsageRecord`. */
export function isLicenseUsageRecord(value: UsageRecord): value is LicenseUsageRecord {
  return value.LicenseArn !== undefined;
}

/** What `BatchMeterUsage` made of one record. */
export interface UsageRecordResult {
  /** The record as it was sent. */
  readonly UsageRecord?: UsageRecord;
  /** Identifies the accepted record in AWS Marketplace. */
  readonly MeteringRecordId?: string;
  /**
   * What became of the record.
   *
   * - *Success*: it was accepted.
   * - *CustomerNotSubscribed*: it was refused, because the customer can't use the product. Either nobody has this
   *   identifier, or the customer has no active agreement for the product (records will be refused until they
   *   subscribe), or their AWS account is suspended.
   * - *DuplicateRecord*: it was refused, because another quantity had already been reported for the customer,
   *   dimension and time.
   */
  readonly Status?: UsageRecordResultStatus;
}

export type UsageRecordResultStatus =
  | "Success"
  | "CustomerNotSubscribed"
  | "DuplicateRecord"
  | (string & {});

/** The values of `UsageRecordResultStatus` that the document names; the service may send others. */
export const UsageRecordResultStatus = {
  Success: "Success",
  CustomerNotSubscribed: "CustomerNotSubscribed",
  DuplicateRecord: "DuplicateRecord",
} as const;
