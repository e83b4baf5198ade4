import type { DualValue, LotDual } from './lot-dual.ts';
import type { Multipliers } from './lot-offers.ts';
import type { SeenDay } from './seen-day.ts';

/** Rounds in which multipliers are bettered: for the first steps of all lots, and for each other step of a lot. */
const rounds = { first: 40, step: 10 };

/** Multipliers for one choice of steps, bettered round by round; answers with the best found, and with what they come to. */
export function descend(
  dual: LotDual,
  day: SeenDay,
  steps: readonly number[],
  start: Multipliers,
  count: number,
  moves: (output: number) => boolean = () => true,
): DualValue & { readonly multipliers: Multipliers } {
  const allowed = steps.map((step) => [step]);
  let now = { ...start, steps };
  let value = dual.value(allowed, now);
  let best = { ...value, multipliers: now };
  for (let round = 1; round < count; round++) {
    now = moved(now, value, day, steps, 1 / Math.sqrt(round), moves);
    value = dual.value(allowed, now);
    if (value.eur < best.eur) best = { ...value, multipliers: now };
  }
  return best;
}

/** EUR granted to other steps than a lot is thought to reach: at first, and what is tried; and shares of the price of purity there. */
const firstOtherEur = 1;
const grantsTried = [0.1, 0.2, 0.4, 0.8, 1.6, 3.2];
const pricesTried = [1, 0.25];

/** Smallest price of purity that can still grow, and the largest; EUR/kg. */
const [leastPurityEur, mostPurityEur] = [0.02, 60];

/** A limit that is exceeded becomes dearer by a share, one that is not becomes cheaper. */
function moved(
  now: Multipliers,
  { usedJ, surplusKg, lotKg }: DualValue,
  { joules, outputs }: SeenDay,
  steps: readonly number[],
  pace: number,
  moves: (output: number) => boolean,
): Multipliers {
  const changed = (excess: number) => Math.exp(pace * Math.max(-1, Math.min(1, excess)));
  const eurPerJ = joules > 0 ? now.eurPerJ * changed((usedJ - joules) / joules) : now.eurPerJ;
  const purityEurPerKg = now.purityEurPerKg.map((prices, o) => {
    const step = steps[o]!;
    if (outputs[o]!.tiers[step]!.minPurity === 0 || !moves(o)) return prices;
    const missed = (-20 / 3) * (surplusKg[o]! / (lotKg[o]! + 0.05));
    const eur = Math.max(leastPurityEur, prices[step]!) * changed(missed);
    return prices.map((price, s) => (s === step ? Math.min(mostPurityEur, eur) : price));
  });
  return { ...now, eurPerJ: Math.max(1e-9, eurPerJ), purityEurPerKg };
}

/** The steps that promise most, one lot bettered after the other, and multipliers for every step of every lot. */
export function tuned(dual: LotDual, day: SeenDay): Multipliers {
  const first = day.outputs.map(({ tiers }) =>
    tiers.reduce((best, tier, t) => (tier.priceEurPerKg > tiers[best]!.priceEurPerKg ? t : best), 0),
  );
  const start: Multipliers = {
    eurPerJ: 4e-5,
    purityEurPerKg: day.outputs.map(({ tiers }) =>
      Float64Array.from(tiers, ({ minPurity }) => (minPurity === 0 ? 0 : 0.5)),
    ),
    steps: first,
    otherEur: new Float64Array(day.outputs.length).fill(firstOtherEur),
  };
  let steps = first;
  let best = descend(dual, day, steps, start, rounds.first);
  day.outputs.forEach(({ tiers }, o) => {
    tiers.forEach((_, step) => {
      if (step === steps[o]) return;
      const others = steps.map((s, p) => (p === o ? step : s));
      const found = descend(dual, day, others, best.multipliers, rounds.step, (output) => output === o);
      // The price of purity found for this step serves wherever the lot is thought to reach it.
      const purityEurPerKg = best.multipliers.purityEurPerKg.map((prices, p) =>
        p === o
          ? prices.map((eur, s) => (s === step ? found.multipliers.purityEurPerKg[p]![s]! : eur))
          : prices,
      );
      if (found.eur > best.eur) [steps, best] = [others, { ...found }];
      else best = { ...best, multipliers: { ...best.multipliers, purityEurPerKg } };
    });
  });
  const found = { ...best.multipliers, steps };
  return granted(dual, day, descend(dual, day, steps, found, rounds.step).multipliers);
}

/**
 * Finds for each lot what other steps than the planned one are granted, and what impurity costs there: the pair of those tried by which
 * the better of the planned step and the others is worth least. Little granted makes the spread of a lot dear, much the other steps.
 */
function granted(dual: LotDual, { outputs }: SeenDay, start: Multipliers): Multipliers {
  const { steps } = start;
  let multipliers = start;
  outputs.forEach(({ tiers }, o) => {
    const choices = tiers.map((_, step) => steps.map((s, p) => [p === o ? step : s]));
    let least = Infinity;
    let best = multipliers;
    for (const share of pricesTried) {
      for (const eur of grantsTried) {
        const prices = start.purityEurPerKg[o]!.map((x, s) => (s === steps[o] ? x : share * x));
        const tried = {
          ...multipliers,
          purityEurPerKg: multipliers.purityEurPerKg.map((each, p) => (p === o ? prices : each)),
          otherEur: multipliers.otherEur.map((each, p) => (p === o ? eur : each)),
        };
        const most = Math.max(...choices.map((choice) => dual.value(choice, tried).eur));
        if (most < least) [least, best] = [most, tried];
      }
    }
    multipliers = best;
  });
  return multipliers;
}
