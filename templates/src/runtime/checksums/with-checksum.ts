// A protocol → the same, with a checksum of the body in a header, by which the service sees whether the body arrived whole.
// https://smithy.io/2.0/aws/aws-core.html#aws-protocols-httpchecksum-trait

import type { HttpRequest } from "../call.ts";
import { inside, InvalidRequestError } from "../errors.ts";
import type { Protocol } from "../operation.ts";
import { inBase64, runningChecksum } from "./checksum.ts";

/** `member` names the algorithm; CRC32 when it is absent. A checksum that the caller gives is sent instead. */
export function withChecksum(protocol: Protocol, member: string): Protocol {
  return {
    ...protocol,
    request(operation, input, endpoint, client) {
      const request = protocol.request(operation, input, endpoint, client);
      if (Object.keys(request.headers).some((name) => /^x-amz-checksum-(crc|sha|md5|xxhash)/.test(name))) return request;
      const chosen = input[member];
      if (!isAtHand(request.body)) {
        if (!chosen) return request;
        throw inside(member, new InvalidRequestError({ message: ": the checksum of a stream has to be given in its own member" }));
      }
      const algorithm = `${chosen ?? "CRC32"}`;
      const place = operation.request?.[member];
      const headers = chosen || place?.in !== "header" ? request.headers : { ...request.headers, [(place.name ?? member).toLowerCase()]: algorithm };
      const checksum = runningChecksum(algorithm);
      if (!checksum) throw inside(member, new InvalidRequestError({ message: `: CRC32, CRC32C, CRC64NVME, SHA1 or SHA256 is expected; any other checksum has to be given in its own member` }));
      return { ...request, headers: { ...headers, [`x-amz-checksum-${algorithm.toLowerCase()}`]: inBase64(checksum, request.body ?? "") } };
    },
  };
}

function isAtHand(body: HttpRequest["body"]): body is string | Uint8Array | undefined {
  return body === undefined || typeof body === "string" || body instanceof Uint8Array;
}
