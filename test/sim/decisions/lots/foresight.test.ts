import { expect, test } from 'vitest';
import { lotBoundEur, multipliersOf } from '../../../../sim/decisions/lots/bound/lot-bound.ts';
import { foresightEur } from '../../../../sim/decisions/lots/foresight.ts';
import { stream } from '../../../../sim/kernel/random/random.ts';
import { must } from '../../../../sim/record/must.ts';
import { dayOf, gate, price, wrong } from './lot-days.ts';

const kg = 0.05;
const minPurity = 0.9;
const random = (purpose: string) => stream({ seed: 7, replication: 0, path: 'test', purpose });

/** EUR of a lot of the things that are believed at least as much as the n-th best one. */
function lotEur(right: readonly boolean[], n: number): number {
  const good = right.slice(0, n).filter(Boolean).length;
  return kg * (good >= minPurity * n ? price * good : 0) + kg * (gate * n - wrong * (n - good));
}

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const drawn = (q: readonly number[], truths: ReturnType<typeof random>) => q.map((p) => truths.next() < p);

test('is on average what the best lot brings, found by playing lots of every size, and lies below the bound', () => {
  const beliefs = random('beliefs');
  const q = Array.from({ length: 300 }, () => 0.5 + 0.5 * beliefs.next()).sort((a, b) => b - a);
  const day = dayOf(
    q,
    q.map(() => kg),
    minPurity,
  );
  const multipliers = multipliersOf(day);
  const truths = random('truths');
  const days = Array.from({ length: 2000 }, () => drawn(q, truths));
  const best = Math.max(...q.map((_, n) => mean(days.map((right) => lotEur(right, n + 1)))));
  const others = random('other truths');
  const foreseen = Array.from({ length: 30 }, () => {
    const truth = Int32Array.from(drawn(q, others), (right) => (right ? 0 : 1));
    return must(foresightEur({ ...day, truth }, multipliers), 'plan');
  });
  const spread = Math.sqrt(mean(foreseen.map((eur) => (eur - mean(foreseen)) * (eur - mean(foreseen)))) / 30);
  expect(Math.abs(mean(foreseen) - best)).toBeLessThan(2.5 * spread + 0.01 * best);
  expect(mean(foreseen) + 2 * spread).toBeLessThan(lotBoundEur(day, multipliers));
});

test('where everything is known, chance takes nothing: it is the bound', () => {
  const q = Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? 1 : 0));
  const day = dayOf(
    q,
    q.map(() => kg),
    minPurity,
  );
  const multipliers = multipliersOf(day);
  expect(foresightEur(day, multipliers)).toBeCloseTo(lotBoundEur(day, multipliers), 1);
});

test('whoever cannot look at everything that comes has no plan', () => {
  const day = dayOf([1, 0, 1], [kg, kg, kg], minPurity);
  const dear = { ...day, rungs: day.rungs.map((rung) => ({ ...rung, energyJ: day.joules })) };
  expect(foresightEur(dear, multipliersOf(dear))).toBeNull();
});
