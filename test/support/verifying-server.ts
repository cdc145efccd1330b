// Keys that exist, and answers → a local server that checks every signature as AWS does, and answers the operations of
// Marketplace Metering. Nothing leaves this machine.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { readExchange } from "./exchange-file.ts";
import { type Credentials, exampleCredentials, verifySignature } from "./verify-signature.ts";

export { type Credentials, exampleCredentials } from "./verify-signature.ts";

export interface VerifyingServerOptions {
  /** The keys that the server knows; those of AWS's documentation unless set. */
  readonly credentials?: Credentials | readonly Credentials[];
  /** Answers by operation; one that is missing is answered as in its exchange `success.http`. */
  readonly answers?: Readonly<Record<string, Answer | ((request: ReceivedRequest) => Answer)>>;
  /** The only region that the server accepts; any when absent. */
  readonly region?: string;
  /** The server's clock; a signature may be 5 minutes off. */
  readonly now?: () => number;
  /** Sees each request first, and gives true when it has taken care of it. */
  readonly intercept?: (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;
}

export interface Answer {
  /** 200 unless set. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body: string | object;
}

export interface ReceivedRequest {
  readonly method: string;
  /** With its query, as sent. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** As sent, name after name. */
  readonly rawHeaders: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** From `x-amz-target`, whether or not there is such an operation. */
  readonly operation: string;
  /** What the server thinks of the signature: `right`, or the name of the error that it answered with. */
  readonly signature: string;
}

export interface VerifyingServer {
  /** Such as `http://127.0.0.1:41234`. */
  readonly url: string;
  /** What has arrived, in order. */
  readonly requests: readonly ReceivedRequest[];
  close(): Promise<void>;
}

const operations = ["BatchMeterUsage", "MeterUsage", "RegisterUsage", "ResolveCustomer"];
const target = "AWSMPMeteringService.";

export async function startVerifyingServer(options: VerifyingServerOptions = {}): Promise<VerifyingServer> {
  const { credentials = exampleCredentials, answers = {}, region, now = Date.now, intercept } = options;
  const known = [credentials].flat();
  const requests: ReceivedRequest[] = [];

  const answer = async (incoming: IncomingMessage): Promise<Answer> => {
    const body = await textOf(incoming);
    const { method = "", url: path = "", headers: given } = incoming;
    const headers = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
    const refusal = await verifySignature({ method, path, headers, body }, { credentials: known, service: "aws-marketplace", region, now: now() });
    const operation = (headers["x-amz-target"] ?? "").replace(target, "");
    const request = { method, path, headers, rawHeaders: pairsOf(incoming.rawHeaders), body, operation, signature: refusal?.code ?? "right" };
    requests.push(request);

    if (refusal) return failure(refusal.status, refusal.code, refusal.message);
    if (method !== "POST" || path !== "/" || headers["x-amz-target"] !== target + operation || !operations.includes(operation)) {
      return { status: 400, body: { __type: "UnknownOperationException" } };
    }
    if (headers["content-type"] !== "application/x-amz-json-1.1" || !isObject(body)) return { status: 400, body: { __type: "SerializationException" } };
    const chosen = answers[operation] ?? succeed(operation);
    return typeof chosen === "function" ? chosen(request) : chosen;
  };

  const server = createServer((incoming, outgoing) => {
    if (intercept?.(incoming, outgoing)) return;
    answer(incoming)
      .catch((error: unknown) => failure(500, "InternalFailure", `The test server failed: ${String(error)}`))
      .then(({ status = 200, headers, body }) => {
        const id = `00000000-0000-4000-8000-${String(requests.length).padStart(12, "0")}`;
        outgoing.writeHead(status, { "x-amzn-RequestId": id, "content-type": "application/x-amz-json-1.1", ...headers });
        outgoing.end(typeof body === "string" ? body : JSON.stringify(body));
      });
  });
  // Only clients close connections, however long a test takes.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The answer of the exchange that shows the operation's success. */
function succeed(operation: string): Answer {
  const [response] = readExchange(`${operation}/success`).responses;
  return { status: response!.status, body: response!.body };
}

function failure(status: number, code: string, message: string): Answer {
  return { status, body: { __type: code, message } };
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function pairsOf(raw: readonly string[]): (readonly [string, string])[] {
  return raw.flatMap((name, at) => (at % 2 ? [] : [[name, raw[at + 1] ?? ""] as const]));
}

function isObject(body: string): boolean {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
