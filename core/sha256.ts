/** The first bits of the fractional parts of a power of the first primes: how SHA-256 defines its constants. */
function fractions(count: number, power: number): Uint32Array {
  const found: number[] = [];
  for (let n = 2; found.length < count; n += 1) {
    let prime = true;
    for (let d = 2; d * d <= n; d += 1) if (n % d === 0) prime = false;
    if (prime) found.push((n ** power % 1) * 2 ** 32);
  }
  return Uint32Array.from(found, Math.floor);
}

const K = fractions(64, 1 / 3);
const START = fractions(8, 1 / 2);
const turn = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

/**
 * SHA-256 of a text's UTF-8 bytes, in hex: the same as `sha256Hex` of `core/hash`, in a tenth of the code. For the
 * script in a page, where a short text is hashed now and then; the log uses the faster one.
 */
export function smallSha256(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const padded = new DataView(new ArrayBuffer(((bytes.length + 72) >> 6) << 6));
  new Uint8Array(padded.buffer).set(bytes);
  padded.setUint8(bytes.length, 0x80);
  padded.setUint32(padded.byteLength - 8, Math.floor(bytes.length / 2 ** 29));
  padded.setUint32(padded.byteLength - 4, bytes.length << 3);
  const state = START.slice();
  const w = new Uint32Array(64);
  const at = (i: number): number => w[i] as number;
  for (let block = 0; block < padded.byteLength; block += 64) {
    for (let i = 0; i < 64; i += 1) {
      if (i < 16) w[i] = padded.getUint32(block + i * 4);
      else {
        const [a, b] = [at(i - 15), at(i - 2)];
        const low = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
        const high = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
        w[i] = at(i - 16) + low + at(i - 7) + high;
      }
    }
    round(state, at);
  }
  return [...state].map((part) => part.toString(16).padStart(8, '0')).join('');
}

function round(state: Uint32Array, at: (i: number) => number): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as Eight;
  for (let i = 0; i < 64; i += 1) {
    const one =
      (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + (K[i] as number) + at(i)) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((part, i) => {
    state[i] = (state[i] as number) + part;
  });
}

type Eight = [number, number, number, number, number, number, number, number];
