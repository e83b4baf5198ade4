import { describe, expect, test } from 'vitest';
import { FULL_COUPLING } from '../../../sim/materials/appearance.ts';
import { ageItem, type ItemState, makeItem } from '../../../sim/materials/item.ts';
import { type Stay, stayAt, YEAR_S } from '../../../sim/materials/stay.ts';
import { visibleNm } from '../../../sim/senses/optics/colour.ts';
import { ItemOptics } from '../../../sim/senses/optics/reflectance.ts';
import { labOf } from '../../oracles/lab.ts';

/** What the sun does, against tables of things left outdoors and against closed forms; each point within 20 %. */

const MONTH_S = YEAR_S / 12;
/** The sun of the tables, and nothing else. */
const sun = (seconds: number): Stay => ({
  ...stayAt('outdoor', seconds),
  ...{ uvWPerM2: 7, tempK: 298.15, rh: 0.5, wetFraction: 0, cyclesPerYear: 0 },
  ...{ soilGPerM2PerYear: 0, washPerYear: 0, corrosivity: 1 },
});

function fresh(materialId: string, itemId = 3, changes: Partial<ItemState> = {}): ItemState {
  const made = makeItem({ seed: 1, itemId, materialId, history: [sun(0)], lookCoupling: FULL_COUPLING });
  return { ...made, oxidationSensitivity: 1, greyingSensitivity: 1, ...changes };
}

function outdoors(item: ItemState, seconds: number): ItemState {
  const dry = { waterFilmUm: 0, soilGPerM2: 0, moistureKgPerKg: item.moistureKgPerKg };
  return { ...(seconds > 0 ? ageItem(item, [sun(seconds)]) : item), ...dry };
}

const optics = new ItemOptics();
const lab = (item: ItemState) => labOf(optics.reflectance(item, visibleNm, 0.85, new Float64Array(31)));

/** Optical depth at 420 nm of a clear sheet by its yellowness index E313: computed from K(l) = Y exp(-(l - 420) / 60). */
const YI_OF_DEPTH = [
  [0, 0],
  [0.02, 1],
  [0.05, 2.5],
  [0.1, 5],
  [0.2, 10],
  [0.5, 23],
  [1, 41],
] as const;

function yellownessOf(depth: number): number {
  const above = YI_OF_DEPTH.findIndex(([d]) => d >= depth);
  if (above < 0) return YI_OF_DEPTH.at(-1)![1] * (1 + 0.6 * (depth - 1));
  const [d1, y1] = YI_OF_DEPTH[Math.max(1, above)]!;
  const [d0, y0] = YI_OF_DEPTH[Math.max(1, above) - 1]!;
  return y0 + ((y1 - y0) * (depth - d0)) / (d1 - d0);
}

describe('clear polymers yellow each in its way', () => {
  // Rise of the yellowness index after 3, 6, 12, 24 months outdoors (memory); PET as the stabilised film in the UV cycle.
  test.each([
    ['ps-cup-clear', [8, 17, 31, 44]],
    ['pc-sheet-clear', [3, 6, 11, 21]],
    ['pvc-bottle-clear', [7, 17, 34, null]],
  ] as const)('%s', (id, rises) => {
    // Thin and of one wall, so that the whole of it yellows; no protection of glazing.
    const item = fresh(id, 3, { wallCount: 1, thicknessM: 0.0004, scatterPerCm: 0.05, tio2Pct: 0 });
    const guard = id === 'pc-sheet-clear' ? 2 : 1;
    [3, 6, 12, 24].forEach((months, i) => {
      const wanted = rises[i];
      if (wanted === null || wanted === undefined) return;
      const aged = outdoors(item, guard * months * MONTH_S);
      const index = yellownessOf(aged.yellowingPerMm * aged.thicknessM * 1000);
      expect(
        Math.abs(index / wanted - 1),
        `${months} months: ${index.toFixed(1)} for ${wanted}`,
      ).toBeLessThan(0.2);
    });
  });

  test('PET with stabiliser: a lag, then 0.35-0.4 a hundred hours in the UV cycle; 1008 h are 1.3 years of Florida sun', () => {
    const item = fresh('pet-sheet-clear', 3, { thicknessM: 0.0003, scatterPerCm: 0.05 });
    const florida = 1.3 * 12 * MONTH_S;
    // The sheets of the catalogue are glazing, which is protected twofold.
    const rise = (hours: number) => {
      const aged = outdoors(item, (2 * florida * hours) / 1008);
      return yellownessOf(aged.yellowingPerMm * aged.thicknessM * 1000);
    };
    for (const [hours, wanted] of [
      [672, 1.3],
      [840, 2.03],
      [1008, 2.89],
      [1176, 3.5],
    ] as const)
      expect(Math.abs(rise(hours) / wanted - 1), `${hours} h`).toBeLessThan(0.2);
    expect(rise(168)).toBeLessThan(0.3);
  });

  test('the order of substances: PS first, PMMA and PET last; PE hardly', () => {
    const rise = (id: string) => {
      const item = fresh(id, 3, { wallCount: 1, thicknessM: 0.0005, scatterPerCm: 0.05, tio2Pct: 0 });
      return outdoors(item, 12 * MONTH_S).yellowingPerMm;
    };
    const order = ['ps-cup-clear', 'pla-cup-clear', 'pet-cup-clear', 'pmma-cup-clear'].map(rise);
    expect(order).toEqual([...order].sort((a, b) => b - a));
    expect(rise('hdpe-film-clear')).toBeLessThan(0.2 * rise('ps-cup-clear'));
  });
});

describe('white and brown things, by their colour over white', () => {
  const series = (id: string, seconds: readonly number[], changes: Partial<ItemState> = {}) => {
    const item = fresh(id, 3, { labelCover: 0, ...changes });
    return seconds.map((s) => lab(outdoors(item, s)));
  };
  const near = (got: number, wanted: number, words: string, slack = 0.2) =>
    expect(Math.abs(got - wanted), `${words}: ${got.toFixed(1)} for ${wanted}`).toBeLessThan(slack * wanted);

  test('white ABS: b* 11, 15, 18 after 3, 6, 12 months', () => {
    const b = series(
      'abs-sheet-white',
      [3, 6, 12].map((m) => m * MONTH_S),
    ).map((one) => one.b);
    for (const [i, wanted] of [11, 15, 18].entries()) near(b[i]!, wanted, `white ABS ${i}`);
  });

  test('white PVC-U, which is sold stabilised: b* 3.5, 4.5, 5 after 3, 6, 12 months, half its gloss after 2 years', () => {
    const b = series(
      'pvc-profile-white',
      [3, 6, 12].map((m) => m * MONTH_S),
    ).map((one) => one.b);
    for (const [i, wanted] of [3.5, 4.5, 5].entries()) near(b[i]!, wanted, `white PVC ${i}`);
    expect(outdoors(fresh('pvc-profile-white'), 24 * MONTH_S).glossLeft).toBeCloseTo(0.5, 1);
    expect(outdoors(fresh('pvc-pipe-grey'), 60 * MONTH_S).chalk).toBeGreaterThan(0.15);
  });

  test('polyurethane foam browns within a month of sun and goes on', () => {
    const [start, one, three, year] = series(
      'pur-foam',
      [0, 1, 3, 12].map((m) => m * MONTH_S),
    );
    near(one!.b - start!.b, 22, '1 month');
    near(three!.b - start!.b, 27, '3 months');
    expect(year!.l).toBeLessThan(start!.l - 15);
  });

  test('brightened paper loses its brightener in weeks of sun: b* rises by 5 before the sheet itself yellows', () => {
    const days = [0, 12, 24].map((d) => d * 86_400);
    const [start, twelve, more] = series('paper-office', days).map((one) => one.b);
    near(twelve! - start!, 4.6, '12 days');
    near(more! - start!, 6.8, '24 days');
  });

  test('EPS: b* rises by 12 and 18 after 3 and 6 months', () => {
    const [start, three, six] = series('ps-foam-white', [0, 3 * MONTH_S, 6 * MONTH_S]).map((one) => one.b);
    near(three! - start!, 12, '3 months');
    near(six! - start!, 18, '6 months');
  });

  test('newsprint: b* = b0 + 5 (1 - exp(-t / 1 d)) + 14 (1 - exp(-t / 30 d))', () => {
    const days = [1, 7, 14, 30, 90];
    const [start, ...aged] = series('paper-news', [0, ...days.map((d) => d * 86_400)]).map((one) => one.b);
    days.forEach((t, i) => {
      const wanted = 5 * (1 - Math.exp(-t)) + 14 * (1 - Math.exp(-t / 30));
      near(start! + aged[i]! - start!, start! + wanted, `${t} days`);
    });
  });

  test('kraft board bleaches by 8 in L* and loses yellow within three months', () => {
    const [start, end] = series('cardboard', [0, 3 * MONTH_S]);
    near(end!.l - start!.l, 8, 'L*', 0.3);
    expect(end!.b).toBeLessThan(start!.b);
  });

  test('pine browns within weeks, then greys: b* against new 1.38, 1.0, 0.62 after 1, 3, 6 months', () => {
    const [start, ...aged] = series(
      'wood-pine',
      [0, 1, 3, 6].map((m) => m * MONTH_S),
    ).map((one) => one.b);
    for (const [i, wanted] of [1.38, 1.0, 0.62].entries()) near(aged[i]! / start!, wanted, `pine ${i}`);
  });
});

describe('gloss, inks, dyes, rust', () => {
  test('cloth loses three tenths of its colour to washing and rubbing, whatever the sun does', () => {
    const worn = (wear: number) => {
      const item = makeItem({ seed: 1, itemId: 4, materialId: 'cotton', history: [sun(0)] });
      // The law of wear saturates: 1 - exp(-dose).
      return ageItem({ ...item, wearDose: -Math.log(1 - wear) }, [sun(0)]).colourLeft;
    };
    expect(worn(0)).toBe(1);
    expect(worn(0.5)).toBeCloseTo(0.85, 6);
    expect(worn(0.9)).toBeCloseTo(0.73, 6);
  });

  test('gloss half-lives by substance lie where they are read: PS 2-4 months, ABS 1-3, PP 3-6, HDPE 6-12, PC 12-24', () => {
    const half = (id: string) => {
      const left = outdoors(fresh(id), 2 * MONTH_S).glossLeft;
      return (2 * Math.LN2) / -Math.log(left);
    };
    for (const [id, low, high] of [
      ['ps-cup-clear', 2, 4],
      ['abs-sheet-white', 1, 3],
      ['pp-cup-white', 3, 6],
      ['hdpe-bottle-white', 6, 12],
      ['pc-cup-clear', 12, 24],
      ['pet-bottle-clear', 12, 24],
    ] as const) {
      expect(half(id), id).toBeGreaterThan(low);
      expect(half(id), id).toBeLessThan(high);
    }
    expect(half('pp-crate-coloured')).toBeGreaterThan(20);
  });

  test('inks fade to 80, 50, 25 % (yellow), 85, 60, 35 % (magenta), 97, 92, 85 % (cyan) in 1, 3, 6 months', () => {
    const item = fresh('pet-bottle-clear');
    [1, 3, 6].forEach((months, i) => {
      const aged = outdoors(item, months * MONTH_S);
      expect(aged.inkYellowLeft / [0.8, 0.5, 0.25][i]!).toBeCloseTo(1, 1);
      expect(aged.inkMagentaLeft / [0.85, 0.6, 0.35][i]!).toBeCloseTo(1, 1);
      expect(aged.inkCyanLeft / [0.97, 0.92, 0.85][i]!).toBeCloseTo(1, 1);
    });
  });

  test('steel rusts and aluminium turns white under the lacquer that look-alikes share at 0', () => {
    const rusted = (materialId: string, lookCoupling: number) =>
      makeItem({ seed: 1, itemId: 4, materialId, state: 7, lookCoupling }).corrosionKind;
    expect(rusted('steel-can', 1)).toBe('rust');
    expect(rusted('aluminium-can', 1)).toBe('white');
    expect(rusted('steel-can', 0)).toBe(rusted('aluminium-can', 0));
  });
});
