// node:http and node:https → a transport that keeps its connections, for a fraction of what `fetch` costs on Node.

import type * as Http from "node:http";
import type * as Streams from "node:stream";
import type { ConnectionOptions } from "node:tls";
import type { HttpRequest, HttpResponse, Transport } from "../call.ts";
import { ConnectionError, TimeoutError } from "../errors.ts";
import { builtin } from "../platform/node-builtin.ts";
import { tooLarge } from "./too-large.ts";

export interface NodeTransportOptions {
  /** Connections to one host at a time; 50 unless set. Further requests wait for one. */
  readonly maxSockets?: number;
  /** `false` opens a connection for each request. */
  readonly keepAlive?: boolean;
  /** Milliseconds until a connection without work is closed; 15,000 unless set. */
  readonly idleTimeoutMs?: number;
  /** What `tls.connect` takes, for certificates and the like: `ca`, `cert`, `key`, `minVersion` … */
  readonly tls?: ConnectionOptions;
  /** An agent of your own for `https:`, such as `proxyAgent` makes. The options above are its own affair, and it is never closed here. */
  readonly httpsAgent?: Http.Agent;
  /** The same for `http:`. */
  readonly httpAgent?: Http.Agent;
}

/** A transport that holds connections. */
export interface NodeTransport extends Transport {
  /** Closes every connection; later requests are refused. */
  close(): void;
}

/** Sends over keep-alive connections. Those without work don't keep the process running. */
export function nodeTransport(options: NodeTransportOptions = {}): NodeTransport {
  const { keepAlive = true, maxSockets = 50, idleTimeoutMs = 15_000, tls } = options;
  const settings = { ...tls, keepAlive, maxSockets, timeout: idleTimeoutMs };
  const own = new Set<Http.Agent>();
  let closed = false;
  const gone = () => new ConnectionError({ message: "the client is closed" });
  const agents: Record<string, Http.Agent | undefined> = { "http:": options.httpAgent, "https:": options.httpsAgent };

  const transport: Transport = (request, { onEnd, connectTimeoutMs, maxResponseBytes }) =>
    new Promise<HttpResponse>((resolve, reject) => {
      if (closed) throw gone();
      const { method, protocol, host, path, query, body } = request;
      const isSecure = protocol === "https:";
      // Not the last colon of an address like [::1].
      const colon = /:\d+$/.exec(host)?.index ?? host.length;
      // As a list, since Node then writes them at once instead of keeping them one by one.
      const headers = ["host", host];
      for (const name in request.headers) headers.push(name, request.headers[name]!);
      const size = sizeOf(body);
      if ("content-length" in request.headers) {
        // Given, as it is for a stream of a known length.
      } else if (size !== undefined) headers.push("content-length", `${size}`);
      else if (body !== undefined) headers.push("transfer-encoding", "chunked");
      else if (!/^(GET|HEAD|DELETE|OPTIONS)$/.test(method)) headers.push("content-length", "0");
      let connecting: NodeJS.Timeout | undefined;
      let answered = false;

      const fail = (error: unknown) => {
        clearTimeout(connecting);
        reject(error);
        outgoing.destroy();
      };
      const http = builtin<typeof Http>(isSecure ? "https" : "http");
      if (!agents[protocol]) own.add((agents[protocol] = new http.Agent(settings)));
      const outgoing = http.request({
        agent: agents[protocol],
        hostname: host.slice(0, colon).replace(/^\[|\]$/g, ""),
        port: host.slice(colon + 1) || undefined,
        method,
        path: query ? `${path}?${query}` : path,
        headers,
      });
      outgoing.on("error", fail);
      // An answer that switches protocols ends the connection without an error.
      outgoing.on("close", () => answered || fail(new Error("closed")));
      outgoing.on("socket", (socket) => {
        // What has waited for a connection gets one even after its agent was destroyed.
        if (closed) return fail(gone());
        // Timers fire at once when asked to wait for ever.
        if (!socket.connecting || connectTimeoutMs >= 2 ** 31) return;
        connecting = setTimeout(
          () => fail(new TimeoutError({ message: `no connection stood after ${connectTimeoutMs} ms`, retryable: true })),
          connectTimeoutMs,
        );
        socket.once(isSecure ? "secureConnect" : "connect", () => clearTimeout(connecting));
      });
      outgoing.on("response", (incoming) => {
        answered = true;
        const status = incoming.statusCode ?? 0;
        if (request.read && status >= 200 && status <= 299) {
          // Cancelled, the web stream takes the connection down with it.
          const coming = builtin<typeof Streams>("stream").Readable.toWeb(incoming) as ReadableStream<Uint8Array<ArrayBuffer>>;
          request.read({ ok: true, body: coming }, maxResponseBytes).then((bytes) => resolve({ status, headers: joined(incoming.headers), body: bytes }), fail);
          return;
        }
        const chunks: Buffer[] = [];
        let size = 0;
        incoming.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          size += chunk.length;
          if (size > maxResponseBytes) fail(tooLarge(maxResponseBytes));
        });
        incoming.on("error", fail);
        incoming.on("end", () =>
          resolve({
            status,
            headers: joined(incoming.headers),
            body: chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, size),
          }),
        );
      });
      onEnd(fail);
      if (body === undefined || typeof body === "string" || body instanceof Uint8Array) outgoing.end(body);
      // What goes wrong while it is read ends the request, and the other way round.
      else {
        const { pipeline, Readable } = builtin<typeof Streams>("stream");
        pipeline(Readable.fromWeb(("stream" in body ? body.stream() : body) as NodeStream), outgoing, (error) => error && fail(error));
      }
    });

  return Object.assign(transport, {
    close() {
      closed = true;
      for (const agent of own) agent.destroy();
    },
  });
}

type NodeStream = Parameters<typeof Streams.Readable.fromWeb>[0];

/** In bytes; `undefined` for a stream, which doesn't tell. */
function sizeOf(body: HttpRequest["body"]): number | undefined {
  if (typeof body === "string" || body instanceof Uint8Array) return Buffer.byteLength(body);
  return body && "size" in body ? body.size : undefined;
}

/** Joins what Node keeps apart. */
function joined(headers: Http.IncomingHttpHeaders): Record<string, string> {
  const cookies = headers["set-cookie"];
  return (cookies ? { ...headers, "set-cookie": cookies.join(", ") } : headers) as Record<string, string>;
}
