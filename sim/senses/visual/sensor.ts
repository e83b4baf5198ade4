import { Noise } from '../../kernel/random/noise.ts';
import { lumps, TEXEL_MASK, TILE } from '../form/noise.ts';
import { encodeSrgb } from '../optics/colour.ts';
import type { CameraState } from './state.ts';

/** From light on the sensor to 8-bit sRGB: blur, vignette, exposure, shot and read noise, full well, tone. */

const CODES = 4096;
/** White reads 80 % of the full well at nominal exposure (70-90 %, memory). */
const WHITE_SHARE = 0.8;
/** Code of a white surface at nominal exposure. */
export const codesPerWhite = WHITE_SHARE * (CODES - 1);

/**
 * Room of the tables below black, least and most light that is told apart, and length: noise reaches no further (3.5 deviations; 100 electrons of
 * well at least).
 */
export const BELOW = 4096;
export const LEAST = -BELOW / 8;
export const MOST = 2 * CODES;
export const ROOM = BELOW + MOST + BELOW;
/** Most noise that the tables have room for. */
const MOST_SD = BELOW / 4;
/** The code that an entry of a table stands for. */
const codeAt = (i: number) => Math.min(CODES - 1, Math.max(0, i - BELOW));

/** 8-bit sRGB of a linear value 0..1 of white in CODES steps up to 1 / WHITE_SHARE; entry BELOW is black. */
export const tone = Uint8Array.from({ length: ROOM }, (_, i) =>
  i >= BELOW + CODES
    ? 255
    : Math.min(255, Math.round(255 * encodeSrgb(codeAt(i) / (CODES - 1) / WHITE_SHARE))),
);

/** What belongs to this very camera, whatever it sees. */
export interface SensorPattern {
  /** Gain of each value: vignette, pixel response, dirt, channel cast and the middle taps of the blur, [size * size * 3]. */
  readonly gain: Float32Array;
  /** Dark offset and veil of a dirty lens in code steps, [size * size * 3]. */
  readonly offset: Float32Array;
  /** Outer taps of the blur over the middle one, along the rows and down the columns. */
  readonly beside: number;
  readonly above: number;
  /** Standard deviation of shot and read noise at each code, in code steps; entry BELOW is black. */
  readonly sd: Float32Array;
}

/** What belongs to this very camera: its optics and noise, its fixed pattern, the dirt on its lens, its ageing lamps. */
export function sensorPattern(camera: CameraState): SensorPattern {
  const perPx = camera.sizePx / 64;
  const along = taps(camera.blurPx * perPx);
  const down = taps((camera.blurPx + camera.motionPx) * perPx);
  // sigma = sqrt(e + read^2) * step, e = code / step.
  const step = (CODES - 1) / camera.fullWellE;
  const read = camera.readNoiseE * camera.readNoiseE * step * step;
  return {
    ...gainAndOffset(camera, along.middle * down.middle),
    beside: along.side / along.middle,
    above: down.side / down.middle,
    sd: Float32Array.from({ length: ROOM }, (_, i) => Math.min(MOST_SD, Math.sqrt(codeAt(i) * step + read))),
  };
}

/** Gain and offset of every value; `scale`: what the blur, whose middle taps are 1, must be multiplied by. */
function gainAndOffset(camera: CameraState, scale: number): { gain: Float32Array; offset: Float32Array } {
  const { sizePx: size } = camera;
  const random = new Noise(0x5e4501);
  const gain = new Float32Array(size * size * 3);
  const offset = new Float32Array(size * size * 3);
  const veil = 0.05 * camera.lensDirt * codesPerWhite;
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
      const answer = corner * dirt * dead * lamp[c]! * (1 + camera.prnu * random.gaussian());
      const dark = (dead * camera.dsnuE * random.gaussian() * (CODES - 1)) / camera.fullWellE;
      gain[3 * p + c] = answer * scale;
      offset[3 * p + c] = dark + answer * veil;
    }
  }
  return { gain, offset };
}

/** Outer and middle weight of a 3-tap blur of the given sigma in px. */
function taps(sigmaPx: number): { side: number; middle: number } {
  const side = 0.5 * (1 - 1 / (1 + sigmaPx * sigmaPx));
  return { side, middle: 1 - 2 * side };
}

/** Rows of a frame that are exposed together: few, so that they stay in the nearest cache from blur to read-out; even, as noise comes in pairs. */
export const BAND = 8;

/** A sensor of frames of one size. It keeps what they are exposed in, so each owner makes its own. */
export interface Sensor {
  /** Light of an item on the belt, [size * size * 3], in code steps (`codesPerWhite` for white). */
  readonly image: Float32Array;
  /**
   * Puts the sensor before the light and writes 8-bit sRGB [size, size, 3]: optics and motion blur, vignette, fixed pattern, shot and read noise,
   * full well, tone. `noise` null gives the noise-free frame.
   */
  expose(pattern: SensorPattern, noise: Noise | null, out: Uint8Array): void;
}

/**
 * Blur along one row of `image`, which begins at `from`, into `rows` at `to`, middle tap 1; edge columns stay as they are. Never in place:
 * that would stall on each store. A pixel a turn: a value a turn takes half as long again.
 */
function blurRow(
  image: Float32Array,
  from: number,
  row: number,
  beside: number,
  rows: Float32Array,
  to: number,
): void {
  const edge = 1 + 2 * beside;
  const last = from + row - 3;
  for (let c = 0; c < 3; c++) {
    rows[to + c] = edge * image[from + c]!;
    rows[to + row - 3 + c] = edge * image[last + c]!;
  }
  for (let at = from + 3, out = to + 3; at < last; at += 3, out += 3) {
    rows[out] = image[at]! + beside * (image[at - 3]! + image[at + 3]!);
    rows[out + 1] = image[at + 1]! + beside * (image[at - 2]! + image[at + 4]!);
    rows[out + 2] = image[at + 2]! + beside * (image[at - 1]! + image[at + 5]!);
  }
}

/** Blurs `count` rows from `top` on along the rows, with those beside them; at the borders of the frame the last row stands twice. */
function blurBand(
  image: Float32Array,
  size: number,
  top: number,
  count: number,
  beside: number,
  rows: Float32Array,
): void {
  const row = 3 * size;
  if (top === 0) {
    blurRow(image, 0, row, beside, rows, row);
    rows.copyWithin(0, row, 2 * row);
  } else rows.copyWithin(0, BAND * row, (BAND + 2) * row);
  for (let k = 1; k <= count; k++) {
    const to = (k + 1) * row;
    if (top + k < size) blurRow(image, (top + k) * row, row, beside, rows, to);
    else rows.copyWithin(to, to - row, to);
  }
}

/** 8-bit sRGB of a code with shot and read noise; `z` standard normal. Both tables go on below 0 and above the full well: no branch is needed. */
function digitise(light: number, z: number, sd: Float32Array): number {
  // Not by `?`: the compiler then puts each value into an object of its own, 200 kB a frame.
  const at = Math.max(Math.min(light, MOST), LEAST) + BELOW;
  return tone[(at + sd[at | 0]! * z + 0.5) | 0]!;
}

/** A sensor in plain TypeScript. */
export class PlainSensor implements Sensor {
  readonly image: Float32Array;
  readonly #size: number;
  /** Rows of a band after the blur along them, with the row above and the row below. */
  readonly #rows: Float32Array;
  /** Standard normal numbers of a band. */
  readonly #grain: Float32Array;

  constructor(size: number) {
    const row = 3 * size;
    this.image = new Float32Array(row * size);
    this.#size = size;
    this.#rows = new Float32Array(row * (BAND + 2));
    this.#grain = new Float32Array(row * BAND);
  }

  expose(pattern: SensorPattern, noise: Noise | null, out: Uint8Array): void {
    const size = this.#size;
    const row = 3 * size;
    for (let top = 0; top < size; top += BAND) {
      const count = Math.min(BAND, size - top);
      blurBand(this.image, size, top, count, pattern.beside, this.#rows);
      const grain = this.#grain.subarray(0, count * row);
      if (noise) noise.fill(grain);
      else grain.fill(0);
      readOut(this.#rows, grain, row, top * row, pattern, out);
    }
  }
}

/** Blur down the columns and all that the sensor does, for the values from `first` on. A loop of its own: with that of the rows the compiler makes both slower. */
function readOut(
  rows: Float32Array,
  grain: Float32Array,
  row: number,
  first: number,
  { gain, offset, above, sd }: SensorPattern,
  out: Uint8Array,
): void {
  // A pixel a turn: a value a turn takes twice as long.
  for (
    let i = 0, at = first, here = row, below = 2 * row;
    i < grain.length;
    i += 3, at += 3, here += 3, below += 3
  ) {
    const red = rows[here]! + above * (rows[i]! + rows[below]!);
    const green = rows[here + 1]! + above * (rows[i + 1]! + rows[below + 1]!);
    const blue = rows[here + 2]! + above * (rows[i + 2]! + rows[below + 2]!);
    out[at] = digitise(red * gain[at]! + offset[at]!, grain[i]!, sd);
    out[at + 1] = digitise(green * gain[at + 1]! + offset[at + 1]!, grain[i + 1]!, sd);
    out[at + 2] = digitise(blue * gain[at + 2]! + offset[at + 2]!, grain[i + 2]!, sd);
  }
}
