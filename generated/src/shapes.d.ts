import { type StructureShape } from "./runtime/shapes.ts";
export declare const batchMeterUsageRequestShape: StructureShape;
export declare const batchMeterUsageResultShape: StructureShape;
export declare const meterUsageRequestShape: StructureShape;
export declare const registerUsageResultShape: StructureShape;
export declare const usageRecordShape: StructureShape;
export declare const usageRecordResultShape: StructureShape;
