// SHA-256 and HMAC in plain JavaScript: synchronous, and for the few kilobytes of a request quicker than WebCrypto.
// https://csrc.nist.gov/pubs/fips/180-4/upd1/final and https://www.rfc-editor.org/rfc/rfc2104

const blockLength = 64;

/** The first 32 bits of the fractional parts of the roots of the first primes. */
const rootsOfPrimes = (count: number, exponent: number): Int32Array => {
  const roots = new Int32Array(count);
  for (let found = 0, n = 2; found < count; n++) {
    let divisor = 2;
    while (n % divisor) divisor++;
    if (divisor === n) roots[found++] = (n ** exponent % 1) * 2 ** 32;
  }
  return roots;
};

const initial = /* @__PURE__ */ rootsOfPrimes(8, 1 / 2);
const constants = /* @__PURE__ */ rootsOfPrimes(64, 1 / 3);
const schedule = /* @__PURE__ */ new Int32Array(64);

/** Takes every whole block of the data into the state. */
function compress(state: Int32Array, data: Uint8Array): void {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const w = schedule;
  const k = constants;
  for (let at = 0; at + blockLength <= data.length; at += blockLength) {
    for (let t = 0; t < 16; t++) w[t] = view.getInt32(at + t * 4);
    for (let t = 16; t < 64; t++) {
      const x = w[t - 15]!;
      const y = w[t - 2]!;
      w[t] =
        (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)) +
        w[t - 7]! +
        (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)) +
        w[t - 16]!;
    }
    let a = state[0]!, b = state[1]!, c = state[2]!, d = state[3]!;
    let e = state[4]!, f = state[5]!, g = state[6]!, h = state[7]!;
    for (let t = 0; t < 64; t++) {
      const first =
        (h +
          (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) +
          ((e & f) ^ (~e & g)) +
          k[t]! +
          w[t]!) |
        0;
      const second =
        (((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) +
        ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    state[0]! += a;
    state[1]! += b;
    state[2]! += c;
    state[3]! += d;
    state[4]! += e;
    state[5]! += f;
    state[6]! += g;
    state[7]! += h;
  }
}

/** Continues from a state that has already taken `before` bytes, and closes with the padding. */
function finish(from: Int32Array, data: Uint8Array, before: number): Uint8Array {
  const state = from.slice();
  const whole = data.length & -blockLength;
  const rest = data.length - whole;
  const tail = new Uint8Array(rest < 56 ? blockLength : 2 * blockLength);
  const ending = new DataView(tail.buffer);
  tail.set(data.subarray(whole));
  tail[rest] = 0x80;
  const length = before + data.length;
  ending.setUint32(tail.length - 8, length / 2 ** 29);
  ending.setUint32(tail.length - 4, length << 3);
  compress(state, data);
  compress(state, tail);
  const digest = new Uint8Array(32);
  const words = new DataView(digest.buffer);
  for (let i = 0; i < 8; i++) words.setInt32(i * 4, state[i]!);
  return digest;
}

/** The SHA-256 of bytes. */
export const sha256 = (data: Uint8Array): Uint8Array => finish(initial, data, 0);

/** HMAC-SHA-256 with the two key blocks taken in once, so that each message costs only its own. */
export function hmacSha256(key: Uint8Array): (data: Uint8Array) => Uint8Array {
  const short = key.length > blockLength ? sha256(key) : key;
  const [inner, outer] = [0x36, 0x5c].map((pad) => {
    const block = new Uint8Array(blockLength).fill(pad);
    short.forEach((byte, i) => (block[i] = byte ^ pad));
    const state = initial.slice();
    compress(state, block);
    return state;
  }) as [Int32Array, Int32Array];
  return (data) => finish(outer, finish(inner, data, blockLength), blockLength);
}
