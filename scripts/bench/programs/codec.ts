// Prints what encoding 25 records and decoding 1,000 results cost: ours, and mappings written by hand for these types.

import { batchMeterUsageRequestShape, batchMeterUsageResultShape } from "../../../generated/src/shapes.ts";
import { readBody, writeBody } from "../../../generated/src/runtime/protocols/json-body.ts";
import { inTurns } from "./in-turns.ts";
import { answer, records } from "./sample.ts";

const input = { UsageRecords: records };
const body = new TextEncoder().encode(answer);
const decoder = new TextDecoder();

const costs = await inTurns(
  {
    "encode by hand": {
      times: 2_000,
      run: () => JSON.stringify({ ...input, UsageRecords: input.UsageRecords.map((record) => ({ ...record, Timestamp: record.Timestamp.getTime() / 1_000 })) }),
    },
    encode: { times: 2_000, run: () => writeBody(input, batchMeterUsageRequestShape, true) },
    "decode by hand": {
      times: 25,
      run() {
        const value = JSON.parse(decoder.decode(body));
        for (const { UsageRecord } of value.Results) UsageRecord.Timestamp = new Date(UsageRecord.Timestamp * 1_000);
        for (const record of value.UnprocessedRecords) record.Timestamp = new Date(record.Timestamp * 1_000);
        return value;
      },
    },
    decode: { times: 25, run: () => readBody({ status: 200, headers: {}, body }, batchMeterUsageResultShape, undefined) },
  },
  40,
);
console.log(JSON.stringify(costs));
