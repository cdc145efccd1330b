// `npm run test:live`: generated clients of AWS's own documents against moto, which checks every signature. Names of documents as
// arguments choose. Exit code 1 when a step fails, 77 when Python or a document can't be had.

import { ok } from "node:assert/strict";
import { Agent } from "node:http";
import { MissingTool, type MotoServer, startMoto } from "../../scripts/record/moto-server.ts";
import { FetchError } from "../../scripts/verify/fetch-package.ts";
import type { Credentials } from "../support/verify-signature.ts";
import { redirectingAgent } from "../support/redirecting-agent.ts";
import { type Answer, type Called, packageOf, removePackages } from "./packages.ts";
import { type Call, type LiveService, liveServices } from "./services.ts";

let passed = 0;
let failed = 0;

async function main(wanted: readonly string[]): Promise<number> {
  const chosen = liveServices.filter(({ document }) => wanted.length === 0 || wanted.includes(document));
  try {
    for (const checksSignatures of [true, false]) await runServices(chosen.filter(({ unchecked }) => checksSignatures === !unchecked), checksSignatures);
  } finally {
    removePackages();
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function runServices(services: readonly LiveService[], checksSignatures: boolean): Promise<void> {
  if (services.length === 0) return;
  const moto = await startMoto({ checksSignatures });
  const agent = redirectingAgent(moto.port);
  try {
    for (const service of services) await runService(service, moto, agent);
  } finally {
    agent.destroy();
    await moto.close();
  }
}

async function runService(service: LiveService, moto: MotoServer, agent: Agent): Promise<void> {
  const called = await packageOf(service.document, service.operations, service.blobs ?? []);
  const { nodeTransport } = await import("../../templates/src/runtime/transport/node-http.ts");
  const transport = nodeTransport({ httpAgent: agent });
  const connected = (credentials: Credentials) =>
    called["connect"]!({ region: "us-east-1", endpoint: `http://${service.host}`, allowInsecure: true, transport, credentials, retry: { maxAttempts: 1 } });
  const call = callOf(called, connected(moto.administrator));
  const known: Record<string, Answer> = { RoleArn: "arn:aws:iam::123456789012:role/seller" };
  for (const [name, run] of Object.entries(service.steps)) await step(`${service.title} ${name}`, () => run(call, known));
  if (!service.unchecked) await step(`${service.title} refuses a wrong secret`, () => refusesWrongSecret(service, callOf(called, connected({ ...moto.administrator, secretAccessKey: "another-secret" }))));
}

async function refusesWrongSecret({ harmless }: LiveService, call: Call): Promise<void> {
  const { code, message, status } = await call.failing(harmless);
  ok((status === 403 && /SignatureDoesNotMatch/.test(`${code} ${message}`)) || (status === 401 && code === "AuthFailure"), `${code}: ${message}`);
}

function callOf(called: Called, client: unknown): Call {
  const call = async (operation: string, input: unknown = {}): Promise<Answer> => {
    const run = called[operation];
    ok(run, `the package has no ${operation}`);
    // Functions of operations that take nothing have the options there.
    return run(client, ...(run.length > 2 || Object.keys(input as object).length > 0 ? [input] : []));
  };
  const failing = async (operation: string, input?: unknown): Promise<Answer> => {
    const outcome = await call(operation, input).then((output) => ({ output }), (error: unknown) => ({ error }));
    ok("error" in outcome, `${operation} succeeded: ${JSON.stringify("output" in outcome ? outcome.output : undefined)}`);
    return outcome.error;
  };
  const headersOf = (output: unknown) => (called["metadataOf"] as unknown as (output: unknown) => { readonly headers: Record<string, string> })(output).headers;
  return Object.assign(call, { failing, headersOf });
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

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof MissingTool) && !(error instanceof FetchError)) throw error;
  console.log(`skipped: ${error.message}`);
  process.exitCode = 77;
}
