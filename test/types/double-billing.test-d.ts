// What the compiler says to requests: the legal ones pass, and those that would bill a customer twice don't.
//
// The words after each `@ts-expect-error` must stand in the compiler's message about the line below: they are the reason
// that the document gives. double-billing.test.ts compiles this file and compares; `npm run verify` compiles it as it is.

import { isLicenseUsageRecord, isProductUsageRecord } from "../../generated/src/models.ts";
import type {
  BatchMeterUsageRequest, BatchMeterUsageResult, LicenseBatchMeterUsageRequest, LicenseUsageRecord, MeterUsageRequest,
  ProductBatchMeterUsageRequest, ProductUsageRecord, ResolveCustomerResult, UsageRecord,
} from "../../generated/src/models.ts";

declare function batchMeterUsage(request: BatchMeterUsageRequest): BatchMeterUsageResult;
declare function meterUsage(request: MeterUsageRequest): void;

declare const customer: Required<ResolveCustomerResult>;
declare const code: string;
declare const account: string;
declare const arn: string;
declare const product: ProductUsageRecord;
declare const license: LicenseUsageRecord;
declare const productBatch: ProductBatchMeterUsageRequest;
declare const licenseBatch: LicenseBatchMeterUsageRequest;
declare const isOld: boolean;

const use = { Timestamp: new Date(0), Dimension: "seats" };
const byAccount = { ...use, CustomerAWSAccountId: account };
const byLicense = { ...byAccount, LicenseArn: arn };

export function legalRequests(): void {
  batchMeterUsage({ ProductCode: "code", UsageRecords: [{ Timestamp: new Date(0), Dimension: "seats", CustomerIdentifier: "ifAPi5AcF3", QuantityAsDecimal: "1.5" }] });
  batchMeterUsage({ ProductCode: code, UsageRecords: [{ ...use, CustomerIdentifier: "ifAPi5AcF3", Quantity: 2 }, { ...byAccount, QuantityAsDecimal: "1.5" }, product] });
  batchMeterUsage({ UsageRecords: [{ Timestamp: new Date(0), Dimension: "seats", CustomerAWSAccountId: "111122223333", LicenseArn: "arn:aws:license" }] });
  batchMeterUsage({ UsageRecords: [{ ...byLicense, QuantityAsDecimal: "1.5" }, { ...byLicense, Quantity: 2 }, license] });
  batchMeterUsage({ UsageRecords: [{ ...use, CustomerAWSAccountId: customer.CustomerAWSAccountId, LicenseArn: customer.LicenseArn }] });
  batchMeterUsage({ UsageRecords: [] });
  batchMeterUsage({ ProductCode: code, UsageRecords: [] });
  batchMeterUsage(isOld ? productBatch : licenseBatch);
  batchMeterUsage({ UsageRecords: [{ ...byLicense, QuantityAsDecimal: "2", UsageAllocations: [{ AllocatedUsageQuantityAsDecimal: "2", Tags: [{ Key: "a", Value: "b" }] }] }] });
  meterUsage({ ProductCode: code, Timestamp: new Date(0), UsageDimension: "seats", UsageQuantityAsDecimal: "17.42", ClientToken: "token" });
  meterUsage({ ProductCode: code, Timestamp: new Date(0), UsageDimension: "seats", UsageQuantity: 17, UsageAllocations: [{ AllocatedUsageQuantity: 17 }] });
}

export function licensesInBatchesWithProductCode(): void {
  // @ts-expect-error The ProductCode of the batch already names the product; sending LicenseArn as well bills the customer twice.
  batchMeterUsage({ ProductCode: "code", UsageRecords: [{ Timestamp: new Date(0), Dimension: "seats", CustomerAWSAccountId: "1", LicenseArn: "arn:aws:license" }] });
  // @ts-expect-error The ProductCode of the batch already names the product; sending LicenseArn as well bills the customer twice.
  batchMeterUsage({ ProductCode: code, UsageRecords: [byLicense] });
  // @ts-expect-error The ProductCode of the batch already names the product; sending LicenseArn as well bills the customer twice.
  batchMeterUsage({ ProductCode: code, UsageRecords: [byAccount, byLicense] });
  // @ts-expect-error The ProductCode of the batch already names the product; sending LicenseArn as well bills the customer twice.
  batchMeterUsage({ ProductCode: "code", UsageRecords: [license] });
  // @ts-expect-error The ProductCode of the batch already names the product; sending LicenseArn as well bills the customer twice.
  batchMeterUsage({ ProductCode: customer.ProductCode, UsageRecords: [{ ...byAccount, LicenseArn: customer.LicenseArn }] });
  // @ts-expect-error The ProductCode of the batch already names the product; sending LicenseArn as well bills the customer twice.
  batchMeterUsage({ ...productBatch, UsageRecords: licenseBatch.UsageRecords });

  const widened = { ProductCode: code, UsageRecords: [byLicense] };
  // @ts-expect-error The ProductCode of the batch already names the product; sending LicenseArn as well bills the customer twice.
  batchMeterUsage(widened);
  // @ts-expect-error (strict) The ProductCode of the batch already names the product; sending LicenseArn as well bills the customer twice.
  batchMeterUsage({ ProductCode: code, UsageRecords: productBatch.UsageRecords.map((record) => ({ ...record, LicenseArn: arn })) });
  // @ts-expect-error The ProductCode of the batch already names the product; sending LicenseArn as well bills the customer twice.
  const record: ProductUsageRecord = { ...use, CustomerIdentifier: "ifAPi5AcF3", LicenseArn: arn };
  // @ts-expect-error The ProductCode of the batch already names the product; sending LicenseArn as well bills the customer twice.
  const batch: ProductBatchMeterUsageRequest = licenseBatch;
  batchMeterUsage({ ...batch, UsageRecords: [record] });
}

export function productCodeInBatchesOfLicenses(): void {
  // @ts-expect-error The LicenseArn of each record already names the product; sending ProductCode as well bills the customer twice.
  const literal: LicenseBatchMeterUsageRequest = { ProductCode: "code", UsageRecords: [license] };
  // @ts-expect-error The LicenseArn of each record already names the product; sending ProductCode as well bills the customer twice.
  const spread: LicenseBatchMeterUsageRequest = { ...licenseBatch, ProductCode: code };
  // @ts-expect-error The LicenseArn of each record already names the product; sending ProductCode as well bills the customer twice.
  batchMeterUsage({ ...(isOld ? { ProductCode: code } : {}), UsageRecords: licenseBatch.UsageRecords });
  // The compiler takes a batch with a ProductCode for one of a product, and finds the fault in its records.
  // @ts-expect-error The ProductCode of the batch already names the product; sending LicenseArn as well bills the customer twice.
  batchMeterUsage({ ...licenseBatch, ProductCode: code });
  batchMeterUsage(isOld ? literal : spread);
}

export function bothKindsOfRecordsInOneBatch(): void {
  // @ts-expect-error The ProductCode of the batch already names the product; sending LicenseArn as well bills the customer twice.
  batchMeterUsage({ ProductCode: "code", UsageRecords: [product, license] });
  // @ts-expect-error The ProductCode of the batch already names the product; sending LicenseArn as well bills the customer twice.
  batchMeterUsage({ ProductCode: code, UsageRecords: [{ ...byAccount, Quantity: 1 }, byLicense] });
  // @ts-expect-error The ProductCode of the batch already names the product; sending LicenseArn as well bills the customer twice.
  batchMeterUsage({ UsageRecords: [license, product] });
  // @ts-expect-error The ProductCode of the batch already names the product; sending LicenseArn as well bills the customer twice.
  batchMeterUsage({ UsageRecords: [license, { ...use, CustomerIdentifier: "ifAPi5AcF3" }] });
  // @ts-expect-error A LicenseArn goes with CustomerAWSAccountId; records with a CustomerIdentifier belong in a batch with a ProductCode.
  batchMeterUsage({ UsageRecords: [product] });
  // @ts-expect-error A LicenseArn goes with CustomerAWSAccountId; records with a CustomerIdentifier belong in a batch with a ProductCode.
  const record: LicenseUsageRecord = { ...byLicense, CustomerIdentifier: "ifAPi5AcF3" };
  batchMeterUsage({ UsageRecords: [record] });
}

export function whatIsLeftOfABatch(result: BatchMeterUsageResult): void {
  const left: readonly UsageRecord[] = result.UnprocessedRecords ?? [];

  batchMeterUsage({ UsageRecords: left.filter(isLicenseUsageRecord) });
  batchMeterUsage({ ProductCode: code, UsageRecords: left.filter(isProductUsageRecord) });
  if (left.every(isLicenseUsageRecord)) batchMeterUsage({ UsageRecords: left });
  for (const record of left) {
    if (isLicenseUsageRecord(record)) batchMeterUsage({ UsageRecords: [record] });
    else batchMeterUsage({ ProductCode: code, UsageRecords: [record] });
  }

  // @ts-expect-error A LicenseArn goes with CustomerAWSAccountId; records with a CustomerIdentifier belong in a batch with a ProductCode.
  batchMeterUsage({ UsageRecords: left });
  // @ts-expect-error A LicenseArn goes with CustomerAWSAccountId; records with a CustomerIdentifier belong in a batch with a ProductCode.
  batchMeterUsage({ ProductCode: code, UsageRecords: left });
  // @ts-expect-error The ProductCode of the batch already names the product; sending LicenseArn as well bills the customer twice.
  batchMeterUsage({ ProductCode: code, UsageRecords: left.filter(isLicenseUsageRecord) });
  // @ts-expect-error A LicenseArn goes with CustomerAWSAccountId; records with a CustomerIdentifier belong in a batch with a ProductCode.
  batchMeterUsage({ UsageRecords: left.filter(isProductUsageRecord) });
}

/** Bills twice and compiles: TypeScript has forgotten the LicenseArn before it compares. What changes here is news for users. */
export function whatTheCompilerOverlooks(): void {
  const forgetful: typeof byAccount = byLicense;
  batchMeterUsage({ ProductCode: code, UsageRecords: [forgetful] });
}
