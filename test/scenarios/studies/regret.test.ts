import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { InputError } from '../../../scenarios/errors.ts';
import { contentsOf } from '../../../scenarios/record/ownership.ts';
import { keptRegret } from '../../../scenarios/record/regret-file.ts';
import { listRuns } from '../../../scenarios/runs/list.ts';
import { run } from '../../../scenarios/studies/day/day.ts';
import { certainText } from '../../../scenarios/studies/regret/left-out.ts';
import { regretOf } from '../../../scenarios/studies/regret/regret.ts';
import { reportOf } from '../../../scenarios/studies/report.ts';
import { verifyRun, wordVerdict } from '../../../scenarios/studies/verify.ts';

const cwd = mkdtempSync(join(tmpdir(), 'looptwin-regret-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

test('regret by cause adds up to the regret, and the truth loses nothing to perception', async () => {
  // A small battery and a crowded belt: limits that bind, and that hang on each other.
  const tight = [
    'robots[0].batteryWh=1',
    'robots[0].panelW=1',
    'robots[1].batteryWh=1',
    'robots[1].panelW=1',
  ];
  const set = [...tight, 'site.durationS=1800', 'feed.ratePerHour=1500', 'policies.perceptions=[perfect]'];
  const how = { cwd, cacheDir: join(cwd, 'cache'), workers: 1 };
  const { folder, document } = await run('smoke', { ...how, set, out: 'tight' });
  const { rows, freeBoundEur } = await regretOf(folder, how);
  const [row] = rows;
  expect(row!.regretEur).toBeGreaterThan(1);
  expect(row!.valueEur).toBe(document.perceptions.at(-1)!.valueEur);
  expect(rows.map(({ name }) => name)).toEqual(['perfect']);
  const sum = Object.values(row!.causes).reduce((total, x) => total + x, 0);
  expect(Math.abs(sum - (freeBoundEur - row!.valueEur))).toBeLessThan(1e-9);
  const { certain } = await regretOf(folder, how);
  expect(certain!.regretEur).toBeCloseTo(document.boundEur - row!.valueEur, 9);
  expect(certain!.name).toBe('perfect');
  const left = new Map(certain!.leftOut.map(({ what, eur }) => [what, eur]));
  expect([...left.keys()].sort()).toEqual([
    ...['looks', 'moves that fail', 'price steps of lots', 'standing by', 'standstill'],
  ]);
  // Nothing broke in half an hour, and nobody came.
  expect(left.get('standstill')).toBe(0);
  expect(certain!.upkeep).toEqual({ paidEur: 0, leastEur: 0 });
  for (const eur of left.values()) expect(Math.abs(eur)).toBeLessThan(certain!.regretEur);
  expect(certainText(certain!)).toContain(`perfect loses ${certain!.regretEur.toFixed(2)} against it`);
  expect(row!.causes.perception).toBe(0);
  expect(row!.causes.energy).toBeGreaterThan(0.1);
  expect(row!.causes.capacity).toBeGreaterThan(0.1);
}, 120_000);

test('the answer stays in the run: report, listing and verify know it, and an altered or foreign one is named', async () => {
  const folder = join(cwd, 'tight');
  const path = join(folder, 'regret.json');
  const how = { cwd, cacheDir: join(cwd, 'cache') };
  const kept = keptRegret(folder);
  if (kept.state !== 'kept') throw new Error(kept.state);
  expect(await regretOf(folder, { ...how, workers: 1 })).toEqual(kept.document);
  expect(contentsOf(folder).foreign).toEqual([]);
  const [listed] = listRuns(cwd, cwd, Date.now()).runs;
  expect(listed!.lost).toContain('(perfect)');
  const report = readFileSync(join(folder, 'report.html'), 'utf8');
  expect(report).toContain('EUR lost to what');
  expect(report).toContain('Regret: what was lost to what');
  expect(await reportOf(folder)).toBe(report);
  expect(wordVerdict(await verifyRun(folder, how))).toMatch(/^same/);

  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('"energy":', '"energy": 1e3, "was":'));
  expect(keptRegret(folder).state).toBe('altered');
  expect(await reportOf(folder)).toContain('regret.json has been changed since looptwin wrote it');
  const verdict = await verifyRun(folder, how);
  expect(verdict.alteredFiles).toEqual(['regret.json']);
  const notes: string[] = [];
  expect(await regretOf(folder, { ...how, note: (line) => notes.push(line) })).toEqual(kept.document);
  expect(notes.join()).toContain('it is made again');
  expect(readFileSync(path, 'utf8')).toBe(text);
}, 240_000);

test('a regret.json of somebody else is neither believed nor replaced', async () => {
  const set = ['site.durationS=600', 'policies.perceptions=[perfect]'];
  const how = { cwd, cacheDir: join(cwd, 'cache') };
  const { folder } = await run('smoke', { ...how, set, out: 'strange' });
  writeFileSync(join(folder, 'regret.json'), '{"answer":"nothing was lost"}');
  expect(keptRegret(folder).state).toBe('foreign');
  expect(await reportOf(folder)).toContain('was not written by looptwin');
  await expect(regretOf(folder, how)).rejects.toThrow('that looptwin did not write');
  expect(readFileSync(join(folder, 'regret.json'), 'utf8')).toContain('nothing was lost');
}, 120_000);

test('a folder that is no run is refused in words', async () => {
  await expect(regretOf(cwd)).rejects.toThrow(InputError);
});

test('what makes up more than a tenth and is left out of the certain bound is named, with whether any bound counts it', () => {
  const certain = (rows: readonly (readonly [string, number, boolean])[]) => ({
    ...{ name: 'perfect', boundEur: 30, regretEur: 5 },
    leftOut: rows.map(([what, eur, informed]) => ({ what, eur, informed })),
    upkeep: null,
  });
  expect(certainText(certain([['looks', 0.4, true]]))).toBe(
    'The certain bound is EUR 30.00, and perfect loses 5.00 against it. Nothing that it leaves out makes up more than a tenth of that.',
  );
  expect(
    certainText(
      certain([
        ['moves that fail', 2, true],
        ['standing by', 1, true],
        ['looks', 0.1, true],
      ]),
    ),
  ).toMatch(
    /left out: moves that fail, standing by; the information bound counts them all \(looptwin bound\)\.$/,
  );
  expect(certainText(certain([['standstill', 2, false]]))).toMatch(
    /left out: standstill; no bound counts standstill/,
  );
  expect(certainText({ ...certain([]), upkeep: { paidEur: 856, leastEur: 268 } })).toContain(
    'For visits and parts it pays 856.00, and the bound 268.00: the least that lives as they were drawn allow.',
  );
});
