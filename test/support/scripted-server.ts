// Functions → a local server that answers one request with each, the last for all that follow, down to the socket.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Step = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

export interface ScriptedServer {
  readonly url: string;
  /** How many requests have arrived. */
  readonly count: number;
  /** Waits until so many requests have arrived, and the last of them has met its step. */
  arrived(count: number): Promise<void>;
  /** Begins a new script. */
  play(...steps: readonly Step[]): void;
  close(): Promise<void>;
}

export async function startScriptedServer(): Promise<ScriptedServer> {
  let script: readonly Step[] = [];
  let count = 0;
  let tell: (() => void)[] = [];
  const server = createServer((incoming, outgoing) => {
    count++;
    const step = script[Math.min(count, script.length) - 1];
    incoming.resume();
    incoming.on("end", () => {
      step?.(incoming, outgoing);
      for (const look of tell) look();
    });
  });
  // Only clients and steps close connections, however long a test takes.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get count() {
      return count;
    },
    arrived: (wanted) =>
      new Promise((resolve) => {
        const look = () => count >= wanted && resolve();
        tell.push(look);
        look();
      }),
    play(...steps) {
      tell = [];
      script = steps;
      count = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers as it should. */
export const ok =
  (body: string = "{}", status: number = 200, headers: Record<string, string> = {}): Step =>
  (_, outgoing) =>
    outgoing.writeHead(status, { "content-type": "application/x-amz-json-1.1", ...headers }).end(body);

/** Never answers. */
export const silent: Step = () => {};

/** Sends its headers and the beginning of a body, then nothing more. */
export const stalled: Step = (_, outgoing) => {
  outgoing.writeHead(200, { "content-length": "100" }).write('{"Results":');
};

/** Sends a byte now and then, for ever. */
export const dripping: Step = (_, outgoing) => {
  outgoing.writeHead(200);
  const timer = setInterval(() => outgoing.write(" "), 5);
  outgoing.on("close", () => clearInterval(timer));
};

/** Closes the connection in the middle of a body. */
export const truncated: Step = (_, outgoing) => {
  outgoing.writeHead(200, { "content-length": "100" }).write('{"Results":');
  setTimeout(() => outgoing.destroy(), 5);
};

/** Closes the connection instead of answering. */
export const reset: Step = (incoming) => void incoming.socket.resetAndDestroy();

/** Sends a body without end. */
export const endless: Step = (_, outgoing) => {
  outgoing.writeHead(200);
  const chunk = Buffer.alloc(65_536, " ");
  const more = (): void => {
    while (!outgoing.destroyed && outgoing.write(chunk));
    if (!outgoing.destroyed) outgoing.once("drain", more);
  };
  more();
};
