// Both clients' connections end here, whatever host they want to reach: requests are kept as they arrive, and answered as told.

import { createServer } from "node:http";
import { Agent } from "node:https";
import { type AddressInfo, connect } from "node:net";
import type { CannedAnswer } from "./call.ts";

/** A request as it was on the wire. */
export interface Sent {
  readonly method: string;
  /** Path and query, as sent. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface Wire {
  /** Takes the place of TLS connections: what is said inside of them arrives here in plain. */
  readonly agent: Agent;
  /** Answers everything from now on, and forgets what has arrived. */
  answer(answer: CannedAnswer): void;
  sent(): readonly Sent[];
  close(): Promise<void>;
}

export async function openWire(): Promise<Wire> {
  let current: CannedAnswer = {};
  let arrived: Sent[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
      arrived.push({ method: incoming.method ?? "", target: incoming.url ?? "", headers, body: Buffer.concat(chunks) });
      const { status = 200, headers: answered = {}, body = "" } = current;
      outgoing.writeHead(status, { "content-length": Buffer.byteLength(body), ...answered });
      outgoing.end(incoming.method === "HEAD" ? undefined : body);
    });
  });
  // Only clients close connections, however long a call takes.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  agent.createConnection = () => {
    const socket = connect(port, "127.0.0.1");
    // Clients that limit the time of a handshake wait for its end.
    return socket.once("connect", () => socket.emit("secureConnect"));
  };
  return {
    agent,
    answer: (answer) => {
      [current, arrived] = [answer, []];
    },
    sent: () => arrived,
    close: () =>
      new Promise((resolve) => {
        agent.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
