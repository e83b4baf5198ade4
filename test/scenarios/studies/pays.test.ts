import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { InputError } from '../../../scenarios/errors.ts';
import { loadScenario } from '../../../scenarios/schema/load.ts';
import { ArrivalBook } from '../../../scenarios/steps/arrivals.ts';
import { playDay } from '../../../scenarios/steps/day.ts';
import { ContentStore } from '../../../scenarios/store/store.ts';
import type { RunPlan } from '../../../scenarios/studies/day/plan.ts';
import { pays } from '../../../scenarios/studies/pays/pays.ts';
import { planPays } from '../../../scenarios/studies/pays/plan.ts';

const set = [
  'policies.perceptions=[perfect]',
  'policies.maintenance=[condition]',
  'economy.fixedEurPerHour=3',
];
const cacheDir = mkdtempSync(join(tmpdir(), 'looptwin-pays-'));
afterAll(() => rmSync(cacheDir, { recursive: true, force: true }));
const scenario = loadScenario('smoke', set);
const plan = planPays(scenario, 'wasm');

async function summaryOf({ world, key, main }: RunPlan) {
  const player = { store: new ContentStore(cacheDir), arrivals: new ArrivalBook(), report: () => {} };
  const day = await playDay({ kind: 'day', world, key, variant: main, recording: null }, player);
  return day.summary;
}

test('a day with nobody costs the gate fee of all that comes and the standing costs, to the last digit', async () => {
  const day = await summaryOf(plan.noRobot);
  const openH = day.durationS / 3600;
  const closed = -scenario.residue.costEurPerKg * day.massKg - scenario.economy.fixedEurPerHour * openH;
  expect(day.items).toBeGreaterThan(20);
  expect(day.valueEur).toBeCloseTo(closed, 9);
  for (const residual of Object.values(day.balance)) expect(Math.abs(residual)).toBeLessThan(1e-9);
});

test('a person picks, misses and errs, is paid, and the books of the day balance', async () => {
  const day = await summaryOf(plan.picker);
  const [person] = day.robots;
  expect(person!.picked).toBeGreaterThan(10);
  expect(person!.failedPicks).toBeGreaterThan(0);
  expect(day.accuracy.material).toBeLessThan(1);
  expect(day.accuracy.material).toBeGreaterThan(0.85);
  const unpaid = { ...plan.picker, world: { ...plan.picker.world, economy: plan.noRobot.world.economy } };
  const wageEur = (scenario.picker.eurPerHour * day.durationS) / 3600;
  expect((await summaryOf(unpaid)).valueEur - day.valueEur).toBeCloseTo(wageEur, 9);
  for (const residual of Object.values(day.balance)) expect(Math.abs(residual)).toBeLessThan(1e-9);
});

test('arms, robots and the answer stand in one document, and wages move only the picker', async () => {
  const how = { cacheDir, replications: 2 };
  const cheap = await pays('smoke', { ...how, set: [...set, 'picker.eurPerHour=1'] });
  const dear = await pays('smoke', { ...how, set });
  expect(dear.arms.map(({ name }) => name)).toEqual(['no-robot', 'manual-picker', 'perfect']);
  const [nothing, , robots] = dear.arms;
  expect(nothing).toMatchObject({
    capitalEur: 0,
    npvEur: { mean: 0 },
    gainEur: { mean: 0 },
    sortedKgPerH: 0,
  });
  expect(robots).toEqual({
    ...cheap.arms[2],
    breakEvenWageEur: expect.closeTo(cheap.arms[2]!.breakEvenWageEur!, 6),
  });
  expect(cheap.arms[1]!.npvEur.mean).toBeGreaterThan(dear.arms[1]!.npvEur.mean);
  expect(dear.robots.map(({ id }) => id)).toEqual(['r1', 'r2']);
  expect(dear.answer).toMatch(/^Doing nothing costs EUR \d/);
  // At the wage that it names, robots and picker are worth the same a year.
  const wage = robots!.breakEvenWageEur!;
  const even = await pays('smoke', { ...how, set: [...set, `picker.eurPerHour=${Math.max(0, wage)}`] });
  if (wage > 0) expect(even.arms[2]!.breakEvenWageEur).toBeCloseTo(wage, 6);
}, 60_000);

test.each([
  ['investment.interest=5', 'investment.interest'],
  ['investment.lifeYears=0', 'investment.lifeYears'],
  ['picker.eurPerHour=-1', 'picker.eurPerHour'],
])('%s is refused with its place', async (text, place) => {
  await expect(pays('smoke', { set: [text] })).rejects.toThrow(InputError);
  await expect(pays('smoke', { set: [text] })).rejects.toThrow(place);
});
