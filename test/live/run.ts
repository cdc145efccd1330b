// `npm run test:live`: generated clients of AWS's own documents against servers that run here: moto, which checks every signature,
// and DynamoDB local. Titles of services or names of documents as arguments choose. Exit code 1 when a step fails, 77 when no
// server or document can be had; a server that is missing among others is told in a sentence.

import { ok } from "node:assert/strict";
import type { Agent } from "node:http";
import { MissingTool, startMoto } from "../../scripts/record/moto-server.ts";
import { FetchError } from "../../scripts/verify/fetch-package.ts";
import type { HttpResponse, Transport } from "../../templates/src/runtime/call.ts";
import { nodeTransport } from "../../templates/src/runtime/transport/node-http.ts";
import { type Answer, type Called, packageOf, removePackages } from "../support/aws-packages.ts";
import { redirectingAgent } from "../support/redirecting-agent.ts";
import { type Credentials, exampleCredentials } from "../support/verify-signature.ts";
import { startDynamodbLocal } from "./dynamodb-local.ts";
import type { Call, LiveService, ServerName } from "./service.ts";
import { liveServices } from "./services.ts";

/** A server that runs. */
interface Server {
  readonly port: number;
  readonly credentials: Credentials;
  readonly checksSignatures: boolean;
  close(): Promise<void>;
}

const servers: Readonly<Record<ServerName, () => Promise<Server>>> = {
  "moto": () => moto(true),
  "moto without signatures": () => moto(false),
  "DynamoDB local": async () => ({ ...(await startDynamodbLocal()), credentials: exampleCredentials, checksSignatures: false }),
};

async function moto(checksSignatures: boolean): Promise<Server> {
  const server = await startMoto({ checksSignatures });
  return { port: server.port, close: server.close, credentials: server.administrator, checksSignatures };
}

let passed = 0;
let failed = 0;

async function main(wanted: readonly string[]): Promise<number> {
  let isMissing = false;
  try {
    for (const [name, start] of Object.entries(servers)) {
      const chosen = liveServices.filter(({ document, server, title }) => server === name && (wanted.length === 0 || wanted.includes(document) || wanted.includes(title)));
      try {
        if (chosen.length > 0) await runServices(chosen, start);
      } catch (error) {
        if (!(error instanceof MissingTool) && !(error instanceof FetchError)) throw error;
        isMissing = true;
        console.log(`skipped ${name}: ${error.message}`);
      }
    }
  } finally {
    removePackages();
  }
  if (isMissing && passed + failed === 0) return 77;
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function runServices(services: readonly LiveService[], start: () => Promise<Server>): Promise<void> {
  const server = await start();
  const agent = redirectingAgent(server.port);
  try {
    for (const service of services) await runService(service, server, agent);
  } finally {
    agent.destroy();
    await server.close();
  }
}

async function runService(service: LiveService, server: Server, agent: Agent): Promise<void> {
  const called = await packageOf(service);
  const answers: HttpResponse[] = [];
  const sending = nodeTransport({ httpAgent: agent });
  const transport: Transport = async (request, options) => {
    const answer = await sending(request, options);
    answers.push(answer);
    return answer;
  };
  const connected = (credentials: Credentials) =>
    called["connect"]!({ region: "us-east-1", endpoint: `http://${service.host}`, allowInsecure: true, transport, credentials, retry: { maxAttempts: 1 } });
  const call = callOf(called, connected(server.credentials), { port: server.port, answers });
  const known: Record<string, Answer> = { RoleArn: "arn:aws:iam::123456789012:role/seller" };
  for (const [name, run] of Object.entries(service.steps)) await step(`${service.title} ${name}`, () => run(call, known));
  const stranger = callOf(called, connected({ ...server.credentials, secretAccessKey: "another-secret" }), { port: server.port, answers });
  if (server.checksSignatures) await step(`${service.title} refuses a wrong secret`, () => refusesWrongSecret(service, stranger));
}

async function refusesWrongSecret({ harmless }: LiveService, call: Call): Promise<void> {
  const { code, message, status } = await call.failing(harmless);
  ok((status === 403 && /SignatureDoesNotMatch/.test(`${code} ${message}`)) || (status === 401 && code === "AuthFailure"), `${code}: ${message}`);
}

function callOf(called: Called, client: unknown, { port, answers }: { readonly port: number; readonly answers: readonly HttpResponse[] }): Call {
  const named = (name: string): Called[string] => {
    const run = called[name];
    ok(run, `the package has no ${name}`);
    return run;
  };
  const call = async (operation: string, input: unknown = {}, options?: object): Promise<Answer> => {
    const run = named(operation);
    // Functions of operations that take nothing have the options there.
    return run(client, ...(run.length > 2 || Object.keys(input as object).length > 0 ? [input, options] : [options]));
  };
  const failing = async (operation: string, input?: unknown): Promise<Answer> => {
    const outcome = await call(operation, input).then((output) => ({ output }), (error: unknown) => ({ error }));
    ok("error" in outcome, `${operation} succeeded: ${JSON.stringify("output" in outcome ? outcome.output : undefined)}`);
    return outcome.error;
  };
  const headersOf = (output: unknown) => (named("metadataOf") as unknown as (output: unknown) => { readonly headers: Record<string, string> })(output).headers;
  const pages = (paginator: string, input: unknown) => named(paginator)(client, input) as unknown as ReturnType<Call["pages"]>;
  return Object.assign(call, { failing, headersOf, pages, port, answers });
}

async function step(name: string, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
    passed += 1;
    console.log(`passed  ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${String(error instanceof Error ? error.stack : error).replace(/^/gm, "        ")}`);
  }
}

process.exitCode = await main(process.argv.slice(2));
