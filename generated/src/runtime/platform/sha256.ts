// SHA-256 and HMAC in plain JavaScript: synchronous, and for the few kilobytes of a request quicker than WebCrypto.
// https://csrc.nist.gov/pubs/fips/180-4/upd1/final and https://www.rfc-editor.org/rfc/rfc2104

type Data = string | Uint8Array;

/** The first 32 bits of the fractional parts of the roots of the first primes. */
function rootsOfPrimes(count: number, exponent: number): Int32Array {
  const roots = new Int32Array(count);
  for (let found = 0, n = 2; found < count; n++) {
    let divisor = 2;
    while (n % divisor) divisor++;
    if (divisor === n) roots[found++] = (n ** exponent % 1) * 2 ** 32;
  }
  return roots;
}

const initial = /* @__PURE__ */ rootsOfPrimes(8, 1 / 2);

/** Takes blocks of 64 bytes into the state, up to `end`. */
const compress = /* @__PURE__ */ (() => {
  const constants = rootsOfPrimes(64, 1 / 3);
  const schedule = new Int32Array(64);
  return (state: Int32Array, blocks: DataView, end: number): Int32Array => {
    // Measured: constants of a closure (bundlers make variables of a module's), called by local names, save a quarter.
    const k = constants;
    const w = schedule;
    for (let at = 0; at < end; at += 64) {
      for (let t = 0; t < 16; t++) w[t] = blocks.getInt32(at + t * 4);
      for (let t = 16; t < 64; t++) {
        const x = w[t - 15]!;
        const y = w[t - 2]!;
        w[t] =
          w[t - 16]! +
          (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)) +
          w[t - 7]! +
          (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10));
      }
      let a = state[0]!;
      let b = state[1]!;
      let c = state[2]!;
      let d = state[3]!;
      let e = state[4]!;
      let f = state[5]!;
      let g = state[6]!;
      let h = state[7]!;
      for (let t = 0; t < 64; t++) {
        const one =
          (h +
            (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) +
            (g ^ (e & (f ^ g))) +
            k[t]! +
            w[t]!) |
          0;
        const two =
          (((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) + ((a & b) | (c & (a | b)));
        h = g;
        g = f;
        f = e;
        e = (d + one) | 0;
        d = c;
        c = b;
        b = a;
        a = (one + two) | 0;
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
    return state;
  };
})();

let scratch: Uint8Array = /* @__PURE__ */ new Uint8Array(4096);
let blocks = /* @__PURE__ */ new DataView(scratch.buffer);
const encoder = /* @__PURE__ */ new TextEncoder();

export const bytesOf = (data: Data): Uint8Array => (typeof data === "string" ? encoder.encode(data) : data);

/** Goes on from a state that has already taken so many bytes, and closes with the padding. */
function finish(from: Int32Array, data: Data, before: number): Uint8Array {
  // A character of a string becomes three bytes at most.
  const most = data.length * 3 + 72;
  if (most > scratch.length) blocks = new DataView((scratch = new Uint8Array(most)).buffer);
  let { length } = data;
  if (typeof data === "string") length = encoder.encodeInto(data, scratch).written;
  else scratch.set(data);
  const end = (length + 72) & -64;
  scratch.fill(0, length, end)[length] = 0x80;
  blocks.setUint32(end - 8, (before + length) / 2 ** 29);
  blocks.setUint32(end - 4, (before + length) << 3);
  const state = compress(from.slice(), blocks, end);
  for (let i = 0; i < 8; i++) blocks.setInt32(i * 4, state[i]!);
  return scratch.slice(0, 32);
}

/** The SHA-256 of bytes, or of text in UTF-8. */
export const sha256 = (data: Data): Uint8Array => finish(initial, data, 0);

/** HMAC-SHA-256 whose key is taken in once, so that each message costs only its own. */
export function hmacSha256(key: Data): (data: Data) => Uint8Array {
  const [inner, outer] = [0x36, 0x5c].map((pad) => {
    const block = new Uint8Array(64);
    block.set(key.length > 64 ? sha256(key) : bytesOf(key));
    return compress(initial.slice(), new DataView(block.map((byte) => byte ^ pad).buffer), 64);
  }) as [Int32Array, Int32Array];
  return (data) => finish(outer, finish(inner, data, 64), 64);
}
