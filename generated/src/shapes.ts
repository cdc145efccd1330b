// Generated from spec/metering-marketplace.yaml by Countersign. Don't edit: change the document, its overlay or a template, and generate again.
// MarketplaceMetering: members that change form between JavaScript and the wire. All others pass as they are.

import {
  epochSecondsInput,
  timestampOutput,
  type StructureShape,
} from "./runtime/shapes.ts";

export const batchMeterUsageRequestShape: StructureShape = {
  members: {
    UsageRecords: { list: { members: { Timestamp: epochSecondsInput } } },
  },
};

export const batchMeterUsageResultShape: StructureShape = {
  members: {
    Results: { list: () => usageRecordResultShape },
    UnprocessedRecords: { list: () => usageRecordShape },
  },
};

export const meterUsageRequestShape: StructureShape = {
  members: {
    Timestamp: epochSecondsInput,
  },
};

export const registerUsageResultShape: StructureShape = {
  members: {
    PublicKeyRotationTimestamp: timestampOutput,
  },
};

export const usageRecordShape: StructureShape = {
  members: {
    Timestamp: timestampOutput,
  },
};

export const usageRecordResultShape: StructureShape = {
  members: {
    UsageRecord: () => usageRecordShape,
  },
};
