import { expect, test } from 'vitest';
import { lotBoundEur, multipliersOf } from '../../../../../sim/decisions/lots/bound/lot-bound.ts';
import { LotParts } from '../../../../../sim/decisions/lots/bound/lot-parts.ts';
import type { LotSums } from '../../../../../sim/decisions/lots/bound/lot-sums.ts';
import { SightedDay } from '../../../../../sim/decisions/lots/bound/sighted-day.ts';
import { TailTable } from '../../../../../sim/decisions/lots/bound/tail-table.ts';
import { asItIs, asItMightBe, laterThings } from '../../../../../sim/decisions/lots/later-things.ts';
import type { SeenDay } from '../../../../../sim/decisions/lots/seen-day.ts';
import { stream } from '../../../../../sim/kernel/random/random.ts';
import { binomial } from '../binomial.ts';
import { dayOf, gate, price, type Step, wrong } from '../lot-days.ts';
import { madeUpDay } from './made-up-day.ts';

const random = stream({ seed: 12, replication: 0, path: 'test', purpose: 'what looks say' });
const between = (from: number, to: number) => from + (to - from) * random.next();

const tails = new TailTable();
const boundEur = (day: SeenDay) => lotBoundEur(day, multipliersOf(day), tails);

/** Mean of what is worked out so often, and its standard error. */
function meanOf(times: number, one: () => number): { readonly mean: number; readonly error: number } {
  const values = Array.from({ length: times }, one);
  const mean = values.reduce((a, b) => a + b, 0) / times;
  const squares = values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0);
  return { mean, error: Math.sqrt(squares / (times - 1) / times) };
}

const anySlopes = (): LotSums => [between(-0.1, 0.1), between(-0.5, 2), between(-20, 20), between(-300, 300)];

test('after a further look things look like those of each label as often as the look before says', () => {
  const day = madeUpDay(3, random);
  const later = laterThings(day);
  const counts = new Float64Array(day.labels);
  const times = 4000;
  for (let n = 0; n < times; n++) counts[later.label[asItMightBe(day, later, random)[1]![7]!]!]! += 1;
  for (let k = 0; k < day.labels; k++) {
    const p = day.rungs[0]!.belief[7 * day.labels + k]!;
    expect(Math.abs(counts[k]! / times - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / times));
  }
  expect([...asItMightBe(day, later, random)[0]!]).toEqual([...asItIs(day, later)[0]!]);
});

for (const looks of [2, 3]) {
  test(`with ${looks} looks, knowing what they say brings nothing where it is paid for by the same slopes`, () => {
    const day = madeUpDay(looks, random);
    const slopes = anySlopes();
    const sighted = new SightedDay(day, 1e-4);
    const parts = new LotParts(sighted, [anySlopes(), anySlopes(), anySlopes()]);
    const told = Array.from(
      { length: 5 },
      () => parts.toldPart(0, slopes, asItMightBe(day, sighted.later, random))(slopes).eur,
    );
    const untold = parts.part(0, slopes).eur;
    // Between masses of the grid a little less is counted than the table grants.
    for (const eur of told) expect(Math.abs(eur - untold)).toBeLessThan(0.02 * untold + 0.01);
  });

  test(`with ${looks} looks, it never brings less on average, whatever it is paid for by`, () => {
    for (let n = 0; n < 12; n++) {
      const day = madeUpDay(looks, random);
      const sighted = new SightedDay(day, 1e-4);
      const parts = new LotParts(sighted, [anySlopes(), anySlopes(), anySlopes()]);
      const [paid, slopes] = [anySlopes(), anySlopes()];
      const told = meanOf(200, () => {
        return parts.toldPart(0, paid, asItMightBe(day, sighted.later, random))(slopes).eur;
      });
      const untold = parts.part(0, slopes).eur;
      expect(told.mean).toBeGreaterThan(untold - 0.02 * untold - 0.01 - 4 * told.error);
    }
  });
}

/** A thing that a further look finds good is right by so much, and another by so much less than all. */
const sure = 0.9;
const kg = 0.05;

/** EUR over passing on of a lot of things that were found good, found bad, and not looked at, on average. */
function lotEur(good: number, bad: number, unseen: number, steps: readonly Step[]): number {
  const all = good + bad + unseen;
  const [g, b, u] = [binomial(good, sure), binomial(bad, 1 - sure), binomial(unseen, 0.5)];
  let eur = 0;
  for (let x = 0; x <= good; x++)
    for (let y = 0; y <= bad; y++)
      for (let z = 0; z <= unseen; z++) {
        const right = x + y + z;
        const reached = steps.filter(([least]) => right >= least * all - 1e-9).map(([, paid]) => paid);
        const paid = Math.max(0, ...reached);
        eur += g[x]! * b[y]! * u[z]! * kg * (paid * right - wrong * (all - right) + gate * all);
      }
  return eur;
}

/** The most that anybody can make of n things of which so many may be looked at: who fills the lot when all that looks say is known. */
function bestEur(n: number, looks: number, steps: readonly Step[]): number {
  const found = binomial(looks, 0.5);
  let eur = 0;
  for (let good = 0; good <= looks; good++) {
    let best = 0;
    for (let unseen = 0; unseen <= n - looks; unseen++)
      for (const bad of [0, 1, 2])
        best = Math.max(best, lotEur(good, Math.min(bad, looks - good), unseen, steps));
    eur += found[good]! * best;
  }
  return eur;
}

/** [things, 2] what a further look says of things of some labels. */
const saidOf = (labels: Int32Array) =>
  Float64Array.from(
    [...labels].flatMap((k) => ((k === 0) === random.next() < sure ? [sure, 1 - sure] : [1 - sure, sure])),
  );

const anyLabels = (n: number, p: number) => Int32Array.from({ length: n }, () => (random.next() < p ? 0 : 1));

/** A day of n things that are right by a half, of which so many may be looked at again, with what such looks said on other days. */
function twoLooks(n: number, looks: number, steps: readonly Step[]): SeenDay {
  const [[minPurity], ...lower] = steps as [Step, ...Step[]];
  const base = dayOf(new Array(n).fill(0.5), new Array(n).fill(kg), minPurity, lower);
  const truth = anyLabels(n, 0.5);
  const label = anyLabels(200, 0.5);
  return {
    ...base,
    ...{ truth, joules: looks, pickJ: new Float64Array(n) },
    ...{ examples: { label, beliefs: [new Float64Array(0), saidOf(label)] } },
    rungs: [...base.rungs, { belief: saidOf(truth), energyJ: 1 }],
  };
}

test.each([[[[0.8, price]]], [[[0.8, price] as const, [0.55, 0.55] as const]]] as const)(
  'on average it lies above whoever fills a lot by what looks have said: %o',
  (steps) => {
    const [n, looks] = [24, 10];
    const best = bestEur(n, looks, steps);
    const bound = meanOf(40, () => boundEur(twoLooks(n, looks, steps)));
    expect(bound.mean).toBeGreaterThan(best - 2 * bound.error);
    // The lots are of five things, of which next to nothing is known for sure.
    expect(bound.mean).toBeLessThan(2.5 * best);
  },
);

/** A day of twenty things of which one is right on average, and each of which a further look sees through. */
function rareDay(examples: boolean): SeenDay {
  const [n, p] = [20, 0.05];
  const base = dayOf(new Array(n).fill(p), new Array(n).fill(0.1), 0.9);
  const [truth, label] = [anyLabels(n, p), anyLabels(200, p)];
  const seen = (labels: Int32Array) => Float64Array.from([...labels].flatMap((k) => [1 - k, k]));
  return {
    ...base,
    ...{ truth, joules: n + 1, pickJ: new Float64Array(n), residueEurPerKg: 0 },
    ...(examples ? { examples: { label, beliefs: [new Float64Array(0), seen(label)] } } : {}),
    rungs: [...base.rungs, { belief: seen(truth), energyJ: 1 }],
  };
}

test.each([true, false])(
  'on average it lies above whoever looks at everything, also where on many days none comes of what is wanted; examples of other days: %s',
  (examples) => {
    // One thing of 0.1 kg a day, at EUR 1/kg.
    const bound = meanOf(80, () => boundEur(rareDay(examples)));
    expect(bound.mean).toBeGreaterThan(0.1 - 2 * bound.error);
    expect(bound.mean).toBeLessThan(0.2);
  },
);
