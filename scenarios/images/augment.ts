import { drawKey, uniformAt } from '../../sim/kernel/random/random.ts';
import { backgroundOf } from './crop.ts';

/**
 * The same thing photographed once more: turned, nearer, beside the middle, mirrored, on another ground, in other light, out of focus.
 * What a network learns of renders must not hang on any of these (ranges are choices, about those of hand-held photographs).
 */
const SCALE: readonly [number, number] = [0.75, 1.3];
const SHIFT = 0.1;
const GAIN: readonly [number, number] = [0.7, 1.3];
const WHITE = 0.12;
const CONTRAST: readonly [number, number] = [0.8, 1.25];
const BLURRED = 0.3;
/** Share of pictures that get another ground, and how far from the ground's colour a pixel belongs to it, codes. */
const NEW_GROUND = 0.5;
const NEAR_CODES: readonly [number, number] = [12, 36];

/** Draws of one picture of one step by place. */
type Draw = (place: number) => number;

const between = ([low, high]: readonly [number, number], u: number) => low + (high - low) * u;

/** Makes what `trainPictures` shows of a picture of a side. */
export function augmenter(seed: number, side: number) {
  const key = drawKey(seed, 0, 'images', 'augment');
  return (picture: Uint8Array, out: Float32Array, at: number, step: number, place: number): void => {
    const draw: Draw = (index) => uniformAt(key, step, 32 * place + index);
    const { colour } = backgroundOf({ width: side, height: side, rgb: picture });
    moved(picture, side, colour, draw, out, at);
    if (draw(10) < BLURRED) blur(out, at, side);
    if (draw(11) < NEW_GROUND) onNewGround(out, at, side, colour, draw);
    inOtherLight(out, at, side, draw);
  };
}

/** Turned, scaled, shifted and mirrored, by interpolation; beyond the edges lies the ground. */
function moved(
  picture: Uint8Array,
  side: number,
  ground: readonly number[],
  draw: Draw,
  out: Float32Array,
  at: number,
): void {
  const angle = 2 * Math.PI * draw(0);
  const scale = 1 / between(SCALE, draw(1));
  const mirror = draw(2) < 0.5 ? -1 : 1;
  const [cos, sin] = [scale * Math.cos(angle), scale * Math.sin(angle)];
  const middle = (side - 1) / 2;
  const [dx, dy] = [(2 * draw(3) - 1) * SHIFT * side, (2 * draw(4) - 1) * SHIFT * side];
  for (let y = 0, to = at; y < side; y++)
    for (let x = 0; x < side; x++) {
      const [u, v] = [mirror * (x - middle - dx), y - middle - dy];
      const [fromX, fromY] = [middle + cos * u - sin * v, middle + sin * u + cos * v];
      for (let c = 0; c < 3; c++, to++)
        out[to] = sampled(picture, side, fromX, fromY, c, ground[c] ?? 0) / 255;
    }
}

function sampled(picture: Uint8Array, side: number, x: number, y: number, c: number, beyond: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - x0, y - y0];
  const value = (i: number, j: number) =>
    i < 0 || j < 0 || i >= side || j >= side ? beyond : (picture[3 * (j * side + i) + c] ?? 0);
  const top = value(x0, y0) * (1 - fx) + value(x0 + 1, y0) * fx;
  return top * (1 - fy) + (value(x0, y0 + 1) * (1 - fx) + value(x0 + 1, y0 + 1) * fx) * fy;
}

/** Mean of three by three. */
function blur(out: Float32Array, at: number, side: number): void {
  const before = out.slice(at, at + 3 * side * side);
  for (let y = 1; y < side - 1; y++)
    for (let x = 1; x < side - 1; x++)
      for (let c = 0; c < 3; c++) {
        let sum = 0;
        for (let j = -1; j <= 1; j++)
          for (let i = -1; i <= 1; i++) sum += before[3 * ((y + j) * side + x + i) + c] ?? 0;
        out[at + 3 * (y * side + x) + c] = sum / 9;
      }
}

/** What has the ground's colour takes another; what lies between the two, as a shadow does, goes along by its share. */
function onNewGround(
  out: Float32Array,
  at: number,
  side: number,
  ground: readonly number[],
  draw: Draw,
): void {
  const light = 0.1 + 0.85 * draw(12);
  const other = [light, light, light].map((value, c) => value * (1 + 0.3 * (draw(13 + c) - 0.5)));
  const [near, far] = NEAR_CODES;
  for (let p = at; p < at + 3 * side * side; p += 3) {
    let away = 0;
    for (let c = 0; c < 3; c++) away = Math.max(away, Math.abs(255 * (out[p + c] ?? 0) - (ground[c] ?? 0)));
    const share = Math.min(1, Math.max(0, (far - away) / (far - near)));
    for (let c = 0; c < 3; c++) {
      const value = out[p + c] ?? 0;
      out[p + c] = value + share * ((other[c] ?? 0) - (ground[c] ?? 0) / 255);
    }
  }
}

/** Brightness, contrast and white balance. */
function inOtherLight(out: Float32Array, at: number, side: number, draw: Draw): void {
  const gain = between(GAIN, draw(20));
  const contrast = between(CONTRAST, draw(21));
  const white = [0, 1, 2].map((c) => gain * (1 + WHITE * (2 * draw(22 + c) - 1)));
  for (let p = at; p < at + 3 * side * side; p += 3)
    for (let c = 0; c < 3; c++) {
      const value = (out[p + c] ?? 0) * (white[c] ?? 1);
      out[p + c] = Math.min(1, Math.max(0, 0.5 + contrast * (value - 0.5)));
    }
}
