// Generated from spec/metering-marketplace.yaml by Countersign. Don't edit: change the document, its overlay or a template, and generate again.
// MarketplaceMetering: members that change form between JavaScript and the wire. All others pass as they are.
import { epochSeconds, } from "./runtime/shapes.js";
export const batchMeterUsageRequestShape = {
    members: {
        UsageRecords: { list: { members: { Timestamp: epochSeconds } } },
    },
};
export const batchMeterUsageResultShape = {
    members: {
        Results: { list: () => usageRecordResultShape },
        UnprocessedRecords: { list: () => usageRecordShape },
    },
};
export const meterUsageRequestShape = {
    members: {
        Timestamp: epochSeconds,
    },
};
export const registerUsageResultShape = {
    members: {
        PublicKeyRotationTimestamp: epochSeconds,
    },
};
export const usageRecordShape = {
    members: {
        Timestamp: epochSeconds,
    },
};
export const usageRecordResultShape = {
    members: {
        UsageRecord: () => usageRecordShape,
    },
};
