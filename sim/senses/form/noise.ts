import { Noise } from '../../kernel/random/noise.ts';

/** Tiles that repeat without a seam: the raw material of textures. Built once, the same on every machine. */

/** Side of a tile in texels: a power of two, small enough that the eight tiles of a look stay in the nearest cache. */
export const TILE = 64;
export const TILE_MASK = TILE - 1;
export const TILE_SHIFT = 6;
export const TEXELS = TILE * TILE;
export const TEXEL_MASK = TEXELS - 1;

/** Tile of smoothed random values with `cells` lumps along a side, cubic interpolation weights, values about 0..1. */
function valueNoise(seed: number, cells: number): Float32Array {
  const random = new Noise(seed);
  const grid = Float32Array.from({ length: cells * cells }, () => random.next());
  const tile = new Float32Array(TEXELS);
  const smooth = (t: number) => t * t * (3 - 2 * t);
  for (let y = 0; y < TILE; y++) {
    const gy = (y * cells) / TILE;
    const y0 = Math.floor(gy);
    const fy = smooth(gy - y0);
    for (let x = 0; x < TILE; x++) {
      const gx = (x * cells) / TILE;
      const x0 = Math.floor(gx);
      const fx = smooth(gx - x0);
      const at = (i: number, j: number) => grid[((j + cells) % cells) * cells + ((i + cells) % cells)]!;
      const top = at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx;
      const bottom = at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx;
      tile[y * TILE + x] = top * (1 - fy) + bottom * fy;
    }
  }
  return tile;
}

/** Sum of value noises, each octave twice as fine and half as strong. */
function fractal(seed: number, cells: number, octaves: number): Float32Array {
  const sum = new Float32Array(TEXELS);
  let weight = 1;
  for (let o = 0; o < octaves; o++) {
    const layer = valueNoise(seed + o, cells << o);
    for (let i = 0; i < TEXELS; i++) sum[i]! += weight * layer[i]!;
    weight /= 2;
  }
  return sum;
}

/** Replaces every value by its rank 0..1: a threshold f then covers the share f exactly. */
function ranked(tile: Float32Array): Float32Array {
  const order = Uint32Array.from({ length: TEXELS }, (_, i) => i).sort(
    (a, b) => tile[a]! - tile[b]! || a - b,
  );
  const out = new Float32Array(TEXELS);
  order.forEach((texel, rank) => {
    out[texel] = (rank + 0.5) / TEXELS;
  });
  return out;
}

/** Thin straight lines in random directions: 1 on a line, 0 elsewhere. */
function scratches(seed: number, count: number): Float32Array {
  const random = new Noise(seed);
  const tile = new Float32Array(TEXELS);
  for (let n = 0; n < count; n++) {
    let x = random.next() * TILE;
    let y = random.next() * TILE;
    const angle = random.next() * 2 * Math.PI;
    const length = 10 + random.next() * 40;
    const depth = 0.4 + 0.6 * random.next();
    for (let s = 0; s < length; s++) {
      const i = (Math.floor(y) & TILE_MASK) * TILE + (Math.floor(x) & TILE_MASK);
      tile[i] = Math.max(tile[i]!, depth);
      x += Math.cos(angle);
      y += Math.sin(angle);
    }
  }
  return tile;
}

/** Borders of random cells: 1 on a border, falling to 0 inside; a net of cracks. */
function cellBorders(seed: number, points: number): Float32Array {
  const random = new Noise(seed);
  const px = Float32Array.from({ length: points }, () => random.next() * TILE);
  const py = Float32Array.from({ length: points }, () => random.next() * TILE);
  const wrap = (d: number) => (Math.abs(d) > TILE / 2 ? TILE - Math.abs(d) : Math.abs(d));
  const tile = new Float32Array(TEXELS);
  for (let i = 0; i < TEXELS; i++) {
    let first = 1e9;
    let second = 1e9;
    for (let p = 0; p < points; p++) {
      const dx = wrap((i & TILE_MASK) - px[p]!);
      const dy = wrap(Math.floor(i / TILE) - py[p]!);
      const d = Math.sqrt(dx * dx + dy * dy);
      if (d < first) {
        second = first;
        first = d;
      } else if (d < second) second = d;
    }
    tile[i] = Math.max(0, 1 - (second - first) / 1.3);
  }
  return tile;
}

/** Folded noise: sharp creases as in crumpled film. */
function creases(seed: number, cells: number): Float32Array {
  const tile = fractal(seed, cells, 2);
  return tile.map((v) => Math.abs(2 * (v / 1.5) - 1));
}

/** Slopes of a height tile along x and y, texel to texel, scaled to a spread of 1. */
function slopes(height: Float32Array): { x: Float32Array; y: Float32Array } {
  const x = new Float32Array(TEXELS);
  const y = new Float32Array(TEXELS);
  let power = 0;
  for (let j = 0; j < TILE; j++) {
    for (let i = 0; i < TILE; i++) {
      const here = j * TILE + i;
      x[here] = height[j * TILE + ((i + 1) & TILE_MASK)]! - height[here]!;
      y[here] = height[((j + 1) & TILE_MASK) * TILE + i]! - height[here]!;
      power += x[here] * x[here] + y[here] * y[here];
    }
  }
  const scale = 1 / Math.sqrt(power / (2 * TEXELS) || 1);
  for (let i = 0; i < TEXELS; i++) {
    x[i]! *= scale;
    y[i]! *= scale;
  }
  return { x, y };
}

/** Ranked noise of large lumps: soil, corrosion, wet spots. */
export const lumps = ranked(fractal(101, 4, 5));
/** Ranked noise of fine grains. */
export const grains = ranked(fractal(211, 16, 2));
/** Lines of abrasion. */
export const scratchLines = scratches(307, 18);
/** A net of cracks. */
export const crackNet = cellBorders(401, 28);
/** Slopes of crumpled film and of gentle dents. */
export const creaseSlopes = slopes(creases(503, 4));
export const dentSlopes = slopes(fractal(601, 3, 2));

export { fractal, slopes, valueNoise };
