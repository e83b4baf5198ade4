import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { InputError } from '../../../scenarios/errors.ts';
import { loadScenario } from '../../../scenarios/schema/load.ts';
import { emptyFolder } from '../command.ts';

const folder = emptyFolder();
afterAll(folder.remove);

function saidOf(lines: readonly string[]): string[] {
  writeFileSync(join(folder.path, 'g.yaml'), ['extends: smoke', 'title: t', ...lines].join('\n'));
  try {
    loadScenario('./g.yaml', [], folder.path);
  } catch (error) {
    if (error instanceof InputError) return error.message.split('\n');
    throw error;
  }
  return [];
}

const feed =
  'feed: { materials: [{ materialId: wood-pine, share: 1 }, { materialId: abs-housing, share: 1 }] }';
const robots = 'robots: [{ id: r1, positionM: 3, outputs: [shelf, workshop, board] }]';
const bench = 'eurPerHour: 22, checkMinutes: 2, replacementShare: 0.5';

/** A returns centre of three outputs; `shelf` and `shop` = the pieces of two of them. */
const centre = (shelf: string, shop: string, grades = '[reuse, repair, recycle-high, recycle-low]') => [
  feed, // 3
  robots, // 4
  'outputs:', // 5
  '  - id: shelf', // 6
  '    use: reuse', // 7
  '    grades: [reuse]', // 8
  '    accepts: [WOOD]', // 9
  '    bench:', // 10
  `      { ${bench}, pieces: [${shelf}] }`, // 11
  '  - id: workshop', // 12
  '    use: repair', // 13
  '    grades: [repair]', // 14
  '    accepts: [WOOD, ABS]', // 15
  '    bench:', // 16
  `      { ${bench}, pieces: [${shop}] }`, // 17
  `  - { id: board, use: recycle-low, grades: ${grades}, accepts: [WOOD, ABS], tiers: [{ minPurity: 0, priceEurPerKg: 0 }] }`, // 18
  'assets: []', // 19: the grippers of the robots that `robots` replaces
];

const sold = '{ grade: reuse, eurPerPiece: 3, minutes: 1 }';
const mended = '{ grade: repair, eurPerPiece: 3, minutes: 5, partsEur: 1, passShare: 0.6 }';

test('a centre whose outputs fit together is taken', () => {
  expect(saidOf(centre(sold, mended))).toEqual([]);
});

test('all that is wrong with grades and prices is said at once, each in its line, with a cure', () => {
  const said = saidOf(
    centre(
      '{ grade: resue, eurPerPiece: 3, minutes: 1 }, { grade: repair, eurPerPiece: 3, minutes: 1 }',
      '{ grade: repair, eurPerPiece: 3, minutes: 0, passShare: 1.2, returnShare: -0.1 }',
      '[recycle-low]',
    ),
  );
  const wanted = [
    /^g\.yaml:5 outputs: no output takes the grade recycle-high of abs-housing\. Add recycle-high to the grades of an output/,
    /^g\.yaml:11 outputs\[0\]\.bench\.pieces\[0\]\.grade: must be one of reuse, .*got "resue"\. Did you mean reuse\?$/,
    /^g\.yaml:11 outputs\[0\]\.bench\.pieces: says nothing of the grade reuse of wood-pine\. Add a price/,
    /^g\.yaml:11 outputs\[0\]\.bench\.pieces\[1\]\.grade: is a price for a grade that the output does not take \(reuse\)/,
    /^g\.yaml:17 outputs\[1\]\.bench\.pieces\[0\]: is a repair without cost.* how many minutes and EUR of parts/,
    /^g\.yaml:17 outputs\[1\]\.bench\.pieces\[0\]\.passShare: must be <= 1, got 1\.2/,
    /^g\.yaml:17 outputs\[1\]\.bench\.pieces\[0\]\.returnShare: must be >= 0, got -0\.1/,
  ];
  for (const pattern of wanted) expect(said).toContainEqual(expect.stringMatching(pattern));
  expect(said).toHaveLength(wanted.length);
});

test('a workshop without a bench, and a bench with what only a sale by weight has', () => {
  const byWeight = 'tiers: [{ minPurity: 0, priceEurPerKg: 1 }]';
  const lines = centre(sold, mended);
  const free = [...lines];
  free[13] = '    tiers:';
  free[14] = '      - { minPurity: 0, priceEurPerKg: 1 }';
  expect(saidOf(free)).toEqual([expect.stringMatching(/outputs\[1\]: is a repair without cost/)]);
  const both = lines.map((line) =>
    line === '    grades: [reuse]' ? `${line}\n    maxState: 5\n    ${byWeight}` : line,
  );
  expect(saidOf(both)).toEqual([
    expect.stringMatching(/outputs\[0\]\.maxState: is no limit of an output with a bench, got 5/),
    expect.stringMatching(/outputs\[0\]\.tiers: is a price by weight, but the pieces are sold one by one/),
  ]);
});
