// Answers, each a function of a connection → a local server that gives them one after the other, below HTTP where needed.

import { createServer, type AddressInfo, type Socket } from "node:net";
import { ticks } from "../support/ticks.ts";

/** A request as it arrived. */
export interface Received {
  /** Such as `POST / HTTP/1.1`. */
  readonly line: string;
  /** Names in lower case; the last of a repeated name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What an answer works with. */
export interface Connection {
  readonly socket: Socket;
  readonly request: Received;
  /** Says that nothing more will happen, so that clocks may go on. */
  stuck(): void;
}

/** Does something about a request. */
export type Answer = (connection: Connection) => void;

export interface FaultyServer {
  readonly url: string;
  readonly port: number;
  /** What has arrived, in order. */
  readonly requests: readonly Received[];
  /** Connections that are open now. */
  readonly sockets: ReadonlySet<Socket>;
  /** Called when an answer says that it is stuck. */
  onStuck: () => void;
  close(): Promise<void>;
}

export interface FaultyServerOptions {
  /** What to do about a connection before anything has arrived; true when no request shall be read. */
  readonly onConnection?: (socket: Socket, stuck: () => void) => boolean;
}

/** Request n gets answer n; the last answers all that follow. */
export async function startFaultyServer(answers: readonly Answer[], { onConnection }: FaultyServerOptions = {}): Promise<FaultyServer> {
  const requests: Received[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    const stuck = (): void => faulty.onStuck();
    // What nobody reads never ends.
    if (onConnection?.(socket, stuck)) return void socket.resume();
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      for (let request = readRequest(text); request; request = readRequest(text)) {
        text = text.slice(request.length);
        requests.push(request);
        answers[Math.min(requests.length, answers.length) - 1]?.({ socket, request, stuck });
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const faulty: FaultyServer = {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    sockets,
    onStuck() {},
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
  return faulty;
}

/** The first complete request of a text, if there is one. */
function readRequest(text: string): (Received & { readonly length: number }) | undefined {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const [line = "", ...fields] = text.slice(0, end).split("\r\n");
  const headers = Object.fromEntries(fields.map((field) => [field.slice(0, field.indexOf(":")).toLowerCase(), field.slice(field.indexOf(":") + 1).trim()]));
  const length = end + 4 + Number(headers["content-length"] ?? 0);
  return text.length < length ? undefined : { line, headers, body: text.slice(end + 4, length), length };
}

type Headers = Readonly<Record<string, string>>;

/** The head of an answer. */
export function head(status: number, headers: Headers): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Some Reason\r\n${lines.join("")}\r\n`;
}

const requestId = "5b1e";

/** A complete answer. */
export const respond =
  (status: number, body: string | Buffer = "", headers: Headers = {}): Answer =>
  ({ socket }) => {
    const bytes = Buffer.from(body as string);
    const all = { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": requestId, "content-length": `${bytes.length}`, ...headers };
    socket.write(Buffer.concat([Buffer.from(head(status, all), "latin1"), bytes]));
  };

/** The answer of a failure that has a name. */
export const fail = (name: string, status: number = 400, headers: Headers = {}): Answer => respond(status, JSON.stringify({ __type: name, message: "As the test wants it." }), headers);

/** What `ResolveCustomer` answers when all is well. */
export const customer = '{"CustomerAWSAccountId":"111122223333","ProductCode":"code"}';

export const success: Answer = respond(200, customer);

/** Raw bytes, then nothing more. */
export const bytes =
  (text: string): Answer =>
  ({ socket, stuck }) =>
    void socket.write(Buffer.from(text, "latin1"), () => stuck());

/** Raw bytes, then the end of the connection. */
export const bytesThenEnd =
  (text: string): Answer =>
  ({ socket }) =>
    void socket.end(Buffer.from(text, "latin1"));

/** Raw bytes, then a reset of the connection, once the client has had the time to read them. */
export const bytesThenReset =
  (text: string): Answer =>
  ({ socket }) => {
    if (text) socket.write(Buffer.from(text, "latin1"), () => void ticks(10).then(() => socket.resetAndDestroy()));
    else socket.resetAndDestroy();
  };

/** No answer at all. */
export const silence: Answer = ({ stuck }) => stuck();
