// Answers → a local server that gives them one after the other and remembers what it was asked, byte for byte.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Headers, WireRequest, WireResponse } from "./exchange-file.ts";

export interface AnsweringServer {
  readonly url: string;
  readonly port: number;
  /** Forgets what has arrived, and gives these answers from now on; the last answers all that follow. */
  answer(responses: readonly WireResponse[]): void;
  /** Takes a request and gives its answer, without a connection. */
  give(request: WireRequest): WireResponse;
  /** What has arrived since, in order. */
  readonly requests: readonly WireRequest[];
  close(): Promise<void>;
}

export async function startAnsweringServer(): Promise<AnsweringServer> {
  let answers: readonly WireResponse[] = [];
  let requests: WireRequest[] = [];
  const give = (request: WireRequest): WireResponse => {
    requests.push(request);
    const response = answers[Math.min(requests.length, answers.length) - 1];
    if (!response) throw new Error("There are no answers.");
    return response;
  };
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { method = "", url: path = "", rawHeaders } = incoming;
    const response = give({ method, path, headers: pairsOf(rawHeaders), body: Buffer.concat(chunks).toString() });
    // A date of its own would be none of the exchange, and clients set their clocks by it.
    outgoing.sendDate = false;
    outgoing.writeHead(response.status, response.reason, response.headers.flat());
    outgoing.end(response.body);
  });
  // Only clients close connections, however long a test takes.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    answer(responses) {
      answers = responses;
      requests = [];
    },
    give,
    get requests() {
      return requests;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pairsOf(raw: readonly string[]): Headers {
  return raw.flatMap((name, at) => (at % 2 ? [] : [[name, raw[at + 1] ?? ""] as const]));
}
