import type { ItemState } from '../materials/item.ts';
import { beltTint, type Paint } from './camera-paint.ts';
import type { Scene } from './scene.ts';

/** Two lamp bars along the belt, left and right of the camera, and a bright hall: shading, highlights, shadow. */

const LOBE_STEPS = 256;
/** Squared distance in tilt beyond which a highlight is over. */
const LOBE_REACH = 1.5;

/** Highlight against squared distance of the tilt from the mirror direction: a Gaussian as wide as the surface is rough. */
function lobe(sigma: number, out: Float32Array): Float32Array {
  for (let i = 0; i < LOBE_STEPS; i++) {
    out[i] = Math.exp((-LOBE_REACH * i) / LOBE_STEPS / (2 * sigma * sigma));
  }
  return out;
}
const lobeTable = new Float32Array(LOBE_STEPS);

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

export interface Lights {
  /** What a white surface gives in each channel: brightness, exposure and colour cast of this look. */
  readonly white: readonly [number, number, number];
  /** Jitter of the lamp direction. */
  readonly turn: number;
}

function shade(tiltX: number, tiltY: number, lights: Lights): number {
  const nz = Math.sqrt(Math.max(0.04, 1 - tiltX * tiltX - tiltY * tiltY));
  const side = tiltY + lights.turn * tiltX;
  const left = Math.max(0, LAMP_DOWN * nz - LAMP_SIDE * side);
  const right = Math.max(0, LAMP_DOWN * nz + LAMP_SIDE * side);
  return AMBIENT * (0.4 + 0.6 * nz) + ((1 - AMBIENT) / LAMP_DOWN) * (LEFT * left + (1 - LEFT) * right);
}

function highlight(tiltX: number, tiltY: number, lights: Lights): number {
  const side = tiltY + lights.turn * tiltX;
  const x2 = ALONG_BAR * tiltX * tiltX;
  const toLeft = x2 + (side + LAMP_TILT) * (side + LAMP_TILT);
  const toRight = x2 + (side - LAMP_TILT) * (side - LAMP_TILT);
  const scale = LOBE_STEPS / LOBE_REACH;
  const a = toLeft < LOBE_REACH ? lobeTable[(toLeft * scale) | 0]! : 0;
  const b = toRight < LOBE_REACH ? lobeTable[(toRight * scale) | 0]! : 0;
  return LEFT * a + (1 - LEFT) * b;
}

/** Shadow of the item on the belt: the outline pushed away from the stronger lamp, softened. */
function castShadow(scene: Scene, reach: number, strength: number, out: Float32Array): void {
  const { size, cover } = scene;
  const near = Math.round(reach / 2) * size;
  const far = Math.round(reach) * size;
  for (let i = 0; i < scene.count; i++) {
    const pixel = scene.inside[i]!;
    const dark = 0.5 * strength * cover[pixel]!;
    for (let step = near; step <= far; step += Math.max(size, far - near)) {
      const at = 3 * (pixel + step);
      if (at >= out.length) break;
      out[at]! *= 1 - dark;
      out[at + 1]! *= 1 - dark;
      out[at + 2]! *= 1 - dark;
    }
  }
}

/** Share of the hall that a metal mirrors from every side (estimate). */
const METAL_GLOW = 0.42;

/** Lights the painted scene into `out` [size * size * 3], in the unit of `lights.white`. */
export function light(
  scene: Scene,
  paint: Paint,
  item: ItemState,
  metal: boolean,
  clearness: number,
  lights: Lights,
  out: Float32Array,
): void {
  lightBelt(scene, paint, 1 - 0.8 * clearness, lights, out);
  const sigma = glossSigma(item.roughnessUm);
  lobe(sigma, lobeTable);
  // Fresnel 4 % of a lamp seen in a mirror, spread over the lobe; a metal mirrors with its own colour.
  const peak = metal ? 0.16 / (sigma * sigma + 0.06) : 0.0045 / (sigma * sigma + 0.004);
  const { inside, count, tiltX, tiltY, cover } = scene;
  const { colour, shine } = paint;
  const [red, green, blue] = lights.white;
  for (let i = 0; i < count; i++) {
    const pixel = inside[i]!;
    const tx = tiltX[pixel]!;
    const ty = tiltY[pixel]!;
    const e = shade(tx, ty, lights);
    const mirror = highlight(tx, ty, lights) * peak;
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
    const at = 3 * pixel;
    out[at] = out[at]! * keep + (colour[at]! * body + gloss) * share * red;
    out[at + 1] = out[at + 1]! * keep + (colour[at + 1]! * body + gloss) * share * green;
    out[at + 2] = out[at + 2]! * keep + (colour[at + 2]! * body + gloss) * share * blue;
  }
}

function lightBelt(scene: Scene, paint: Paint, shadow: number, lights: Lights, out: Float32Array): void {
  const { size } = scene;
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
  castShadow(scene, Math.min(size / 4, 1 + 0.8 * scene.heightPx), 0.55 * shadow, out);
}
