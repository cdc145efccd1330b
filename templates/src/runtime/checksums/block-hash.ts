// MD5 and SHA-1 in plain JavaScript, for the few services that guard bodies by them, where the platform has neither.
// https://www.rfc-editor.org/rfc/rfc1321 and https://www.rfc-editor.org/rfc/rfc3174

import type { RunningChecksum } from "./checksum.ts";

/** Mixes one block of 64 bytes into the state. */
type Compress = (state: Int32Array, block: DataView) => void;

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** Feeds blocks to the function, and the end of the message with its length. */
function blockHash(initial: readonly number[], compress: Compress, littleEndian: boolean): RunningChecksum {
  const state = Int32Array.from(initial);
  const block = new Uint8Array(64);
  const view = new DataView(block.buffer);
  let length = 0;
  const update = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length; ) {
      const start = length % 64;
      const piece = bytes.subarray(at, at + 64 - start);
      block.set(piece, start);
      length += piece.length;
      at += piece.length;
      if (length % 64 === 0) compress(state, view);
    }
  };
  return {
    update,
    digest() {
      const bits = length * 8;
      update(Uint8Array.of(0x80));
      while (length % 64 !== 56) update(Uint8Array.of(0));
      const end = new DataView(new ArrayBuffer(8));
      end.setUint32(littleEndian ? 0 : 4, bits, littleEndian);
      end.setUint32(littleEndian ? 4 : 0, bits / 2 ** 32, littleEndian);
      update(new Uint8Array(end.buffer));
      const digest = new DataView(new ArrayBuffer(initial.length * 4));
      state.forEach((word, at) => digest.setInt32(at * 4, word, littleEndian));
      return new Uint8Array(digest.buffer);
    },
  };
}

export function md5(): RunningChecksum {
  const shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
  const sines = Int32Array.from({ length: 64 }, (_, at) => Math.abs(Math.sin(at + 1)) * 2 ** 32);
  const compress: Compress = (state, block) => {
    let [a, b, c, d] = state as unknown as [number, number, number, number];
    for (let at = 0; at < 64; at++) {
      const round = at >> 4;
      const mixed = round === 0 ? (b & c) | (~b & d) : round === 1 ? (d & b) | (~d & c) : round === 2 ? b ^ c ^ d : c ^ (b | ~d);
      const word = round === 0 ? at : round === 1 ? 5 * at + 1 : round === 2 ? 3 * at + 5 : 7 * at;
      const sum = (a + mixed + sines[at]! + block.getInt32((word & 15) * 4, true)) | 0;
      [a, d, c] = [d, c, b];
      b = (b + rotate(sum, shifts[round * 4 + (at & 3)]!)) | 0;
    }
    [a, b, c, d].forEach((word, at) => (state[at]! += word));
  };
  return blockHash([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476], compress, true);
}

export function sha1(): RunningChecksum {
  const words = new Int32Array(80);
  const compress: Compress = (state, block) => {
    let [a, b, c, d, e] = state as unknown as [number, number, number, number, number];
    for (let at = 0; at < 80; at++) {
      words[at] = at < 16 ? block.getInt32(at * 4) : rotate(words[at - 3]! ^ words[at - 8]! ^ words[at - 14]! ^ words[at - 16]!, 1);
      const [mixed, constant] =
        at < 20 ? [(b & c) | (~b & d), 0x5a827999] : at < 40 ? [b ^ c ^ d, 0x6ed9eba1] : at < 60 ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc] : [b ^ c ^ d, 0xca62c1d6];
      const sum = (rotate(a, 5) + mixed + e + constant + words[at]!) | 0;
      [e, d, c, b, a] = [d, c, rotate(b, 30), a, sum];
    }
    [a, b, c, d, e].forEach((word, at) => (state[at]! += word));
  };
  return blockHash([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0], compress, false);
}
