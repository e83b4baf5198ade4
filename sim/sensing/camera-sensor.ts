import { Noise } from '../kernel/noise.ts';
import type { CameraState } from './camera-state.ts';
import { encodeSrgb } from './colour.ts';
import { lumps, TEXEL_MASK, TILE } from './scene-noise.ts';

/** From light on the sensor to 8-bit sRGB: blur, vignette, exposure, shot and read noise, full well, tone. */

const CODES = 4096;
/** White reads 80 % of the full well at nominal exposure (70-90 %, memory). */
const WHITE_SHARE = 0.8;
/** Code of a white surface at nominal exposure. */
export const codesPerWhite = WHITE_SHARE * (CODES - 1);

/** 8-bit sRGB of a linear value 0..1 of white in CODES steps up to 1 / WHITE_SHARE. */
const tone = Uint8Array.from({ length: CODES }, (_, i) =>
  Math.min(255, Math.round(255 * encodeSrgb(i / (CODES - 1) / WHITE_SHARE))),
);

interface Fixed {
  /** Gain of each value: vignette, pixel response, dirt and channel cast, [size * size * 3]. */
  readonly gain: Float32Array;
  /** Dark offset in code steps, [size * size * 3]. */
  readonly offset: Float32Array;
}

const fixed = new WeakMap<CameraState, Fixed>();

/** What belongs to this very camera: its fixed pattern, the dirt on its lens, its ageing lamps. */
function fixedOf(camera: CameraState): Fixed {
  const known = fixed.get(camera);
  if (known) return known;
  const { sizePx: size } = camera;
  const random = new Noise(0x5e4501);
  const gain = new Float32Array(size * size * 3);
  const offset = new Float32Array(size * size * 3);
  // At the end of its life the lamp gives 20 % less and is 400 K warmer (memory): red +4 %, blue -6 % against white balance.
  const lamp = [1 - 0.16 * camera.lampAge, 1 - 0.2 * camera.lampAge, 1 - 0.26 * camera.lampAge];
  for (let p = 0; p < size * size; p++) {
    const x = ((p % size) + 0.5) / size - 0.5;
    const y = (Math.floor(p / size) + 0.5) / size - 0.5;
    const corner = 1 - camera.vignette * 2 * (x * x + y * y);
    const smudge =
      lumps[
        (Math.floor((p / size / size) * TILE) * TILE + Math.floor(((p % size) / size) * TILE)) & TEXEL_MASK
      ]!;
    const dirt = 1 - 0.7 * camera.lensDirt * Math.min(1, Math.max(0, (camera.lensDirt * 1.3 - smudge) * 3));
    const dead = camera.deadRows.includes(Math.floor(p / size)) ? 0 : 1;
    for (let c = 0; c < 3; c++) {
      gain[3 * p + c] = corner * dirt * dead * lamp[c]! * (1 + camera.prnu * random.gaussian());
      offset[3 * p + c] = (dead * camera.dsnuE * random.gaussian() * (CODES - 1)) / camera.fullWellE;
    }
  }
  const made = { gain, offset };
  fixed.set(camera, made);
  return made;
}

/** Outer and middle weight of a 3-tap blur of the given sigma in px. */
function taps(sigmaPx: number): { side: number; middle: number } {
  const side = 0.5 * (1 - 1 / (1 + sigmaPx * sigmaPx));
  return { side, middle: 1 - 2 * side };
}

/** Rows of the frame after the blur along them, with one row of padding above and below, one buffer a size. */
const paddedRows = new Map<number, Float32Array>();

/** Blur along the rows into the padded buffer; edge columns stay as they are. Never in place: that would stall on each store. */
function blurRows(image: Float32Array, size: number, sigmaPx: number): Float32Array {
  const { side, middle } = taps(sigmaPx);
  const row = 3 * size;
  let rows = paddedRows.get(size);
  if (!rows) {
    rows = new Float32Array(row * (size + 2));
    paddedRows.set(size, rows);
  }
  for (let at = 3; at < image.length - 3; at++) {
    rows[at + row] = middle * image[at]! + side * (image[at - 3]! + image[at + 3]!);
  }
  for (let from = 0; from < image.length; from += row) {
    for (let c = 0; c < 3; c++) {
      rows[from + row + c] = image[from + c]!;
      rows[from + 2 * row - 3 + c] = image[from + row - 3 + c]!;
    }
  }
  rows.copyWithin(0, row, 2 * row);
  rows.copyWithin(row * (size + 1), row * size, row * (size + 1));
  return rows;
}

/**
 * Puts the sensor before the light of a scene and writes 8-bit sRGB: optics and motion blur, vignette, fixed pattern,
 * shot and read noise, full well, tone. `image` [size * size * 3] is in code steps (`codesPerWhite` for white);
 * `noise` null gives the noise-free frame.
 */
export function expose(image: Float32Array, camera: CameraState, noise: Noise | null, out: Uint8Array): void {
  const size = camera.sizePx;
  const perPx = size / 64;
  const rows = blurRows(image, size, camera.blurPx * perPx);
  const { side, middle } = taps((camera.blurPx + camera.motionPx) * perPx);
  const { gain, offset } = fixedOf(camera);
  // In code steps: sigma = sqrt(e + read^2) * step, e = code / step.
  const step = (CODES - 1) / camera.fullWellE;
  const readCode2 = camera.readNoiseE * camera.readNoiseE * step * step;
  const veil = 0.05 * camera.lensDirt * codesPerWhite;
  const row = 3 * size;
  for (let at = 0; at < size * row; at++) {
    const seen = middle * rows[at + row]! + side * (rows[at]! + rows[at + 2 * row]!) + veil;
    let code = seen * gain[at]! + offset[at]!;
    if (code < 0) code = 0;
    if (noise) code += Math.sqrt(code * step + readCode2) * noise.gaussian();
    const whole = (code + 0.5) | 0;
    out[at] = whole < CODES ? tone[whole < 0 ? 0 : whole]! : 255;
  }
}
