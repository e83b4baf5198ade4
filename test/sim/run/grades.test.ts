import { describe, expect, test } from 'vitest';
import { meanInterval, pairedInterval } from '../../../scenarios/stats/interval.ts';
import { openSolver } from '../../../scenarios/steps/solver.ts';
import { boundOf } from '../../../sim/decisions/bound.ts';
import { informationBoundOf } from '../../../sim/decisions/information-bound.ts';
import { sortPolicies, sortPolicy } from '../../../sim/decisions/policies.ts';
import { must } from '../../../sim/record/must.ts';
import {
  conditionsOf,
  knowsGrade,
  materialOnly,
  shuffledCondition,
} from '../../../sim/site/robot/condition.ts';
import { perfectPerception } from '../../../sim/site/robot/perception.ts';
import { fedMaterials } from '../../../sim/world.ts';
import { ofType } from '../record/of-type.ts';
import { lookCost, play, portsOf } from './kit.ts';
import { returns } from './returns.ts';

const world = returns();
const truth = perfectPerception(fedMaterials(world), lookCost);
const conditions = conditionsOf(world.feed, 1);
const days = Array.from({ length: 6 }, (_, replication) => ({ seed: 1, replication }));
const valuesWith = (perception: typeof truth) =>
  days.map((key) => play(world, key, portsOf({ perception })).summary.valueEur);
const known = valuesWith(truth);

describe('grades that pay', () => {
  test('who knows them chooses nothing that another choice beats', () => {
    const { decisions } = play(world, {}, portsOf({ perception: truth }));
    expect(decisions.length).toBeGreaterThan(200);
    for (const { data } of decisions) expect(data.best.valueEur - data.chosenEur).toBeLessThanOrEqual(1e-12);
    const actions = new Set(decisions.map(({ data }) => data.chosen));
    expect([...actions].sort()).toEqual(['pass', 'pick:high', 'pick:low', 'pick:shelf', 'pick:workshop']);
  });

  test('who takes the condition of another piece for that of this one loses money', () => {
    const lost = pairedInterval(known, valuesWith(shuffledCondition(truth, conditions, 1)));
    expect(lost.lo).toBeGreaterThan(0);
  });

  test('seeing condition is worth something beside knowing the material, and knowing how often it comes beats guessing it', () => {
    const usual = valuesWith(materialOnly(truth, conditions));
    expect(pairedInterval(known, usual).lo).toBeGreaterThan(0);
    expect(pairedInterval(usual, valuesWith(shuffledCondition(truth, conditions, 1))).lo).toBeGreaterThan(0);
  });

  test('a perception that is told the condition is the truth again', () => {
    const told = knowsGrade(shuffledCondition(truth, conditions, 1));
    expect(valuesWith(told)).toEqual(known);
  });

  test('balances, and stays below the bound, whoever decides', async () => {
    const solver = await openSolver('off');
    for (const name of Object.keys(sortPolicies)) {
      const key = { seed: 2, replication: 0 };
      const { summary } = play(world, key, portsOf({ sorting: sortPolicy(name) }));
      for (const residual of Object.values(summary.balance)) expect(residual).toBeLessThan(1e-9);
      expect(summary.valueEur).toBeLessThanOrEqual(boundOf(world, key, solver).boundEur + 1e-6);
    }
  });

  test('a shelf that is to stay pure holds less where nobody is sure; what robots could earn at most is the same', async () => {
    const kept = {
      ...world,
      outputs: world.outputs.map((o) => (o.bench ? { ...o, bench: { ...o.bench, minPurity: 0.9 } } : o)),
    };
    // Is never sure: what it says lies between the true condition and how often each comes.
    const doubtful = materialOnly(truth, conditions);
    const unsure: typeof truth = {
      ...truth,
      belief(item, sensors) {
        const [seen, usual] = [truth.belief(item, sensors), doubtful.belief(item, sensors)];
        const share = 0.5 + 0.4 * ((item.itemId % 7) / 6);
        const grade = seen.grade!.map((p, g) => share * p + (1 - share) * usual.grade![g]!);
        return { ...seen, grade };
      },
    };
    const shelfOf = (of: typeof world) => {
      const { summary } = play(of, {}, portsOf({ perception: unsure }));
      return must(summary.outputs[0], 'shelf');
    };
    const [pays, pure] = [shelfOf(world), shelfOf(kept)];
    expect(pays.count).toBeGreaterThan(0);
    expect(pure.count).toBeLessThan(pays.count);
    expect(pure.count).toBeGreaterThan(0);
    const solver = await openSolver('off');
    const most = (of: typeof world) =>
      informationBoundOf(of, { seed: 1, replication: 0 }, solver, () => [unsure]).boundEur;
    expect(most(kept)).toBe(most(world));
  });

  test('the events of the benches are what the books say', () => {
    const { events, summary } = play(world);
    const tested = ofType(events, 'item.tested');
    for (const id of ['shelf', 'workshop']) {
      const eur = tested
        .filter(({ data }) => data.bin === id)
        .reduce((sum, { data }) => sum + data.valueEur, 0);
      const output = must(
        summary.outputs.find((o) => o.id === id),
        id,
      );
      expect(output.valueEur).toBeCloseTo(eur, 9);
    }
    expect(tested.some(({ data }) => data.passed && data.returned)).toBe(true);
    expect(tested.some(({ data }) => !data.passed)).toBe(true);
    const parts = must(summary.costEurByCause['parts workshop'], 'parts');
    expect(parts).toBeCloseTo(0.5 * tested.filter(({ data }) => data.bin === 'workshop').length, 9);
    expect(meanInterval(known).mean).toBeGreaterThan(0);
  });
});
