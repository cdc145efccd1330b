// What the programs send and get: a request of 1 KB, a batch of 25 records, an answer with 1,000 results.

export const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };

export const region = "us-east-1";

export const signingName = "aws-marketplace";

const arn = "arn:aws:license-manager::123456789012:license:l-0123456789abcdef0123456789abcdef";

export const records = Array.from({ length: 25 }, (_, at) => ({
  Timestamp: new Date(1_763_000_000_500 + at),
  Dimension: "users",
  CustomerAWSAccountId: "123456789012",
  LicenseArn: arn,
  Quantity: 3 + at,
}));

/** An answer as it comes over the wire. */
export const answer: string = JSON.stringify({
  Results: Array.from({ length: 1_000 }, (_, at) => ({
    UsageRecord: { ...records[at % 25], Timestamp: 1_763_000_000.5 + at },
    MeteringRecordId: "5d672d79-c15b-1316-2d92-79b0855cfba6",
    Status: "Success",
  })),
  UnprocessedRecords: [],
});

/** A request as it is before it is signed. */
export const request = {
  method: "POST",
  protocol: "https:" as const,
  host: "metering.marketplace.us-east-1.amazonaws.com",
  path: "/",
  query: "",
  headers: {
    "user-agent": "marketplace-metering/0.1.0",
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": "AWSMPMeteringService.BatchMeterUsage",
    "amz-sdk-invocation-id": "00000000-0000-4000-8000-000000000000",
    "amz-sdk-request": "attempt=1; max=3",
  },
  body: "x".repeat(1_024),
};
