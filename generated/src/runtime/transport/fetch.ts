// A `fetch` → a transport: one request over it, its answer read to the end.

import type { Transport } from "../call.ts";
import { failureOf, TransportFailure } from "./failure.ts";

/** The part of `fetch` that is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Sends over a `fetch`, which keeps its own connections. */
export function fetchTransport(fetch: Fetch): Transport {
  return async (request, { signal, maxResponseBytes }) => {
    const { method, protocol, host, path, query, headers, body = null } = request;
    signal?.throwIfAborted();
    let answered = false;

    const exchange = async () => {
      const response = await fetch(`${protocol}//${host}${path}${query && `?${query}`}`, {
        method,
        headers,
        redirect: "manual",
        body: body as BodyInit | null,
        signal: signal ?? null,
      });
      answered = true;
      return {
        // Browsers hide everything about a redirect but that it is one.
        status: response.status || 302,
        headers: Object.fromEntries(response.headers),
        body: await readBody(response, maxResponseBytes),
      };
    };

    try {
      return await exchange();
    } catch (error) {
      signal?.throwIfAborted();
      throw error instanceof TransportFailure ? error : failureOf(error, answered);
    }
  };
}

async function readBody({ body, headers }: Response, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const reader = body?.getReader();
  // With an encoding, the length is that of the compressed body, which is shorter still.
  let size = body && Number(headers.get("content-length")) > limit ? Infinity : 0;
  while (reader && size <= limit) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    size += value.length;
  }
  if (size > limit) {
    // The connection is given up; how that goes is of no interest.
    reader?.cancel().catch(() => {});
    throw new TransportFailure("too-large", `the answer is longer than ${limit} bytes`);
  }
  const bytes = new Uint8Array(size);
  for (const chunk of chunks.reverse()) bytes.set(chunk, (size -= chunk.length));
  return bytes;
}
