// The name of an algorithm → a checksum that grows with each piece of a body. Node's own are used where there are any.

import { toBase64 } from "../base64.ts";
import { bytesOf, sha256 } from "../platform/sha256.ts";
import { sha1 } from "./block-hash.ts";
import { crc32, crc64Nvme } from "./crc.ts";

export interface RunningChecksum {
  update(bytes: Uint8Array): void;
  /** Of all pieces. Ask once. */
  digest(): Uint8Array;
}

/** The checksum of a whole body, as headers have it: in base64. */
export function inBase64(checksum: RunningChecksum, body: string | Uint8Array): string {
  checksum.update(bytesOf(body));
  return toBase64(checksum.digest());
}

/** Bytes, as Node's modules that are used here see them. */
interface Native {
  createHash?(name: string): RunningChecksum;
  crc32?(bytes: Uint8Array, state: number): number;
}

type Runtime = { readonly process?: { getBuiltinModule?(name: string): Native } };

// Not imported, so that bundles for browsers need no stand-in for it. Deno and Bun have it, too.
const native = (name: string): Native => (globalThis as Runtime).process?.getBuiltinModule?.(name) ?? {};

/** Node's own hash of that name, or else the other. */
export function nativeOr(name: string, own: () => RunningChecksum): RunningChecksum {
  return native("node:crypto").createHash?.(name) ?? own();
}

/** Node's crc32 is twenty times as quick. */
function zlibCrc32(): RunningChecksum {
  const zlib = native("node:zlib");
  if (!zlib.crc32) return crc32(0xedb88320);
  let state = 0;
  return {
    update: (bytes) => void (state = zlib.crc32!(bytes, state)),
    digest: () => Uint8Array.of(state >>> 24, state >>> 16, state >>> 8, state),
  };
}

/** SHA-256 in JavaScript needs the whole message. */
function wholeSha256(): RunningChecksum {
  const pieces: Uint8Array[] = [];
  return { update: (bytes) => void pieces.push(bytes.slice()), digest: () => sha256(joined(pieces)) };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const algorithms: Readonly<Record<string, () => RunningChecksum>> = {
  CRC32: zlibCrc32,
  CRC32C: () => crc32(0x82f63b78),
  CRC64NVME: crc64Nvme,
  SHA1: () => nativeOr("sha1", sha1),
  SHA256: () => nativeOr("sha256", wholeSha256),
};

/** `undefined` for an algorithm that isn't known here. */
export function runningChecksum(algorithm: string): RunningChecksum | undefined {
  return Object.hasOwn(algorithms, algorithm) ? algorithms[algorithm]!() : undefined;
}
