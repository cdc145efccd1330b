// What is called of each service, and what must come back. The names of the steps make sentences: "SQS sends a message".

import { deepStrictEqual as same, match, ok, strictEqual as equal } from "node:assert/strict";
import type { Answer } from "../support/aws-packages.ts";
import { dynamodbLocally } from "./dynamodb.ts";
import { bytes, type LiveService, text } from "./service.ts";
import { invocations, streams } from "./streams.ts";
import { zip } from "./zip.ts";

const sqs: LiveService = {
  title: "SQS (Query)", document: "sqs", harmless: "listQueues", server: "moto", host: "sqs.us-east-1.amazonaws.com",
  operations: ["CreateQueue", "GetQueueUrl", "SendMessage", "SendMessageBatch", "ReceiveMessage", "GetQueueAttributes", "ListQueueTags", "ListQueues", "DeleteMessage", "DeleteQueue"],
  steps: {
    "makes a queue, with attributes and tags": async (call, known) => {
      const { QueueUrl } = await call("createQueue", { QueueName: "jobs", Attributes: { DelaySeconds: "0", VisibilityTimeout: "5" }, tags: { team: "a & b", city: "Zürich" } });
      match(QueueUrl, /\/jobs$/);
      known["QueueUrl"] = QueueUrl;
      equal((await call("getQueueUrl", { QueueName: "jobs" })).QueueUrl, QueueUrl);
    },
    "gives attributes and tags as maps": async (call, { QueueUrl }) => {
      const { Attributes } = await call("getQueueAttributes", { QueueUrl, AttributeNames: ["All"] });
      equal(Attributes.VisibilityTimeout, "5");
      same((await call("listQueueTags", { QueueUrl })).Tags, { team: "a & b", city: "Zürich" });
    },
    "sends a message and receives it": async (call, { QueueUrl }) => {
      const MessageBody = "<b>&amp; \"quotes\" 😀\tand more</b>";
      const sent = await call("sendMessage", { QueueUrl, MessageBody, MessageAttributes: { Kind: { DataType: "String", StringValue: "nightly" }, Count: { DataType: "Number", StringValue: "7" } } });
      match(sent.MD5OfMessageBody, /^[\da-f]{32}$/);
      const { Messages } = await call("receiveMessage", { QueueUrl, MessageAttributeNames: ["All"], AttributeNames: ["All"], MaxNumberOfMessages: 10 });
      equal(Messages.length, 1);
      equal(Messages[0].Body, MessageBody);
      equal(Messages[0].MessageAttributes.Kind.StringValue, "nightly");
      equal(Messages[0].Attributes.ApproximateReceiveCount, "1");
      await call("deleteMessage", { QueueUrl, ReceiptHandle: Messages[0].ReceiptHandle });
    },
    "sends a batch": async (call, { QueueUrl }) => {
      const { Successful, Failed } = await call("sendMessageBatch", { QueueUrl, Entries: [{ Id: "one", MessageBody: "1" }, { Id: "two", MessageBody: "2", DelaySeconds: 0 }] });
      same(Successful.map(({ Id }: Answer) => Id), ["one", "two"]);
      equal(Failed, undefined);
    },
    "throws the exception of a queue that isn't there": async (call) => {
      const error = await call.failing("getQueueUrl", { QueueName: "nowhere" });
      same([error.name, error.status], ["QueueDoesNotExist", 400]);
      ok(error.requestId);
    },
    "deletes the queue": async (call, { QueueUrl }) => {
      await call("deleteQueue", { QueueUrl });
      same((await call("listQueues")).QueueUrls ?? [], []);
    },
  },
};

const sns: LiveService = {
  title: "SNS", document: "sns", harmless: "listTopics", server: "moto", host: "sns.us-east-1.amazonaws.com",
  operations: ["CreateTopic", "ListTopics", "GetTopicAttributes", "SetTopicAttributes", "Subscribe", "ListSubscriptionsByTopic", "Publish", "PublishBatch", "ListTagsForResource", "DeleteTopic"],
  steps: {
    "makes a topic, with attributes and tags": async (call, known) => {
      const { TopicArn } = await call("createTopic", { Name: "news", Attributes: { DisplayName: "News & more" }, Tags: [{ Key: "team", Value: "core" }] });
      known["TopicArn"] = TopicArn;
      same((await call("listTopics")).Topics, [{ TopicArn }]);
      equal((await call("getTopicAttributes", { TopicArn })).Attributes.DisplayName, "News & more");
      same((await call("listTagsForResource", { ResourceArn: TopicArn })).Tags, [{ Key: "team", Value: "core" }]);
    },
    "subscribes and publishes, one message and several": async (call, { TopicArn }) => {
      const { SubscriptionArn } = await call("subscribe", { TopicArn, Protocol: "sms", Endpoint: "+15551234567", ReturnSubscriptionArn: true });
      const { Subscriptions } = await call("listSubscriptionsByTopic", { TopicArn });
      equal(Subscriptions[0].SubscriptionArn, SubscriptionArn);
      ok((await call("publish", { TopicArn, Message: "hello\nworld", MessageAttributes: { lang: { DataType: "String", StringValue: "en" } } })).MessageId);
      const { Successful } = await call("publishBatch", { TopicArn, PublishBatchRequestEntries: [{ Id: "a", Message: "1" }, { Id: "b", Message: "2" }] });
      same(Successful.map(({ Id }: Answer) => Id), ["a", "b"]);
    },
    "throws the exception of a topic that isn't there": async (call) => {
      const error = await call.failing("getTopicAttributes", { TopicArn: "arn:aws:sns:us-east-1:123456789012:nowhere" });
      same([error.name, error.status], ["NotFoundException", 404]);
    },
    "deletes the topic": (call, { TopicArn }) => call("deleteTopic", { TopicArn }),
  },
};

const iam: LiveService = {
  title: "IAM", document: "iam", harmless: "listUsers", server: "moto", host: "iam.amazonaws.com",
  operations: ["CreateUser", "GetUser", "ListUsers", "TagUser", "ListUserTags", "CreatePolicy", "GetPolicyVersion", "AttachUserPolicy", "ListAttachedUserPolicies", "GetAccountSummary", "DetachUserPolicy", "DeletePolicy", "DeleteUser"],
  steps: {
    "makes a user with tags": async (call) => {
      const { User } = await call("createUser", { UserName: "ada", Path: "/team/", Tags: [{ Key: "city", Value: "London" }] });
      equal(User.Path, "/team/");
      ok(Math.abs(Date.now() - User.CreateDate.getTime()) < 3_600_000);
      same((await call("getUser", { UserName: "ada" })).User.Arn, User.Arn);
      same((await call("listUserTags", { UserName: "ada" })).Tags, [{ Key: "city", Value: "London" }]);
      const { Users, IsTruncated } = await call("listUsers", { PathPrefix: "/team/" });
      same([Users.length, IsTruncated], [1, false]);
    },
    "makes a policy and attaches it": async (call, known) => {
      const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }] });
      const { Policy } = await call("createPolicy", { PolicyName: "all", PolicyDocument });
      known["PolicyArn"] = Policy.Arn;
      same([Policy.AttachmentCount, Policy.IsAttachable], [0, true]);
      equal(decodeURIComponent((await call("getPolicyVersion", { PolicyArn: Policy.Arn, VersionId: "v1" })).PolicyVersion.Document), PolicyDocument);
      await call("attachUserPolicy", { UserName: "ada", PolicyArn: Policy.Arn });
      same((await call("listAttachedUserPolicies", { UserName: "ada" })).AttachedPolicies, [{ PolicyName: "all", PolicyArn: Policy.Arn }]);
    },
    "gives a map of numbers": async (call) => equal((await call("getAccountSummary")).SummaryMap.UsersQuota, 5_000),
    "throws the exception of a user that isn't there": async (call) => {
      const error = await call.failing("getUser", { UserName: "nobody" });
      same([error.name, error.status], ["NoSuchEntityException", 404]);
    },
    "takes everything away again": async (call, { PolicyArn }) => {
      await call("detachUserPolicy", { UserName: "ada", PolicyArn });
      await call("deletePolicy", { PolicyArn });
      await call("deleteUser", { UserName: "ada" });
    },
  },
};

const ec2: LiveService = {
  title: "EC2", document: "ec2", harmless: "describeRegions", server: "moto", host: "ec2.us-east-1.amazonaws.com",
  operations: ["DescribeRegions", "CreateVpc", "DescribeVpcs", "CreateTags", "CreateSecurityGroup", "AuthorizeSecurityGroupIngress", "DescribeSecurityGroups", "DescribeImages", "RunInstances", "DescribeInstances", "TerminateInstances", "DeleteVpc"],
  steps: {
    "lists regions": async (call) => {
      const { Regions } = await call("describeRegions", { RegionNames: ["eu-west-1"], AllRegions: true });
      same(Regions, [{ RegionName: "eu-west-1", Endpoint: "ec2.eu-west-1.amazonaws.com", OptInStatus: "opt-in-not-required" }]);
    },
    "makes a network with tags and finds it by a filter": async (call, known) => {
      const { Vpc } = await call("createVpc", { CidrBlock: "10.9.0.0/16", TagSpecifications: [{ ResourceType: "vpc", Tags: [{ Key: "Name", Value: "a & b" }] }] });
      known["VpcId"] = Vpc.VpcId;
      await call("createTags", { Resources: [Vpc.VpcId], Tags: [{ Key: "team", Value: "core" }] });
      const { Vpcs } = await call("describeVpcs", { Filters: [{ Name: "tag:team", Values: ["core", "other"] }] });
      same([Vpcs.length, Vpcs[0].CidrBlock, Vpcs[0].IsDefault], [1, "10.9.0.0/16", false]);
      same([...Vpcs[0].Tags].map(({ Key }: Answer) => Key).sort(), ["Name", "team"]);
    },
    "opens a port": async (call, known) => {
      const { GroupId } = await call("createSecurityGroup", { GroupName: "web", Description: "web", VpcId: known["VpcId"] });
      known["GroupId"] = GroupId;
      const opened = await call("authorizeSecurityGroupIngress", { GroupId, IpPermissions: [{ IpProtocol: "tcp", FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: "10.0.0.0/8", Description: "inside" }] }] });
      equal(opened.Return, true);
      const { SecurityGroups } = await call("describeSecurityGroups", { GroupIds: [GroupId] });
      const [permission] = SecurityGroups[0].IpPermissions;
      same([permission.FromPort, permission.IpRanges], [443, [{ CidrIp: "10.0.0.0/8", Description: "inside" }]]);
    },
    "runs an instance": async (call, known) => {
      const { Images } = await call("describeImages", { Owners: ["amazon"] });
      const { Instances } = await call("runInstances", { ImageId: Images[0].ImageId, MinCount: 1, MaxCount: 1, InstanceType: "t3.micro", BlockDeviceMappings: [{ DeviceName: "/dev/sda1", Ebs: { VolumeSize: 9, DeleteOnTermination: true } }] });
      const { InstanceId } = Instances[0];
      known["InstanceId"] = InstanceId;
      const { Reservations } = await call("describeInstances", { InstanceIds: [InstanceId] });
      const [instance] = Reservations[0].Instances;
      same([instance.InstanceType, instance.State.Code, instance.AmiLaunchIndex, instance.EbsOptimized], ["t3.micro", 16, 0, false]);
      ok(instance.LaunchTime instanceof Date && instance.BlockDeviceMappings[0].Ebs.AttachTime instanceof Date);
    },
    "fails by the name on the wire": async (call) => {
      const error = await call.failing("describeVpcs", { VpcIds: ["vpc-00000000"] });
      same([error.code, error.status], ["InvalidVpcID.NotFound", 400]);
      ok(error.requestId);
    },
    "ends it": async (call, { InstanceId }) => {
      const { TerminatingInstances } = await call("terminateInstances", { InstanceIds: [InstanceId] });
      equal(TerminatingInstances[0].InstanceId, InstanceId);
    },
  },
};

const Bucket = "countersign-live";
/** Everything that paths, signatures and XML disagree about. */
const oddKey = "a b/ü+&=?#%2F/(1)!*'~😀/<x>.txt";

const s3: LiveService = {
  title: "S3", document: "s3", harmless: "listBuckets", server: "moto", host: "s3.us-east-1.amazonaws.com",
  operations: [
    "CreateBucket", "GetBucketLocation", "ListBuckets", "PutObject", "GetObject", "HeadObject", "ListObjectsV2", "PutBucketTagging", "GetBucketTagging", "PutObjectTagging", "GetObjectTagging", "PutBucketPolicy", "GetBucketPolicy",
    "DeleteBucketPolicy", "PutBucketAcl", "GetBucketAcl", "PutBucketLifecycleConfiguration", "GetBucketLifecycleConfiguration", "CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload", "CopyObject", "DeleteObjects", "DeleteObject", "DeleteBucket",
  ],
  steps: {
    "makes buckets and says where they are": async (call) => {
      await call("createBucket", { Bucket });
      await call("createBucket", { Bucket: `${Bucket}-west`, CreateBucketConfiguration: { LocationConstraint: "us-west-2" } });
      equal((await call("getBucketLocation", { Bucket: `${Bucket}-west` })).LocationConstraint, "us-west-2");
      equal((await call("getBucketLocation", { Bucket })).LocationConstraint, undefined);
      const { Buckets } = await call("listBuckets");
      ok(Buckets.find(({ Name }: Answer) => Name === Bucket).CreationDate instanceof Date);
      await call("deleteBucket", { Bucket: `${Bucket}-west` });
    },
    "keeps an object with an odd key, byte for byte": async (call) => {
      await call("putObject", { Bucket, Key: oddKey, Body: bytes("<Error> ü"), "Content-Type": "text/plain", Metadata: { colour: "red", Shape: "round" } });
      const { Body, Metadata } = await call("getObject", { Bucket, Key: oddKey });
      same([text(Body), Metadata], ["<Error> ü", { colour: "red", shape: "round" }]);
      const head = await call("headObject", { Bucket, Key: oddKey });
      equal(call.headersOf(head)["content-type"], "text/plain");
    },
    "lists objects": async (call) => {
      await call("putObject", { Bucket, Key: "a b/2", Body: bytes("22") });
      const { Contents, KeyCount, IsTruncated } = await call("listObjectsV2", { Bucket, prefix: "a b/" });
      same([Contents.map(({ Key }: Answer) => Key).sort(), KeyCount, IsTruncated], [["a b/2", oddKey], 2, false]);
      const two = Contents.find(({ Key }: Answer) => Key === "a b/2");
      ok(two.LastModified instanceof Date && two.Size === 2);
      same((await call("listObjectsV2", { Bucket, delimiter: "/" })).CommonPrefixes, [{ Prefix: "a b/" }]);
    },
    "labels buckets and objects": async (call) => {
      const TagSet = [{ Key: "a", Value: "1 + 2" }, { Key: "b", Value: "2" }];
      await call("putBucketTagging", { Bucket, Tagging: { TagSet } });
      same((await call("getBucketTagging", { Bucket })).TagSet, TagSet);
      await call("putObjectTagging", { Bucket, Key: oddKey, Tagging: { TagSet } });
      same((await call("getObjectTagging", { Bucket, Key: oddKey })).TagSet, TagSet);
    },
    "keeps a policy as text": async (call) => {
      const Policy = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: `arn:aws:s3:::${Bucket}/*` }] });
      // Where AWS answers with nothing, moto says "True"; the policy is there all the same.
      match((await call.failing("putBucketPolicy", { Bucket, Policy })).message, /no XML that can be read; got 4 bytes/);
      same(JSON.parse((await call("getBucketPolicy", { Bucket })).Policy), JSON.parse(Policy));
    },
    "deletes the policy, and not the bucket": async (call) => {
      await call("deleteBucketPolicy", { Bucket });
      equal((await call.failing("getBucketPolicy", { Bucket })).code, "NoSuchBucketPolicy");
      same((await call("getBucketTagging", { Bucket })).TagSet.length, 2);
    },
    "writes and reads who may do what, with types in attributes": async (call) => {
      const { Owner } = await call("getBucketAcl", { Bucket });
      await call("putBucketAcl", { Bucket, AccessControlPolicy: { Owner, Grants: [{ Grantee: { Type: "Group", URI: "http://acs.amazonaws.com/groups/global/AllUsers" }, Permission: "READ" }] } });
      const { Grants } = await call("getBucketAcl", { Bucket });
      same([Grants.length, Grants[0].Grantee.Type, Grants[0].Permission], [1, "Group", "READ"]);
    },
    "keeps rules with flattened lists": async (call) => {
      const Rules = [{ ID: "r", Status: "Enabled", Filter: { And: { Prefix: "p", Tags: [{ Key: "a", Value: "1" }, { Key: "b", Value: "2" }] } }, Transitions: [{ Days: 30, StorageClass: "GLACIER" }], Expiration: { Days: 365 } }];
      await call("putBucketLifecycleConfiguration", { Bucket, LifecycleConfiguration: { Rules } });
      const [rule] = (await call("getBucketLifecycleConfiguration", { Bucket })).Rules;
      same([rule.Filter.And.Tags, rule.Transitions, rule.Expiration.Days], [Rules[0]!.Filter.And.Tags, Rules[0]!.Transitions, 365]);
    },
    "puts an object together from parts": async (call) => {
      const Key = "parts/one";
      const { UploadId } = await call("createMultipartUpload", { Bucket, Key });
      const sizes = [5 * 1_024 * 1_024, 3];
      const Parts = [];
      for (const [index, size] of sizes.entries()) {
        const part = await call("uploadPart", { Bucket, Key, uploadId: UploadId, partNumber: index + 1, Body: new Uint8Array(size).fill(65 + index) });
        Parts.push({ ETag: call.headersOf(part)["etag"], PartNumber: index + 1 });
      }
      const done = await call("completeMultipartUpload", { Bucket, Key, uploadId: UploadId, MultipartUpload: { Parts } });
      equal(done.Key, Key);
      const { Body } = await call("getObject", { Bucket, Key, Range: `bytes=${sizes[0]! - 1}-` });
      equal(text(Body), "ABBB");
    },
    "copies an object": async (call) => {
      const { CopyObjectResult } = await call("copyObject", { Bucket, Key: "copy", "x-amz-copy-source": `${Bucket}/${encodeURIComponent(oddKey)}` });
      ok(CopyObjectResult.LastModified instanceof Date && CopyObjectResult.ETag);
      equal(text((await call("getObject", { Bucket, Key: "copy" })).Body), "<Error> ü");
    },
    "throws the exception of a key that isn't there, and of an answer without a body": async (call) => {
      const error = await call.failing("getObject", { Bucket, Key: "nowhere" });
      same([error.name, error.status, error.Key], ["NoSuchKey", 404, "nowhere"]);
      equal((await call.failing("headObject", { Bucket, Key: "nowhere" })).status, 404);
    },
    "deletes objects by list and one by one, and the bucket": async (call) => {
      const { Deleted } = await call("deleteObjects", { Bucket, Delete: { Objects: [{ Key: oddKey }, { Key: "a b/2" }, { Key: "parts/one" }] } });
      same(Deleted.map(({ Key }: Answer) => Key).sort(), ["a b/2", oddKey, "parts/one"]);
      await call("deleteObject", { Bucket, Key: "copy" });
      await call("deleteBucket", { Bucket });
    },
  },
};

const route53: LiveService = {
  title: "Route 53", document: "route53", harmless: "listHostedZones", server: "moto without signatures", host: "route53.amazonaws.com",
  operations: ["CreateHostedZone", "GetHostedZone", "ChangeResourceRecordSets", "ListResourceRecordSets", "GetChange", "ListHostedZones", "DeleteHostedZone"],
  steps: {
    "makes a zone and records in it": async (call, known) => {
      const { HostedZone, ChangeInfo } = await call("createHostedZone", { Name: "example.com.", CallerReference: "live", HostedZoneConfig: { Comment: "a & b", PrivateZone: false } });
      const { Id } = HostedZone;
      known["Id"] = Id;
      ok(ChangeInfo.SubmittedAt instanceof Date);
      equal((await call("getHostedZone", { Id })).HostedZone.Config.Comment, "a & b");
      const changed = await call("changeResourceRecordSets", { Id, ChangeBatch: { Changes: [{ Action: "CREATE", ResourceRecordSet: { Name: "www.example.com.", Type: "A", TTL: 60, ResourceRecords: [{ Value: "192.0.2.1" }, { Value: "192.0.2.2" }] } }] } });
      equal((await call("getChange", { Id: changed.ChangeInfo.Id })).ChangeInfo.Status, "INSYNC");
      const { ResourceRecordSets } = await call("listResourceRecordSets", { Id });
      const record = ResourceRecordSets.find(({ Type }: Answer) => Type === "A");
      same([record.TTL, record.ResourceRecords], [60, [{ Value: "192.0.2.1" }, { Value: "192.0.2.2" }]]);
    },
    "throws the exception of a zone that isn't there": async (call) => {
      same((await call.failing("getHostedZone", { Id: "ZNOWHERE" })).name, "NoSuchHostedZone");
    },
  },
};

const dynamodb: LiveService = {
  title: "DynamoDB", document: "dynamodb", harmless: "listTables", server: "moto", blobs: ["BinaryAttributeValue"], host: "dynamodb.us-east-1.amazonaws.com",
  operations: ["CreateTable", "DescribeTable", "PutItem", "GetItem", "Query", "UpdateItem", "ListTables", "DeleteTable"],
  steps: {
    "makes a table": async (call) => {
      const { TableDescription } = await call("createTable", {
        TableName: "things", KeySchema: [{ AttributeName: "id", KeyType: "HASH" }], AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }], BillingMode: "PAY_PER_REQUEST",
      });
      ok(TableDescription.CreationDateTime instanceof Date);
      equal((await call("describeTable", { TableName: "things" })).Table.TableStatus, "ACTIVE");
    },
    "keeps items, bytes and all": async (call) => {
      const Item = { id: { S: "1" }, n: { N: "42" }, b: { B: new Uint8Array([0, 1, 255]) }, l: { L: [{ S: "ü" }, { NULL: true }] }, m: { M: { x: { BOOL: false } } } };
      await call("putItem", { TableName: "things", Item });
      const found = (await call("getItem", { TableName: "things", Key: { id: { S: "1" } }, ConsistentRead: true })).Item;
      same({ ...found, b: { B: Uint8Array.from(found.b.B) } }, Item);
      equal((await call("query", { TableName: "things", KeyConditionExpression: "id = :id", ExpressionAttributeValues: { ":id": { S: "1" } } })).Count, 1);
    },
    "throws the exception of a condition that doesn't hold, and of a table that isn't there": async (call) => {
      equal((await call.failing("putItem", { TableName: "things", Item: { id: { S: "1" } }, ConditionExpression: "attribute_not_exists(id)" })).name, "ConditionalCheckFailedException");
      equal((await call.failing("describeTable", { TableName: "nowhere" })).name, "ResourceNotFoundException");
      await call("deleteTable", { TableName: "things" });
    },
  },
};

const lambda: LiveService = {
  title: "Lambda", document: "lambda", harmless: "listFunctions", server: "moto without signatures", host: "lambda.us-east-1.amazonaws.com",
  operations: ["CreateFunction", "GetFunction", "ListFunctions", "TagResource", "ListTags", "UntagResource", "UpdateFunctionConfiguration", "DeleteFunction"],
  steps: {
    "makes a function": async (call, known) => {
      const made = await call("createFunction", { FunctionName: "greet", Role: known["RoleArn"], Runtime: "nodejs20.x", Handler: "index.handler", Code: { ZipFile: zip("index.js", "exports.handler = async () => 'hello';") }, Timeout: 5, Environment: { Variables: { A: "1" } } });
      known["FunctionArn"] = made.FunctionArn;
      same([made.Timeout, made.Environment.Variables], [5, { A: "1" }]);
      equal((await call("getFunction", { FunctionName: "greet" })).Configuration.Handler, "index.handler");
      equal((await call("listFunctions")).Functions.length, 1);
    },
    "labels it by a path that holds its ARN": async (call, { FunctionArn }) => {
      await call("tagResource", { ARN: FunctionArn, Tags: { team: "a b", city: "Zürich" } });
      await call("untagResource", { ARN: FunctionArn, tagKeys: ["team", "none"] });
      same((await call("listTags", { ARN: FunctionArn })).Tags, { city: "Zürich" });
    },
    "changes it, deletes it, and throws the exception once it isn't there": async (call) => {
      equal((await call("updateFunctionConfiguration", { FunctionName: "greet", MemorySize: 256 })).MemorySize, 256);
      await call("deleteFunction", { FunctionName: "greet" });
      const error = await call.failing("getFunction", { FunctionName: "greet" });
      same([error.name, error.status], ["ResourceNotFoundException", 404]);
    },
  },
};

export const liveServices: readonly LiveService[] = [sqs, sns, iam, ec2, s3, streams, route53, dynamodb, dynamodbLocally, lambda, invocations];
