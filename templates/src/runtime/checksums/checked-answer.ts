// A protocol → the same, that refuses an answer whose body doesn't match the checksum in its headers.

import { toBase64 } from "../base64.ts";
import type { HttpResponse } from "../call.ts";
import { refuse } from "../errors.ts";
import type { Protocol } from "../operation.ts";
import { runningChecksum } from "./checksum.ts";

/** Services send a checksum when the call asks for it. The quickest comes first. */
const algorithms = ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"];

export function checkedAnswer(protocol: Protocol): Protocol {
  return {
    ...protocol,
    output(operation, response) {
      const found = checksumOf(response);
      if (found) {
        const checksum = runningChecksum(found.algorithm)!;
        checksum.update(response.body);
        if (toBase64(checksum.digest()) !== found.expected) refuse(`the answer isn't what its ${found.algorithm} checksum says`);
      }
      return protocol.output(operation, response);
    },
  };
}

/** Of the whole body; an object that was uploaded in parts has one of the checksums of these, which ends in their number. */
function checksumOf({ status, headers }: HttpResponse): { readonly algorithm: string; readonly expected: string } | undefined {
  // What comes with a part of an object may be the checksum of all of it.
  if (status !== 200) return undefined;
  const found = algorithms.map((algorithm) => ({ algorithm, expected: headers[`x-amz-checksum-${algorithm.toLowerCase()}`] ?? "" }));
  return found.find(({ expected }) => expected && !/-\d+$/.test(expected));
}
