// A protocol → the same, that refuses an answer whose body doesn't match the checksum in its headers.

import { toBase64 } from "../base64.ts";
import type { HttpResponse } from "../call.ts";
import { UnreadableResponseError } from "../errors.ts";
import type { Protocol } from "../operation.ts";
import { comingOf, withComing } from "../streams/streamed-answer.ts";
import { type RunningChecksum, runningChecksum } from "./checksum.ts";

/** Services send a checksum when the call asks for it. The quickest comes first. */
const algorithms = ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"];

export function checkedAnswer(protocol: Protocol): Protocol {
  return {
    ...protocol,
    output(operation, response) {
      const found = checksumOf(response);
      if (!found) return protocol.output(operation, response);
      const { algorithm, expected } = found;
      const checksum = runningChecksum(algorithm)!;
      const check = (): void => {
        if (toBase64(checksum.digest()) !== expected) throw new UnreadableResponseError({ message: `the answer isn't what its ${algorithm} checksum says` });
      };
      const coming = comingOf(response);
      if (coming) return protocol.output(operation, withComing(response, coming.pipeThrough(checking(checksum, check))));
      checksum.update(response.body);
      check();
      return protocol.output(operation, response);
    },
  };
}

/** Passes on what it sees; the stream fails at its end when the checksum doesn't match. */
function checking(checksum: RunningChecksum, check: () => void): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream(
    {
      transform(piece, controller) {
        checksum.update(piece);
        controller.enqueue(piece);
      },
      flush: check,
    },
    undefined,
    { highWaterMark: 0 },
  );
}

/** Of the whole body; an object that was uploaded in parts has one of the checksums of these, which ends in their number. */
function checksumOf({ status, headers }: HttpResponse): { readonly algorithm: string; readonly expected: string } | undefined {
  // What comes with a part of an object may be the checksum of all of it.
  if (status !== 200) return undefined;
  const found = algorithms.map((algorithm) => ({ algorithm, expected: headers[`x-amz-checksum-${algorithm.toLowerCase()}`] ?? "" }));
  return found.find(({ expected }) => expected && !/-\d+$/.test(expected));
}
