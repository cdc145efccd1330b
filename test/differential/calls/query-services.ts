// Services that speak Query: everything travels as a form, lists with numbers, and answers are XML.

import { bytesOf, xml, type Service } from "../call.ts";

const metadata = "<ResponseMetadata><RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId></ResponseMetadata>";
const answered = (operation: string, namespace: string, result: string) => xml(`<${operation}Response xmlns="${namespace}"><${operation}Result>${result}</${operation}Result>${metadata}</${operation}Response>`);
const failed = (namespace: string, status: number, code: string, message: string, more = "") =>
  xml(`<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message>${more}</Error><RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId></ErrorResponse>`, { status });

const snsNamespace = "http://sns.amazonaws.com/doc/2010-03-31/";

export const sns: Service = {
  title: "SNS", made: { document: "sns" }, model: "sns", signingName: "sns", official: { name: "@aws-sdk/client-sns", client: "SNSClient" },
  calls: {
    "makes a topic": { operation: "CreateTopic", input: { Name: "news", Attributes: { DisplayName: "News & more = +%20 ü", Policy: "{\"a\": [1]}" }, Tags: [{ Key: "team", Value: "" }] }, answer: answered("CreateTopic", snsNamespace, "<TopicArn>arn:aws:sns:us-east-1:123456789012:news</TopicArn>") },
    "publishes with attributes of every type": {
      operation: "Publish", input: { TopicArn: "arn:aws:sns:us-east-1:123456789012:news", Message: "line\r\nline ~*'()!\u0000😀".replace("\u0000", ""), Subject: " a  b ", MessageAttributes: { kind: { DataType: "String", StringValue: "x" }, raw: { DataType: "Binary", BinaryValue: new Uint8Array([251, 255]) } } },
      answer: answered("Publish", snsNamespace, "<MessageId>94f20ce6-13c5-43a0-9a9e-ca52d816e90b</MessageId>"),
    },
    "publishes a batch of which a part fails": {
      operation: "PublishBatch", input: { TopicArn: "arn", PublishBatchRequestEntries: [{ Id: "a", Message: "1" }, { Id: "b", Message: "2", MessageAttributes: { n: { DataType: "Number", StringValue: "7" } } }] },
      answer: answered("PublishBatch", snsNamespace, "<Successful><member><Id>a</Id><MessageId>1</MessageId></member></Successful><Failed><member><Id>b</Id><Code>Bad</Code><SenderFault>true</SenderFault><Message>&lt;no&gt; &amp; never</Message></member></Failed>"),
    },
    "reads attributes as a map": { operation: "GetTopicAttributes", input: { TopicArn: "arn" }, answer: answered("GetTopicAttributes", snsNamespace, "<Attributes><entry><key>Owner</key><value>123456789012</value></entry><entry><key>DisplayName</key><value/></entry></Attributes>") },
    "lists topics, with nothing said": { operation: "ListTopics", answer: answered("ListTopics", snsNamespace, "<Topics><member><TopicArn>a</TopicArn></member><member><TopicArn>b</TopicArn></member></Topics><NextToken> t </NextToken>") },
    "lists no topics": { operation: "ListTopics", answer: answered("ListTopics", snsNamespace, "<Topics/>") },
    "sets an attribute, and gets nothing back": { operation: "SetTopicAttributes", input: { TopicArn: "arn", AttributeName: "DisplayName", AttributeValue: "" }, answer: xml(`<SetTopicAttributesResponse xmlns="${snsNamespace}">${metadata}</SetTopicAttributesResponse>`) },
    "subscribes, with a flag": { operation: "Subscribe", input: { TopicArn: "arn", Protocol: "https", Endpoint: "https://example.com/?a=1&b=2", ReturnSubscriptionArn: false }, answer: answered("Subscribe", snsNamespace, "<SubscriptionArn>pending confirmation</SubscriptionArn>") },
    "unlabels with a list": { operation: "UntagResource", input: { ResourceArn: "arn", TagKeys: ["a", "b c"] } },
    "unlabels with an empty list": { operation: "UntagResource", input: { ResourceArn: "arn", TagKeys: [] } },
    "meets a topic that isn't there, whose code isn't the exception's name": { operation: "GetTopicAttributes", input: { TopicArn: "arn" }, answer: failed(snsNamespace, 404, "NotFound", "Topic does not exist") },
    "meets an exception that nobody documented": { operation: "ListTopics", answer: failed(snsNamespace, 403, "SignatureDoesNotMatch", "no") },
  },
};

const iamNamespace = "https://iam.amazonaws.com/doc/2010-05-08/";

export const iam: Service = {
  title: "IAM", made: { document: "iam" }, model: "iam", signingName: "iam", official: { name: "@aws-sdk/client-iam", client: "IAMClient" },
  calls: {
    "makes a user": {
      operation: "CreateUser", input: { UserName: "ada+lovelace@example.com", Path: "/team/", Tags: [{ Key: "a", Value: "1" }, { Key: "b", Value: "2" }] },
      answer: answered("CreateUser", iamNamespace, "<User><Path>/team/</Path><UserName>ada</UserName><Arn>arn:aws:iam::123456789012:user/team/ada</Arn><UserId>AID</UserId><CreateDate>2023-11-14T22:13:20Z</CreateDate><Tags><member><Key>a</Key><Value>1</Value></member></Tags></User>"),
    },
    "makes a policy": { operation: "CreatePolicy", input: { PolicyName: "p", PolicyDocument: JSON.stringify({ Statement: [{ Effect: "Allow", Action: "*" }] }, null, 2) }, answer: answered("CreatePolicy", iamNamespace, "<Policy><PolicyName>p</PolicyName><AttachmentCount>0</AttachmentCount><IsAttachable>true</IsAttachable><UpdateDate>2023-11-14T22:13:20.250Z</UpdateDate></Policy>") },
    "reads a summary of numbers": { operation: "GetAccountSummary", answer: answered("GetAccountSummary", iamNamespace, "<SummaryMap><entry><key>Users</key><value>27</value></entry><entry><key>UsersQuota</key><value>5000</value></entry></SummaryMap>") },
    "reads a report, which is bytes": { operation: "GetCredentialReport", answer: answered("GetCredentialReport", iamNamespace, "<Content>dXNlcixhcm4K</Content><ReportFormat>text/csv</ReportFormat><GeneratedTime>2023-11-14T22:13:20+00:00</GeneratedTime>") },
    "tries policies, with nested lists": {
      operation: "SimulateCustomPolicy", input: { PolicyInputList: ["{}"], ActionNames: ["s3:Get*", "s3:Put"], ContextEntries: [{ ContextKeyName: "k", ContextKeyValues: ["1", "2"], ContextKeyType: "stringList" }], MaxItems: 3 },
      answer: answered("SimulateCustomPolicy", iamNamespace, "<IsTruncated>false</IsTruncated><EvaluationResults><member><EvalActionName>s3:Put</EvalActionName><EvalDecision>allowed</EvalDecision><MatchedStatements/><MissingContextValues><member>x</member></MissingContextValues><EvalDecisionDetails><entry><key>arn</key><value>allowed</value></entry></EvalDecisionDetails></member></EvaluationResults>"),
    },
    "uses its one region everywhere": { operation: "ListUsers", client: { region: "eu-west-1" } },
    "meets a user that isn't there": { operation: "GetUser", input: { UserName: "nobody" }, answer: failed(iamNamespace, 404, "NoSuchEntity", "The user with name nobody cannot be found.") },
  },
};

const stsNamespace = "https://sts.amazonaws.com/doc/2011-06-15/";
const stsCredentials = "<Credentials><AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>s/+</SecretAccessKey><SessionToken>t==</SessionToken><Expiration>2023-11-14T22:13:20Z</Expiration></Credentials>";

export const sts: Service = {
  title: "STS", made: { document: "sts" }, model: "sts", signingName: "sts", official: { name: "@aws-sdk/client-sts", client: "STSClient" },
  calls: {
    "says who asks": { operation: "GetCallerIdentity", answer: answered("GetCallerIdentity", stsNamespace, "<Arn>arn:aws:iam::123456789012:user/Ada</Arn><UserId>AID</UserId><Account>123456789012</Account>") },
    "assumes a role": {
      operation: "AssumeRole", input: { RoleArn: "arn:aws:iam::123456789012:role/r", RoleSessionName: "s", DurationSeconds: 900, PolicyArns: [{ arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }], TransitiveTagKeys: ["a"] },
      answer: answered("AssumeRole", stsNamespace, `${stsCredentials}<AssumedRoleUser><AssumedRoleId>i</AssumedRoleId><Arn>a</Arn></AssumedRoleUser><PackedPolicySize>6</PackedPolicySize>`),
    },
    "assumes a role by a token, unsigned": { operation: "AssumeRoleWithWebIdentity", input: { RoleArn: "arn", RoleSessionName: "s", WebIdentityToken: "a.b-c_d" }, answer: answered("AssumeRoleWithWebIdentity", stsNamespace, stsCredentials) },
    "assumes a role by SAML, unsigned": { operation: "AssumeRoleWithSAML", input: { RoleArn: "arn", PrincipalArn: "p", SAMLAssertion: "PHNhbWw+/==" } },
    "meets a token that isn't one": { operation: "AssumeRoleWithWebIdentity", input: { RoleArn: "arn", RoleSessionName: "s", WebIdentityToken: "x" }, answer: failed(stsNamespace, 400, "InvalidIdentityToken", "no") },
  },
};

const ec2Namespace = "http://ec2.amazonaws.com/doc/2016-11-15/";
const ec2Answered = (operation: string, content: string) => xml(`<${operation}Response xmlns="${ec2Namespace}"><requestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</requestId>${content}</${operation}Response>`);

export const ec2: Service = {
  title: "EC2", made: { document: "ec2" }, model: "ec2", signingName: "ec2", official: { name: "@aws-sdk/client-ec2", client: "EC2Client" },
  calls: {
    "describes instances by filters": {
      operation: "DescribeInstances", input: { Filters: [{ Name: "tag:team", Values: ["a", "b c"] }, { Name: "instance-state-name", Values: ["running"] }], MaxResults: 5, DryRun: false },
      answer: ec2Answered("DescribeInstances", "<reservationSet><item><reservationId>r</reservationId><groupSet/><instancesSet><item><instanceId>i-1</instanceId><instanceState><code>16</code><name>running</name></instanceState><launchTime>2023-11-14T22:13:20.000Z</launchTime><ebsOptimized>false</ebsOptimized><tagSet><item><key>a</key><value/></item></tagSet><blockDeviceMapping><item><deviceName>/dev/sda1</deviceName><ebs><attachTime>2023-11-14T22:13:20Z</attachTime><deleteOnTermination>true</deleteOnTermination></ebs></item></blockDeviceMapping></item></instancesSet></item></reservationSet><nextToken/>"),
    },
    "runs instances, with a token made for it": {
      operation: "RunInstances", input: { ImageId: "ami-1", MinCount: 1, MaxCount: 2, InstanceType: "t3.micro", SecurityGroupIds: ["sg-1", "sg-2"], UserData: "IyEvYmluL3No", TagSpecifications: [{ ResourceType: "instance", Tags: [{ Key: "a", Value: "b" }] }], BlockDeviceMappings: [{ DeviceName: "/dev/sda1", Ebs: { VolumeSize: 9, Encrypted: true } }], NetworkInterfaces: [{ DeviceIndex: 0, Groups: ["sg-3"], PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: "10.0.0.1" }] }] },
      answer: ec2Answered("RunInstances", "<instancesSet><item><instanceId>i-1</instanceId><amiLaunchIndex>0</amiLaunchIndex></item></instancesSet>"),
    },
    "lets traffic in": { operation: "AuthorizeSecurityGroupIngress", input: { GroupId: "sg-1", IpPermissions: [{ IpProtocol: "tcp", FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: "10.0.0.0/8", Description: "in & out" }], UserIdGroupPairs: [{ GroupId: "sg-2" }] }] }, answer: ec2Answered("AuthorizeSecurityGroupIngress", "<return>true</return><securityGroupRuleSet><item><securityGroupRuleId>r</securityGroupRuleId><isEgress>false</isEgress><fromPort>443</fromPort></item></securityGroupRuleSet>") },
    "asks for prices since a time": { operation: "DescribeSpotPriceHistory", input: { StartTime: new Date(1_700_000_000_000), InstanceTypes: ["t3.micro"] }, answer: ec2Answered("DescribeSpotPriceHistory", "<spotPriceHistorySet><item><spotPrice>0.0042</spotPrice><timestamp>2023-11-14T22:13:20.000Z</timestamp></item></spotPriceHistorySet>") },
    "describes no networks": { operation: "DescribeVpcs", answer: ec2Answered("DescribeVpcs", "<vpcSet/>") },
    "imports a key, which is bytes": { operation: "ImportKeyPair", input: { KeyName: "k", PublicKeyMaterial: bytesOf("ssh-rsa AAA") }, answer: ec2Answered("ImportKeyPair", "<keyName>k</keyName><keyFingerprint>f</keyFingerprint>") },
    "changes an attribute inside of a structure": { operation: "ModifyVpcAttribute", input: { VpcId: "vpc-1", EnableDnsHostnames: { Value: true } }, answer: ec2Answered("ModifyVpcAttribute", "<return>true</return>") },
    "meets an instance that isn't there": {
      operation: "DescribeInstances", input: { InstanceIds: ["i-0"] },
      answer: xml("<Response><Errors><Error><Code>InvalidInstanceID.NotFound</Code><Message>The instance ID 'i-0' does not exist</Message></Error></Errors><RequestID>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestID></Response>", { status: 400 }),
    },
  },
};
