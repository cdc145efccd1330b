// The cyclic redundancy checks that S3 knows: CRC-32, CRC-32C and CRC-64/NVME, each by a table of 256 entries.

import type { RunningChecksum } from "./checksum.ts";

/** `polynomial` has its bits reversed, as all of these are computed. */
export function crc32(polynomial: number): RunningChecksum {
  const table = Int32Array.from({ length: 256 }, (_, byte) => {
    let word = byte;
    for (let bit = 0; bit < 8; bit++) word = (word >>> 1) ^ (word & 1 ? polynomial : 0);
    return word;
  });
  let state = -1;
  return {
    update(bytes) {
      let word = state;
      // By index, which takes half the time of an iterator.
      for (let at = 0; at < bytes.length; at++) word = table[(word ^ bytes[at]!) & 255]! ^ (word >>> 8);
      state = word;
    },
    digest: () => wordBytes(~state),
  };
}

/** As two halves, since there are no integers of 64 bits but slow ones. */
export function crc64Nvme(): RunningChecksum {
  const high = new Int32Array(256);
  const low = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let [above, below] = [0, byte];
    for (let bit = 0; bit < 8; bit++) {
      const isOdd = below & 1;
      below = ((below >>> 1) | (above << 31)) ^ (isOdd ? 0xac4bc9b5 : 0);
      above = (above >>> 1) ^ (isOdd ? 0x9a6c9329 : 0);
    }
    high[byte] = above;
    low[byte] = below;
  }
  let [above, below] = [-1, -1];
  return {
    update(bytes) {
      for (let at = 0; at < bytes.length; at++) {
        const entry = (below ^ bytes[at]!) & 255;
        below = low[entry]! ^ ((below >>> 8) | (above << 24));
        above = high[entry]! ^ (above >>> 8);
      }
    },
    digest: () => Uint8Array.of(...wordBytes(~above), ...wordBytes(~below)),
  };
}

function wordBytes(word: number): Uint8Array {
  return Uint8Array.of(word >>> 24, word >>> 16, word >>> 8, word);
}
