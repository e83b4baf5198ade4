import { expect, it } from 'vitest';
import { makeItem } from '../../../../sim/materials/item.ts';
import { fieldOf } from '../../../../sim/senses/inductive/coil.ts';
import { placementOf } from '../../../../sim/senses/inductive/placement.ts';
import { reflectedInductance } from '../../../../sim/senses/inductive/reflection.ts';
import { discInductance, ringForm } from './rings.ts';

const RADIUS = 0.025;
const sheet = makeItem({ seed: 1, itemId: 1, materialId: 'aluminium-sheet', state: 0 });
/** A flat square of the given half-width: what the model takes for a disc of that radius. */
const square = (half: number) => ({ ...sheet, lengthM: 2 * half, widthM: 2 * half, pitchRad: 0, crumple: 0 });

/** The model's change of inductance, in the place of the disc that is solved ring by ring. */
function byModel(half: number, distanceM: number, sheetS: number, omega: number): [number, number] {
  const { form, middleM } = ringForm(RADIUS);
  const { coverage, edgePerM } = placementOf(square(half), RADIUS, 0);
  const layers = [{ thicknessM: 1e-5, conductivitySPerM: sheetS / 1e-5, relativePermeability: 1 }];
  const out = { re: 0, im: 0 };
  reflectedInductance(fieldOf(form, distanceM), omega, distanceM - middleM, layers, out, edgePerM);
  return [coverage * out.re, coverage * out.im];
}

const cases = [0.25, 0.5, 1, 2, 4].flatMap((x) =>
  [20, 230, 2500, 20_000].flatMap((sheetS) => [5e3, 1e5].map((hz) => ({ x, sheetS, hz }))),
);

it.each(cases)(
  'a disc of $x coil radii and $sheetS S at $hz Hz: amplitude to 20 %, phase to 0.08 rad',
  (c) => {
    const omega = 2 * Math.PI * c.hz;
    const disc = { radiusM: c.x * RADIUS, sheetS: c.sheetS };
    const [re, im] = discInductance(disc, RADIUS, 0.013, omega);
    const [mRe, mIm] = byModel(c.x * RADIUS, 0.013, c.sheetS, omega);
    const amplitude = Math.hypot(mRe, mIm) / Math.hypot(re, im);
    expect(Math.abs(Math.log(amplitude))).toBeLessThan(Math.log(1.2));
    expect(Math.abs(Math.atan2(mIm, mRe) - Math.atan2(im, re))).toBeLessThan(0.08);
  },
);

it.each([
  { distanceM: 0.008, share: 1.35 },
  { distanceM: 0.02, share: 1.25 },
])(
  'at $distanceM m the amplitude of small and large discs stays within a factor $share',
  ({ distanceM, share }) => {
    for (const x of [0.4, 1, 2]) {
      const [re] = discInductance({ radiusM: x * RADIUS, sheetS: 1e9 }, RADIUS, distanceM, 1e6);
      const [mRe] = byModel(x * RADIUS, distanceM, 1e9, 1e6);
      expect(Math.abs(Math.log(mRe / re))).toBeLessThan(Math.log(share));
    }
  },
);

it('a wall of a round thing lies higher, a miss and a narrow side take away', () => {
  const can = makeItem({ seed: 1, itemId: 1, materialId: 'aluminium-can', state: 0 });
  const flat = { ...can, pitchRad: 0, crumple: 0 };
  const reach = Math.min(RADIUS, can.widthM / 2);
  expect(placementOf(flat, RADIUS, 0).riseM).toBeCloseTo((reach * reach) / (2 * can.widthM), 12);
  const coverage = (half: number, missM: number) => placementOf(square(half), RADIUS, missM).coverage;
  expect(coverage(0.03, 0.025)).toBeLessThan(coverage(0.03, 0));
  expect(coverage(0.03, -0.025)).toBe(coverage(0.03, 0.025));
  expect(coverage(0.15, 0.02)).toBeCloseTo(coverage(0.15, 0), 6);
  expect(coverage(0.005, 0)).toBeLessThan(0.02);
});
