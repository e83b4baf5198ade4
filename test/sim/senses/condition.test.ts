import { describe, expect, test } from 'vitest';
import { type ItemState, makeItem } from '../../../sim/materials/item.ts';
import { ItemOptics } from '../../../sim/senses/optics/reflectance.ts';
import { thermalBody, wetBulbDepression } from '../../../sim/senses/thermal/body.ts';
import { defaultThermograph } from '../../../sim/senses/thermal/state.ts';
import { flashRise, Thermograph } from '../../../sim/senses/thermal/thermograph.ts';
import { cleanItem } from './pieces.ts';

const optics = new ItemOptics();

describe('near infrared of an aged polymer', () => {
  const nm = [1410, 1442, 1695, 1950, 1300];
  const aged = (item: ItemState, oxidation: number) =>
    optics.reflectance({ ...item, oxidation }, nm, 0.3, new Float64Array(nm.length));

  test.each(['pp-cup-white', 'hdpe-bottle-natural', 'ps-cup-clear', 'ldpe-film-clear', 'abs-housing'])(
    '%s: weak O-H at 1410 nm, at most 4 %%; nothing where C=O is looked for in vain',
    (id) => {
      const item = cleanItem(id, 5);
      const [fresh, old] = [aged(item, 0), aged(item, 1)];
      const change = nm.map((_, i) => Math.abs(old[i]! / fresh[i]! - 1));
      expect(change[0]!).toBeLessThan(0.04);
      expect(change[2]!).toBeLessThan(0.002);
      expect(change[3]!).toBeLessThan(0.002);
    },
  );

  test('the O-H is there: a thick clear sheet shows 0.3 to 4 %', () => {
    const item = cleanItem('ps-cup-clear', 5);
    const change = 1 - aged(item, 1)[0]! / aged(item, 0)[0]!;
    expect(change).toBeGreaterThan(0.003);
    expect(change).toBeLessThan(0.04);
  });

  test('nothing of it on cellulose: the oxidation of paper is its yellowing', () => {
    const item = cleanItem('paper-news', 5);
    expect([...aged(item, 1)]).toEqual([...aged(item, 0)]);
  });
});

describe('heat', () => {
  test('wet-bulb depression is 9.1, 6.2, 3.5 K at 20 C and 30, 50, 70 %, 7.1 K at 25 C and 50 %', () => {
    for (const [tempC, rh, wanted] of [
      [20, 30, 9.1],
      [20, 50, 6.2],
      [20, 70, 3.5],
      [25, 50, 7.1],
    ] as const)
      expect(Math.abs(wetBulbDepression(tempC, rh) / wanted - 1), `${tempC} C ${rh} %`).toBeLessThan(0.1);
  });

  const eye = new Thermograph(3);
  const state = { ...defaultThermograph(), offsetSpreadK: 0, patternShare: 0 };
  /** Values of the last frame in the middle of the picture, without noise. */
  const middle = (item: ItemState) => {
    const film = eye.render(item, state, undefined, false);
    const last = film.subarray(7 * 1024);
    return Array.from({ length: 256 }, (_, i) => last[(8 + Math.floor(i / 16)) * 32 + 8 + (i % 16)]!);
  };
  const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
  const spread = (values: number[]) =>
    Math.sqrt(mean(values.map((v) => (v - mean(values)) * (v - mean(values)))));

  test('a wet thing is 2 to 6 K colder, a half-wet one in patches', () => {
    // A board that covers the middle of the frame.
    const board = { shape: 'sheet', lengthM: 0.25, widthM: 0.25, yawRad: 0, crumple: 0 } as const;
    const dry = { ...cleanItem('wood-pine', 2), ...board, tempK: 293.15, moistureKgPerKg: 0.1 };
    const [cold, warm] = [mean(middle({ ...dry, waterFilmUm: 220 })), mean(middle(dry))];
    expect(warm - cold).toBeGreaterThan(2);
    expect(warm - cold).toBeLessThan(7);
    const patchy = { ...dry, waterFilmUm: 30 };
    expect(spread(middle(patchy))).toBeGreaterThan(2 * spread(middle(dry)));
  });

  test('a free layer of 0.3 mm keeps 11.1 K of a flash of 5 kJ/m2 at 1 s, a bonded one 4.6 K', () => {
    // Heat capacity 1.5 MJ/m3/K and 0.2 W/m/K: an ordinary plastic.
    const body = {
      ...thermalBody(cleanItem('pp-cup-white', 1), optics),
      ...{ heatPerM3K: 1.5e6, diffusivity: 0.2 / 1.5e6, effusivity: Math.sqrt(0.2 * 1.5e6) },
    };
    const free = flashRise({ ...body, thicknessM: 0.0006, gapM2KPerW: 1e6 }, 1, 0);
    expect(Math.abs((5000 * free) / 11.1 - 1)).toBeLessThan(0.2);
    const bonded = flashRise({ ...body, thicknessM: 0.02, gapM2KPerW: 0 }, 1, 0);
    expect(Math.abs((5000 * bonded) / 4.6 - 1)).toBeLessThan(0.2);
  });

  test('an opened glue line shows as warm patches under half a millimetre; under two it does not', () => {
    const board = { ...cleanItem('beverage-carton', 4), thicknessM: 0.0005, labelCover: 0.95 };
    /** What opening adds to each pixel. */
    const added = (item: ItemState) => {
      const bonded = middle({ ...item, delaminationUm: 0 });
      return middle({ ...item, delaminationUm: 150 }).map((value, i) => value - bonded[i]!);
    };
    expect(spread(added(board))).toBeGreaterThan(0.5 * defaultThermograph().netdK);
    expect(Math.max(...added(board))).toBeGreaterThan(2 * defaultThermograph().netdK);
    expect(Math.max(...added({ ...board, thicknessM: 0.004 }).map(Math.abs))).toBeLessThan(0.01);
  });

  test('rust takes the mirror from steel', () => {
    const steel = makeItem({ seed: 1, itemId: 3, materialId: 'steel-can-bare', history: [] });
    const emissivity = (corrosionUm: number) => thermalBody({ ...steel, corrosionUm }, optics).emissivity;
    expect(emissivity(0)).toBeLessThan(0.5);
    expect(emissivity(60)).toBeGreaterThan(0.8);
  });
});
