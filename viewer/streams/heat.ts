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

/** Lowest and highest value of all frames: one scale for the whole film. */
export function rangeOf(values: ArrayLike<number>) {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = at(values, i);
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high: Math.max(high, low + 0.01) };
}

/** [H, W, 4] of one frame of `pixels` pixels. */
export function heatPicture(
  values: ArrayLike<number>,
  frame: number,
  pixels: number,
  range: ReturnType<typeof rangeOf>,
): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(pixels * 4).fill(255);
  for (let i = 0; i < pixels; i++) {
    const share = (at(values, frame * pixels + i) - range.low) / (range.high - range.low);
    rgba.set(heatColour(share), i * 4);
  }
  return rgba;
}

/** Mean of the middle quarter (half of each side) of every frame of [frames, H, W]: the item, not the belt around it. */
export function middleCurve(values: ArrayLike<number>, shape: readonly number[]): number[] {
  const [frames = 0, height = 0, width = 0] = shape;
  const middle = (side: number) => [Math.floor(side / 4), Math.ceil((side * 3) / 4)] as const;
  const [[top, bottom], [left, right]] = [middle(height), middle(width)];
  return Array.from({ length: frames }, (_, f) => {
    let sum = 0;
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) sum += at(values, (f * height + y) * width + x);
    return sum / ((bottom - top) * (right - left));
  });
}
