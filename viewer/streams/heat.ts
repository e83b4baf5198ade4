import { at } from '../../sim/record/must.ts';
import heat from './heat.json' with { type: 'json' };

/** Dark to bright in even steps of lightness (like the colour map "inferno"), so that it reads without colour vision. */
const BLACK = [0, 0, 4] as const;
const STOPS = heat.stops as [number, number, number][];

/** sRGB of a share 0..1 of the range. */
export function heatColour(share: number): readonly [number, number, number] {
  const place = Math.min(1, Math.max(0, share)) * (STOPS.length - 1);
  const low = Math.min(STOPS.length - 2, Math.floor(place));
  const f = place - low;
  const [a = BLACK, b = BLACK] = STOPS.slice(low);
  return [a[0] + (b[0] - a[0]) * f, a[1] + (b[1] - a[1]) * f, a[2] + (b[2] - a[2]) * f];
}

/** Lowest and highest temperature of all frames: one scale for the whole sequence. */
export function rangeOf(kelvin: Float32Array) {
  let lowK = Number.POSITIVE_INFINITY;
  let highK = Number.NEGATIVE_INFINITY;
  for (const k of kelvin) {
    if (k < lowK) lowK = k;
    if (k > highK) highK = k;
  }
  return { lowK, highK: Math.max(highK, lowK + 0.01) };
}

/** [H, W, 4] of one frame of `pixels` pixels. */
export function heatPicture(
  kelvin: Float32Array,
  frame: number,
  pixels: number,
  range: ReturnType<typeof rangeOf>,
): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(pixels * 4).fill(255);
  for (let i = 0; i < pixels; i++) {
    const share = (at(kelvin, frame * pixels + i) - range.lowK) / (range.highK - range.lowK);
    rgba.set(heatColour(share), i * 4);
  }
  return rgba;
}

/** Mean of the middle quarter (half of each side) of every frame: the item, not the belt around it. */
export function coolingCurve(kelvin: Float32Array, frames: number): number[] {
  const side = Math.round(Math.sqrt(kelvin.length / frames));
  const [from, to] = [Math.floor(side / 4), Math.ceil((side * 3) / 4)];
  return Array.from({ length: frames }, (_, f) => {
    let sum = 0;
    for (let y = from; y < to; y++)
      for (let x = from; x < to; x++) sum += at(kelvin, (f * side + y) * side + x);
    return sum / ((to - from) * (to - from));
  });
}
