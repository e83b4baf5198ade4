import { expect, test } from 'vitest';
import { ageItem, makeItem } from '../../../sim/materials/item.ts';
import { stayAt, YEAR_S } from '../../../sim/materials/stay.ts';
import { visibleNm } from '../../../sim/senses/optics/colour.ts';
import { ItemOptics } from '../../../sim/senses/optics/reflectance.ts';
import { labOf } from '../../oracles/lab.ts';

const itemOptics = new ItemOptics();
/** Water of wood in a laboratory at 50 % relative humidity, where the shakes were measured, kg/kg (Hailwood-Horrobin). */
const LABORATORY_MOISTURE = 0.09;

/** Weathering of cedar shakes against the measured series (USGS splib07). */
test('cedar greys as measured: R850/R450 from 11.7 to 2.2, b* from 26 to 8, depth at 1453 nm from 0.38 to 0.09', () => {
  const fresh = {
    ...makeItem({ seed: 1, itemId: 1, materialId: 'wood-cedar', state: 0 }),
    soilGPerM2: 0,
    waterFilmUm: 0,
    greyingDose: 0,
    lignin: 1,
  };
  const ratios: number[] = [];
  const yellowness: number[] = [];
  const depths: number[] = [];
  let item = fresh;
  for (let step = 0; step <= 12; step++) {
    const clean = {
      ...item,
      soilGPerM2: 0,
      waterFilmUm: 0,
      crackPerMm: 0,
      moistureKgPerKg: LABORATORY_MOISTURE,
    };
    const [r450, r850, r1300, r1453, r1640] = itemOptics.reflectance(
      clean,
      [450, 850, 1300, 1453, 1640],
      0.1,
      new Float64Array(5),
    ) as unknown as number[];
    ratios.push(r850! / r450!);
    yellowness.push(labOf(itemOptics.reflectance(clean, visibleNm, 0.1, new Float64Array(31))).b);
    depths.push(1 - r1453! / (0.5 * (r1300! + r1640!)));
    item = ageItem(item, [stayAt('outdoor', 0.4 * YEAR_S)]);
  }
  console.log(
    `cedar: R850/R450 ${ratios.map((r) => r.toFixed(1)).join(' ')}; b* ${yellowness.map((b) => b.toFixed(0)).join(' ')}; depth 1453 ${depths.map((d) => d.toFixed(2)).join(' ')}`,
  );
  expect(Math.abs(ratios[0]! / 11.7 - 1)).toBeLessThan(0.2);
  expect(Math.abs(ratios.at(-1)! / 2.2 - 1)).toBeLessThan(0.2);
  expect(Math.abs(yellowness[0]! - 26)).toBeLessThan(3);
  expect(Math.abs(yellowness.at(-1)! - 8)).toBeLessThan(3);
  expect(Math.abs(depths[0]! - 0.38)).toBeLessThan(0.05);
  expect(Math.abs(depths.at(-1)! - 0.09)).toBeLessThan(0.03);
  for (let i = 1; i < ratios.length; i++) {
    expect(ratios[i]!).toBeLessThan(ratios[i - 1]!);
    expect(yellowness[i]!).toBeLessThan(yellowness[i - 1]!);
    expect(depths[i]!).toBeLessThanOrEqual(depths[i - 1]! + 1e-9);
  }
});
