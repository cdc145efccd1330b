import { spawn } from "node:child_process";
import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { HttpRequest, TransportLimits } from "../../templates/src/runtime/call.ts";
import { fetchTransport } from "../../templates/src/runtime/transport/fetch.ts";
import { nodeTransport, type NodeTransport, type NodeTransportOptions } from "../../templates/src/runtime/transport/node-http.ts";

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const listening = (server: Server | ReturnType<typeof createTcpServer>, host = "127.0.0.1"): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, host, () => {
      const { port } = server.address() as AddressInfo;
      resolve(`${host.includes(":") ? `[${host}]` : host}:${port}`);
    });
  });

/** A server that does what the test says. */
async function serve(listener: RequestListener, host?: string): Promise<string> {
  const server = createServer(listener);
  // Only clients close connections, however long a test takes.
  server.keepAliveTimeout = 0;
  cleanups.push(() => (server.closeAllConnections(), new Promise((resolve) => server.close(resolve))));
  return listening(server, host);
}

/** A server that works below HTTP: it waits for a request and then does with the connection what the test says. */
async function serveBytes(onRequest: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.once("data", () => onRequest(socket));
  });
  cleanups.push(() => (sockets.forEach((socket) => socket.destroy()), new Promise((resolve) => server.close(resolve))));
  return listening(server);
}

const requestTo = (host: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: "POST",
  protocol: "http:",
  host,
  path: "/",
  query: "",
  headers: {},
  body: "{}",
  ...more,
});

const limits = ({ signal = new AbortController().signal, ...more }: Partial<Omit<TransportLimits, "signal">> & { readonly signal?: AbortSignal } = {}): TransportLimits => ({
  signal: () => signal,
  onEnd: (callback) => signal.addEventListener("abort", () => callback(signal.reason)),
  connectTimeoutMs: 3_100,
  maxResponseBytes: 1_000_000,
  ...more,
});

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function node(options?: NodeTransportOptions): NodeTransport {
  const transport = nodeTransport(options);
  cleanups.push(() => transport.close());
  return transport;
}

const kinds = [
  ["fetch", () => fetchTransport((url, init) => fetch(url, init))],
  ["node:http", () => node()],
] as const;

describe.each(kinds)("The transport over %s", (_kind, make) => {
  it("sends a request as it is and gives the answer back as it is", async () => {
    let seen: unknown;
    const host = await serve(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { method, url, headers } = request;
      seen = { method, url, headers, body: Buffer.concat(chunks).toString() };
      response.writeHead(418, { "X-Answer": "a", "content-type": "text/plain" }).end("žába");
    });
    const response = await make()(requestTo(host, { method: "PUT", path: "/a%2Fb//c", query: "x=%20&y", headers: { "x-a": "1  2" }, body: "žluť" }), limits());
    expect(seen).toMatchObject({ method: "PUT", url: "/a%2Fb//c?x=%20&y", headers: { host, "x-a": "1  2", "content-length": "6" }, body: "žluť" });
    expect(response).toMatchObject({ status: 418, headers: { "x-answer": "a", "content-type": "text/plain" } });
    expect(textOf(response.body)).toBe("žába");
  });

  it("sends bytes, and no body at all", async () => {
    const bodies: string[] = [];
    const host = await serve(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      bodies.push(`${request.method} ${Buffer.concat(chunks).toString("hex")} ${request.headers["content-length"] ?? "-"} ${request.headers["transfer-encoding"] ?? "-"}`);
      response.end();
    });
    const send = make();
    await send(requestTo(host, { body: Uint8Array.of(0, 255, 1).subarray(1) }), limits());
    await send(requestTo(host, { body: undefined }), limits());
    await send(requestTo(host, { body: "" }), limits());
    await send(requestTo(host, { body: undefined, method: "GET" }), limits());
    expect(bodies).toEqual(["POST ff01 2 -", "POST  0 -", "POST  0 -", "GET  - -"]);
  });

  it("takes answers without a body", async () => {
    const host = await serve((request, response) => {
      if (request.method === "HEAD") response.setHeader("content-length", 2_000_000);
      response.writeHead(request.method === "HEAD" ? 200 : 204).end();
    });
    for (const method of ["HEAD", "DELETE"]) {
      const { body } = await make()(requestTo(host, { method, body: undefined }), limits());
      expect(body).toHaveLength(0);
    }
  });

  it("takes answers that come in many pieces", async () => {
    const host = await serve((_request, response) => {
      let left = 50;
      const next = () => (left-- ? response.write(`piece ${left} `, () => setImmediate(next)) : response.end());
      next();
    });
    const { body } = await make()(requestTo(host), limits());
    expect(textOf(body)).toBe(Array.from({ length: 50 }, (_, i) => `piece ${49 - i} `).join(""));
  });

  it("follows no redirect", async () => {
    let requests = 0;
    const host = await serve((_request, response) => {
      requests++;
      response.writeHead(307, { location: "/elsewhere" }).end();
    });
    expect(await make()(requestTo(host), limits())).toMatchObject({ status: 307, headers: { location: "/elsewhere" } });
    expect(requests).toBe(1);
  });

  it.each([
    ["says so at once", true],
    ["goes on and on", false],
  ])("refuses an answer that is too long, when it %s", async (_name, announced) => {
    let closed!: Promise<void>;
    const host = await serve((_request, response) => {
      closed = new Promise((resolve) => response.on("close", resolve));
      if (announced) response.setHeader("content-length", 200_000_000);
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      };
      response.on("drain", more);
      more();
    });
    const failure = await make()(requestTo(host), limits({ maxResponseBytes: 100_000 })).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: "ResponseTooLargeError", message: "the answer is longer than 100000 bytes" });
    await closed;
  });

  it("takes an answer that is just as long as allowed", async () => {
    const host = await serve((_request, response) => void response.end(Buffer.alloc(100_000)));
    const { body } = await make()(requestTo(host), limits({ maxResponseBytes: 100_000 }));
    expect(body).toHaveLength(100_000);
  });

  it.each([
    ["before the answer", (socket: Socket) => void socket],
    ["while the answer is read", (socket: Socket) => void socket.write("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n12345")],
  ])("ends %s with the signal's reason", async (_name, answer) => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const gone = deferred();
    const host = await serveBytes((socket) => {
      socket.on("close", () => gone.resolve());
      answer(socket);
      setTimeout(() => controller.abort(reason), 5);
    });
    await expect(make()(requestTo(host), limits({ signal: controller.signal }))).rejects.toBe(reason);
    await gone.promise;
  });

  it.each([
    ["closes before it answers", (socket: Socket) => void socket.end()],
    ["resets before it answers", (socket: Socket) => void socket.resetAndDestroy()],
    ["answers with something else than HTTP", (socket: Socket) => void socket.end("SSH-2.0-OpenSSH_9.2\r\n")],
    ["stops before the length that it announced", (socket: Socket) => void socket.end("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n12345")],
    ["stops between chunks", (socket: Socket) => void socket.end("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n12345\r\n")],
  ])("fails when the server %s", async (_name, answer) => {
    const host = await serveBytes(answer);
    await expect(make()(requestTo(host), limits())).rejects.toThrow();
  });

  it("fails with Node's code when nobody listens", async () => {
    const server = createTcpServer();
    const host = await listening(server);
    await new Promise((resolve) => server.close(resolve));
    await expect(make()(requestTo(host), limits())).rejects.toSatisfy((error: any) => (error.code ?? error.cause.code) === "ECONNREFUSED");
  });
});

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve!: () => void;
  return { promise: new Promise<void>((settle) => (resolve = settle)), resolve };
}

describe("The transport over fetch", () => {
  it("takes a redirect that a browser hides for what it is", async () => {
    const send = fetchTransport(async () => ({ status: 0, type: "opaqueredirect", headers: new Headers(), body: null }) as Response);
    expect(await send(requestTo("localhost"), limits())).toMatchObject({ status: 302 });
  });

});

describe("The transport over node:http", () => {
  it("keeps its connection from one request to the next", async () => {
    const ports = new Set<number | undefined>();
    const host = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      response.end("{}");
    });
    const send = node();
    for (let i = 0; i < 5; i++) await send(requestTo(host), limits());
    expect(ports.size).toBe(1);
  });

  it("opens no more connections than allowed", async () => {
    const ports = new Set<number | undefined>();
    const host = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      setImmediate(() => response.end("{}"));
    });
    const send = node({ maxSockets: 3 });
    await Promise.all(Array.from({ length: 20 }, () => send(requestTo(host), limits())));
    expect(ports.size).toBe(3);
  });

  it("asks for no compression and joins repeated headers", async () => {
    let accepted: unknown = "not seen";
    const host = await serve((request, response) => {
      accepted = request.headers["accept-encoding"];
      response.setHeader("set-cookie", ["a=1", "b=2"]);
      response.setHeader("x-many", ["1", "2"]);
      response.end();
    });
    const { headers } = await node()(requestTo(host), limits());
    expect(accepted).toBeUndefined();
    expect(headers).toMatchObject({ "set-cookie": "a=1, b=2", "x-many": "1, 2" });
  });

  it("reaches addresses of version 6", async ({ skip }) => {
    const host = await serve((request, response) => void response.end(request.headers.host), "::1").catch(() => skip("this machine has no IPv6"));
    expect(textOf((await node()(requestTo(host as string), limits())).body)).toBe(host);
  });

  it("gives up a connection that doesn't stand in time, TLS included", async () => {
    const host = await serveBytes(() => {});
    await expect(node()(requestTo(host, { protocol: "https:" }), limits({ connectTimeoutMs: 30 }))).rejects.toMatchObject({
      name: "TimeoutError",
      retryable: true,
      message: "no connection stood after 30 ms",
    });
  });

  it("waits for ever when told so", async () => {
    const host = await serve((_request, response) => void response.end("{}"));
    expect(await node()(requestTo(host), limits({ connectTimeoutMs: Infinity }))).toMatchObject({ status: 200 });
  });

  it("closes its connections, ends what is under way and refuses what comes later", async () => {
    const closings: Promise<void>[] = [];
    const begun = deferred();
    const server = createServer((request, response) => (request.url === "/slow" ? begun.resolve() : response.end("{}")));
    server.on("connection", (socket) => closings.push(new Promise((resolve) => socket.on("close", () => resolve()))));
    const host = await listening(server);
    const send = nodeTransport();
    await Promise.all([send(requestTo(host), limits()), send(requestTo(host), limits())]);
    const slow = send(requestTo(host, { path: "/slow" }), limits()).catch((error: unknown) => error);
    await begun.promise;
    send.close();
    expect(await slow).toBeInstanceOf(Error);
    await expect(send(requestTo(host), limits())).rejects.toThrow("the client is closed");
    await Promise.all(closings);
    await new Promise((resolve) => server.close(resolve));
  });

  it("closes on those that wait for a connection, too: nothing is sent afterwards", async () => {
    const seen: string[] = [];
    const begun = deferred();
    const host = await serve((request) => {
      seen.push(request.url!);
      begun.resolve();
    });
    const send = nodeTransport({ maxSockets: 1 });
    const all = Promise.allSettled(["/first", "/second", "/third"].map((path) => send(requestTo(host, { path }), limits())));
    await begun.promise;
    send.close();
    expect((await all).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(seen).toEqual(["/first"]);
  });

  it("fails at once when the server switches protocols", async () => {
    const host = await serveBytes((socket) => void socket.end("HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n"));
    await expect(node()(requestTo(host), limits())).rejects.toThrow("closed");
  });

  it("doesn't keep a process running that has no more to do", async () => {
    const host = await serve((_request, response) => void response.end("{}"));
    const file = new URL("../../templates/src/runtime/transport/node-http.ts", import.meta.url).href;
    const script = `
      const { nodeTransport } = await import(${JSON.stringify(file)});
      const { status } = await nodeTransport()(${JSON.stringify(requestTo(host))}, { onEnd() {}, connectTimeoutMs: 3100, maxResponseBytes: 1e6 });
      console.log(status);`;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
    expect(output.trim()).toBe("200");
  });
});
