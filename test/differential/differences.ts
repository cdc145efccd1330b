// Where generated clients and AWS's SDK differ, and why that is meant. The list may only shrink: what doesn't differ any more must go
// from here. An entry is the name of a call, and what differs of it.

export const known: Readonly<Record<string, readonly string[]>> = {
  "The SDK sends what names a table by its ARN to a host of the account, which is quicker for AWS; the region's host takes it as well.": [
    "DynamoDB exports to a point in time: header host",
  ],
  "The SDK has S3 send a checksum with every object, and verifies it. We verify those that are asked for by `ChecksumMode`.": [
    "S3 gets an object as a stream: header x-amz-checksum-mode",
  ],
  "The SDK sends streams to S3 in pieces of its own format with a checksum at the end. We send them as they are; who wants a checksum gives it as a member.": [
    "S3 puts a stream as the SDK does unless told otherwise: header content-encoding",
    "S3 puts a stream as the SDK does unless told otherwise: header x-amz-trailer",
    "S3 puts a stream as the SDK does unless told otherwise: header x-amz-decoded-content-length",
    "S3 puts a stream as the SDK does unless told otherwise: header x-amz-sdk-checksum-algorithm",
    "S3 puts a stream as the SDK does unless told otherwise: header x-amz-content-sha256",
    "S3 puts a stream as the SDK does unless told otherwise: body",
  ],
  "A body that isn't what its checksum says is an exception of ours with a name and a status, not a bare Error.": [
    "S3 meets an object whose checksum is another's: name",
    "S3 meets an object whose checksum is another's: problem",
  ],
  "The SDK adds a member that S3 doesn't send, for dates that can't be read.": [
    "S3 looks at an object: output",
  ],
  "An answer to HEAD has no body, so nothing names the failure. The SDK makes a name of the status; we leave it at the status.": [
    "S3 looks at an object that isn't there: name",
    "S3 looks at an object that isn't there: problem",
  ],
  "A failure inside of a 200 gets a status that is retried: 503 in the SDK, 500 with us, as in botocore.": [
    "S3 copies, and meets an error inside of a 200: status",
    "S3 completes an upload, and meets an error inside of a 200: status",
  ],
  "What has no body has no type of a body with us.": [
    "S3 makes a bucket here: header content-type",
    "Lambda invokes without a payload, and reads none: header content-type",
  ],
  "The document and botocore's model have a slash at the end; the service takes both.": [
    "Route 53 changes records: path",
    "Route 53 meets a batch that isn't right, with a list of messages: path",
  ],
  "In botocore's model and in the document it is a text.": [
    "Route 53 lists records from a name on: output",
  ],
  "The root of the answer is the exception's name here, which the SDK doesn't look at.": [
    "Route 53 meets a batch that isn't right, with a list of messages: name",
    "Route 53 meets a batch that isn't right, with a list of messages: problem",
  ],
  "No payload is no bytes with us, and null in the SDK.": [
    "Lambda invokes without a payload, and reads none: output",
  ],
  "What isn't JSON is an exception of the service by its status with us; the SDK throws a SyntaxError.": [
    "Lambda meets a proxy's page: name",
    "Lambda meets a proxy's page: problem",
    "Lambda meets a proxy's page: fault",
  ],
  "Smithy's tests want what is null left out of maps that aren't said to hold it; the SDK leaves it in.": [
    "Lex posts text: output",
  ],
};
