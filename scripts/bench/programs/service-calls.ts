// Prints what a call to a local server costs its client, for one operation of a service: by ours or by AWS's own client. Arguments: the
// server's port, the service, and the file of our package or the folder from which AWS's client is found.

import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { byItself } from "./in-turns.ts";
import { credentials, region } from "./sample.ts";
import { inputs } from "./service-inputs.ts";

const [port = "", service = "dynamodb", place = ""] = process.argv.slice(2) as [string, keyof typeof operations, string];
const endpoint = `http://127.0.0.1:${port}`;

const operations = {
  dynamodb: ["getItem", "DynamoDBClient", "GetItemCommand"],
  sqs: ["sendMessage", "SQSClient", "SendMessageCommand"],
  s3: ["getObject", "S3Client", "GetObjectCommand"],
  ec2: ["describeInstances", "EC2Client", "DescribeInstancesCommand"],
  lambda: ["invoke", "LambdaClient", "InvokeCommand"],
} as const;
const [operation, client, command] = operations[service];

async function ours(): Promise<() => Promise<unknown>> {
  type Package = Readonly<Record<string, (...parameters: readonly unknown[]) => Promise<unknown>>>;
  const own = (await import(pathToFileURL(place).href)) as Package;
  const connected = own["connect"]!({ region, credentials, endpoint, allowInsecure: true });
  return () => own[operation]!(connected, inputs[service]);
}

function theirs(): () => Promise<unknown> {
  interface Client {
    send(command: object): Promise<Readonly<Record<string, unknown>>>;
  }
  const official = createRequire(join(place, "package.json"))(`@aws-sdk/client-${service}`) as Readonly<Record<string, new (options: object) => Client>>;
  const connected = new official[client]!({ region, credentials, endpoint, ...(service === "s3" ? { forcePathStyle: true } : {}) });
  return async () => {
    const { Body } = await connected.send(new official[command]!(inputs[service]));
    // Ours has read it to its end.
    await (Body as { transformToByteArray(): Promise<unknown> } | undefined)?.transformToByteArray();
  };
}

const run = place.endsWith(".mjs") ? await ours() : theirs();
console.log(JSON.stringify({ cpu: await byItself({ run, times: 100 }, 20) }));
process.exit();
