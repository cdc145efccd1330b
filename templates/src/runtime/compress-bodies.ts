// The layer that compresses large bodies, for operations whose service takes them so.

import type { HttpRequest, Layer } from "./call.ts";

/** Shorter ones aren't worth it. AWS's own clients draw the line here, too. */
const fewestBytes = 10_240;

/** Belongs outside `retry`, so that all attempts send the same bytes, and they are what is signed. */
export const compressBodies: Layer = (next) => async (call) =>
  next(call.operation.compressed ? { ...call, request: await compressed(call.request) } : call);

async function compressed(request: HttpRequest): Promise<HttpRequest> {
  const bytes = typeof request.body === "string" ? new TextEncoder().encode(request.body) : request.body;
  const { headers } = request;
  // A checksum was made of the body as it is.
  const isGuarded = Object.keys(headers).some((name) => /^(content-md5$|x-amz-checksum-)/.test(name));
  if (!(bytes instanceof Uint8Array) || bytes.length < fewestBytes || isGuarded) return request;
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new CompressionStream("gzip"));
  const encodings = [headers["content-encoding"], "gzip"].filter(Boolean).join(", ");
  return { ...request, headers: { ...headers, "content-encoding": encodings }, body: new Uint8Array(await new Response(stream).arrayBuffer()) };
}
