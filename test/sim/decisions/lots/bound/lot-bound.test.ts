import { expect, test } from 'vitest';
import { lotBoundEur } from '../../../../../sim/decisions/lots/bound/lot-bound.ts';
import { TailTable } from '../../../../../sim/decisions/lots/bound/tail-table.ts';
import { stream } from '../../../../../sim/kernel/random/random.ts';
import { dayOf, gate, price, type Step, wrong } from '../lot-days.ts';

const tails = new TailTable();

type Stream = ReturnType<typeof stream>;

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

test.each([
  ['are rather right', (random: Stream) => 0.4 + 0.6 * random.next(), () => 0.1],
  [
    'are probably wrong, but for a heavy one',
    (random: Stream, i: number) => (i === 0 ? 1 : 0.05 + 0.4 * random.next()),
    (i: number) => (i === 0 ? 1 : 0.1),
  ],
])(
  'lies above the best lot of tiny days, found by going through every choice and everything that things may be: things that %s',
  (_, chance, kg) => {
    const random = stream({ seed: 5, replication: 0, path: 'test', purpose: 'tiny lots' });
    const over: number[] = [];
    for (let n = 0; n < 40; n++) {
      const q = Array.from({ length: 7 }, (_, i) => chance(random, i));
      const massKg = q.map((_, i) => 0.02 + kg(i) * random.next());
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
        purityEurPerKg: some(10),
      }));
      for (const bound of [undefined, ...others].map((each) => lotBoundEur(day, each, tails)))
        over.push(bound - best);
    }
    expect(Math.min(...over)).toBeGreaterThanOrEqual(-1e-9);
  },
);

/** The most that a lot of things brings of which some are surely right and any number of others to a half. */
function bestEur(sure: number, others: number, kg: number, steps: readonly Step[]): number {
  const bringing = (doubtful: number) => {
    let [eur, chance] = [0, Math.exp(-doubtful * Math.LN2)];
    for (let right = 0; right <= doubtful; right++) {
      const [good, all] = [sure + right, sure + doubtful];
      const paid = Math.max(
        0,
        ...steps.filter(([least]) => good >= least * all - 1e-9).map(([, each]) => each),
      );
      eur += chance * kg * (paid * good - wrong * (all - good) + gate * all);
      chance *= (doubtful - right) / (right + 1);
    }
    return eur;
  };
  return Math.max(...Array.from({ length: others + 1 }, (_, doubtful) => bringing(doubtful)));
}

test('where two steps are worth the same, it lies little above either', () => {
  // A third of the things are surely right and the others to a half: alone the sure ones keep 98 %; at 80 % each carries some of the others.
  const [sure, others, kg] = [200, 400, 0.02];
  const q = Array.from({ length: sure + others }, (_, i) => (i % 3 === 0 ? 1 : 0.5));
  const top: Step = [0.98, price];
  const atTop = bestEur(sure, others, kg, [top]);
  let [low, high] = [0, price];
  for (let n = 0; n < 40; n++) {
    const middle = (low + high) / 2;
    if (bestEur(sure, others, kg, [[0.8, middle]]) < atTop) low = middle;
    else high = middle;
  }
  const day = dayOf(
    q,
    q.map(() => kg),
    0.98,
    [[0.8, low]],
  );
  const best = bestEur(sure, others, kg, [top, [0.8, low]]);
  expect(lotBoundEur(day)).toBeGreaterThan(best);
  expect(lotBoundEur(day)).toBeLessThan(1.035 * best);
});

test('comes near what a large lot can bring: the best mixture, as far above the step as pays', () => {
  // Half of the things are surely right and the others to a half; at 80 % purity three sure ones carry two doubtful ones.
  const kg = 0.05;
  const q = Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 1 : 0.5));
  const best = bestEur(200, 200, kg, [[0.8, price]]);
  const day = dayOf(
    q,
    q.map(() => kg),
    0.8,
  );
  expect(lotBoundEur(day)).toBeGreaterThan(best);
  expect(lotBoundEur(day)).toBeLessThan(1.02 * best);
  // Exactly on the step it would bring more than it can, as chance throws it off.
  const onStepEur = 200 * kg * (price + gate) + 133 * kg * ((price - wrong) / 2 + gate);
  expect(onStepEur).toBeGreaterThan(1.05 * best);
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
