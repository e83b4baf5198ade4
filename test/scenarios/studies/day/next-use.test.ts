import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runText } from '../../../../scenarios/cli/verbs/run.ts';
import { nextUseTables } from '../../../../scenarios/report/next-use.ts';
import { type RunResult, run } from '../../../../scenarios/studies/day/day.ts';
import { must } from '../../../../sim/record/must.ts';
import { emptyFolder } from '../../command.ts';
import { tinyRun } from '../../tiny-run.ts';

const folder = emptyFolder();
afterAll(folder.remove);
const cacheDir = join(folder.path, 'cache');
let result: RunResult;

beforeAll(async () => {
  const set = [
    'policies.perceptions=[material-only, perfect]',
    ...['site.durationS=3600', 'site.closeHour=8', 'feed.poolSize=150'],
  ];
  result = await run('refurbish', { set, cwd: folder.path, cacheDir, out: 'shift', workers: 1 });
}, 60_000);

const row = (name: string) =>
  must(
    result.document.perceptions.find((one) => one.name === name),
    name,
  );

test('who knows condition confuses no grade, and puts nothing wrong on the reuse shelf', () => {
  const { nextUse } = row('perfect');
  const { believed, gradeAccuracy, shelfPurity } = must(nextUse, 'next uses');
  expect([gradeAccuracy, shelfPurity]).toEqual([1, 1]);
  const confused = believed.flatMap((counts, g) => counts.filter((n, b) => n > 0 && g !== b));
  expect(confused).toEqual([]);
  expect(must(row('material-only').nextUse, 'next uses').gradeAccuracy).toBeLessThan(0.7);
});

test('every piece went somewhere, and the uses bring what the day is worth but for its standing costs', () => {
  for (const { name, nextUse, items, valueEur } of result.document.perceptions) {
    const { uses, believed } = must(nextUse, 'next uses');
    const pieces = uses.reduce((sum, use) => sum + use.pieces, 0);
    expect(pieces).toBe(items);
    expect(uses.reduce((sum, use) => sum + use.byGrade.reduce((a, b) => a + b, 0), 0)).toBe(items);
    expect(believed.flat().reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(items);
    const eur = uses.reduce((sum, use) => sum + use.eur, 0);
    // An hour of belt, 180 W at EUR 0.25 a kWh, which runs for nobody; and the hour of a person, EUR 22.
    const beltEur = name === 'no-robot' ? 0 : 0.18 * 0.25;
    expect(eur - valueEur, name).toBeCloseTo(beltEur + (name === 'manual-picker' ? 22 : 0), 9);
  }
});

test('the terminal, the report and the JSON say the same', () => {
  const tables = nextUseTables(result.document.perceptions);
  // One of all four arms, nobody and a person among them, and two of each.
  expect(tables).toHaveLength(9);
  const text = runText(result.document, 'shift');
  const page = readFileSync(join(result.folder, 'report.html'), 'utf8');
  const [caption, head] = must(tables[0], 'table');
  expect(head).toContain('shelf purity %');
  for (const said of [text, page]) expect(said).toContain(caption);
  expect(text).toContain('Confusion of grades (material-only)');
  expect(page).toContain('Confusion of grades (perfect)');
  const written = JSON.parse(readFileSync(join(result.folder, 'summary.json'), 'utf8'));
  expect(written.perceptions[3]).toMatchObject({ name: 'perfect', nextUse: row('perfect').nextUse });
});

test('a day whose outputs go by material says nothing of next uses', async () => {
  const other = await tinyRun(folder.path, 'tiny');
  const written = JSON.parse(readFileSync(join(other, 'summary.json'), 'utf8'));
  expect(written.perceptions[0]).not.toHaveProperty('nextUse');
});
