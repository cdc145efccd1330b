// What users of the Node entry give to its transport: certificates, agents of their own, proxies.

import { createServer as createHttpServer, type Server } from "node:http";
import { Agent, createServer as createHttpsServer } from "node:https";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { nodeTransport, type NodeTransportOptions, proxyAgent } from "../../templates/src/node.ts";
import type { HttpRequest, HttpResponse } from "../../templates/src/runtime/call.ts";
import { selfSigned } from "../faults/self-signed.ts";

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function listening(server: Server): Promise<number> {
  cleanups.push(() => (server.closeAllConnections(), new Promise((resolve) => server.close(resolve))));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

const certificate = selfSigned();

/** A service over TLS whose certificate only those trust who were told to. Counts its connections. */
async function service(options: object = {}): Promise<{ readonly host: string; readonly ports: Set<number | undefined> }> {
  const ports = new Set<number | undefined>();
  const server = createHttpsServer({ ...certificate, ...options }, (request, response) => {
    ports.add(request.socket.remotePort);
    response.end(`hello from ${request.headers.host}`);
  });
  return { host: `127.0.0.1:${await listening(server as unknown as Server)}`, ports };
}

/** A proxy that opens tunnels, and writes down what it was asked for. */
async function proxy(answer = "HTTP/1.1 200 Connection established\r\n\r\n"): Promise<{ readonly port: number; readonly asked: string[] }> {
  const asked: string[] = [];
  const tunnels = new Set<Socket>();
  const server = createHttpServer();
  server.on("connect", (request, socket: Socket) => {
    asked.push(`${request.url} ${request.headers["proxy-authorization"] ?? "-"}`);
    tunnels.add(socket.on("error", () => {}));
    if (!answer) return;
    socket.write(answer);
    if (!answer.includes(" 200 ")) return void socket.end();
    const [host, port] = request.url!.split(":");
    const onward = connect(Number(port), host).on("error", () => {});
    tunnels.add(onward);
    socket.pipe(onward).pipe(socket);
  });
  const port = await listening(server);
  // What has become a tunnel is no connection of the server any more, which would wait for it.
  cleanups.push(() => tunnels.forEach((socket) => socket.destroy()));
  return { port, asked };
}

async function send(options: NodeTransportOptions, host: string, times = 1): Promise<HttpResponse> {
  const transport = nodeTransport(options);
  cleanups.push(() => transport.close());
  const request: HttpRequest = { method: "POST", protocol: "https:", host, path: "/", query: "", headers: {}, body: "{}" };
  const limits = { signal: () => new AbortController().signal, onEnd: () => {}, connectTimeoutMs: 30_000, maxResponseBytes: 1_000 };
  let response!: HttpResponse;
  for (let count = 0; count < times; count++) response = await transport(request, limits);
  return response;
}

const textOf = ({ body }: HttpResponse): string => new TextDecoder().decode(body);
// The certificate names no address, since that takes an extension.
const trusting = { ca: certificate.cert, checkServerIdentity: () => undefined };

describe("The transport of the Node entry", () => {
  it("trusts the certificates that it is given, and no others", async () => {
    const { host } = await service();
    await expect(send({}, host)).rejects.toMatchObject({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
    expect(textOf(await send({ tls: trusting }, host))).toBe(`hello from ${host}`);
  });

  it("shows a certificate of its own to services that want one", async () => {
    const { host } = await service({ requestCert: true, rejectUnauthorized: true, ca: certificate.cert });
    await expect(send({ tls: trusting }, host)).rejects.toThrow();
    expect((await send({ tls: { ...trusting, ...certificate } }, host)).status).toBe(200);
  });

  it("keeps connections unless told otherwise", async () => {
    const { host, ports } = await service();
    await send({ tls: trusting }, host, 3);
    expect(ports.size).toBe(1);
    await send({ tls: trusting, keepAlive: false }, host, 3);
    expect(ports.size).toBe(4);
  });

  it("sends over an agent of one's own, and leaves it open", async () => {
    const { host, ports } = await service();
    const httpsAgent = new Agent({ keepAlive: true, ...trusting });
    cleanups.push(() => httpsAgent.destroy());
    for (let count = 0; count < 2; count++) {
      const transport = nodeTransport({ httpsAgent });
      await transport({ method: "GET", protocol: "https:", host, path: "/", query: "", headers: {}, body: undefined }, { signal: () => new AbortController().signal, onEnd: () => {}, connectTimeoutMs: 30_000, maxResponseBytes: 1_000 });
      transport.close();
    }
    expect(ports.size).toBe(1);
  });
});

describe("The agent for a proxy", () => {
  const through = (port: number, options: object = {}, user = "") => {
    const agent = proxyAgent(`http://${user}127.0.0.1:${port}`, { ...trusting, ...options });
    cleanups.push(() => agent.destroy());
    return { httpsAgent: agent };
  };

  it("opens one tunnel and keeps it", async () => {
    const [{ host }, { port, asked }] = [await service(), await proxy()];
    expect(textOf(await send(through(port), host, 3))).toBe(`hello from ${host}`);
    expect(asked).toEqual([`${host} -`]);
  });

  it("says to the proxy who it is, and to nobody else", async () => {
    const [{ host }, { port, asked }] = [await service(), await proxy()];
    await send(through(port, {}, "us%20er:p%40ss@"), host);
    expect(asked).toEqual([`${host} Basic ${Buffer.from("us er:p@ss").toString("base64")}`]);
  });

  it("still looks at the certificate of the service", async () => {
    const [{ host }, { port }] = [await service(), await proxy()];
    await expect(send(through(port, { ca: undefined }), host)).rejects.toMatchObject({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
  });

  it("fails when its certificates are none", async () => {
    const [{ host }, { port }] = [await service(), await proxy()];
    await expect(send(through(port, { ca: "no certificate", cert: "neither" }), host)).rejects.toThrow();
  });

  it("fails when the proxy refuses", async () => {
    const [{ host }, { port }] = [await service(), await proxy("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")];
    await expect(send(through(port, {}, "user:secret@"), host)).rejects.toThrow("the proxy refused to connect (HTTP 407)");
  });

  it("fails when the proxy keeps silent", async () => {
    const [{ host }, { port }] = [await service(), await proxy("")];
    await expect(send(through(port, { connectTimeoutMs: 20 }), host)).rejects.toThrow("the proxy opened no tunnel within 20 ms");
  });

  it("fails when there is no proxy", async () => {
    const [{ host }, { port }] = [await service(), await proxy()];
    for (const cleanup of cleanups.splice(-2).reverse()) await cleanup();
    await expect(send(through(port), host)).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });
});
