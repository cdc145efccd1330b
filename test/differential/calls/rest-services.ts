// Services that speak REST with JSON or XML: members travel in paths, queries, headers and bodies.

import { bytesOf, restJson, streamOf, xml, type Service } from "../call.ts";

const lambdaArn = "arn:aws:lambda:us-east-1:123456789012:function:greet:1";
const jsonFailure = (status: number, type: string, members: object) => restJson(members, { status, headers: { "x-amzn-errortype": type } });

export const lambda: Service = {
  title: "Lambda", made: { document: "lambda" }, model: "lambda", signingName: "lambda", official: { name: "@aws-sdk/client-lambda", client: "LambdaClient" },
  calls: {
    "invokes with a payload, and reads a payload and headers": {
      operation: "Invoke", input: { FunctionName: "greet", Qualifier: "$LATEST", InvocationType: "RequestResponse", LogType: "Tail", ClientContext: "eyJhIjoxfQ==", Payload: bytesOf("{\"name\": \"ü\"}") },
      answer: restJson({ hello: "ü" }, { headers: { "x-amz-executed-version": "$LATEST", "x-amz-log-result": "bG9n", "x-amz-function-error": "Unhandled" } }),
    },
    "invokes without a payload, and reads none": { operation: "Invoke", input: { FunctionName: "greet", InvocationType: "Event" }, answer: { status: 202 } },
    "invokes by a path that holds an ARN": { operation: "Invoke", input: { FunctionName: lambdaArn, Payload: bytesOf("{}") } },
    "makes a function of bytes": {
      operation: "CreateFunction", input: { FunctionName: "greet", Role: "arn:aws:iam::123456789012:role/r", Runtime: "nodejs20.x", Handler: "index.handler", Code: { ZipFile: new Uint8Array([80, 75, 5, 6]) }, Environment: { Variables: { A: "", "B ": "ü" } }, Layers: [], Timeout: 5, Publish: false },
      answer: restJson({ FunctionName: "greet", CodeSize: 4, LastModified: "2023-11-14T22:13:20.000+0000", Environment: { Variables: { A: "" } }, Layers: [], VpcConfig: null }, { status: 201 }),
    },
    "lists functions, with nothing said": { operation: "ListFunctions", answer: restJson({ Functions: [{ FunctionName: "a" }], NextMarker: null }) },
    "lists functions, with numbers in the query": { operation: "ListFunctions", input: { MaxItems: 5, Marker: "a+b/=&c", FunctionVersion: "ALL" } },
    "unlabels by lists in the query": { operation: "UntagResource", older: { Resource: "ARN" }, input: { Resource: lambdaArn, TagKeys: ["a b", "c&d", "ü"] }, answer: { status: 204 } },
    "lists sources of events, with dates in seconds": { operation: "ListEventSourceMappings", input: { FunctionName: "greet" }, answer: restJson({ EventSourceMappings: [{ UUID: "u", StartingPositionTimestamp: 1_700_000_000.5, LastModified: 1.7e9, BatchSize: 0 }] }) },
    "makes a source of events from a time on": { operation: "CreateEventSourceMapping", input: { FunctionName: "greet", EventSourceArn: "arn", StartingPosition: "AT_TIMESTAMP", StartingPositionTimestamp: new Date(1_700_000_000_500), FilterCriteria: { Filters: [{ Pattern: "{}" }] } } },
    "makes a URL, whose answer has dates as texts": { operation: "GetFunctionUrlConfig", input: { FunctionName: "greet" }, answer: restJson({ FunctionUrl: "https://u", CreationTime: "2023-11-14T22:13:20.000Z", AuthType: "NONE", Cors: { AllowCredentials: false, MaxAge: 0 } }) },
    "invokes as the older operation does": { operation: "InvokeAsync", input: { FunctionName: "greet", InvokeArgs: bytesOf("{\"a\": 1}") }, answer: { status: 202, headers: { "content-type": "application/json" }, body: "{}" } },
    "meets a function that isn't there": { operation: "GetFunction", input: { FunctionName: "nowhere" }, answer: jsonFailure(404, "ResourceNotFoundException", { Type: "User", Message: "Function not found: nowhere" }) },
    "meets throttling, with a header": { operation: "ListFunctions", answer: { ...jsonFailure(429, "TooManyRequestsException", { Reason: "CallerRateLimitExceeded", message: "Rate Exceeded." }), headers: { "content-type": "application/json", "x-amzn-errortype": "TooManyRequestsException", "retry-after": "7" } } },
    "meets a proxy's page": { operation: "ListFunctions", answer: { status: 502, headers: { "content-type": "text/html" }, body: "<html><body>Bad Gateway</body></html>" } },
  },
};

export const apiGateway: Service = {
  title: "API Gateway", made: { document: "apigateway" }, model: "apigateway", signingName: "apigateway", official: { name: "@aws-sdk/client-api-gateway", client: "APIGatewayClient" },
  calls: {
    "makes an API": { operation: "CreateRestApi", input: { name: "pets", description: "", binaryMediaTypes: ["image/png"], tags: { a: "b" }, minimumCompressionSize: 0 }, answer: restJson({ id: "abc", name: "pets", createdDate: 1_700_000_000, warnings: [], apiKeySource: "HEADER" }, { status: 201 }) },
    "imports an API, which is bytes, with a map in the query": { operation: "ImportRestApi", input: { failOnWarnings: true, parameters: { endpointConfigurationTypes: "REGIONAL", "a b": "c&d" }, body: bytesOf("{\"openapi\": \"3.0.0\"}") }, answer: restJson({ id: "abc" }, { status: 201 }) },
    "exports an API, which is bytes with headers": { operation: "GetExport", input: { restApiId: "abc", stageName: "a/b c", exportType: "oas30", parameters: { extensions: "apigateway" }, accepts: "application/yaml" }, answer: { headers: { "content-type": "application/yaml", "content-disposition": "attachment" }, body: "openapi: 3.0.0\n" } },
    "reads resources, with lists in the query": { operation: "GetResources", input: { restApiId: "abc", embed: ["methods", "a,b"], limit: 500 }, answer: restJson({ item: [{ id: "r", path: "/", resourceMethods: { GET: {} } }], position: "p" }) },
    "changes a method by operations": { operation: "UpdateMethod", input: { restApiId: "abc", resourceId: "r", httpMethod: "GET", patchOperations: [{ op: "replace", path: "/requestParameters/method.request.querystring.a~1b", value: "true" }] }, answer: restJson({ httpMethod: "GET", apiKeyRequired: false, methodResponses: { 200: { statusCode: "200", responseModels: { "application/json": "Empty" } } } }) },
    "deletes an API": { operation: "DeleteRestApi", input: { restApiId: "a/b" }, answer: { status: 202 } },
    "unlabels": { operation: "UntagResource", input: { resourceArn: "arn:aws:apigateway:us-east-1::/restapis/abc", tagKeys: ["a", "b"] } },
    "asks for usage by days": { operation: "GetUsage", input: { usagePlanId: "u", keyId: "k", startDate: "2023-11-14", endDate: "2023-11-15" }, answer: restJson({ usagePlanId: "u", startDate: "2023-11-14", values: { k: [[0, 10], [1, 9]] } }) },
    "meets too many requests, with a member in a header": { operation: "GetRestApis", answer: { ...jsonFailure(429, "TooManyRequestsException", { message: "Too Many Requests" }), headers: { "content-type": "application/json", "x-amzn-errortype": "TooManyRequestsException", "retry-after": "3" } } },
  },
};

export const efs: Service = {
  title: "EFS", made: { document: "elasticfilesystem" }, model: "efs", signingName: "elasticfilesystem", official: { name: "@aws-sdk/client-efs", client: "EFSClient" },
  calls: {
    "makes a file system, with a token made for it": { operation: "CreateFileSystem", input: { PerformanceMode: "generalPurpose", ProvisionedThroughputInMibps: 1.5, Tags: [{ Key: "Name", Value: "x" }] }, answer: restJson({ OwnerId: "o", CreationToken: "t", FileSystemId: "fs-1", CreationTime: 1_700_000_000.0, LifeCycleState: "creating", NumberOfMountTargets: 0, SizeInBytes: { Value: 0, Timestamp: 1_700_000_000 }, Tags: [] }, { status: 201 }) },
    "deletes a file system": { operation: "DeleteFileSystem", input: { FileSystemId: "fs-1" }, answer: { status: 204 } },
    "meets a file system that is there already, with members": { operation: "CreateFileSystem", input: { CreationToken: "t" }, answer: jsonFailure(409, "FileSystemAlreadyExists", { ErrorCode: "FileSystemAlreadyExists", Message: "already there", FileSystemId: "fs-1" }) },
  },
};

export const batch: Service = {
  title: "Batch", made: { document: "batch" }, model: "batch", signingName: "batch", official: { name: "@aws-sdk/client-batch", client: "BatchClient" },
  calls: {
    "submits a job": { operation: "SubmitJob", input: { jobName: "j", jobQueue: "q", jobDefinition: "d:1", arrayProperties: { size: 2 }, containerOverrides: { environment: [{ name: "A", value: "" }] }, timeout: { attemptDurationSeconds: 60 } }, answer: restJson({ jobArn: "arn", jobName: "j", jobId: "1" }) },
    "describes jobs, with numbers for times": { operation: "DescribeJobs", input: { jobs: ["1"] }, answer: restJson({ jobs: [{ jobId: "1", startedAt: 1_700_000_000_123, isCancelled: false, attempts: [] }] }) },
  },
};

const iotToken = "b7a7ff2c-4f0e-11ee-be56-0242ac120002";

export const iot: Service = {
  title: "IoT", made: { document: "iot" }, model: "iot", signingName: "iot", official: { name: "@aws-sdk/client-iot", client: "IoTClient" },
  calls: {
    "lists tasks between times in the query": { operation: "ListAuditTasks", input: { startTime: new Date(1_700_000_000_000), endTime: new Date(1_700_003_600_500), maxResults: 1 }, answer: restJson({ tasks: [{ taskId: "t" }] }) },
    "makes a package, with a token in the query": { operation: "CreatePackage", input: { packageName: "a~b", tags: { x: "y" } } },
    "makes a package, with a token of the caller's": { operation: "CreatePackage", input: { packageName: "p", clientToken: iotToken } },
    "confirms by a path that takes the rest": { operation: "ConfirmTopicRuleDestination", input: { confirmationToken: "a/b c" } },
    "attaches a principal by a header": { operation: "AttachThingPrincipal", input: { thingName: "t:1", principal: "arn:aws:iot:us-east-1:123456789012:cert/a" } },
    "describes an index, with dates in seconds": { operation: "DescribeThingGroup", input: { thingGroupName: "g" }, answer: restJson({ thingGroupName: "g", version: 1, thingGroupMetadata: { creationDate: 1_700_000_000.123 } }) },
    "meets a thing that isn't there": { operation: "DescribeThingGroup", input: { thingGroupName: "none" }, answer: jsonFailure(404, "ResourceNotFoundException", { message: "Thing group none not found" }) },
  },
};

export const lex: Service = {
  title: "Lex", made: { document: "runtime.lex" }, model: "lex-runtime", signingName: "lex", official: { name: "@aws-sdk/client-lex-runtime-service", client: "LexRuntimeServiceClient" },
  calls: {
    "posts content, with JSON in headers and a stream back": {
      operation: "PostContent", input: { botName: "b", botAlias: "$LATEST", userId: "u", contentType: "text/plain; charset=utf-8", accept: "audio/mpeg", sessionAttributes: { a: "ü", b: 1 }, inputStream: streamOf("hello") },
      answer: { headers: { "content-type": "audio/mpeg", "x-amz-lex-intent-name": "i", "x-amz-lex-slots": Buffer.from("{\"a\":null,\"b\":\"c\"}").toString("base64"), "x-amz-lex-dialog-state": "Fulfilled" }, body: new Uint8Array([1, 2, 3]) },
    },
    "posts text": { operation: "PostText", input: { botName: "b", botAlias: "a", userId: "u", inputText: "hi", sessionAttributes: { a: "b" } }, answer: restJson({ intentName: "i", slots: { a: null, b: "c" }, nluIntentConfidence: { score: 0.5 } }) },
  },
};

const route53Namespace = "https://route53.amazonaws.com/doc/2013-04-01/";

export const route53: Service = {
  title: "Route 53", made: { document: "route53" }, model: "route53", signingName: "route53", official: { name: "@aws-sdk/client-route-53", client: "Route53Client" },
  calls: {
    "makes a zone": {
      operation: "CreateHostedZone", input: { Name: "example.com.", CallerReference: "r", HostedZoneConfig: { Comment: "<a> & \"b\" 'c' \r\n ü", PrivateZone: false } },
      answer: xml(`<CreateHostedZoneResponse xmlns="${route53Namespace}"><HostedZone><Id>/hostedzone/Z1</Id><Name>example.com.</Name><CallerReference>r</CallerReference><Config><Comment> a </Comment><PrivateZone>false</PrivateZone></Config><ResourceRecordSetCount>2</ResourceRecordSetCount></HostedZone><ChangeInfo><Id>/change/C1</Id><Status>PENDING</Status><SubmittedAt>2023-11-14T22:13:20.123Z</SubmittedAt></ChangeInfo><DelegationSet><NameServers><NameServer>ns-1.example</NameServer><NameServer>ns-2.example</NameServer></NameServers></DelegationSet></CreateHostedZoneResponse>`, { status: 201, headers: { location: "https://route53.amazonaws.com/2013-04-01/hostedzone/Z1" } }),
    },
    "changes records": {
      operation: "ChangeResourceRecordSets", input: { HostedZoneId: "Z1", ChangeBatch: { Changes: [{ Action: "UPSERT", ResourceRecordSet: { Name: "www.example.com.", Type: "A", TTL: 0, ResourceRecords: [{ Value: "192.0.2.1" }, { Value: "\"quoted\"" }] } }] } },
      answer: xml(`<ChangeResourceRecordSetsResponse xmlns="${route53Namespace}"><ChangeInfo><Id>/change/C2</Id><Status>INSYNC</Status><SubmittedAt>2023-11-14T22:13:20Z</SubmittedAt></ChangeInfo></ChangeResourceRecordSetsResponse>`),
    },
    "reads a zone by the id that the service gave, with its prefix": { operation: "GetHostedZone", input: { Id: "/hostedzone/Z1" } },
    "reads a zone by its id alone": { operation: "GetHostedZone", input: { Id: "Z1" } },
    "lists records from a name on": { operation: "ListResourceRecordSets", input: { HostedZoneId: "Z1", StartRecordName: "\\052.example.com", StartRecordType: "CNAME", MaxItems: 5 }, answer: xml(`<ListResourceRecordSetsResponse xmlns="${route53Namespace}"><ResourceRecordSets><ResourceRecordSet><Name>\\052.example.com.</Name><Type>CNAME</Type><TTL>300</TTL><ResourceRecords/></ResourceRecordSet></ResourceRecordSets><IsTruncated>false</IsTruncated><MaxItems>5</MaxItems></ListResourceRecordSetsResponse>`) },
    "meets a zone that isn't there": { operation: "GetHostedZone", input: { Id: "ZNONE" }, answer: xml(`<ErrorResponse xmlns="${route53Namespace}"><Error><Type>Sender</Type><Code>NoSuchHostedZone</Code><Message>No hosted zone found with ID: ZNONE</Message></Error><RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId></ErrorResponse>`, { status: 404 }) },
    "meets a batch that isn't right, with a list of messages": { operation: "ChangeResourceRecordSets", input: { HostedZoneId: "Z1", ChangeBatch: { Changes: [] } }, answer: xml(`<InvalidChangeBatch xmlns="${route53Namespace}"><Messages><Message>one</Message><Message>two</Message></Messages><RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId></InvalidChangeBatch>`, { status: 400 }) },
  },
};

const cloudFrontNamespace = "http://cloudfront.amazonaws.com/doc/2020-05-31/";

export const cloudFront: Service = {
  title: "CloudFront", made: { document: "cloudfront" }, model: "cloudfront", signingName: "cloudfront", official: { name: "@aws-sdk/client-cloudfront", client: "CloudFrontClient" },
  calls: {
    "invalidates paths": {
      operation: "CreateInvalidation", input: { DistributionId: "E1", InvalidationBatch: { CallerReference: "r", Paths: { Quantity: 2, Items: ["/a b/*", "/<x>"] } } },
      answer: xml(`<Invalidation xmlns="${cloudFrontNamespace}"><Id>I1</Id><Status>InProgress</Status><CreateTime>2023-11-14T22:13:20.000Z</CreateTime><InvalidationBatch><Paths><Quantity>2</Quantity><Items><Path>/a b/*</Path><Path>/&lt;x&gt;</Path></Items></Paths><CallerReference>r</CallerReference></InvalidationBatch></Invalidation>`, { status: 201, headers: { location: "https://cloudfront.amazonaws.com/l" } }),
    },
    "deletes a distribution of a version": { operation: "DeleteDistribution", input: { Id: "E1", IfMatch: "E2QWRUHEXAMPLE" }, answer: { status: 204 } },
    "labels a resource": { operation: "TagResource", input: { Resource: "arn:aws:cloudfront::123456789012:distribution/E1", Tags: { Items: [{ Key: "a", Value: "b" }] } }, answer: { status: 204 } },
    "makes a function of bytes": { operation: "CreateFunction", input: { Name: "f", FunctionConfig: { Comment: "", Runtime: "cloudfront-js-1.0" }, FunctionCode: bytesOf("function handler() { return 1 < 2; }") } },
    "reads a function, which is bytes with headers": { operation: "GetFunction", input: { Name: "f", Stage: "LIVE" }, answer: { headers: { etag: "E", "content-type": "application/octet-stream" }, body: "function handler() {}" } },
    "lists distributions": { operation: "ListDistributions", input: { MaxItems: "1" }, answer: xml(`<DistributionList xmlns="${cloudFrontNamespace}"><Marker/><MaxItems>1</MaxItems><IsTruncated>false</IsTruncated><Quantity>0</Quantity></DistributionList>`) },
    "meets a distribution that isn't there": { operation: "DeleteDistribution", input: { Id: "E0" }, answer: xml(`<ErrorResponse xmlns="${cloudFrontNamespace}"><Error><Type>Sender</Type><Code>NoSuchDistribution</Code><Message>no</Message></Error><RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId></ErrorResponse>`, { status: 404 }) },
  },
};
