// A protocol → the same for an operation whose body may be a Blob or a stream, which goes out as it is read.

import { inside, InvalidRequestError } from "../errors.ts";
import type { Protocol } from "../operation.ts";

/** What can be sent without being in memory. */
export type Streamable = Uint8Array | string | Blob | ReadableStream<Uint8Array>;

/** `member` is the one that is the body. Nobody can hash a stream ahead, so its signature leaves out the body. */
export function streamedRequest(protocol: Protocol, member: string): Protocol {
  return {
    ...protocol,
    request(operation, input, endpoint, client) {
      const body = input[member];
      if (!isBlob(body) && !isStream(body)) return protocol.request(operation, input, endpoint, client);
      const request = protocol.request(operation, { ...input, [member]: new Uint8Array() }, endpoint, client);
      if (isStream(body)) {
        const [length] = Object.entries(operation.request ?? {}).find(([name, place]) => place.in === "header" && /^content-length$/i.test(place.name ?? name)) ?? [];
        if (length && !("content-length" in request.headers))
          throw inside(member, new InvalidRequestError({ message: `: the length of a stream is needed, as ${length}` }));
      }
      return { ...request, body, unsigned: true, ...(isStream(body) && { duplex: { duplex: "half" } }) };
    },
  };
}

function isBlob(value: unknown): value is Blob {
  return typeof Blob === "function" && value instanceof Blob;
}

/** Also one of another realm, or of a library. */
export function isStream(value: unknown): value is ReadableStream<Uint8Array> {
  return typeof (value as Partial<ReadableStream> | undefined)?.getReader === "function";
}
