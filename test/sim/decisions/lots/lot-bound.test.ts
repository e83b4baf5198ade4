import { expect, test } from 'vitest';
import { lotBoundEur } from '../../../../sim/decisions/lots/lot-bound.ts';
import { stream } from '../../../../sim/kernel/random/random.ts';
import { dayOf, gate, price, type Step, wrong } from './lot-days.ts';

/** Expected EUR of a lot of these things over passing them on, over all that they may turn out to be. */
function lotEur(
  q: readonly number[],
  massKg: readonly number[],
  picked: number,
  steps: readonly Step[],
): number {
  const things = q.flatMap((p, i) => ((picked >> i) % 2 === 1 ? [{ p, kg: massKg[i]! }] : []));
  let eur = 0;
  for (let truth = 0; truth < 1 << things.length; truth++) {
    let [probability, goodKg, allKg] = [1, 0, 0];
    things.forEach(({ p, kg }, i) => {
      const right = (truth >> i) % 2 === 1;
      probability *= right ? p : 1 - p;
      goodKg += right ? kg : 0;
      allKg += kg;
    });
    const reached = steps.filter(([least]) => goodKg >= least * allKg - 1e-12);
    const paid = Math.max(0, ...reached.map(([, eur]) => eur));
    eur += probability * (paid * goodKg - wrong * (allKg - goodKg) + gate * allKg);
  }
  return eur;
}

test('lies above the best lot of tiny days, found by going through every choice and everything that things may be', () => {
  const random = stream({ seed: 5, replication: 0, path: 'test', purpose: 'tiny lots' });
  const over: number[] = [];
  for (let n = 0; n < 40; n++) {
    const q = Array.from({ length: 7 }, () => 0.4 + 0.6 * random.next());
    const massKg = q.map(() => 0.02 + 0.1 * random.next());
    const minPurity = 0.6 + 0.39 * random.next();
    const lower: readonly Step[] =
      n % 2 === 0 ? [] : [[minPurity * random.next(), price * (0.3 + 0.7 * random.next())]];
    const steps: readonly Step[] = [[minPurity, price], ...lower];
    const best = Math.max(...Array.from({ length: 1 << 7 }, (_, set) => lotEur(q, massKg, set, steps)));
    const day = dayOf(q, massKg, minPurity, lower);
    const some = (most: number) => Float64Array.of(0.01 * most + most * random.next());
    // Any multipliers give a bound, also those that no search would end with.
    const others = Array.from({ length: 5 }, () => ({
      eurPerJ: 1e-3 * random.next(),
      ...{ purityEurPerKg: some(10), nextEurPerKg: some(3), apartEur: some(0.3) },
    }));
    for (const bound of [lotBoundEur(day), ...others.map((each) => lotBoundEur(day, each))])
      over.push(bound - best);
  }
  expect(Math.min(...over)).toBeGreaterThanOrEqual(-1e-9);
});

test('where two steps are worth the same, it lies little above either', () => {
  // A third of the things are surely right and the others to a half: alone the sure ones keep 98 %; at 80 % each carries 2 / 3 of another.
  const q = Array.from({ length: 600 }, (_, i) => (i % 3 === 0 ? 1 : 0.5));
  const massKg = q.map(() => 0.02);
  const sureKg = 4;
  const pure = (kg: number) => (sureKg + kg / 2) * price - (kg / 2) * wrong + gate * (sureKg + kg);
  const [atTop, below] = [(sureKg * 0.02) / 0.48, (sureKg * 0.2) / 0.3];
  const mixedKg = sureKg + below / 2;
  const lowerPrice = (pure(atTop) + (below / 2) * wrong - gate * (sureKg + below)) / mixedKg;
  const bound = lotBoundEur(dayOf(q, massKg, 0.98, [[0.8, lowerPrice]]));
  expect(bound).toBeGreaterThan(pure(atTop));
  expect(bound).toBeLessThan(1.03 * pure(atTop));
});

test('comes near what a large lot can bring: the best mixture that just keeps the step', () => {
  // Half of the things are surely right and the others to a half; at 80 % purity three sure ones carry two doubtful ones.
  const q = Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 1 : 0.5));
  const massKg = q.map(() => 0.05);
  const [sureKg, doubtfulKg] = [10, (2 / 3) * 10];
  const eur = (sureKg + doubtfulKg / 2) * price - (doubtfulKg / 2) * wrong + gate * (sureKg + doubtfulKg);
  const bound = lotBoundEur(dayOf(q, massKg, 0.8));
  expect(bound).toBeGreaterThan(eur);
  // The spread of what is right in the lot is granted, as its step may be missed.
  expect(bound).toBeLessThan(1.006 * eur);
});

test('a further look is paid before it is known what it says', () => {
  const q = Array.from({ length: 200 }, () => 0.5);
  const base = dayOf(
    q,
    q.map(() => 0.05),
    0.9,
  );
  const truth = Int32Array.from(q, (_, i) => i % 2);
  const certain = Float64Array.from(truth, (k) => k).length;
  const told = Float64Array.from({ length: 2 * certain }, (_, at) => (truth[at >> 1] === at % 2 ? 1 : 0));
  const looking = (energyJ: number) => ({
    ...base,
    ...{ truth, joules: 3000, pickJ: new Float64Array(q.length).fill(10) },
    ...{ rungs: [...base.rungs, { belief: told, energyJ }] },
  });
  // 100 right things bring 1.1 EUR/kg; each costs two looks and a pick, of which 3000 J pay for 100 at 10 J a look.
  const [free, dear] = [lotBoundEur(looking(0.01)), lotBoundEur(looking(10))];
  expect(dear).toBeGreaterThan(100 * 0.05 * (price + gate) - 1e-6);
  expect(lotBoundEur(looking(40))).toBeLessThan(0.6 * free);
});

test('whatever comes is looked at by who is there, and being away saves it', () => {
  // Every other thing is surely right; picks take 10 J each, first looks 5 J, so that all of them take 2000 J.
  const q = Array.from({ length: 200 }, (_, i) => (i + 1) % 2);
  const base = dayOf(q, new Array(200).fill(0.05), 0.9);
  const looking = (joules: number, energyJ: number) => ({
    ...base,
    ...{ joules, pickJ: new Float64Array(200).fill(10), rungs: [{ ...base.rungs[0]!, energyJ }] },
  });
  const allEur = 100 * 0.05 * (price + gate);
  expect(lotBoundEur(looking(2000, 5)) / allEur).toBeCloseTo(1, 2);
  expect(lotBoundEur(looking(1000, 0)) / allEur).toBeCloseTo(1, 2);
  // Half of the joules pay for half of the day; the price of a joule is found only nearly.
  const half = lotBoundEur(looking(1000, 5)) / allEur;
  expect(half).toBeGreaterThanOrEqual(0.5 - 1e-9);
  expect(half).toBeLessThan(0.6);
});
