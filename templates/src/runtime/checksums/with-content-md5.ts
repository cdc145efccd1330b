// A protocol → the same, with a Content-MD5 of the body, for services that know no other checksum.

import type { Protocol } from "../operation.ts";
import { md5 } from "./block-hash.ts";
import { inBase64, nativeOr } from "./checksum.ts";

/** A checksum that the caller gives is sent instead. */
export function withContentMd5(protocol: Protocol): Protocol {
  return {
    ...protocol,
    request(operation, input, endpoint, client) {
      const request = protocol.request(operation, input, endpoint, client);
      if ("content-md5" in request.headers) return request;
      const checksum = inBase64(nativeOr("md5", md5), (request.body ?? "") as string | Uint8Array);
      return { ...request, headers: { ...request.headers, "content-md5": checksum } };
    },
  };
}
