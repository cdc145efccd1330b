// What the scenario calls: the server that verifies signatures, with the faults, the presigned URLs and the CORS headers that
// the scenario needs, and a count of the connections that each client holds.

import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { SignatureV4 } from "@smithy/signature-v4";
import { readExchange } from "../support/exchange-file.ts";
import { exampleCredentials, Sha256 } from "../support/verify-signature.ts";
import { type Answer, type ReceivedRequest, startVerifyingServer } from "../support/verifying-server.ts";

export interface ScenarioServer {
  readonly url: string;
  /** Gives a file at a path, such as a page for a browser. */
  serve(path: string, type: string, text: string): void;
  close(): Promise<void>;
}

const operations = ["BatchMeterUsage", "MeterUsage", "RegisterUsage", "ResolveCustomer"];

export async function startScenarioServer(): Promise<ScenarioServer> {
  const files = new Map<string, { readonly type: string; readonly text: string }>();
  const sockets = new Map<string, Set<Socket>>();

  const intercept = (incoming: IncomingMessage, outgoing: ServerResponse): boolean => {
    outgoing.setHeader("access-control-allow-origin", "*");
    outgoing.setHeader("access-control-expose-headers", "*");
    const { method, url = "", headers, socket } = incoming;
    const file = files.get(url);
    if (file) return answered(outgoing.writeHead(200, { "content-type": file.type }).end(file.text));
    if (method === "OPTIONS") {
      outgoing.setHeader("access-control-allow-methods", "*");
      outgoing.setHeader("access-control-allow-headers", headers["access-control-request-headers"] ?? "");
      return answered(outgoing.writeHead(204).end());
    }
    if (url.startsWith("/connections/")) return answered(outgoing.end(`${sockets.get(url.slice("/connections/".length))?.size ?? 0}`));
    if (url.startsWith("/presigned")) return answered(void isPresigned(incoming).then((right) => outgoing.writeHead(right ? 200 : 403).end(right ? "right" : "wrong")));

    const client = headers["x-client"];
    if (typeof client === "string") remember(sockets, client, socket);
    switch (headers["x-fault"]) {
      case "silent":
        return true;
      case "stalled":
        return answered(outgoing.writeHead(200, { "content-length": "100" }).write('{"MeteringRecordId":'));
      default:
        return false;
    }
  };

  const answers = Object.fromEntries(operations.map((operation) => [operation, (request: ReceivedRequest) => faultOf(request) ?? success(request)]));
  const server = await startVerifyingServer({ region: "us-east-1", intercept, answers });
  return {
    url: server.url,
    serve: (path, type, text) => void files.set(path, { type, text }),
    close: () => server.close(),
  };
}

const answered = (_: unknown): true => true;

function remember(sockets: Map<string, Set<Socket>>, client: string, socket: Socket): void {
  const known = sockets.get(client) ?? new Set();
  sockets.set(client, known);
  if (known.has(socket)) return;
  known.add(socket);
  socket.once("close", () => known.delete(socket));
}

/** What the header `x-fault` asks for. Faults that end are only for the first attempt. */
function faultOf({ headers, body }: ReceivedRequest): Answer | undefined {
  const first = headers["amz-sdk-request"]?.startsWith("attempt=1;");
  switch (headers["x-fault"]) {
    case "duplicate":
      return { status: 400, body: { __type: "com.amazonaws.marketplace#DuplicateRequestException", message: "another quantity" } };
    case "throttled":
      return throttled;
    case "throttled once":
      return first ? throttled : undefined;
    case "broken once":
      return first ? { status: 500, body: "<html>out of order</html>" } : undefined;
    case "echo":
      return { body: { Results: (JSON.parse(body) as { UsageRecords: unknown[] }).UsageRecords.map((UsageRecord) => ({ UsageRecord, Status: "Success" })), Received: body } };
    default:
      return undefined;
  }
}

const throttled: Answer = { status: 400, body: { __type: "ThrottlingException", message: "slow down" } };

function success({ operation }: ReceivedRequest): Answer {
  const [response] = readExchange(`${operation}/success`).responses;
  return { status: response!.status, body: response!.body };
}

/** Whether the signature in the query of a request is right, by AWS's own signer. */
async function isPresigned({ method = "", url = "", headers }: IncomingMessage): Promise<boolean> {
  const { host = "" } = headers;
  const { pathname, searchParams } = new URL(url, `http://${host}`);
  const given = Object.fromEntries(searchParams);
  const [, day = "", region = "", service = ""] = given["X-Amz-Credential"]?.split("/") ?? [];
  const signedAt = (given["X-Amz-Date"] ?? "").replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z");
  if (!day || Math.abs(Date.parse(signedAt) - Date.now()) > 60_000) return false;
  const query = Object.fromEntries(Object.entries(given).filter(([name]) => !name.startsWith("X-Amz-")));
  const signer = new SignatureV4({ credentials: exampleCredentials, service, region, sha256: Sha256, applyChecksum: false });
  const again = await signer.presign(
    { method, protocol: "http:", hostname: host, path: pathname, query, headers: { host } },
    { signingDate: new Date(signedAt), expiresIn: Number(given["X-Amz-Expires"]) },
  );
  return again.query?.["X-Amz-Signature"] === given["X-Amz-Signature"];
}
