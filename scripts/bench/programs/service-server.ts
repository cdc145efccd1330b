// A server for the programs that call other services, in a process of its own so that its CPU isn't counted. It answers each call with
// the same answer, in the service's own form. Prints its port.

import { createHash } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { message } from "./service-inputs.ts";

const md5 = createHash("md5").update(message).digest("hex");
const instance = (id: string) =>
  `<item><instanceId>${id}</instanceId><imageId>ami-0abcdef1234567890</imageId><instanceState><code>16</code><name>running</name></instanceState><privateDnsName>ip-10-0-0-1.ec2.internal</privateDnsName><instanceType>t3.micro</instanceType><launchTime>2026-01-02T03:04:05.000Z</launchTime><placement><availabilityZone>us-east-1a</availabilityZone></placement><tagSet><item><key>Name</key><value>web</value></item></tagSet></item>`;

interface Answer {
  readonly type: string;
  readonly body: string;
}

const json = (value: unknown, type = "application/x-amz-json-1.0"): Answer => ({ type, body: JSON.stringify(value) });
const xml = (body: string): Answer => ({ type: "text/xml", body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}` });

const answers = {
  dynamodb: json({ Item: { id: { S: "order-1" }, total: { N: "17.42" }, tags: { SS: ["a", "b"] }, lines: { L: Array.from({ length: 10 }, (_, at) => ({ M: { sku: { S: `sku-${at}` }, count: { N: `${at}` } } })) } } }),
  // The official client speaks JSON, the document Query.
  sqsJson: json({ MessageId: "5fea7756-0ea4-451a-a703-a558b933e274", MD5OfMessageBody: md5 }),
  sqsQuery: xml(`<SendMessageResponse xmlns="http://queue.amazonaws.com/doc/2012-11-05/"><SendMessageResult><MessageId>5fea7756-0ea4-451a-a703-a558b933e274</MessageId><MD5OfMessageBody>${md5}</MD5OfMessageBody></SendMessageResult><ResponseMetadata><RequestId>27daac76</RequestId></ResponseMetadata></SendMessageResponse>`),
  ec2: xml(`<DescribeInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>8f7724cf</requestId><reservationSet>${Array.from({ length: 5 }, (_, at) => `<item><reservationId>r-${at}</reservationId><ownerId>123456789012</ownerId><instancesSet>${instance(`i-${at}`)}</instancesSet></item>`).join("")}</reservationSet></DescribeInstancesResponse>`),
  s3: { type: "application/octet-stream", body: "x".repeat(1_024) },
  lambda: json({ statusCode: 200, body: "done" }, "application/json"),
};

function answerTo({ url = "", headers }: IncomingMessage, body: string): Answer {
  if (/^DynamoDB/.test(String(headers["x-amz-target"]))) return answers.dynamodb;
  if (headers["x-amz-target"] !== undefined) return answers.sqsJson;
  if (url.includes("/invocations")) return answers.lambda;
  if (body.includes("Action=DescribeInstances")) return answers.ec2;
  return body.includes("Action=SendMessage") ? answers.sqsQuery : answers.s3;
}

const server = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk: Buffer) => (body += String(chunk)));
  request.on("end", () => {
    const answer = answerTo(request, body);
    response.writeHead(200, { "content-type": answer.type, "content-length": Buffer.byteLength(answer.body), "x-amzn-requestid": "5d672d79-c15b-1316-2d92-79b0855cfba6", etag: '"5d672d79"', "last-modified": "Wed, 21 Oct 2026 07:28:00 GMT" });
    response.end(answer.body);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
