import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { InputError } from '../../../scenarios/errors.ts';
import { loadScenario } from '../../../scenarios/schema/load.ts';
import type { Interval } from '../../../scenarios/stats/interval.ts';
import { ArrivalBook } from '../../../scenarios/steps/arrivals.ts';
import { playDay } from '../../../scenarios/steps/day.ts';
import { ContentStore } from '../../../scenarios/store/store.ts';
import { run } from '../../../scenarios/studies/day/day.ts';
import { dayStepOf } from '../../../scenarios/studies/day/plan.ts';
import { pays } from '../../../scenarios/studies/pays/pays.ts';
import { planPays } from '../../../scenarios/studies/pays/plan.ts';
import { must } from '../../../sim/record/must.ts';
import { withoutRobot } from '../../../sim/site/reference.ts';
import type { WorldSpec } from '../../../sim/world.ts';

const set = [
  'policies.perceptions=[perfect]',
  'policies.maintenance=[condition]',
  'economy.fixedEurPerHour=3',
];
const cacheDir = mkdtempSync(join(tmpdir(), 'looptwin-pays-'));
afterAll(() => rmSync(cacheDir, { recursive: true, force: true }));
const scenario = loadScenario('smoke', set);
const plan = planPays(scenario, 'wasm');

async function summaryOf(name: string, economy: WorldSpec['economy'] = plan.arms.world.economy) {
  const player = { store: new ContentStore(cacheDir), arrivals: new ArrivalBook(), report: () => {} };
  const { world, key, variants } = plan.arms;
  const variant = must(
    variants.find(({ perception }) => perception === name),
    name,
  );
  return (await playDay(dayStepOf({ world: { ...world, economy }, key }, variant, null), player)).summary;
}

test('a day with nobody costs the gate fee of all that comes and the standing costs, to the last digit', async () => {
  const day = await summaryOf('no-robot');
  const openH = day.durationS / 3600;
  const closed = -scenario.residue.costEurPerKg * day.massKg - scenario.economy.fixedEurPerHour * openH;
  expect(day.items).toBeGreaterThan(20);
  expect(day.valueEur).toBeCloseTo(closed, 9);
  for (const residual of Object.values(day.balance)) expect(Math.abs(residual)).toBeLessThan(1e-9);
});

test('a person picks, misses and errs, is paid, and the books of the day balance', async () => {
  const day = await summaryOf('manual-picker');
  const [person] = day.robots;
  expect(person!.picked).toBeGreaterThan(10);
  expect(person!.failedPicks).toBeGreaterThan(0);
  expect(day.accuracy.material).toBeLessThan(1);
  expect(day.accuracy.material).toBeGreaterThan(0.85);
  const { economy } = plan.arms.world;
  const back = { ...economy, fixedEurPerHour: economy.fixedEurPerHour - scenario.picker.eurPerHour };
  const wageEur = (scenario.picker.eurPerHour * day.durationS) / 3600;
  expect((await summaryOf('manual-picker', back)).valueEur - day.valueEur).toBeCloseTo(wageEur, 9);
  for (const residual of Object.values(day.balance)) expect(Math.abs(residual)).toBeLessThan(1e-9);
});

test('arms, robots and the answer stand in one document, and wages move only the picker', async () => {
  const how = { cacheDir, replications: 2, workers: 1 };
  const cheap = await pays('smoke', { ...how, set: [...set, 'picker.eurPerHour=1'] });
  const dear = await pays('smoke', { ...how, set });
  expect(dear.arms.map(({ name }) => name)).toEqual(['no-robot', 'manual-picker', 'perfect']);
  const [nothing, , robots] = dear.arms;
  expect(nothing).toMatchObject({
    capitalEur: 0,
    npvEur: { mean: 0 },
    gainEur: { mean: 0 },
    sortedKgPerH: { mean: 0 },
  });
  expect(robots).toEqual({
    ...cheap.arms[2],
    breakEvenWageEur: near(cheap.arms[2]!.breakEvenWageEur!),
  });
  expect(cheap.arms[1]!.npvEur.mean).toBeGreaterThan(dear.arms[1]!.npvEur.mean);
  expect(dear.robots.map(({ id }) => id)).toEqual(['r1', 'r2']);
  expect(dear.answer).toMatch(/^Doing nothing costs EUR \d/);
  // At the wage that it names, robots and picker are worth the same a year.
  const wage = robots!.breakEvenWageEur!.mean;
  const even = await pays('smoke', { ...how, set: [...set, `picker.eurPerHour=${Math.max(0, wage)}`] });
  if (wage > 0) expect(even.arms[2]!.breakEvenWageEur!.mean).toBeCloseTo(wage, 6);
}, 60_000);

test('a robot that adds less than it costs is named as one too many', async () => {
  const how = { cacheDir, replications: 2, workers: 1 };
  const dear = await pays('smoke', { ...how, set: [...set, 'investment.robotEur=1000000'] });
  expect(dear.answer).toMatch(
    / One robot too many: a day, r1 adds EUR -?[\d.]+ and costs [\d.]+; r2 adds EUR .* and costs [\d.]+\.$/,
  );
}, 60_000);

test('a run says of each robot what its day earns with it and not without it, and what it costs', async () => {
  const { document } = await run('smoke', { set, cwd: cacheDir, cacheDir, workers: 1, out: 'adds' });
  const [whole] = document.perceptions.filter(({ name }) => name === 'perfect');
  expect(document.robots.map(({ id }) => id)).toEqual(['r1', 'r2']);
  for (const { id, addsEur, costsEur } of document.robots) {
    const { world, key, main } = plan.arms;
    const robots = main.robots.filter(({ robot }) => robot !== id);
    const less = { world: withoutRobot(world, id), key };
    const player = { store: new ContentStore(cacheDir), arrivals: new ArrivalBook(), report: () => {} };
    const day = await playDay(dayStepOf(less, { ...main, robots }, null), player);
    expect(addsEur).toBeCloseTo(whole!.valueEur - day.summary.valueEur, 9);
    // A robot of EUR 2700 with a camera of 400, and the other sensors that nobody looks with: five years at 6 %, and 3 % of spares.
    const yearEur = (2700 + 400) * (1 / 4.212363786 + 0.03);
    expect(costsEur).toBeCloseTo(yearEur / 250, 2);
  }
}, 60_000);

test('contract and floor are paid each year: net present value and payback by hand, to a cent', async () => {
  const how = { cacheDir, replications: 2, workers: 1 };
  const keys = [
    'investment.contractEurPerYear=300',
    'investment.floorM2=20',
    'investment.floorEurPerM2Year=80',
  ];
  const [without, paid] = [
    await pays('smoke', { ...how, set }),
    await pays('smoke', { ...how, set: [...set, ...keys] }),
  ];
  // Two contracts and 20 m2 are EUR 2200 a year for the robots, the floor alone 1600 for a person; five years at 6 % are 4.212364 years.
  const less = (arm: number) => without.arms[arm]!.npvEur.mean - paid.arms[arm]!.npvEur.mean;
  expect(less(0)).toBe(0);
  expect(less(1)).toBeCloseTo(6739.78, 2);
  expect(less(2)).toBeCloseTo(9267.2, 2);
  expect(paid.robots[0]!.costsEur - without.robots[0]!.costsEur).toBeCloseTo(300 / 250, 9);
  const robots = paid.arms[2]!;
  expect(robots.gainEur.mean).toBe(without.arms[2]!.gainEur.mean);
  // EUR 4000 of belt and frame and two robots with a camera; 3 % of these, contracts and floor a year.
  const yearEur = 250 * robots.gainEur.mean - 0.03 * 6200 - 600 - 1600;
  if (yearEur > 0) expect(robots.payback.years).toBeCloseTo(10_200 / yearEur, 9);
  else expect(robots.payback.years).toBe(null);
}, 60_000);

/** The same interval but for rounding. */
function near(interval: Interval) {
  const { n, confidence, crossed: _, ...numbers } = interval;
  const close = Object.entries(numbers).map(([name, x]) => [name, expect.closeTo(x, 6)]);
  return { n, confidence, ...Object.fromEntries(close) };
}

test.each([
  ['investment.interest=5', 'investment.interest'],
  ['investment.lifeYears=0', 'investment.lifeYears'],
  ['investment.contractEurPerYear=-1', 'investment.contractEurPerYear'],
  ['investment.floorM2=-1', 'investment.floorM2'],
  ['feed.soilTimes=-1', 'feed.soilTimes'],
  ['feed.wetShare=2', 'feed.wetShare'],
  ['picker.eurPerHour=-1', 'picker.eurPerHour'],
])('%s is refused with its place', async (text, place) => {
  await expect(pays('smoke', { set: [text] })).rejects.toThrow(InputError);
  await expect(pays('smoke', { set: [text] })).rejects.toThrow(place);
});
