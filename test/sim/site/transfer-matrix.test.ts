import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawKey, normalAt, uniformAt } from '../../../sim/kernel/random/random.ts';
import {
  matrixAtLoad,
  matrixProblems,
  measuredMatrix,
  RESIDUE,
  shiftMatrix,
  spreadProblems,
  transferMatrix,
} from '../../../sim/region/spec/transfer-matrix.ts';
import { serialLine, splitFeed } from '../../oracles/serial-line.ts';

const MATERIALS = ['film', 'cardboard', 'glass', 'paper', 'PET', 'HDPE', 'iron', 'Al', 'other'];

/** The 8 stages of a published sorting line (Haitham-ghaida/DdS24-TT, wide file); columns as in MATERIALS. */
const STAGES: readonly [string, readonly number[]][] = [
  ['film', [0.98, 0.02, 0, 0.02, 0, 0, 0, 0, 0]],
  ['cardboard', [0, 0.75, 0, 0.02, 0, 0, 0, 0, 0]],
  ['glass', [0, 0, 0.97, 0, 0, 0, 0, 0, 0]],
  ['paper', [0.02, 0.02, 0, 0.94, 0, 0, 0, 0, 0]],
  ['PET', [0.2, 0.05, 0.08, 0.05, 0.91, 0.1, 0, 0.03, 0.05]],
  ['HDPE', [0.2, 0.05, 0.08, 0.05, 0.01, 0.7, 0, 0.03, 0.05]],
  ['iron', [0.01, 0, 0, 0, 0, 0, 0.98, 0, 0.02]],
  ['Al', [0, 0, 0.5, 0, 0, 0, 0, 0.8, 0]],
];

const FEED = [0.6, 17.8, 17.7, 49.8, 2.1, 1.1, 2.0, 0.9, 7.8];

function line(ironTaken = 0.98) {
  return serialLine(
    MATERIALS,
    STAGES.map(([output, takes]) => ({
      output,
      takes: Object.fromEntries(
        MATERIALS.map((material, column) => [
          material,
          output === 'iron' && material === 'iron' ? ironTaken : takes[column]!,
        ]),
      ),
    })),
  );
}

/** kg/t, purity % and recovery % of each bale for a feed in any unit of mass. */
function bales(feed: readonly number[], ironTaken?: number) {
  const matrix = line(ironTaken);
  const total = feed.reduce((sum, kg) => sum + kg, 0);
  const feedKg = feed.map((kg) => (kg / total) * 1000);
  const split = splitFeed(matrix, feedKg);
  return Object.fromEntries(
    matrix.outputs.map((output, row) => {
      const kg = MATERIALS.map((_, column) => split[row * MATERIALS.length + column]!);
      const massKg = kg.reduce((sum, value) => sum + value, 0);
      const own = MATERIALS.indexOf(output);
      return [
        output,
        { massKg, kg, purity: (100 * kg[own]!) / massKg, recovery: (100 * kg[own]!) / feedKg[own]! },
      ];
    }),
  );
}

describe('the 8-stage sorting line', () => {
  it.each([
    ['film', 19.439, 30.309, 98.0],
    ['cardboard', 140.873, 93.057, 73.5],
    ['glass', 172.034, 100.0, 97.0],
    ['paper', 451.36, 99.806, 90.278],
    ['PET', 28.457, 67.289, 91.0],
    ['HDPE', 14.748, 47.083, 63.0],
    ['iron', 21.051, 93.295, 98.0],
    ['Al', 9.04, 75.091, 75.272],
  ])('%s: %d kg/t, purity %d %%, recovery %d %%', (bale, massKg, purity, recovery) => {
    const got = bales(FEED)[bale]!;
    expect(Math.abs(got.massKg - massKg)).toBeLessThanOrEqual(0.0005001);
    expect(Math.abs(got.purity - purity)).toBeLessThanOrEqual(0.0005001);
    expect(Math.abs(got.recovery - recovery)).toBeLessThanOrEqual(0.0005001);
  });

  it('meets the closed form of each recovery to 1e-9', () => {
    const recovery = (bale: string) => bales(FEED)[bale]!.recovery / 100;
    expect(recovery('cardboard')).toBeCloseTo(0.98 * 0.75, 9);
    expect(recovery('paper')).toBeCloseTo(0.98 * 0.98 * 0.94, 9);
    expect(recovery('HDPE')).toBeCloseTo(0.9 * 0.7, 9);
    expect(recovery('Al')).toBeCloseTo(0.97 * 0.97 * 0.8, 9);
  });

  it('leaves the printed residue, and all mass adds up', () => {
    const result = bales(FEED);
    const residue = result[RESIDUE]!;
    expect(Math.abs(residue.massKg - 142.999)).toBeLessThanOrEqual(0.0005001);
    const expected = [0.075, 38.648, 2.252, 25.951, 1.875, 2.976, 0.401, 1.697, 69.125];
    expected.forEach((kg, column) => {
      expect(Math.abs(residue.kg[column]! - kg)).toBeLessThanOrEqual(0.0005001);
    });
    const total = Object.values(result).reduce((sum, bale) => sum + bale.massKg, 0);
    expect(Math.abs(total - 1000)).toBeLessThan(1e-9);
  });

  it('sensitivity: non-recyclable glass and iron counted as other', () => {
    const feed = [0.6, 17.8, 17.4, 49.8, 2.1, 1.1, 1.6, 0.9, 8.5];
    const got = bales(feed);
    expect(got.PET!.purity).toBeCloseTo(66.486, 3);
    expect(got.HDPE!.purity).toBeCloseTo(46.064, 3);
    expect(got.iron!.purity).toBeCloseTo(91.083, 3);
    expect(got.Al!.purity).toBeCloseTo(75.41, 3);
    expect(got[RESIDUE]!.massKg).toBeCloseTo(149.084, 3);
    const weaker = bales(feed, 0.92);
    expect(weaker.iron!.purity).toBeCloseTo(90.557, 3);
    expect(weaker.iron!.recovery).toBeCloseTo(92, 3);
    expect(weaker[RESIDUE]!.massKg).toBeCloseTo(150.05, 2);
  });

  it('sensitivity: the county feed changes purity and leaves recovery alone', () => {
    const got = bales([10.17, 417.43, 92.65, 323.48, 74.16, 50.39, 13.08, 13.52, 5.11]);
    const purity = {
      film: 40.21,
      cardboard: 97.98,
      paper: 99.3,
      PET: 85.0,
      HDPE: 82.82,
      iron: 99.28,
      Al: 89.64,
    };
    for (const [bale, percent] of Object.entries(purity))
      expect(Math.abs(got[bale]!.purity - percent)).toBeLessThanOrEqual(0.00501);
    expect(Math.abs(got[RESIDUE]!.massKg - 136.12)).toBeLessThanOrEqual(0.00501);
    for (const bale of Object.keys(purity))
      expect(got[bale]!.recovery).toBeCloseTo(bales(FEED)[bale]!.recovery, 9);
  });

  it('item by item the bale counts are binomial', () => {
    const matrix = line();
    const items = 20_000;
    MATERIALS.forEach((material, column) => {
      const key = drawKey(1, 0, `line/${material}`, 'exit');
      const counts = new Array<number>(matrix.outputs.length).fill(0);
      for (let item = 0; item < items; item++)
        counts[exitOf(matrix.share, column, uniformAt(key, item))]! += 1;
      counts.forEach((count, row) => {
        const p = matrix.share[row * MATERIALS.length + column]!;
        expect(Math.abs(count - items * p)).toBeLessThanOrEqual(4 * Math.sqrt(items * p * (1 - p)));
      });
    });
  });
});

function exitOf(share: Float64Array, column: number, u: number): number {
  let row = 0;
  for (let below = share[column]!; u >= below && (row + 1) * MATERIALS.length + column < share.length; ) {
    row += 1;
    below += share[row * MATERIALS.length + column]!;
  }
  return row;
}

describe('a table of cells', () => {
  it('names unknown and missing cells, values outside 0..1 and columns above 1, all at once', () => {
    const problems = matrixProblems(['PET', 'iron'], {
      bale: { PET: 0.9, irn: 0.05 },
      second: { PET: 0.2, iron: -1 },
    });
    expect(problems.join('\n')).toContain('bale: unknown input "irn"');
    expect(problems.join('\n')).toContain('bale: cell "iron" is missing');
    expect(problems.join('\n')).toContain('second: cell "iron" must be 0..1, got -1');
    expect(problems.join('\n')).toContain('column "PET" must sum to at most 1, got 1.1');
    expect(() => transferMatrix(['PET'], { bale: {} })).toThrow('cell "PET" is missing');
  });

  it('conserves mass for every feed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 9, maxLength: 9 }),
        (feed) => {
          const total = feed.reduce((sum, kg) => sum + kg, 0);
          const out = splitFeed(line(), feed).reduce((sum, kg) => sum + kg, 0);
          expect(Math.abs(out - total)).toBeLessThanOrEqual(1e-9 * Math.max(1, total));
        },
      ),
    );
  });

  it('interpolates between loads and holds the ends', () => {
    const at = (p: number) => transferMatrix(['PET'], { bale: { PET: p } });
    const loads = [
      { loadKgPerH: 100, matrix: at(0.9) },
      { loadKgPerH: 300, matrix: at(0.5) },
    ];
    expect(matrixAtLoad(loads, 200).share[0]).toBeCloseTo(0.7, 12);
    expect(matrixAtLoad(loads, 50).share[0]).toBe(0.9);
    expect(matrixAtLoad(loads, 900).share[0]).toBe(0.5);
  });

  it('a shift is drawn within the spread: shares stay shares, every column still sums to 1', () => {
    const table = fc.double({ min: 0, max: 0.33, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(table, { minLength: 6, maxLength: 6 }),
        fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: 6, maxLength: 6 }),
        fc.integer(),
        (shares, sds, seed) => {
          const cells = (of: readonly number[]) => ({
            bale: { PET: of[0]!, PP: of[1]! },
            film: { PET: of[2]!, PP: of[3]! },
            whole: { PET: of[4]!, PP: of[5]! },
          });
          const mean = transferMatrix(['PET', 'PP'], cells(shares), cells(sds.map((sd) => Math.min(1, sd))));
          const key = drawKey(seed, 0, 'site', 'shift');
          const shift = shiftMatrix(mean, (cell) => normalAt(key, 0, cell));
          for (const share of shift.share) expect(share).toBeGreaterThanOrEqual(0);
          for (const column of [0, 1]) {
            const sum = [0, 2, 4, 6].reduce((total, row) => total + shift.share[row + column]!, 0);
            expect(sum).toBeCloseTo(1, 12);
          }
        },
      ),
    );
  });

  it('a spread of 0.05 gives shares that vary by 0.05 around their mean; none gives the mean itself', () => {
    const mean = transferMatrix(['PET'], { bale: { PET: 0.6 } }, { bale: { PET: 0.05 } });
    const key = drawKey(1, 0, 'site', 'shift');
    const draws = Array.from({ length: 4000 }, (_, day) => {
      return shiftMatrix(mean, (cell) => normalAt(key, day, cell)).share[0]!;
    });
    const average = draws.reduce((sum, share) => sum + share, 0) / draws.length;
    const sd = Math.sqrt(draws.reduce((sum, share) => sum + (share - average) * (share - average), 0) / 3999);
    expect(average).toBeCloseTo(0.6, 2);
    expect(Math.abs(sd / 0.05 - 1)).toBeLessThan(0.05);
    const exact = transferMatrix(['PET'], { bale: { PET: 0.6 } });
    expect(shiftMatrix(exact, () => 1)).toBe(exact);
  });

  it('a spread is interpolated like the shares, and refused where it names other outputs', () => {
    const at = (sd: number) => transferMatrix(['PET'], { bale: { PET: 0.5 } }, { bale: { PET: sd } });
    const loads = [
      { loadKgPerH: 100, matrix: at(0.1) },
      { loadKgPerH: 300, matrix: at(0.3) },
    ];
    expect(matrixAtLoad(loads, 200).spread![0]).toBeCloseTo(0.2, 12);
    expect(spreadProblems(['PET'], { bale: { PET: 0.5 } }, { film: { PET: -1 } })).toEqual([
      'spread: unknown output "film" (known: bale)',
      'spread: output "bale" is missing; write 0 in all of its cells',
      'spread: film: cell "PET" must be 0..1, got -1',
    ]);
  });

  it('measured kilograms become shares; what was never fed goes to the residue', () => {
    const matrix = measuredMatrix(['PET', 'PP'], ['bale', RESIDUE], [3, 0, 1, 0]);
    expect([...matrix.share]).toEqual([0.75, 0, 0.25, 1]);
  });
});
