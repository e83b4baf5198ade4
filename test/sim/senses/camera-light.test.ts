import { expect, test } from 'vitest';
import { makeItem } from '../../../sim/materials/item.ts';
import type { GeometryBuffer } from '../../../sim/senses/form/scene.ts';
import { light } from '../../../sim/senses/visual/light.ts';
import { beltTint, blankPaint } from '../../../sim/senses/visual/paint.ts';

const SIZE = 16;
const ITEM = 16 * 5 + 8;
const BELT = 0.2;
const item = { ...makeItem({ seed: 1, itemId: 1, materialId: 'cardboard', state: 0 }), roughnessUm: 5 };

/** One flat pixel of grey 0.5 on an even belt, lit; `clearness`: 1 = a clear body that throws a weak shadow. */
function lit(clearness: number, heightPx = 3): Float32Array {
  const blank = () => new Float32Array(SIZE * SIZE);
  const cover = blank();
  cover[ITEM] = 1;
  const geometry: GeometryBuffer = {
    halfWidthsPx: new Float32Array(SIZE),
    ...{
      size: SIZE,
      inside: Int32Array.of(ITEM),
      count: 1,
      cover,
      heightPx,
      texel: new Int32Array(SIZE * SIZE),
    },
    ...{ u: blank(), v: blank(), tiltX: blank(), tiltY: blank(), rim: blank() },
  };
  const paint = blankPaint(SIZE);
  paint.colour.fill(0.5);
  paint.belt.fill(BELT);
  const out = new Float32Array(3 * SIZE * SIZE);
  light(geometry, paint, item, false, clearness, { white: [1, 1, 1], turn: 0 }, out);
  return out;
}

const green = (frame: Float32Array, pixel: number) => frame[3 * pixel + 1]! / beltTint[1];
const shadows = (frame: Float32Array) =>
  Array.from({ length: SIZE * SIZE }, (_, pixel) => pixel)
    .filter((pixel) => pixel !== ITEM && green(frame, pixel) < BELT * 0.999)
    .map((pixel) => green(frame, pixel) / BELT);

test('a flat matt surface shows its own colour: both lamps and the hall add up to 1', () => {
  expect(lit(0)[3 * ITEM]).toBeCloseTo(0.5, 5);
});

test('a body throws its shadow on the belt in two steps, each of a quarter, and nowhere else', () => {
  const dark = shadows(lit(0));
  expect(dark).toHaveLength(2);
  for (const share of dark) expect(share).toBeCloseTo(1 - 0.5 * 0.55, 5);
});

test('a clear one lets through all but a fifth of the shadow', () => {
  for (const share of shadows(lit(1))) expect(share).toBeCloseTo(1 - 0.2 * 0.5 * 0.55, 5);
});
