// Prints what a call to a local server costs its client, for one operation of each service: by ours and by AWS's own client. Arguments:
// the program of the server, the folder of our packages, each as one file, and the folder from which AWS's clients are found.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inTurns, type Contender } from "./in-turns.ts";
import { credentials, region } from "./sample.ts";
import { inputs } from "./service-inputs.ts";

const [program = "", packages = "", clients = ""] = process.argv.slice(2);
const server = spawn(process.execPath, [program], { stdio: ["ignore", "pipe", "inherit"] });
const [port] = (await once(server.stdout, "data")) as [Buffer];
const endpoint = `http://127.0.0.1:${String(port).trim()}`;

type Ours = Readonly<Record<string, (...parameters: readonly unknown[]) => Promise<unknown>>>;
interface TheirClient {
  send(command: object): Promise<Readonly<Record<string, unknown>>>;
}
type Theirs = Readonly<Record<string, new (options: object) => TheirClient>>;

const operations = {
  dynamodb: ["getItem", "DynamoDBClient", "GetItemCommand"],
  sqs: ["sendMessage", "SQSClient", "SendMessageCommand"],
  s3: ["getObject", "S3Client", "GetObjectCommand"],
  ec2: ["describeInstances", "EC2Client", "DescribeInstancesCommand"],
  lambda: ["invoke", "LambdaClient", "InvokeCommand"],
} as const;

const require = createRequire(join(clients, "package.json"));
const contenders: Record<string, Contender> = {};
for (const service of Object.keys(operations) as (keyof typeof operations)[]) {
  const [operation, client, command] = operations[service];
  const own = (await import(pathToFileURL(join(packages, `${service}.mjs`)).href)) as Ours;
  const connected = own["connect"]!({ region, credentials, endpoint, allowInsecure: true });
  contenders[`${service}, ours`] = { times: 150, run: () => own[operation]!(connected, inputs[service]) };

  const official = require(`@aws-sdk/client-${service}`) as Theirs;
  const theirs = new official[client]!({ region, credentials, endpoint, ...(service === "s3" ? { forcePathStyle: true } : {}) });
  const send = async () => {
    const { Body } = await theirs.send(new official[command]!(inputs[service]));
    // Ours has read it to its end.
    await (Body as { transformToByteArray(): Promise<unknown> } | undefined)?.transformToByteArray();
  };
  contenders[`${service}, AWS's SDK`] = { times: 150, run: send };
}
console.log(JSON.stringify(await inTurns(contenders, 12)));
server.kill();
process.exit();
