// A protocol → the same, with a checksum of the body in a header, by which the service sees whether the body arrived whole.
// https://smithy.io/2.0/aws/aws-core.html#aws-protocols-httpchecksum-trait

import { toBase64 } from "../base64.ts";
import type { HttpRequest } from "../call.ts";
import { inside, InvalidRequestError } from "../errors.ts";
import type { AnyOperation, Members, Protocol } from "../operation.ts";
import { bytesOf } from "../platform/sha256.ts";
import { runningChecksum } from "./checksum.ts";

/** `member` names the algorithm; CRC32 when it is absent. A checksum that the caller gives is sent instead. */
export function withChecksum(protocol: Protocol, member: string): Protocol {
  return {
    ...protocol,
    request(operation, input, endpoint) {
      const request = protocol.request(operation, input, endpoint);
      if (isGiven(operation, input)) return request;
      const chosen = input[member];
      if (!isAtHand(request.body)) {
        if (!chosen) return request;
        throw inside(member, new InvalidRequestError({ message: ": the checksum of a stream has to be given in its own member" }));
      }
      const algorithm = `${chosen ?? "CRC32"}`;
      const place = operation.request?.[member];
      const headers = chosen || place?.in !== "header" ? request.headers : { ...request.headers, [place.name]: algorithm };
      return withHeader({ ...request, headers }, `x-amz-checksum-${algorithm.toLowerCase()}`, algorithm, member);
    },
  };
}

/** For services that know nothing but Content-MD5. */
export function withContentMd5(protocol: Protocol): Protocol {
  return {
    ...protocol,
    request(operation, input, endpoint) {
      const request = protocol.request(operation, input, endpoint);
      return "content-md5" in request.headers ? request : withHeader(request, "content-md5", "MD5", "body");
    },
  };
}

function isAtHand(body: HttpRequest["body"]): body is string | Uint8Array | undefined {
  return body === undefined || typeof body === "string" || body instanceof Uint8Array;
}

/** Whether a member that holds a checksum has a value. */
function isGiven({ request = {} }: AnyOperation, input: Members): boolean {
  return Object.entries(request).some(
    ([member, place]) => place.in === "header" && /^x-amz-checksum-(crc|sha|md5|xxhash)/.test(place.name) && (input[member] ?? null) !== null,
  );
}

function withHeader(request: HttpRequest, header: string, algorithm: string, member: string): HttpRequest {
  const checksum = runningChecksum(algorithm);
  if (!checksum) throw inside(member, new InvalidRequestError({ message: `: CRC32, CRC32C, CRC64NVME, SHA1 or SHA256 is expected; any other checksum has to be given in its own member` }));
  checksum.update(bytesOf((request.body ?? "") as string | Uint8Array));
  return { ...request, headers: { ...request.headers, [header]: toBase64(checksum.digest()) } };
}
