// SHA-256 and HMAC in plain JavaScript: synchronous, and for the few kilobytes of a request quicker than WebCrypto.
// https://csrc.nist.gov/pubs/fips/180-4/upd1/final and https://www.rfc-editor.org/rfc/rfc2104

type Data = string | Uint8Array;

const encoder = /* @__PURE__ */ new TextEncoder();

export const bytesOf = (data: Data): Uint8Array => (typeof data === "string" ? encoder.encode(data) : data);

const rotate = (word: number, by: number): number => (word >>> by) | (word << -by);

/** The SHA-256 of bytes, or of text in UTF-8. */
export const sha256: (data: Data) => Uint8Array = /* @__PURE__ */ (() => {
  const initial = new Int32Array(8);
  const constants = new Int32Array(64);
  const schedule = new Int32Array(64);
  // The first 32 bits of the fractional parts of square and cube roots of the first primes. What is too much falls off the first.
  for (let found = 0, n = 2; found < 64; n++) {
    let divisor = 2;
    while (n % divisor) divisor++;
    if (divisor === n) {
      initial[found] = (n ** (1 / 2) % 1) * 2 ** 32;
      constants[found++] = (n ** (1 / 3) % 1) * 2 ** 32;
    }
  }
  return (data) => {
    // Measured: constants of a closure (bundlers make variables of a module's), called by local names, save a quarter.
    const k = constants;
    const w = schedule;
    const state = initial.slice();
    const bytes = bytesOf(data);
    const { length } = bytes;
    const end = (length + 72) & -64;
    const padded = new Uint8Array(end);
    const blocks = new DataView(padded.buffer);
    padded.set(bytes);
    padded[length] = 0x80;
    // Whoever hashes 512 MB in JavaScript needs the other half of the length, too.
    blocks.setUint32(end - 4, length << 3);
    for (let at = 0; at < end; at += 64) {
      // Read one by one: what destructuring gives isn't known to be an integer, and takes twice as long.
      let a = state[0]!;
      let b = state[1]!;
      let c = state[2]!;
      let d = state[3]!;
      let e = state[4]!;
      let f = state[5]!;
      let g = state[6]!;
      let h = state[7]!;
      for (let t = 0; t < 64; t++) {
        const x = w[t - 15]!;
        const y = w[t - 2]!;
        w[t] = t < 16 ? blocks.getInt32(at + t * 4) : (w[t - 16]! + (rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3)) + w[t - 7]! + (rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10))) | 0;
        const one = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + (g ^ (e & (f ^ g))) + k[t]! + w[t]!) | 0;
        const two = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) | (c & (a | b)));
        h = g;
        g = f;
        f = e;
        e = (d + one) | 0;
        d = c;
        c = b;
        b = a;
        a = (one + two) | 0;
      }
      [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i]! += word));
    }
    state.forEach((word, i) => blocks.setInt32(i * 4, word));
    return padded.slice(0, 32);
  };
})();

/** HMAC-SHA-256. */
export function hmacSha256(key: Data): (data: Data) => Uint8Array {
  const block = new Uint8Array(64);
  block.set(key.length > 64 ? sha256(key) : bytesOf(key));
  const padded = (pad: number, data: Uint8Array): Uint8Array => {
    const message = new Uint8Array(64 + data.length);
    block.forEach((byte, at) => (message[at] = byte ^ pad));
    message.set(data, 64);
    return sha256(message);
  };
  return (data) => padded(0x5c, padded(0x36, bytesOf(data)));
}
