import { createHash, randomBytes } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { md5 } from "../../../templates/src/runtime/checksums/block-hash.ts";
import { nativeOr, runningChecksum } from "../../../templates/src/runtime/checksums/checksum.ts";

const text = new TextEncoder();

/** The checksum of the pieces, in hexadecimal. */
function hexOf(algorithm: string, ...pieces: readonly (string | Uint8Array)[]): string {
  const checksum = algorithm === "MD5" ? nativeOr("md5", md5) : runningChecksum(algorithm)!;
  for (const piece of pieces) checksum.update(typeof piece === "string" ? text.encode(piece) : piece);
  return Buffer.from(checksum.digest()).toString("hex");
}

/** What the catalogues of such checks give for "123456789", and the RFCs' and FIPS 180's own cases. */
const known = [
  ["CRC32", "123456789", "cbf43926"],
  ["CRC32", "", "00000000"],
  ["CRC32C", "123456789", "e3069283"],
  ["CRC32C", "", "00000000"],
  ["CRC64NVME", "123456789", "ae8b14860a799888"],
  ["CRC64NVME", "", "0000000000000000"],
  ["MD5", "", "d41d8cd98f00b204e9800998ecf8427e"],
  ["MD5", "message digest", "f96b697d7cb7938d525a2f31aaf161d0"],
  ["SHA1", "abc", "a9993e364706816aba3e25717850c26c9cd0d89d"],
  ["SHA1", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "84983e441c3bd26ebaae4aa1f95129e5e54670f1"],
  ["SHA256", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
] as const;

describe.each(["of Node", "in JavaScript alone"])("a checksum %s", (kind) => {
  const withoutNode = (): void => {
    if (kind !== "of Node") vi.stubGlobal("process", { ...process, getBuiltinModule: undefined });
  };
  afterEach(() => void vi.unstubAllGlobals());

  it.each(known)("%s of %j is %s", (algorithm, message, expected) => {
    withoutNode();
    expect(hexOf(algorithm, message)).toBe(expected);
  });

  it("is the same in whatever pieces a body comes", () => {
    withoutNode();
    const body = randomBytes(1_000);
    for (const [algorithm] of known) {
      const whole = hexOf(algorithm, body);
      for (const at of [0, 1, 55, 56, 63, 64, 65, 119, 128, 999, 1_000]) expect(hexOf(algorithm, body.subarray(0, at), body.subarray(at)), `${algorithm} ${at}`).toBe(whole);
    }
  });

  it.each([0, 1, 54, 55, 56, 57, 63, 64, 65, 127, 128, 129, 4_095])("is what node:crypto says of %d bytes", (length) => {
    const body = randomBytes(length);
    const expected = ["md5", "sha1", "sha256"].map((name) => createHash(name).update(body).digest("hex"));
    withoutNode();
    expect(["MD5", "SHA1", "SHA256"].map((algorithm) => hexOf(algorithm, body))).toEqual(expected);
  });
});

it("isn't there for algorithms that aren't known", () => {
  expect(["SHA512", "XXHASH64", "MD5", "crc32", "", "__proto__", "toString"].map(runningChecksum)).toEqual(Array(7).fill(undefined));
});
