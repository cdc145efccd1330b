// Bodies that travel as streams, over both transports, against a server that notices what becomes of its connections.

import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { checkedAnswer } from "../../templates/src/runtime/checksums/checked-answer.ts";
import { withChecksum } from "../../templates/src/runtime/checksums/with-checksum.ts";
import { createClient } from "../../templates/src/runtime/client.ts";
import { deadline } from "../../templates/src/runtime/deadline.ts";
import type { Operation, Service } from "../../templates/src/runtime/operation.ts";
import type { CallOptions } from "../../templates/src/runtime/options.ts";
import { restXml } from "../../templates/src/runtime/protocols/rest-xml.ts";
import { retry } from "../../templates/src/runtime/retry.ts";
import { signRequests } from "../../templates/src/runtime/sign/sign-requests.ts";
import { anyUrl } from "../../templates/src/runtime/sign/any-url.ts";
import { type StreamedBody, streamedAnswer } from "../../templates/src/runtime/streams/streamed-answer.ts";
import { type Streamable, streamedRequest } from "../../templates/src/runtime/streams/streamed-request.ts";
import { watchStreams } from "../../templates/src/runtime/streams/watch-streams.ts";
import { fetchTransport } from "../../templates/src/runtime/transport/fetch.ts";
import { nodeTransport } from "../../templates/src/runtime/transport/node-http.ts";
import { failureOf } from "../support/sample-service.ts";

const service: Service = { name: "Store", userAgent: "store/1", url: () => "https://store.example" };
const xml = restXml("");

const put: Operation<{ readonly Body?: Streamable; readonly ContentLength?: number; readonly Algorithm?: string }, object> = {
  name: "Put", service, protocol: withChecksum(streamedRequest(xml, "Body"), "Algorithm"), method: "PUT", path: "/thing", answer: "none",
  request: { Body: { in: "payload", as: "bytes" }, ContentLength: { in: "header", name: "content-length" }, Algorithm: { in: "header", name: "x-amz-sdk-checksum-algorithm" } },
};
const get: Operation<object, { readonly Body: StreamedBody; readonly Kind?: string }> = {
  name: "Get", service, protocol: streamedAnswer(checkedAnswer(xml), "Body"), method: "GET", path: "/thing",
  response: { Body: { in: "payload", as: "bytes" }, Kind: { in: "header", name: "x-kind" } },
};

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  cleanups.push(() => (server.closeAllConnections(), new Promise((resolve) => server.close(resolve))));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** A stream of these pieces. */
const streamOf = (...pieces: readonly string[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });

const kinds = [["fetch", () => fetchTransport((url, init) => fetch(url, init))], ["node:http", () => nodeTransport()]] as const;

describe.each(kinds)("over %s", (_kind, make) => {
  function connected(endpoint: string, more: CallOptions = {}) {
    const transport = make();
    cleanups.push(() => (transport as { close?: () => void }).close?.());
    const options = { region: "eu-west-1", endpoint, transport, allowInsecure: true, credentials: { accessKeyId: "AKID", secretAccessKey: "secret" }, random: () => 0, ...more };
    return createClient(service, options, (client) => [deadline(client), watchStreams(client), retry(client), signRequests(client, { signingName: "s3", contentSha256Header: true }, anyUrl)]);
  }

  describe("a request", () => {
    it.each([
      ["a Blob", () => ({ Body: new Blob(["hello ", "world"]) }), "11"],
      ["a stream of a known length", () => ({ Body: streamOf("hello ", "world"), ContentLength: 11 }), "11"],
    ])("sends %s as it is read, and leaves it out of the signature", async (_what, input, length) => {
      let seen: unknown;
      const client = connected(await serve(async (request, response) => {
        const { headers } = request;
        seen = { body: await bodyOf(request), length: headers["content-length"], hash: headers["x-amz-content-sha256"], checksum: headers["x-amz-checksum-crc32"], algorithm: headers["x-amz-sdk-checksum-algorithm"] };
        response.end();
      }));
      await client.call(put, input());
      expect(seen).toEqual({ body: "hello world", length, hash: "UNSIGNED-PAYLOAD", checksum: undefined, algorithm: undefined });
    });

    it("sends bytes and text with their hash and their checksum", async () => {
      const seen: unknown[] = [];
      const client = connected(await serve(async (request, response) => {
        seen.push([await bodyOf(request), request.headers["x-amz-content-sha256"]?.length, request.headers["x-amz-checksum-crc32"]]);
        response.end();
      }));
      for (const Body of ["abc", new TextEncoder().encode("abc")]) await client.call(put, { Body });
      expect(seen).toEqual([["abc", 64, "NSRBwg=="], ["abc", 64, "NSRBwg=="]]);
    });

    it("isn't made without the length of a stream, or with a checksum that can't be known", async () => {
      const client = connected("http://127.0.0.1:1");
      expect(await failureOf(client.call(put, { Body: streamOf("a") }))).toMatchObject({ name: "InvalidRequestError", problem: "Body: the length of a stream is needed, as ContentLength" });
      expect(await failureOf(client.call(put, { Body: new Blob(["a"]), Algorithm: "SHA256" }))).toMatchObject({ problem: "Algorithm: the checksum of a stream has to be given in its own member" });
    });

    it("is made once with a stream, and again with what can be sent again", async () => {
      const bodies: string[] = [];
      const client = connected(await serve(async (request, response) => {
        bodies.push(await bodyOf(request));
        response.writeHead(503).end();
      }));
      expect(await failureOf(client.call(put, { Body: streamOf("once"), ContentLength: 4 }))).toMatchObject({ status: 503, attempts: 1 });
      expect(await failureOf(client.call(put, { Body: new Blob(["blob"]) }))).toMatchObject({ status: 503, attempts: 3 });
      expect(bodies).toEqual(["once", "blob", "blob", "blob"]);
    });
  });

  describe("an answer", () => {
    const giving = (text: string, headers: Record<string, string> = {}): RequestListener => (_request, response) => void response.writeHead(200, { "x-kind": "plain", ...headers }).end(text);

    it("is read as bytes, as text or as a stream", async () => {
      const client = connected(await serve(giving("žluťoučký kůň")));
      expect(new TextDecoder().decode(await (await client.call(get, {})).Body.bytes())).toBe("žluťoučký kůň");
      const { Body, Kind } = await client.call(get, {});
      expect([Kind, await Body.text()]).toEqual(["plain", "žluťoučký kůň"]);
      const pieces: Uint8Array[] = [];
      for await (const piece of (await client.call(get, {})).Body.stream()) pieces.push(piece);
      expect(Buffer.concat(pieces).toString()).toBe("žluťoučký kůň");
    });

    it("of nothing is empty", async () => {
      const client = connected(await serve((_request, response) => void response.end()));
      expect(await (await client.call(get, {})).Body.text()).toBe("");
    });

    it("that is longer than the limit is refused whole, and may come as a stream", async () => {
      const client = connected(await serve(giving("x".repeat(1_000))), { maxResponseBytes: 999 });
      expect(await failureOf((await client.call(get, {})).Body.bytes())).toMatchObject({ name: "ResponseTooLargeError" });
      let size = 0;
      for await (const piece of (await client.call(get, {})).Body.stream()) size += piece.length;
      expect(size).toBe(1_000);
    });

    it("of failure is read at once", async () => {
      const client = connected(await serve((_request, response) => void response.writeHead(404).end("<Error><Code>NoSuchKey</Code><Message>gone</Message></Error>")));
      expect(await failureOf(client.call(get, {}))).toMatchObject({ code: "NoSuchKey", status: 404 });
    });

    it("is held against its checksum at its end", async () => {
      const right = connected(await serve(giving("abc", { "x-amz-checksum-crc32": "NSRBwg==" })));
      expect(await (await right.call(get, {})).Body.text()).toBe("abc");
      const wrong = connected(await serve(giving("abd", { "x-amz-checksum-crc32": "NSRBwg==" })));
      expect(await failureOf((await wrong.call(get, {})).Body.text())).toMatchObject({ name: "UnreadableResponseError", problem: "the answer isn't what its CRC32 checksum says" });
    });

    /** A server that sends without end, as long as somebody reads; `closed` settles when its connection ends. */
    async function endless(): Promise<{ readonly url: string; readonly closed: Promise<unknown>; readonly sent: () => number }> {
      let sent = 0;
      let end: (value: unknown) => void;
      const closed = new Promise((resolve) => (end = resolve));
      const pour = (response: ServerResponse): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536), () => void (sent += 65_536)));
        response.once("drain", () => pour(response));
      };
      const url = await serve((_request, response) => {
        response.once("close", () => end(undefined));
        pour(response.writeHead(200));
      });
      return { url, closed, sent: () => sent };
    }

    it("ends its connection when it is cancelled", async () => {
      const { url, closed } = await endless();
      const reader = (await connected(url).call(get, {})).Body.stream().getReader();
      await reader.read();
      await reader.cancel();
      await closed;
    });

    it("isn't read ahead of the caller: hundreds of megabytes never are in memory", async () => {
      const { url, sent } = await endless();
      const reader = (await connected(url).call(get, {})).Body.stream().getReader();
      let read = 0;
      while (read < 200_000_000) read += (await reader.read()).value!.length;
      expect(sent() - read).toBeLessThan(50_000_000);
      await reader.cancel();
    });

    it("ends when its caller aborts", async () => {
      const { url, closed } = await endless();
      const caller = new AbortController();
      const reader = (await connected(url).call(get, {}, { signal: caller.signal })).Body.stream().getReader();
      await reader.read();
      caller.abort(new Error("enough"));
      expect(await failureOf((async () => { while (true) await reader.read(); })())).toMatchObject({ name: "AbortError", cause: expect.objectContaining({ message: "enough" }) });
      await closed;
    });

    it("that nobody reads gives its connection up in time", async () => {
      const { url, closed } = await endless();
      const { Body } = await connected(url, { attemptTimeoutMs: 300 }).call(get, {});
      await closed;
      expect(await failureOf(Body.bytes())).toMatchObject({ name: "TimeoutError" });
    });

    it("that stalls ends in time, and one that breaks off says so", async () => {
      const url = await serve((request, response) => {
        response.writeHead(200, { "content-length": "10" }).write("abc");
        if (request.headers["x-break"]) setImmediate(() => response.destroy());
      });
      expect(await failureOf((await connected(url, { attemptTimeoutMs: 300 }).call(get, {})).Body.bytes())).toMatchObject({ name: "TimeoutError" });
      expect(await failureOf((await connected(url).call(get, {}, { headers: { "x-break": "1" } })).Body.bytes())).toMatchObject({ name: "ConnectionError" });
    });
  });
});
