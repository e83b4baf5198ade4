import { lazily } from '../../kernel/random/lazily.ts';
import { Noise } from '../../kernel/random/noise.ts';
import type { Texture } from '../../materials/material.ts';
import { fractal, slopes, TEXELS, TILE, TILE_MASK, TILE_SHIFT, valueNoise } from './noise.ts';

/** The fine structure of a surface: brightness about 1 and slopes, one tile a texture. */
export interface SurfaceTile {
  /** [TILE * TILE] factor on the body's reflectance, mean 1. */
  readonly brightness: Float32Array;
  readonly slopeX: Float32Array;
  readonly slopeY: Float32Array;
  /** How far brightness and slopes move with roughness 1. */
  readonly relief: number;
}

type Field = (x: number, y: number) => number;

const hash = (seed: number) => {
  const random = new Noise(seed);
  return Float32Array.from({ length: TILE }, () => random.next());
};
const streaks = lazily(() => hash(17));
const rows = lazily(() => hash(19));
const soft = lazily(() => fractal(23, 8, 3));
const coarse = lazily(() => fractal(29, 5, 2));
const knots = lazily(() => valueNoise(31, 4));
const dots = lazily(() => valueNoise(37, 16));
const at = (tile: () => Float32Array, x: number, y: number) =>
  tile()[(y & TILE_MASK) * TILE + (x & TILE_MASK)]!;

/** Two over, two under: a plain weave of period `p` texels. */
const weave =
  (p: number, contrast: number): Field =>
  (x, y) => {
    const over = (Math.floor(x / p) + Math.floor(y / p)) % 2 === 0;
    const along = over ? (y % p) / p : (x % p) / p;
    return (
      1 + contrast * (Math.sin(Math.PI * along) - 0.64) * (over ? 1 : 0.8) + 0.05 * (at(soft, x, y) - 0.9)
    );
  };

/** Brightness of each texture before it is brought to mean 1. Periods divide the tile. */
const fields: Readonly<Record<Texture, Field>> = {
  smooth: (x, y) => 1 + 0.01 * (at(soft, x, y) - 0.9),
  ribbed: (x, y) => 1 + 0.1 * Math.sin((2 * Math.PI * x) / 8) + 0.01 * (at(soft, x, y) - 0.9),
  creased: (x, y) => 1 + 0.03 * (at(coarse, x, y) - 0.75),
  // Threads of half a millimetre are far below a pixel: what is left of a weave is a soft beat.
  weave: weave(2, 0.12),
  plain: weave(1, 0.12),
  knit: (x, y) =>
    1 +
    0.14 * Math.sin((2 * Math.PI * (x + ((y >> 2) % 2) * 2)) / 8) * Math.sin((2 * Math.PI * y) / 4) +
    0.1 * (at(soft, x, y) - 0.9),
  fibre: (x, y) => 1 + 0.1 * (at(soft, x + (y >> 3), y) - 0.9) + 0.04 * (at(dots, x, y) - 0.5),
  flute: (x, y) =>
    1 +
    0.025 * Math.sin((2 * Math.PI * y) / 4) +
    0.05 * (at(soft, x, y) - 0.9) +
    0.04 * (at(dots, x, y) - 0.5),
  grain: (x, y) =>
    1 +
    0.28 * (streaks()[Math.floor(y + 6 * at(knots, x, y >> 1)) & TILE_MASK]! - 0.5) +
    0.18 * Math.sin((2 * Math.PI * (y + 10 * at(knots, x >> 1, y))) / 16) +
    0.05 * (at(soft, x >> 2, y) - 0.9),
  granular: (x, y) => 1 + 0.16 * (at(dots, x, y) - 0.5) + 0.14 * (at(soft, x, y) - 0.9),
  brushed: (x, y) => 1 + 0.18 * (streaks()[y & TILE_MASK]! - 0.5) + 0.06 * (at(soft, x >> 4, y) - 0.9),
  spangle: (x, y) => 0.8 + 0.5 * Math.round(4 * at(coarse, x, y)) * 0.25,
  beads: (x, y) =>
    1 +
    0.12 * Math.sin((2 * Math.PI * (x + ((y >> 2) % 2) * 2)) / 4) * Math.sin((2 * Math.PI * y) / 4) +
    0.06 * (at(dots, x, y) - 0.5),
  hide: (x, y) => 1 + 0.3 * (Math.abs(at(soft, x, y) - 0.875) - 0.12) + 0.1 * (at(dots, x, y) - 0.5),
  circuit: (x, y) => circuit(x, y),
};

/** Chips, pads and tracks on a grid of 16 texels. */
function circuit(x: number, y: number): number {
  const part = at(knots, (x >> 4) * 23, (y >> 4) * 29);
  const [i, j] = [x & 15, y & 15];
  const inside = i > 2 && i < 13 && j > 3 && j < 12;
  if (part > 0.55) {
    if (inside) return 0.25;
    return (j === 3 || j === 12) && i % 2 === 0 && i > 2 && i < 13 ? 3.2 : 1;
  }
  if (part > 0.4) return (i - 8) * (i - 8) + (j - 8) * (j - 8) < 14 ? 2.6 : 1;
  return j === Math.floor(rows()[(y >> 4) & 7]! * 15) ? 1.35 : 1;
}

const reliefs: Readonly<Partial<Record<Texture, number>>> = {
  smooth: 0.02,
  ribbed: 0.1,
  weave: 0.07,
  knit: 0.1,
  fibre: 0.06,
  flute: 0.03,
  grain: 0.06,
  granular: 0.12,
  brushed: 0.05,
  spangle: 0.04,
  beads: 0.1,
  hide: 0.12,
  creased: 0.04,
  circuit: 0.05,
  plain: 0.06,
};

function tileOf(texture: Texture): SurfaceTile {
  const field = fields[texture];
  const brightness = new Float32Array(TEXELS);
  for (let i = 0; i < TEXELS; i++) brightness[i] = field(i & TILE_MASK, i >> TILE_SHIFT);
  let sum = 0;
  for (let i = 0; i < TEXELS; i++) sum += brightness[i]!;
  const mean = sum / TEXELS;
  for (let i = 0; i < TEXELS; i++) brightness[i] = brightness[i]! / mean;
  const slope = slopes(brightness);
  return { brightness, slopeX: slope.x, slopeY: slope.y, relief: reliefs[texture] ?? 0.05 };
}

const tiles: ReadonlyMap<Texture, () => SurfaceTile> = new Map(
  (Object.keys(fields) as Texture[]).map((texture) => [texture, lazily(() => tileOf(texture))]),
);

/** The tile of a texture. */
export function surfaceTile(texture: Texture): SurfaceTile {
  return tiles.get(texture)!();
}
