// Services that speak AWS JSON: everything travels in the body of a POST, and a header says which operation it is.

import { bytesOf, json, restJson, type Service } from "../call.ts";

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/Things";

export const dynamodb: Service = {
  title: "DynamoDB", made: { document: "dynamodb" }, model: "dynamodb", signingName: "dynamodb", official: { name: "@aws-sdk/client-dynamodb", client: "DynamoDBClient" },
  calls: {
    "lists tables, with nothing said": { operation: "ListTables", answer: json({ TableNames: ["Things", "Zürich"], LastEvaluatedTableName: "Zürich" }) },
    "makes a table": {
      operation: "CreateTable",
      input: { TableName: "Things", KeySchema: [{ AttributeName: "id", KeyType: "HASH" }], AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }], ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 2 }, Tags: [{ Key: "a", Value: "" }] },
      answer: json({ TableDescription: { TableName: "Things", TableStatus: "CREATING", CreationDateTime: 1.421866952062e9, TableSizeBytes: 9_007_199_254_740_991, ItemCount: 0, TableArn: table, ProvisionedThroughput: { NumberOfDecreasesToday: 0, ReadCapacityUnits: 1, LastIncreaseDateTime: 1_421_866_952 } } }),
    },
    "puts an item of every type": {
      operation: "PutItem",
      input: {
        TableName: "Things", ReturnValues: "ALL_OLD", ConditionExpression: "attribute_not_exists(#i)", ExpressionAttributeNames: { "#i": "id" },
        Item: { id: { S: "ü 😀 \u2028 </script> \"" }, n: { N: "-1.50E+30" }, b: { B: new Uint8Array([0, 1, 254, 255]) }, none: { B: new Uint8Array() }, ss: { SS: ["a", "b"] }, ns: { NS: ["1", "2.0"] }, bs: { BS: [bytesOf("x"), bytesOf("yy")] }, l: { L: [{ NULL: true }, { BOOL: false }, { L: [] }] }, m: { M: { "": { S: "" }, __proto: { M: {} } } } },
      },
      answer: json({ Attributes: { id: { S: "ü 😀" }, b: { B: "AAH+/w==" }, bs: { BS: ["eA==", "eXk="] }, m: { M: { x: { L: [{ NULL: true }, { BOOL: false }, { N: "42" }] } } } }, ConsumedCapacity: { TableName: "Things", CapacityUnits: 1.5 } }),
    },
    "reads several tables at once": {
      operation: "BatchGetItem", input: { RequestItems: { Things: { Keys: [{ id: { S: "1" } }, { id: { S: "2" } }], ConsistentRead: true }, "Other.Things": { Keys: [{ id: { B: bytesOf("k") } }], ProjectionExpression: "#a, b" } } },
      answer: json({ Responses: { Things: [{ id: { S: "1" } }], "Other.Things": [] }, UnprocessedKeys: {} }),
    },
    "writes in a transaction, with a token made for it": { operation: "TransactWriteItems", input: { TransactItems: [{ Put: { TableName: "Things", Item: { id: { S: "1" } } } }, { Delete: { TableName: "Things", Key: { id: { S: "2" } } } }] }, answer: json({}) },
    "writes in a transaction, with a token of the caller's": { operation: "TransactWriteItems", input: { ClientRequestToken: "mine", TransactItems: [{ ConditionCheck: { TableName: "Things", Key: { id: { S: "1" } }, ConditionExpression: "attribute_exists(id)" } }] } },
    "queries with numbers and values that aren't said": { operation: "Query", input: { TableName: "Things", Limit: 10, ScanIndexForward: false, KeyConditionExpression: "id = :id", ExpressionAttributeValues: { ":id": { S: "1" } }, ExclusiveStartKey: undefined }, answer: json({ Items: [{ id: { S: "1" } }], Count: 1, ScannedCount: 3, LastEvaluatedKey: { id: { S: "1" } } }) },
    "exports to a point in time": { operation: "ExportTableToPointInTime", input: { TableArn: table, S3Bucket: "exports", ExportTime: new Date(1_700_000_000_123), ExportFormat: "DYNAMODB_JSON" }, answer: json({ ExportDescription: { ExportStatus: "IN_PROGRESS", StartTime: 1_700_000_001.5, ExportTime: 1_700_000_000.123, ItemCount: 0 } }) },
    "meets a failed condition, with the item": {
      operation: "PutItem", input: { TableName: "Things", Item: { id: { S: "1" } }, ConditionExpression: "attribute_not_exists(id)" },
      answer: { ...json({ __type: "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException", message: "The conditional request failed", Item: { id: { S: "1" }, b: { B: "AAE=" } } }), status: 400 },
    },
    "meets a cancelled transaction, with reasons": {
      operation: "TransactWriteItems", input: { TransactItems: [{ Put: { TableName: "Things", Item: { id: { S: "1" } } } }] },
      answer: { ...json({ __type: "com.amazonaws.dynamodb.v20120810#TransactionCanceledException", Message: "Transaction cancelled", CancellationReasons: [{ Code: "None" }, { Code: "ConditionalCheckFailed", Message: "The conditional request failed", Item: { n: { N: "1" } } }] }), status: 400 },
    },
    "meets an exception that nobody documented": { operation: "ListTables", answer: { ...json({ __type: "com.amazon.coral.service#UnrecognizedClientException", message: "The security token included in the request is invalid." }), status: 400 } },
    "meets a service that is down": { operation: "DescribeTable", input: { TableName: "Things" }, answer: { ...json({ __type: "com.amazonaws.dynamodb.v20120810#InternalServerError", message: "The request processing has failed." }), status: 500 } },
    "sends a session's token": { operation: "DescribeTable", input: { TableName: "Things" }, client: { sessionToken: "FwoGZXIvYXdzE/+=token" } },
    "goes to a FIPS endpoint in another region": { operation: "ListTables", client: { region: "us-gov-west-1", useFipsEndpoint: true } },
    "goes to a dual-stack endpoint": { operation: "ListTables", client: { region: "eu-central-1", useDualstackEndpoint: true } },
    "goes to China": { operation: "ListTables", client: { region: "cn-north-1" } },
    "goes to an endpoint of its own, with a path": { operation: "ListTables", client: { endpoint: "https://proxy.example:8443/dynamo" } },
  },
};

export const sqs: Service = {
  title: "SQS", made: {}, model: "sqs", signingName: "sqs", official: { name: "@aws-sdk/client-sqs", client: "SQSClient" },
  calls: {
    "makes a queue": { operation: "CreateQueue", input: { QueueName: "jobs.fifo", Attributes: { FifoQueue: "true" }, tags: { team: "a & b" } }, answer: json({ QueueUrl: "https://sqs.us-east-1.amazonaws.com/123456789012/jobs.fifo" }) },
    "sends a message with attributes": {
      operation: "SendMessage", input: { QueueUrl: "https://sqs.us-east-1.amazonaws.com/123456789012/jobs", MessageBody: "hello", DelaySeconds: 0, MessageAttributes: { kind: { DataType: "String", StringValue: "nightly" }, raw: { DataType: "Binary", BinaryValue: new Uint8Array([0, 255]) } } },
      answer: json({ MD5OfMessageBody: "5d41402abc4b2a76b9719d911017c592", MessageId: "5fea7756-0ea4-451a-a703-a558b933e274" }),
    },
    "receives messages": {
      operation: "ReceiveMessage", input: { QueueUrl: "https://sqs.us-east-1.amazonaws.com/123456789012/jobs", MaxNumberOfMessages: 2, WaitTimeSeconds: 0, AttributeNames: ["All"], MessageAttributeNames: ["kind", "raw.*"] },
      answer: json({ Messages: [{ MessageId: "1", ReceiptHandle: "r==", MD5OfBody: "5d41402abc4b2a76b9719d911017c592", Body: "hello", Attributes: { SentTimestamp: "1700000000000" }, MessageAttributes: { raw: { DataType: "Binary", BinaryValue: "AP8=" } } }] }),
    },
    "sends a batch of which a part fails": {
      operation: "SendMessageBatch", input: { QueueUrl: "https://sqs.us-east-1.amazonaws.com/123456789012/jobs", Entries: [{ Id: "a", MessageBody: "1" }, { Id: "b", MessageBody: "2" }] },
      answer: json({ Successful: [{ Id: "a", MessageId: "1", MD5OfMessageBody: "c4ca4238a0b923820dcc509a6f75849b" }], Failed: [{ Id: "b", SenderFault: true, Code: "InvalidMessageContents", Message: "no" }] }),
    },
    "deletes a message, and gets nothing back": { operation: "DeleteMessage", input: { QueueUrl: "https://sqs.us-east-1.amazonaws.com/123456789012/jobs", ReceiptHandle: "r==" } },
    "meets a queue that isn't there, under its older name, too": {
      operation: "GetQueueUrl", input: { QueueName: "nowhere" },
      answer: { ...json({ __type: "com.amazonaws.sqs#QueueDoesNotExist", message: "The specified queue does not exist." }, { "x-amzn-query-error": "AWS.SimpleQueueService.NonExistentQueue;Sender" }), status: 400 },
    },
  },
};

export const kms: Service = {
  title: "KMS", made: { document: "kms" }, model: "kms", signingName: "kms", official: { name: "@aws-sdk/client-kms", client: "KMSClient" },
  calls: {
    "encrypts bytes in a context": { operation: "Encrypt", input: { KeyId: "alias/mine", Plaintext: new Uint8Array([1, 2, 3]), EncryptionContext: { "a b": "ü", empty: "" } }, answer: json({ CiphertextBlob: "AQID", KeyId: "arn:aws:kms:us-east-1:123456789012:key/1", EncryptionAlgorithm: "SYMMETRIC_DEFAULT" }) },
    "describes a key, with dates": { operation: "DescribeKey", input: { KeyId: "alias/mine", GrantTokens: ["one", "two"] }, answer: json({ KeyMetadata: { KeyId: "1", CreationDate: 1_700_000_000.25, Enabled: true, MultiRegion: false, SigningAlgorithms: [], KeyState: "Enabled" } }) },
    "imports key material that ends": { operation: "ImportKeyMaterial", input: { KeyId: "1", ImportToken: bytesOf("t"), EncryptedKeyMaterial: bytesOf("m"), ValidTo: new Date(1_800_000_000_000), ExpirationModel: "KEY_MATERIAL_EXPIRES" }, answer: json({}) },
    "lists keys, page by page": { operation: "ListKeys", input: { Limit: 2, Marker: "m" }, answer: json({ Keys: [{ KeyId: "1", KeyArn: "arn" }], Truncated: true, NextMarker: "n" }) },
    "meets a key that isn't there": { operation: "DescribeKey", input: { KeyId: "none" }, answer: { ...json({ __type: "NotFoundException", message: "Key 'none' does not exist" }), status: 400 } },
    "meets an exception that is named in a header": { operation: "Encrypt", input: { KeyId: "1", Plaintext: bytesOf("x") }, answer: { ...json({ message: "disabled" }, { "x-amzn-errortype": "DisabledException:http://internal.amazon.com/coral/com.amazonaws.kms/" }), status: 400 } },
  },
};

export const metering: Service = {
  title: "Marketplace Metering", made: { spec: { file: "spec/metering-marketplace.yaml", overlays: ["spec/metering-marketplace.overlay.yaml"] } }, model: "meteringmarketplace", signingName: "aws-marketplace", official: { name: "@aws-sdk/client-marketplace-metering", client: "MarketplaceMeteringClient" },
  calls: {
    "meters usage, with allocations": {
      operation: "MeterUsage", input: { ProductCode: "4w1vgsrkqdkypbz43g7qkk4uz", Timestamp: new Date(1_700_000_000_500), UsageDimension: "seats", UsageQuantity: 3, DryRun: false, UsageAllocations: [{ AllocatedUsageQuantity: 3, Tags: [{ Key: "team", Value: "ü" }] }] },
      answer: json({ MeteringRecordId: "id" }),
    },
    "meters a batch of which a part stays": {
      operation: "BatchMeterUsage", input: { ProductCode: "p", UsageRecords: [{ Timestamp: new Date(1_700_000_000_000), CustomerIdentifier: "c", Dimension: "d", Quantity: 0 }] },
      answer: json({ Results: [{ UsageRecord: { Timestamp: 1_700_000_000, CustomerIdentifier: "c", Dimension: "d", Quantity: 0 }, MeteringRecordId: "id", Status: "DuplicateRecord" }], UnprocessedRecords: [] }),
    },
    "registers usage, and gets a date back": { operation: "RegisterUsage", input: { ProductCode: "p", PublicKeyVersion: 1 }, answer: json({ PublicKeyRotationTimestamp: 1_700_000_000, Signature: "jwt" }) },
    "meets a token that has expired": { operation: "ResolveCustomer", input: { RegistrationToken: "t" }, answer: { ...json({ __type: "ExpiredTokenException", message: "expired" }), status: 400 } },
  },
};

export const stepFunctions: Service = {
  title: "Step Functions", made: { document: "states" }, model: "stepfunctions", signingName: "states", official: { name: "@aws-sdk/client-sfn", client: "SFNClient" },
  calls: {
    "starts an execution": { operation: "StartExecution", input: { stateMachineArn: "arn:aws:states:us-east-1:123456789012:stateMachine:s", name: "n", input: "{\"a\":1}" }, answer: json({ executionArn: "arn", startDate: 1_700_000_000.001 }) },
    "starts one and waits for it, at a host of its own": { operation: "StartSyncExecution", input: { stateMachineArn: "arn:aws:states:us-east-1:123456789012:stateMachine:s" }, answer: json({ executionArn: "arn", startDate: 1.5, stopDate: 2.75, status: "SUCCEEDED", output: "{}", billingDetails: { billedDurationInMilliseconds: 100 } }) },
  },
};

export const cognitoIdentity: Service = {
  title: "Cognito Identity", made: { document: "cognito-identity" }, model: "cognito-identity", signingName: "cognito-identity", official: { name: "@aws-sdk/client-cognito-identity", client: "CognitoIdentityClient" },
  calls: {
    "asks for an identity, unsigned": { operation: "GetId", input: { IdentityPoolId: "us-east-1:pool", Logins: { "accounts.google.com": "jwt" } }, answer: json({ IdentityId: "us-east-1:id" }) },
    "asks for credentials, unsigned": { operation: "GetCredentialsForIdentity", input: { IdentityId: "us-east-1:id" }, answer: json({ IdentityId: "us-east-1:id", Credentials: { AccessKeyId: "A", SecretKey: "S", SessionToken: "T", Expiration: 1_700_000_000 } }) },
    "lists pools, signed": { operation: "ListIdentityPools", input: { MaxResults: 5 }, answer: json({ IdentityPools: [{ IdentityPoolId: "p", IdentityPoolName: "n" }] }) },
    "meets a refusal": { operation: "GetId", input: { IdentityPoolId: "p" }, answer: restJson({ __type: "NotAuthorizedException", message: "no" }, { status: 400 }) },
  },
};
