import { describe, expect, it } from 'vitest';
import { drawKey, uniformAt } from '../../../../sim/kernel/random/random.ts';
import { materials } from '../../../../sim/materials/catalogue.ts';
import { makeItem } from '../../../../sim/materials/item.ts';
import { answerGrid, answerTo, emissionOf } from '../../../../sim/senses/led/bands.ts';
import { whiteUaOf } from '../../../../sim/senses/led/currents.ts';
import { currentNoiseUa } from '../../../../sim/senses/led/noise.ts';
import { led } from '../../../../sim/senses/led/sense.ts';
import type { LedState } from '../../../../sim/senses/led/state.ts';
import { idealBoard } from './ideal.ts';

const fresh = led.fresh();
const items = materials.map(({ id }, i) => makeItem({ seed: 5, itemId: i, materialId: id, state: i % 10 }));
const pet = items.find(({ materialId }) => materialId === 'pet-bottle-clear') ?? items[0]!;
const read = (state: LedState, item = pet, noise = false) => [...led.open(1).render(item, state, noise)];
const ideal = idealBoard();
const bright = makeItem({ seed: 5, itemId: 9, materialId: 'ptfe-sheet', state: 0 });

describe('the instrument', () => {
  it('reads the same whatever it read before, and other noise with another seed', () => {
    const [one, other] = [led.open(1), led.open(1)];
    const forward = items.map((item) => one.render(item, fresh));
    const backward = [...items].reverse().map((item) => other.render(item, fresh));
    expect(backward.reverse()).toEqual(forward);
    expect(led.open(2).render(pet, fresh)).not.toEqual(led.open(1).render(pet, fresh));
    expect(forward.every((frame) => frame.length === led.shape(fresh)[0])).toBe(true);
    expect(forward.every((frame) => frame.every((r) => r >= 0 && r <= 1))).toBe(true);
  });

  it('reads finite numbers 0..1 with any board that can be', () => {
    const key = drawKey(1, 0, 'test/led', 'board');
    let boards = 0;
    for (let board = 0; board < 300; board++) {
      const numbers = Object.entries(fresh).flatMap(([name, value], i) => {
        if (typeof value !== 'number' || uniformAt(key, board, 2 * i) < 0.5) return [];
        const { least, most, whole } = led.ranges[name]!;
        const drawn = least + (most - least) * uniformAt(key, board, 2 * i + 1);
        return [[name, whole ? Math.round(drawn) : drawn] as const];
      });
      const state: LedState = { ...fresh, ...Object.fromEntries(numbers) };
      if (led.problems(state).length > 0) continue;
      boards++;
      const frame = read(state, items[board % items.length], true);
      expect(
        frame.every((r) => r >= 0 && r <= 1),
        JSON.stringify(state),
      ).toBe(true);
      const { energyJ, timeUs } = led.cost(state);
      expect(energyJ > 0 && Number.isInteger(timeUs) && led.partsEur(state) > 0).toBe(true);
    }
    expect(boards).toBeGreaterThan(100);
  });

  it('goes from board to board and back', () => {
    const sensor = led.open(1);
    const three = { ...fresh, centresNm: [900, 1200, 1600] };
    const silicon = { ...three, responsivityNm: [700, 950, 1700], responsivityAPerW: [0, 0.6, 0] };
    const before = sensor.render(pet, fresh);
    expect(sensor.render(pet, three)).toEqual(led.open(1).render(pet, three));
    expect(sensor.render(pet, silicon)).toEqual(led.open(1).render(pet, silicon));
    expect(sensor.render(pet, fresh)).toEqual(before);
  });

  it('has the noise of its currents, which is by the books for each of its sources', () => {
    const grid = answerGrid(ideal);
    const answer = answerTo(emissionOf(1550, 110, 0.55), grid, grid.responsivity);
    const sensor = led.open(1);
    const clean = sensor.render(bright, ideal, false)[6]!;
    const litUa = whiteUaOf(ideal, 6, answer) * clean;
    const loud = { ...ideal, ampNoisePaPerRtHz: 300 };
    const draws = Array.from(
      { length: 700 },
      (_, itemId) => sensor.render({ ...bright, itemId }, loud)[6]! / clean - 1,
    );
    const spread = Math.sqrt(draws.reduce((sum, d) => sum + d * d, 0) / draws.length);
    expect(spread / Math.hypot(loud.driveSpread, currentNoiseUa(litUa, 0, loud) / litUa)).toBeCloseTo(1, 1);

    const quiet = { ...ideal, ampNoisePaPerRtHz: 0, adcBits: 24, averages: 1 };
    // 5 uA in 500 Hz: sqrt(2 q I B); 1000 pA / sqrt(Hz) lit and dark; a step of 10 uA / 2^8 lit and dark; a mean over 8 pulses.
    expect(currentNoiseUa(5, 0, quiet) / (1e6 * Math.sqrt(2 * 1.602177e-19 * 5e-6 * 500))).toBeCloseTo(1, 3);
    expect(currentNoiseUa(1, 2, quiet)).toBeCloseTo(currentNoiseUa(5, 0, quiet), 12);
    const amplifier = { ...quiet, ampNoisePaPerRtHz: 1000 };
    expect(currentNoiseUa(0, 0, amplifier) / (1e-3 * Math.sqrt(2 * 500))).toBeCloseTo(1, 5);
    expect(currentNoiseUa(0, 0, { ...quiet, adcBits: 8 })).toBeCloseTo((10 / 256) * Math.sqrt(2 / 12), 9);
    const averaged = currentNoiseUa(0, 0, { ...amplifier, averages: 8 });
    expect(averaged / currentNoiseUa(0, 0, amplifier)).toBeCloseTo(1 / Math.sqrt(8), 9);
  });
});

describe('what changes a reading', () => {
  const before = read(ideal);
  const ratio = (changes: Partial<LedState>, k = 3) => read({ ...ideal, ...changes })[k]! / before[k]!;

  it('is distance, by 1 / (d^2 + r^2), never nearer than the white reference', () => {
    const far = idealBoard({ distanceSpreadMm: 4 });
    const sensor = led.open(1);
    const near = sensor.render(bright, ideal, false)[0]!;
    const gains = Array.from(
      { length: 300 },
      (_, itemId) => sensor.render({ ...bright, itemId }, far, false)[0]! / near,
    );
    expect(Math.max(...gains)).toBeLessThanOrEqual(1 + 1e-6);
    // The median of |z| is 0.6745: 15 mm become 17.7 mm.
    gains.sort((a, b) => a - b);
    expect(gains[150]!).toBeCloseTo((15 * 15 + 25) / (17.7 * 17.7 + 25), 1);
  });

  it('is dirt, age, a soiled white reference and a dead LED', () => {
    const dirty = read(led.worn(ideal, { dirt: 0.2, lampAge: 0 }));
    expect(dirty[3]).toBeCloseTo(0.8 * before[3]! + 0.05 * 0.2, 6);
    const aged = led.worn(ideal, { dirt: 0, lampAge: 1 });
    expect(read({ ...aged, ageSpread: 0 })[3]! / before[3]!).toBeCloseTo(0.7, 6);
    expect(new Set(read(aged).map((r, k) => (r / before[k]!).toFixed(4))).size).toBeGreaterThan(4);
    expect(ratio({ whiteLoss: 0.2 })).toBeCloseTo(1.25, 6);
    expect(read({ ...ideal, deadLeds: [3] })[3]).toBe(0);
    expect(read({ ...ideal, deadLeds: [3] })[4]).toBe(before[4]);
  });

  it('is warmth: less power, and peaks that lie at longer waves', () => {
    const slope = ratio({ warmerK: 10, centreDriftNmPerK: 0 });
    expect(slope).toBeCloseTo(1 - 0.08, 6);
    const shifted = read({ ...ideal, warmerK: 10, powerDriftPerK: 0 });
    const moved = ideal.centresNm.map((nm) => nm * (1 + (0.35 * 10) / 1000));
    const grid = answerGrid(ideal);
    const white = (nm: number, k: number) =>
      answerTo(emissionOf(nm, ideal.widthsNm[k]!, 0.55), grid, grid.responsivity);
    // A board whose labels are where the peaks have gone to reads the same, but for what its own white reference answers.
    const labelled = read({ ...ideal, centresNm: moved });
    labelled.forEach((r, k) => {
      expect(shifted[k]).toBeCloseTo((r * white(moved[k]!, k)) / white(ideal.centresNm[k]!, k), 6);
    });
  });

  it('is ambient light: what the pause leaves of it, and a converter that it fills', () => {
    expect(ratio({ ambientUa: 2, ambientLeft: 0 })).toBeCloseTo(1, 6);
    expect(ratio({ ambientUa: 2, ambientLeft: 0.5 })).toBeGreaterThan(1.001);
    expect(read({ ...ideal, ambientUa: 1e4 }).every((r) => r === 0)).toBe(true);
    expect(ratio({ darkDriftUa: 0.01 })).toBeGreaterThan(1.0001);
  });

  it('is the unit: the same number, the same errors; 0 has none', () => {
    expect(read({ ...ideal, unit: 4 })).toEqual(read({ ...ideal, unit: 4 }));
    expect(read({ ...ideal, unit: 4 })).not.toEqual(read({ ...ideal, unit: 5 }));
    expect(read({ ...ideal, unit: 0, centreSpreadNm: 30 })).toEqual(before);
    // Power cancels against the white reference of the same unit.
    const only = { unit: 4, centreSpreadNm: 0, powerSpread: 0.5 };
    expect(ratio(only)).toBeCloseTo(1, 6);
  });
});

describe('as a sense', () => {
  it('costs a few ten millijoules and says how it is drawn', () => {
    const { energyJ, timeUs } = led.cost(fresh);
    // 660 mA in turn, 3.3 V, 8 ms each; 0.12 W for 2 ms + 8 LEDs x 8 x 2 ms.
    expect(energyJ).toBeCloseTo(0.66 * 3.3 * 0.008 + 0.12 * 0.13, 9);
    expect(timeUs).toBe(130_000);
    expect(led.cost({ ...fresh, averages: 16 }).timeUs).toBe(258_000);
    expect(led.partsEur(fresh)).toBe(2 * 1.5 + 6 * 14 + 45 + 40);
    expect(led.drawing(fresh)).toEqual({
      kind: 'bars',
      labels: [850, 940, 1050, 1200, 1300, 1450, 1550, 1650].map((nm) => `${nm} nm`),
      yLabel: 'reflectance',
    });
  });

  it('gives each number of its state a range that the fresh board keeps', () => {
    for (const [key, value] of Object.entries(fresh)) {
      const range = led.ranges[key];
      expect(range, key).toBeDefined();
      for (const number of [value].flat()) {
        expect(number, key).toBeGreaterThanOrEqual(range!.least);
        expect(number, key).toBeLessThanOrEqual(range!.most);
        if (range!.whole) expect(Number.isInteger(number), key).toBe(true);
      }
    }
    expect(Object.keys(led.ranges).sort()).toEqual(Object.keys(fresh).sort());
    for (const condition of ['shifted', 'faulty'] as const) {
      const state = led.tested(condition);
      expect(led.problems(state)).toEqual([]);
      expect(read(state)).not.toEqual(read(fresh));
    }
    expect(led.problems(fresh)).toEqual([]);
  });

  it.each<[string, Partial<LedState>, RegExp]>([
    ['widthsNm', { widthsNm: [40] }, /one entry for each of the 8 LEDs.*got 1\. Write 8 numbers/],
    ['centresNm', { centresNm: [] }, /1 to 64 LEDs, got 0/],
    [
      'centresNm',
      { centresNm: [850, 940, 1050, 1050, 1300, 1450, 1550, 1650] },
      /must rise.*1050 after 1050/,
    ],
    [
      'centresNm',
      { centresNm: [850, 940, 1050, 1200, 1300, 1450, 1550, 1950] },
      /LED 7 lies outside the photodiode's range: it answers 780-1760 nm.*got 1950.*Take out/,
    ],
    ['deadLeds', { deadLeds: [8] }, /does not have.*8.*0 to 7/],
    ['responsivityNm', { responsivityNm: [900, 1700] }, /at least 3.*got 2/],
    ['responsivityAPerW', { responsivityAPerW: [0, 1, 0] }, /each of the 23 wavelengths/],
    [
      'responsivityAPerW',
      { responsivityNm: [800, 1500, 1700], responsivityAPerW: [0, 1, 0.5] },
      /begin and end with 0.*0 and 0.5/,
    ],
    [
      'responsivityAPerW',
      { responsivityNm: [800, 1500, 1700], responsivityAPerW: [0, 0, 0] },
      /answers nothing/,
    ],
    ['backing', { backing: [0.6, 0.05] }, /lowest above highest/],
    ['fullScaleUa', { fullScaleUa: 5 }, /LED 2 at 1050 nm would give .* uA.*got 5.*raise fullScaleUa above/],
  ])('says what is wrong with %s', (key, changes, words) => {
    const found = led.problems({ ...fresh, ...changes });
    expect(found.map((problem) => problem.key)).toContain(key);
    expect(
      found.map(({ message, got, cure }) => `${message}, got ${String(got)}. ${cure}`).join('\n'),
    ).toMatch(words);
  });
});
