// Generated from spec/metering-marketplace.yaml by Countersign. Don't edit: change the document, its overlay or a template, and generate again.
// MarketplaceMetering: what operations take and give.
/** Tells a `ProductBatchMeterUsageRequest` from the other forms of `BatchMeterUsageRequest`. */
export function isProductBatchMeterUsageRequest(value) {
    return value.ProductCode !== undefined;
}
/** Tells a `LicenseBatchMeterUsageRequest` from the other forms of `BatchMeterUsageRequest`. */
export function isLicenseBatchMeterUsageRequest(value) {
    return value.ProductCode === undefined;
}
/** Tells a `ProductUsageRecord` from the other forms of `UsageRecord`. */
export function isProductUsageRecord(value) {
    return value.LicenseArn === undefined;
}
/** Tells a `LicenseUsageRecord` from the other forms of `UsageRecord`. */
export function isLicenseUsageRecord(value) {
    return value.LicenseArn !== undefined;
}
/** The values of `UsageRecordResultStatus` that the document names; the service may send others. */
export const UsageRecordResultStatus = {
    Success: "Success",
    CustomerNotSubscribed: "CustomerNotSubscribed",
    DuplicateRecord: "DuplicateRecord",
};
