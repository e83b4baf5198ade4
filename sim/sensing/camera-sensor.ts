import { Noise } from '../kernel/noise.ts';
import type { CameraState } from './camera-state.ts';
import { encodeSrgb } from './colour.ts';
import { lumps } from './scene-noise.ts';

/** From light on the sensor to 8-bit sRGB: blur, vignette, exposure, shot and read noise, full well, tone. */

const CODES = 4096;
/** White reads 80 % of the full well at nominal exposure (70-90 %, memory). */
const WHITE_SHARE = 0.8;

/** 8-bit sRGB of a linear value 0..1 of white in CODES steps up to 1 / WHITE_SHARE. */
const tone = Uint8Array.from({ length: CODES }, (_, i) =>
  Math.min(255, Math.round(255 * encodeSrgb(i / (CODES - 1) / WHITE_SHARE))),
);

interface Fixed {
  /** Gain of each value: vignette, pixel response, dirt and channel cast, [size * size * 3]. */
  readonly gain: Float32Array;
  readonly offsetE: Float32Array;
}

const fixed = new WeakMap<CameraState, Fixed>();

/** What belongs to this very camera: its fixed pattern, the dirt on its lens, its ageing lamps. */
function fixedOf(camera: CameraState): Fixed {
  const known = fixed.get(camera);
  if (known) return known;
  const { sizePx: size } = camera;
  const random = new Noise(0x5e4501);
  const gain = new Float32Array(size * size * 3);
  const offsetE = new Float32Array(size * size * 3);
  // At the end of its life the lamp gives 20 % less and is 400 K warmer (memory): red +4 %, blue -6 % against white balance.
  const lamp = [1 - 0.16 * camera.lampAge, 1 - 0.2 * camera.lampAge, 1 - 0.26 * camera.lampAge];
  for (let p = 0; p < size * size; p++) {
    const x = ((p % size) + 0.5) / size - 0.5;
    const y = (Math.floor(p / size) + 0.5) / size - 0.5;
    const corner = 1 - camera.vignette * 2 * (x * x + y * y);
    const smudge =
      lumps[(Math.floor((p / size / size) * 128) * 128 + Math.floor(((p % size) / size) * 128)) & 16383]!;
    const dirt = 1 - 0.7 * camera.lensDirt * Math.min(1, Math.max(0, (camera.lensDirt * 1.3 - smudge) * 3));
    const dead = camera.deadRows.includes(Math.floor(p / size)) ? 0 : 1;
    for (let c = 0; c < 3; c++) {
      gain[3 * p + c] = corner * dirt * dead * lamp[c]! * (1 + camera.prnu * random.gaussian());
      offsetE[3 * p + c] = dead * camera.dsnuE * random.gaussian();
    }
  }
  const made = { gain, offsetE };
  fixed.set(camera, made);
  return made;
}

const rowBuffer = new Float32Array(3 * 256 * 2);

/** Separable blur with a 3-tap kernel of the given sigma in px, in place. */
export function blur(image: Float32Array, size: number, sigmaX: number, sigmaY: number): void {
  const row = 3 * size;
  const sideX = 0.5 * (1 - 1 / (1 + sigmaX * sigmaX));
  const sideY = 0.5 * (1 - 1 / (1 + sigmaY * sigmaY));
  const midX = 1 - 2 * sideX;
  const midY = 1 - 2 * sideY;
  for (let y = 0; y < size; y++) {
    const base = y * row;
    let r0 = image[base]!;
    let g0 = image[base + 1]!;
    let b0 = image[base + 2]!;
    for (let at = base + 3; at < base + row - 3; at += 3) {
      const r1 = image[at]!;
      const g1 = image[at + 1]!;
      const b1 = image[at + 2]!;
      image[at] = midX * r1 + sideX * (r0 + image[at + 3]!);
      image[at + 1] = midX * g1 + sideX * (g0 + image[at + 4]!);
      image[at + 2] = midX * b1 + sideX * (b0 + image[at + 5]!);
      r0 = r1;
      g0 = g1;
      b0 = b1;
    }
  }
  for (let i = 0; i < row; i++) rowBuffer[i] = image[i]!;
  for (let y = 1; y < size - 1; y++) {
    const base = y * row;
    for (let i = 0; i < row; i++) {
      const here = image[base + i]!;
      image[base + i] = midY * here + sideY * (rowBuffer[i]! + image[base + row + i]!);
      rowBuffer[i] = here;
    }
  }
}

/** Adds the sensor to linear light `image` [size * size * 3] and writes 8-bit sRGB; `noise` null gives the noise-free frame. */
export function expose(
  image: Float32Array,
  camera: CameraState,
  gains: readonly [number, number, number],
  noise: Noise | null,
  out: Uint8Array,
): void {
  const { gain, offsetE } = fixedOf(camera);
  const whiteE = WHITE_SHARE * camera.fullWellE;
  const read2 = camera.readNoiseE * camera.readNoiseE;
  const toCode = (CODES - 1) / camera.fullWellE;
  const veil = 0.05 * camera.lensDirt;
  const values = 3 * camera.sizePx * camera.sizePx;
  for (let c = 0; c < 3; c++) {
    const scale = gains[c]! * whiteE;
    for (let at = c; at < values; at += 3) {
      let e = (image[at]! + veil) * gain[at]! * scale + offsetE[at]!;
      if (e < 0) e = 0;
      if (noise) e += Math.sqrt(e + read2) * noise.gaussian();
      const code = (e * toCode + 0.5) | 0;
      out[at] = tone[code < 0 ? 0 : code >= CODES ? CODES - 1 : code]!;
    }
  }
}
