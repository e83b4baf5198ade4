import type { ItemState } from '../../materials/item.ts';
import type { GeometryBuffer } from '../form/scene.ts';
import { beltTint, type Paint } from './paint.ts';

/** Two lamp bars along the belt, left and right of the camera, and a bright hall: shading, highlights, shadow. */

/** End of the table below, in variances, and its steps a variance: beyond it a highlight is over. */
const LOBE_END = 8;
const LOBE_STEPS = 256;
/** exp(-t) from 0 to LOBE_END, then 0: the shape of every highlight, a Gaussian in tilt. */
const lobe = Float32Array.from({ length: LOBE_END * LOBE_STEPS + 1 }, (_, i) =>
  i < LOBE_END * LOBE_STEPS ? Math.exp(-i / LOBE_STEPS) : 0,
);

/** Spread of the surface tilts, from its roughness in um (estimate: glass 0.08, moulded plastic 0.15, paper 0.4). */
export function glossSigma(roughnessUm: number): number {
  return 0.07 + 0.13 * Math.log1p(roughnessUm);
}

/** The mirror direction of the lamps in tilt space: half-way between lamp and camera. */
const LAMP_TILT = 0.3;
/** Direction cosines of the bars: 35 degrees off the vertical (choice). */
const LAMP_DOWN = 0.82;
const LAMP_SIDE = 0.57;
/** Highlights of a bar are this much longer along it: weight of the tilt along the belt (choice). */
const ALONG_BAR = 0.35;
/** Share of the light that comes from the hall and the belt, not from the bars. */
const AMBIENT = 0.35;
/** Strength of the left bar; the right has the rest. */
const LEFT = 0.58;
/** Light of each bar on a surface that faces it, so that both and the hall give 1 on one that lies flat. */
const LEFT_LIGHT = (LEFT * (1 - AMBIENT)) / LAMP_DOWN;
const RIGHT_LIGHT = ((1 - LEFT) * (1 - AMBIENT)) / LAMP_DOWN;

export interface Lights {
  /** What a white surface gives in each channel: brightness, exposure and colour cast of this look. */
  readonly white: readonly [number, number, number];
  /** Jitter of the lamp direction. */
  readonly turn: number;
}

/** Light on a tilted surface, 1 = on a flat one; `side`: its tilt towards the right bar. */
function shade(tiltX: number, tiltY: number, side: number): number {
  // The geometry buffer keeps squared tilts below 0.96.
  const nz = Math.sqrt(1 - tiltX * tiltX - tiltY * tiltY);
  const down = LAMP_DOWN * nz;
  const slant = LAMP_SIDE * side;
  const bars = LEFT_LIGHT * Math.max(0, down - slant) + RIGHT_LIGHT * Math.max(0, down + slant);
  return AMBIENT * 0.4 + AMBIENT * 0.6 * nz + bars;
}

/** Mirror images of both bars; `narrow`: table steps of the lobe per squared tilt. */
function highlight(tiltX: number, side: number, narrow: number): number {
  const x2 = ALONG_BAR * tiltX * tiltX;
  const left = narrow * (x2 + (side + LAMP_TILT) * (side + LAMP_TILT));
  const right = narrow * (x2 + (side - LAMP_TILT) * (side - LAMP_TILT));
  // The last entry of the table is 0: no branch that a rough surface would make hard to foresee.
  const last = LOBE_END * LOBE_STEPS;
  return LEFT * lobe[Math.min(left, last) | 0]! + (1 - LEFT) * lobe[Math.min(right, last) | 0]!;
}

/** Shadow of the item on the belt: the outline pushed away from the stronger lamp, half and all the way. */
function castShadow(geometry: GeometryBuffer, reach: number, strength: number, out: Float32Array): void {
  const near = Math.round(reach / 2);
  const far = Math.round(reach);
  darken(geometry, near * geometry.size, 0.5 * strength, out);
  if (far > near) darken(geometry, far * geometry.size, 0.5 * strength, out);
}

/** Darkens the frame by the item's cover, `shift` pixels further on. */
function darken(geometry: GeometryBuffer, shift: number, strength: number, out: Float32Array): void {
  const { inside, count, cover } = geometry;
  for (let i = 0; i < count; i++) {
    const pixel = inside[i]!;
    const at = 3 * (pixel + shift);
    if (at >= out.length) break;
    const keep = 1 - strength * cover[pixel]!;
    out[at] = out[at]! * keep;
    out[at + 1] = out[at + 1]! * keep;
    out[at + 2] = out[at + 2]! * keep;
  }
}

/** Share of the hall that a metal mirrors from every side (estimate). */
const METAL_GLOW = 0.42;

/** Lights the painted item and belt into `out` [size * size * 3], in the unit of `lights.white`. */
export function light(
  geometry: GeometryBuffer,
  paint: Paint,
  item: ItemState,
  metal: boolean,
  clearness: number,
  lights: Lights,
  out: Float32Array,
): void {
  lightBelt(geometry, paint, 1 - 0.8 * clearness, lights, out);
  const sigma = glossSigma(item.roughnessUm);
  const narrow = LOBE_STEPS / (2 * sigma * sigma);
  // Fresnel 4 % of a lamp seen in a mirror, spread over the lobe; a metal mirrors with its own colour.
  const peak = metal ? 0.16 / (sigma * sigma + 0.06) : 0.0045 / (sigma * sigma + 0.004);
  const { inside, count, tiltX, tiltY, cover } = geometry;
  const { colour, shine } = paint;
  const { turn } = lights;
  const [red, green, blue] = lights.white;
  for (let i = 0; i < count; i++) {
    const pixel = inside[i]!;
    const tx = tiltX[pixel]!;
    const ty = tiltY[pixel]!;
    const side = ty + turn * tx;
    const e = shade(tx, ty, side);
    const mirror = highlight(tx, side, narrow) * peak;
    const share = cover[pixel]!;
    const keep = 1 - share;
    let body = e;
    let gloss = mirror * shine[pixel]!;
    if (metal) {
      // Shine says how much of the pixel is still bare metal; the rest is painted or rusted, and diffuse.
      const bare = Math.min(1, shine[pixel]!);
      body = e * (1 - bare) + bare * (METAL_GLOW * e + 0.5 * mirror);
      gloss = 0;
    }
    body *= share;
    gloss *= share;
    const at = 3 * pixel;
    out[at] = out[at]! * keep + (colour[at]! * body + gloss) * red;
    out[at + 1] = out[at + 1]! * keep + (colour[at + 1]! * body + gloss) * green;
    out[at + 2] = out[at + 2]! * keep + (colour[at + 2]! * body + gloss) * blue;
  }
}

function lightBelt(
  geometry: GeometryBuffer,
  paint: Paint,
  shadow: number,
  lights: Lights,
  out: Float32Array,
): void {
  const { size } = geometry;
  const { belt } = paint;
  const red = lights.white[0] * beltTint[0];
  const green = lights.white[1] * beltTint[1];
  const blue = lights.white[2] * beltTint[2];
  for (let pixel = 0, at = 0; pixel < size * size; pixel++, at += 3) {
    const value = belt[pixel]!;
    out[at] = value * red;
    out[at + 1] = value * green;
    out[at + 2] = value * blue;
  }
  castShadow(geometry, Math.min(size / 4, 1 + 0.8 * geometry.heightPx), 0.55 * shadow, out);
}
