// Faults of connections: none comes about, or it doesn't hold.

import { spawn } from "node:child_process";
import { connect as connectTcp, createServer, type AddressInfo, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { ticks } from "../../support/ticks.ts";
import type { Section, Trial } from "../fault.ts";
import { bytes, bytesThenEnd, bytesThenReset, customer, head, silence, success } from "../faulty-server.ts";
import { input, oneCall } from "../one-call.ts";
import { selfSigned } from "../self-signed.ts";

const begun = head(200, { "content-type": "application/x-amz-json-1.1", "content-length": "100" });

export const connections: Section = {
  title: "Connections",
  faults: [
    {
      fault: "Nobody listens",
      ours: "ConnectionError: no complete answer came (ECONNREFUSED) (ResolveCustomer, 3 attempts)",
      async run(trial) {
        const server = createServer();
        await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
        const { port } = server.address() as AddressInfo;
        await new Promise((resolve) => server.close(resolve));
        return trial.ending(trial.open({ url: `http://127.0.0.1:${port}` }).call("resolveCustomer", input));
      },
    },
    {
      fault: "The host's name isn't known",
      ours: "ConnectionError: no complete answer came (ENOTFOUND) (ResolveCustomer, 3 attempts)",
      run: (trial) => trial.ending(trial.open({ url: "http://nowhere.invalid" }).call("resolveCustomer", input)),
    },
    {
      fault: "The connection is never accepted",
      ours: "TimeoutError: no connection stood after 20 ms (ResolveCustomer, 3 attempts)",
      overFetch: "TimeoutError: the call took longer than 60000 ms (ResolveCustomer, 2 attempts)",
      async run(trial) {
        const port = await neverAccepting(trial);
        const caller = trial.open({ url: `http://127.0.0.1:${port}`, own: { connectTimeoutMs: 20 } });
        // Over `fetch`, only the time of an attempt ends it: nobody tells that a connection doesn't stand.
        const time = trial.subject === "ours over fetch" ? setInterval(() => caller.passTime(), 10) : undefined;
        trial.after(() => clearInterval(time));
        trial.waitForEver();
        return trial.ending(caller.call("resolveCustomer", input));
      },
    },
    {
      fault: "The TLS handshake never ends",
      ours: "TimeoutError: no connection stood after 20 ms (ResolveCustomer, 3 attempts) · not sent",
      overFetch: "TimeoutError: the call took longer than 60000 ms (ResolveCustomer, 2 attempts) · not sent",
      async run(trial) {
        const { port } = await trial.serve([], { onConnection: (_, stuck) => (trial.subject !== "ours" && stuck(), true) });
        return trial.ending(trial.open({ url: `https://127.0.0.1:${port}`, own: { connectTimeoutMs: 20 } }).call("resolveCustomer", input));
      },
    },
    {
      fault: "The server speaks no TLS",
      ours: "ConnectionError: no complete answer came (EPROTO) (ResolveCustomer, 3 attempts) · not sent",
      run: oneCall([], { to: (port) => `https://127.0.0.1:${port}`, server: { onConnection: (socket) => (socket.once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")), true) } }),
    },
    {
      fault: "The server's certificate isn't trusted",
      ours: "ConnectionError: no complete answer came (DEPTH_ZERO_SELF_SIGNED_CERT) (ResolveCustomer, 3 attempts)",
      async run(trial) {
        const server = createTlsServer(selfSigned(), (socket) => void socket.on("error", () => {}).resume());
        server.on("tlsClientError", () => {});
        await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
        trial.after(() => new Promise((resolve) => server.close(resolve)));
        return trial.ending(trial.open({ url: `https://127.0.0.1:${(server.address() as AddressInfo).port}` }).call("resolveCustomer", input));
      },
    },
    {
      fault: "The connection is closed before an answer",
      ours: "ConnectionError: no complete answer came (ECONNRESET) (ResolveCustomer, 3 attempts) · sent 3 times",
      run: oneCall([bytesThenEnd("")]),
    },
    {
      fault: "The connection is reset before an answer",
      ours: "ConnectionError: no complete answer came (ECONNRESET) (ResolveCustomer, 3 attempts) · sent 3 times",
      run: oneCall([bytesThenReset("")]),
    },
    {
      fault: "The connection is reset once",
      ours: "succeeds · sent twice",
      run: oneCall([bytesThenReset(""), success]),
    },
    {
      fault: "The connection is reset after the answer's headers",
      ours: "ConnectionError: no complete answer came (ECONNRESET) (ResolveCustomer, 3 attempts) · sent 3 times",
      run: oneCall([bytesThenReset(begun)]),
    },
    {
      fault: "The connection is reset in the middle of the answer's body",
      ours: "ConnectionError: no complete answer came (ECONNRESET) (ResolveCustomer, 3 attempts) · sent 3 times",
      run: oneCall([bytesThenReset(`${begun}{"Customer`)]),
    },
    {
      fault: "The body ends before its announced length",
      ours: "ConnectionError: no complete answer came (ECONNRESET) (ResolveCustomer, 3 attempts) · sent 3 times",
      run: oneCall([bytesThenEnd(begun + customer)]),
    },
    {
      fault: "A chunked body is cut off",
      ours: "ConnectionError: no complete answer came (ECONNRESET) (ResolveCustomer, 3 attempts) · sent 3 times",
      run: oneCall([bytesThenEnd(`${head(200, { "transfer-encoding": "chunked" })}5\r\n{"Cus\r\n`)]),
    },
    {
      fault: "The server keeps silent",
      ours: "TimeoutError: the call took longer than 60000 ms (ResolveCustomer, 2 attempts) · sent twice",
      run: oneCall([silence]),
    },
    {
      fault: "The server sends headers, then keeps silent",
      ours: "TimeoutError: the call took longer than 60000 ms (ResolveCustomer, 2 attempts) · sent twice",
      run: oneCall([bytes(begun)]),
    },
    {
      fault: "The body drips, a byte at a time, for ever",
      ours: "TimeoutError: the call took longer than 60000 ms (ResolveCustomer, 2 attempts) · sent twice",
      run: oneCall([
        ({ socket, stuck }) => {
          socket.write(head(200, { "transfer-encoding": "chunked" }));
          const timer = setInterval(() => socket.write("1\r\n \r\n"), 2);
          socket.on("close", () => clearInterval(timer));
          stuck();
        },
      ]),
    },
    {
      fault: "The answer isn't HTTP",
      ours: "ConnectionError: no complete answer came (HPE_INVALID_CONSTANT) (ResolveCustomer, 3 attempts) · sent 3 times",
      run: oneCall([bytesThenEnd("SSH-2.0-OpenSSH_9.2\r\n")]),
    },
    {
      fault: "A kept connection is closed while it is idle",
      ours: "succeeds · sent twice",
      async run(trial) {
        const server = await trial.serve([
          success,
          ({ socket }) => {
            // What arrives on the old connection meets a closed door.
            if (server.requests.length === 2) return void socket.resetAndDestroy();
            success({ socket, request: server.requests[0]!, stuck() {} });
          },
        ]);
        const caller = trial.open({ url: server.url });
        await caller.call("resolveCustomer", input);
        return trial.ending(caller.call("resolveCustomer", input));
      },
    },
  ],
};

/** A listener whose queue is full, in a process that never takes anyone from it. */
async function neverAccepting(trial: Trial): Promise<number> {
  const script = `
    const server = require("node:net").createServer();
    server.listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
      require("node:fs").writeSync(1, String(server.address().port) + "\\n");
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    });`;
  const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  trial.after(() => child.kill("SIGKILL"));
  const port = Number(await new Promise<string>((resolve) => child.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString()))));
  const waiting: Socket[] = [];
  trial.after(() => waiting.forEach((socket) => socket.destroy()));
  // The queue holds one or two more than it was told.
  for (let count = 0; count < 4; count++) waiting.push(connectTcp(port, "127.0.0.1").on("error", () => {}));
  await ticks(20);
  return port;
}
