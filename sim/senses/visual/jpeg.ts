/** The losses of JPEG (ITU-T T.81): colour at half the sides, 8 x 8 cosine terms in steps of the tables of its annex K. */

const LUMA = [
  ...[16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55],
  ...[14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62],
  ...[18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92],
  ...[49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99],
];
const CHROMA = [
  ...[17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99],
  ...[24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99, 99, 99, 99],
  ...[99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99],
  ...[99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99],
];

/** Cosine basis [frequency * 8 + place], orthonormal. */
const basis = Float64Array.from({ length: 64 }, (_, i) => {
  const [k, x] = [i >> 3, i & 7];
  return Math.cos(((2 * x + 1) * k * Math.PI) / 16) * (k === 0 ? Math.SQRT1_2 : 1) * 0.5;
});

/** Steps of a quality 1..100, as the reference software of the Independent JPEG Group scales the tables. */
function stepsOf(table: readonly number[], quality: number): Float64Array {
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  return Float64Array.from(table, (step) =>
    Math.min(255, Math.max(1, Math.floor((step * scale + 50) / 100))),
  );
}

/** Puts a frame [size, size, 3] through JPEG of a quality 1..100, in place. */
export function jpegLoss(frame: Uint8Array, size: number, quality: number): void {
  const n = size * size;
  const half = Math.ceil(size / 2);
  const luma = new Float64Array(n);
  const blue = new Float64Array(half * half);
  const red = new Float64Array(half * half);
  for (let p = 0; p < n; p++) {
    const [r, g, b] = [frame[3 * p]!, frame[3 * p + 1]!, frame[3 * p + 2]!];
    const y = 0.299 * r + 0.587 * g + 0.114 * b;
    luma[p] = y - 128;
    const cell = (Math.floor(p / size) >> 1) * half + ((p % size) >> 1);
    blue[cell]! += (0.564 * (b - y)) / 4;
    red[cell]! += (0.713 * (r - y)) / 4;
  }
  quantise(luma, size, stepsOf(LUMA, quality));
  quantise(blue, half, stepsOf(CHROMA, quality));
  quantise(red, half, stepsOf(CHROMA, quality));
  for (let p = 0; p < n; p++) {
    const y = luma[p]! + 128;
    const cell = (Math.floor(p / size) >> 1) * half + ((p % size) >> 1);
    frame[3 * p] = toCode(y + 1.402 * red[cell]!);
    frame[3 * p + 1] = toCode(y - 0.344 * blue[cell]! - 0.714 * red[cell]!);
    frame[3 * p + 2] = toCode(y + 1.772 * blue[cell]!);
  }
}

/** Every block of a plane to its cosine terms, these to whole steps, and back; the last blocks repeat the border. */
function quantise(plane: Float64Array, side: number, steps: Float64Array): void {
  const block = new Float64Array(64);
  for (let y = 0; y < side; y += 8)
    for (let x = 0; x < side; x += 8) {
      const place = (i: number) => Math.min(side - 1, y + (i >> 3)) * side + Math.min(side - 1, x + (i & 7));
      for (let i = 0; i < 64; i++) block[i] = plane[place(i)]!;
      turn(block, false);
      for (let i = 0; i < 64; i++) block[i] = Math.round(block[i]! / steps[i]!) * steps[i]!;
      turn(block, true);
      for (let i = 0; i < 64; i++) if (y + (i >> 3) < side && x + (i & 7) < side) plane[place(i)] = block[i]!;
    }
}

/** Cosine transform of a block in place, or back. */
function turn(block: Float64Array, back: boolean): void {
  const rows = new Float64Array(64);
  for (let i = 0; i < 8; i++)
    for (let k = 0; k < 8; k++) {
      let sum = 0;
      for (let x = 0; x < 8; x++) sum += block[i * 8 + x]! * basis[back ? x * 8 + k : k * 8 + x]!;
      rows[i * 8 + k] = sum;
    }
  for (let k = 0; k < 8; k++)
    for (let i = 0; i < 8; i++) {
      let sum = 0;
      for (let y = 0; y < 8; y++) sum += rows[y * 8 + k]! * basis[back ? y * 8 + i : i * 8 + y]!;
      block[i * 8 + k] = sum;
    }
}

/** The nearest code 0..255. */
export function toCode(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : (value + 0.5) | 0;
}
