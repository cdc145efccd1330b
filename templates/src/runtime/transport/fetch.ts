// A `fetch` → a transport: one request over it, its answer read to the end.

import type { Transport } from "../call.ts";
import { tooLarge } from "./too-large.ts";

/** The part of `fetch` that is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Sends over a `fetch`, which keeps its own connections. */
export function fetchTransport(fetch: Fetch): Transport {
  return async ({ method, protocol, host, path, query, headers, body, read = readBody, duplex }, { signal, maxResponseBytes }) => {
    const url = `${protocol}//${host}${path}${query && `?${query}`}`;
    const response = await fetch(url, { method, headers, body: body as BodyInit, signal: signal(), redirect: "manual", ...duplex });
    return {
      // Browsers hide everything about a redirect but that it is one.
      status: response.status || 302,
      headers: Object.fromEntries(response.headers),
      body: await read(response, maxResponseBytes),
    };
  };
}

/** Reads a body to its end. */
export async function readBody({ body }: { readonly body: ReadableStream<Uint8Array> | null }, limit: number): Promise<Uint8Array> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let chunk; (chunk = (await reader?.read())?.value); chunks.push(chunk)) {
    if ((size += chunk.length) > limit) {
      // The connection is given up; how that goes is of no interest.
      reader!.cancel().catch(() => {});
      throw tooLarge(limit);
    }
  }
  const bytes = new Uint8Array(size);
  for (const chunk of chunks.reverse()) bytes.set(chunk, (size -= chunk.length));
  return bytes;
}
