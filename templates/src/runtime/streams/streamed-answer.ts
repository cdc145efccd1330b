// A protocol → the same for an operation whose answer is bytes that may be too many for memory: they are read when the caller
// reads them, as a stream, as bytes or as text.

import type { HttpRequest, HttpResponse } from "../call.ts";
import type { Protocol } from "../operation.ts";
import { readBody } from "../transport/fetch.ts";

/** The body of an answer, to be read once, in one of these ways. A body that isn't read holds a connection until its time is over. */
export interface StreamedBody {
  /** Gives all of it; refuses one that is longer than `maxResponseBytes`. */
  bytes(): Promise<Uint8Array>;
  /** The same as text in UTF-8. */
  text(): Promise<string>;
  /** Gives it piece by piece. Cancel what isn't wanted, so that the connection is free. */
  stream(): ReadableStream<Uint8Array>;
}

/** The bytes of a body that hasn't arrived yet: none, with a stream of those to come. */
interface ComingBytes extends Uint8Array {
  coming?: { readonly stream: ReadableStream<Uint8Array>; readonly limit: number };
}

/** `member` is the one that is the body. */
export function streamedAnswer(protocol: Protocol, member: string): Protocol {
  return {
    ...protocol,
    request: (operation, input, endpoint, client) => Object.assign(protocol.request(operation, input, endpoint, client), { read: leaveComing }),
    output(operation, response) {
      const output = protocol.output(operation, response) as Readonly<Record<string, unknown>>;
      return { ...output, [member]: streamedBody(output[member] as Uint8Array) };
    },
  };
}

/** Leaves the body of a success where it is; what a failure says has to be known at once. */
export const leaveComing: HttpRequest["read"] = async (answer, limit) => {
  const { ok, body } = answer;
  if (!ok || !body) return readBody(answer, limit);
  const bytes: ComingBytes = new Uint8Array();
  bytes.coming = { stream: body, limit };
  return bytes;
};

/** What comes of a response's body; nothing when all of it is there. */
export function comingOf({ body }: HttpResponse): ReadableStream<Uint8Array> | undefined {
  return (body as ComingBytes).coming?.stream;
}

/** The response with another stream in the place of the one that comes. */
export function withComing(response: HttpResponse, stream: ReadableStream<Uint8Array>): HttpResponse {
  const body: ComingBytes = new Uint8Array();
  body.coming = { stream, limit: (response.body as ComingBytes).coming!.limit };
  return { ...response, body };
}

function streamedBody(body: Uint8Array): StreamedBody {
  const { stream, limit } = (body as ComingBytes).coming ?? { stream: streamOf(body), limit: Infinity };
  const bytes = (): Promise<Uint8Array> => readBody({ body: stream }, limit);
  return { bytes, text: async () => new TextDecoder().decode(await bytes()), stream: () => stream };
}

/** Bytes that a transport has read to their end. */
function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      if (bytes.length) controller.enqueue(bytes);
      controller.close();
    },
  });
}
