import type { ItemState } from '../../materials/item.ts';
import type { GeometryBuffer } from '../form/buffer.ts';
import { lumps, TEXEL_MASK, TILE_MASK, TILE_SHIFT } from '../form/noise.ts';
import type { Belt } from './belt.ts';
import type { Lighting } from './lamps.ts';
import type { Paint } from './paint.ts';
import { CELL, type Shadows } from './shadow.ts';

/** Light on ground and thing: shading, what folds keep back, mirror images of lamps and hall. */

/** End of the table below, in variances, and its steps a variance: beyond it a highlight is over. */
const LOBE_END = 8;
const LOBE_STEPS = 256;
const LOBE_LAST = LOBE_END * LOBE_STEPS;
/** exp(-t) from 0 to LOBE_END, then 0: the shape of every highlight, a Gaussian in tilt. */
const lobe = Float32Array.from({ length: LOBE_LAST + 1 }, (_, i) =>
  i < LOBE_LAST ? Math.exp(-i / LOBE_STEPS) : 0,
);

/** Half-width of a highlight at which wear widens it by as much again, degrees; least and most of the spread of tilts. */
const WORN_DEG = 12;
const SIGMA = { least: 0.015, most: 0.5 } as const;

/**
 * Spread of the surface tilts: half the width of the highlight of the new surface, widened by what roughness (um over that of the new
 * surface) and loss of gloss have added (strengths are estimates).
 */
export function glossSigma(item: ItemState): number {
  const rougher = Math.max(0, Math.log1p(item.roughnessUm) - Math.log1p(item.freshRoughnessUm));
  const wornDeg = WORN_DEG * (rougher + 0.5 * (1 - item.glossLeft));
  const sigma = ((item.glossSigmaDeg + wornDeg) * Math.PI) / 360;
  return Math.min(SIGMA.most, Math.max(SIGMA.least, sigma));
}

/** What one look's light and surface are worked out from. */
export interface Exposure {
  /** What a white surface gives in each channel: brightness, exposure and colour cast of this look. */
  readonly white: readonly [number, number, number];
  /** Spread of the surface tilts. */
  readonly sigma: number;
  /** Fresnel reflection of the bare surface at right angles. */
  readonly fresnel: number;
}

/**
 * The parts of the light that a pixel needs, flat: hall and ground by channel, the way up (y, z), where the hall begins in the noise and how
 * sharp its image is, then for each lamp its direction, light by
 * channel, mirror tilt, steps per squared tilt along and across, and peak.
 */
const FIRST_LAMP = 10;
const RAY = 11;

function raysOf({ lamps, hall, ground, upY, upZ, hallAt }: Lighting, sigma: number): Float64Array {
  const values = new Float64Array(FIRST_LAMP + RAY * lamps.length);
  const sharp = Math.max(0, 1 - sigma / BLURRED);
  values.set([...hall, ...ground, upY, upZ, hallAt, HALL_CONTRAST * sharp]);
  lamps.forEach((lamp, k) => {
    const [vx, vy] = [sigma * sigma + lamp.wideX, sigma * sigma + lamp.wideY];
    // A lamp of Gaussian profile: its image over white is E / (2 s^2), and a ray turns by twice the tilt.
    const peak = 1 / (8 * Math.sqrt(vx * vy));
    const narrow = LOBE_STEPS / 2;
    values.set(
      [lamp.x, lamp.y, lamp.z, ...lamp.light, lamp.mirrorX, lamp.mirrorY, narrow / vx, narrow / vy, peak],
      FIRST_LAMP + RAY * k,
    );
  });
  return values;
}

/** The hall in a mirror: its walls are darker than its ceiling, and the camera stands in its own way (estimates). */
const WALL = 0.02;
const CEILING = 1.5;
const BEHIND_LENS = 0.06;
/** Windows, furniture and people in the hall: texels of noise over a right angle, and how far they differ (choices, by eye); spread of tilts that blurs them away. */
const HALL_TEXELS = 12;
const HALL_CONTRAST = 2;
const BLURRED = 0.12;
/** Ground in a mirror: it lies in the thing's own shade. */
const SHADY = 0.6;
/** Below this share of the sky no lamp reaches in; from that one on they all do. */
const DEEP = 0.05;
const OPEN = 0.9;

/** Lights the ground into `out` [size * size * 3], in the unit of `exposure.white`. */
export function lightGround(
  { reflectance, tile, columns, offset }: Belt,
  tint: readonly [number, number, number],
  lighting: Lighting,
  { white }: Exposure,
  { dark, side }: Shadows,
  out: Float32Array,
): void {
  const size = columns.length;
  const { slopeX, slopeY } = lighting;
  const red = reflectance * white[0] * tint[0];
  const green = reflectance * white[1] * tint[1];
  const blue = reflectance * white[2] * tint[2];
  const one = 1 / size;
  for (let y = 0, at = 0; y < size; y++) {
    const cells = ((y / CELL) | 0) * side;
    const row = (((offset >> TILE_SHIFT) + columns[y]!) & TILE_MASK) << TILE_SHIFT;
    let level = 1 + slopeY * (y * one - 0.5) - 0.5 * slopeX;
    for (let x = 0; x < size; x++, at += 3, level += slopeX * one) {
      const lit = dark[cells + ((x / CELL) | 0)]!;
      const value = tile[row | ((offset + columns[x]!) & TILE_MASK)]! * level * (lit < 0.97 ? 1 - lit : 0.03);
      out[at] = value * red;
      out[at + 1] = value * green;
      out[at + 2] = value * blue;
    }
  }
}

/** Lights the painted item over the ground in `out`; `seen`: what shows through it by pixel and channel, or null. */
export function lightItem(
  geometry: GeometryBuffer,
  paint: Paint,
  lighting: Lighting,
  exposure: Exposure,
  seen: Float32Array | null,
  out: Float32Array,
): void {
  const { inside, count, cover, size } = geometry;
  const rays = raysOf(lighting, exposure.sigma);
  const [white0, white1, white2] = exposure.white;
  const { slopeX, slopeY } = lighting;
  const { colour, metal, shine } = paint;
  const light = new Float64Array(7);
  // Most light is even: its level is then 1, and no pixel needs its row and column.
  const even = slopeX === 0 && slopeY === 0;
  for (let i = 0; i < count; i++) {
    const pixel = inside[i]!;
    gather(geometry, pixel, rays, light);
    const level = even
      ? 1
      : 1 + slopeX * ((pixel % size) / size - 0.5) + slopeY * (pixel / size / size - 0.5);
    const share = cover[pixel]! * level;
    const keep = 1 - cover[pixel]!;
    const at = 3 * pixel;
    const bare = metal[pixel]!;
    const fresnel = exposure.fresnel + (1 - exposure.fresnel) * light[6]!;
    const gloss = fresnel * shine[pixel]! * (1 - bare);
    const open = geometry.sky[pixel]!;
    // Light comes back from the walls of a fold: the more, the brighter they are.
    const shut = open > 0.99 ? 0 : 1 - open;
    const lost = 1 - shut;
    const own0 = colour[at]!;
    const own1 = colour[at + 1]!;
    const own2 = colour[at + 2]!;
    const dull = lost * (1 - bare);
    const value0 =
      (own0 * light[0]! * dull) / (1 - (own0 < 0.95 ? own0 : 0.95) * shut) +
      (bare * own0 + gloss) * light[3]!;
    const value1 =
      (own1 * light[1]! * dull) / (1 - (own1 < 0.95 ? own1 : 0.95) * shut) +
      (bare * own1 + gloss) * light[4]!;
    const value2 =
      (own2 * light[2]! * dull) / (1 - (own2 < 0.95 ? own2 : 0.95) * shut) +
      (bare * own2 + gloss) * light[5]!;
    out[at] = out[at]! * keep + (value0 + (seen === null ? 0 : seen[at]!)) * share * white0;
    out[at + 1] = out[at + 1]! * keep + (value1 + (seen === null ? 0 : seen[at + 1]!)) * share * white1;
    out[at + 2] = out[at + 2]! * keep + (value2 + (seen === null ? 0 : seen[at + 2]!)) * share * white2;
  }
}

/**
 * Light on a pixel, into `to`: diffuse light by channel (0-2); light in a mirror there by channel (3-5): the hall and its things, the camera in
 * its own way, the ground, the lamps; how much the surface is seen at a slant, (1 - cos)^5 (6).
 */
function gather(
  { tiltX, tiltY, sky }: GeometryBuffer,
  pixel: number,
  values: Float64Array,
  to: Float64Array,
): void {
  const upY = values[6]!;
  const upZ = values[7]!;
  const tx = tiltX[pixel]!;
  const ty = tiltY[pixel]!;
  // The geometry buffer keeps squared tilts below 0.96.
  const nz = Math.sqrt(1 - tx * tx - ty * ty);
  const over = 0.5 + 0.5 * (ty * upY + nz * upZ);
  const open = sky[pixel]!;
  const reach = open >= OPEN ? 1 : open <= DEEP ? 0 : (open - DEEP) / (OPEN - DEEP);
  const under = 1 - over;
  let red = values[0]! * over + values[3]! * under;
  let green = values[1]! * over + values[4]! * under;
  let blue = values[2]! * over + values[5]! * under;
  // Where a ray from the lens goes after the mirror: up into the hall, or down to the ground.
  const ry = 2 * nz * ty;
  const rz = 2 * nz * nz - 1;
  const climb = ry * upY + rz * upZ;
  const texel =
    ((HALL_TEXELS * (1 + ry)) << TILE_SHIFT) + ((values[8]! + HALL_TEXELS * (1 + 2 * nz * tx)) | 0);
  const things = 1 + values[9]! * (lumps[texel & TEXEL_MASK]! - 0.5);
  const lens = rz > 0.93 ? 1 - (1 - BEHIND_LENS) * ((rz - 0.93) / 0.07) : 1;
  let level = open * SHADY; // no choice by `?`: the compiler would make an object of the number
  if (climb > 0) level = open * ((WALL + (CEILING - WALL) * climb) * lens * things);
  const far = climb > 0 ? 0 : 3;
  let mr = values[far]! * level;
  let mg = values[far + 1]! * level;
  let mb = values[far + 2]! * level;
  for (let at = FIRST_LAMP; at < values.length; at += RAY) {
    const facing = tx * values[at]! + ty * values[at + 1]! + nz * values[at + 2]!;
    const lit = facing > 0 ? facing * reach : 0;
    const dx = tx - values[at + 6]!;
    const dy = ty - values[at + 7]!;
    const place = values[at + 8]! * dx * dx + values[at + 9]! * dy * dy;
    // The last entry of the table is 0: no branch that a rough surface would make hard to foresee.
    const image = values[at + 10]! * lobe[place < LOBE_LAST ? place | 0 : LOBE_LAST]! * reach;
    const r = values[at + 3]!;
    const g = values[at + 4]!;
    const b = values[at + 5]!;
    red += lit * r;
    green += lit * g;
    blue += lit * b;
    mr += image * r;
    mg += image * g;
    mb += image * b;
  }
  to[0] = red;
  to[1] = green;
  to[2] = blue;
  to[3] = mr;
  to[4] = mg;
  to[5] = mb;
  const slant = 1 - nz;
  to[6] = slant * slant * slant * slant * slant;
}
