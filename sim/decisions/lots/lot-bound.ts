import { type DualValue, LotDual, type Multipliers, type SeenDay } from './lot-dual.ts';

/** Rounds in which multipliers are bettered: for the first steps of all lots, and for each other step of a lot. */
const rounds = { first: 40, step: 10 };

/** Branches that promise no more than this beyond the best choice of steps are not followed further. */
const slackEur = 0.05;

/** Branches that are looked into at most; what is left open counts by what it promises. */
const mostBranches = 400;

/**
 * Upper bound on what robots gain on average over passing everything on, on a day of which they know what their looks say, where
 * every output is sold as one lot at the price of its purity.
 *
 * Why it holds. Take the beliefs of the day as given: then what things are is independent from one to the next, and an item is
 * right for an output with the probability q that its belief gives. Let G and A be the kilograms in a lot that are right, and in all.
 * - A lot that reaches a step of purity m has G - m A >= 0, so it is worth p G - c (A - G) <= p G - c (A - G) + x (G - m A) for
 *   every x >= 0. So whatever it reaches, it is worth at most the largest of these lines over its steps. On average the largest line
 *   is at most the largest average line plus half the difference of their slopes in G times the standard deviation of G; and that,
 *   sqrt(V), is at most (V / s + s) / 2 for every s > 0, in which V = sum of m^2 q (1 - q) adds up over the items.
 * - Joules: for every price y >= 0, what is done is worth at most itself plus y times the joules that it leaves over. All batteries are
 *   one, and open all day. A grip holds with the same probability whatever was done before, and nobody knows beforehand whether it will: so
 *   on average there are as many moves as successful picks over that probability, and each of these is charged for all of them (prices
 *   are chosen without knowing the grips).
 * - Standing by: while nobody is awake, nothing is picked; one who is awake draws at least its idle power. A robot that has run out stays
 *   away until it has charged up again, for at least two blocks; so a block is worth what is gained in it less one robot's standby, or
 *   at most what two blocks at the edges of such an outage save.
 * - A look is paid before it is known what it says: a thing of label k then looks like any thing of that label that came, and it is of
 *   label k with the probability that the look before says.
 * What is left is a choice for each item by itself, given which step each lot reaches. The bound is the largest over all such choices
 * of steps (branch and bound: lots that are not decided yet may take another step with every item), for the multipliers x, y and s
 * that make it small: they are found by descent, and any others would give a bound too.
 */
export function lotBoundEur(day: SeenDay): number {
  // Prices must not know which grips hold.
  const unknown = { ...day, holds: new Uint8Array(day.holds.length).fill(1) };
  const { steps, multipliers } = tuned(new LotDual(unknown), unknown);
  const dual = new LotDual(day);
  const known = dual.value(
    steps.map((step) => [step]),
    multipliers,
  ).eur;
  return largest(dual, day, multipliers, known);
}

/** Multipliers for one choice of steps, bettered round by round; answers with the best found. */
function descend(
  dual: LotDual,
  day: SeenDay,
  steps: readonly number[],
  start: Multipliers,
  count: number,
  moves: (output: number) => boolean = () => true,
): { readonly multipliers: Multipliers; readonly eur: number } {
  const allowed = steps.map((step) => [step]);
  let now = start;
  let best = { multipliers: start, eur: Infinity };
  for (let round = 0; round < count; round++) {
    const value = dual.value(allowed, now);
    if (value.eur < best.eur) best = { multipliers: now, eur: value.eur };
    now = moved(now, value, day, steps, 1 / Math.sqrt(1 + round), moves);
  }
  return best;
}

/** Smallest price of purity that can still grow, and the largest; EUR/kg. */
const [leastPurityEur, mostPurityEur] = [0.02, 60];

/** A limit that is exceeded becomes dearer by a share, one that is not becomes cheaper. */
function moved(
  now: Multipliers,
  { usedJ, surplusKg, lotKg, varianceKg2 }: DualValue,
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
  const spreadKg = now.spreadKg.map((kg, o) => Math.max(0.002, (kg + Math.sqrt(varianceKg2[o]!)) / 2));
  return { eurPerJ: Math.max(1e-9, eurPerJ), purityEurPerKg, spreadKg };
}

/** The steps that promise most, one lot bettered after the other, and multipliers for every step of every lot. */
function tuned(dual: LotDual, day: SeenDay) {
  const first = day.outputs.map(({ tiers }) =>
    tiers.reduce((best, tier, t) => (tier.priceEurPerKg > tiers[best]!.priceEurPerKg ? t : best), 0),
  );
  const start: Multipliers = {
    eurPerJ: 4e-5,
    purityEurPerKg: day.outputs.map(({ tiers }) =>
      Float64Array.from(tiers, ({ minPurity }) => (minPurity === 0 ? 0 : 0.5)),
    ),
    spreadKg: new Float64Array(day.outputs.length).fill(0.1),
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
  return { steps, multipliers: descend(dual, day, steps, best.multipliers, rounds.step).multipliers };
}

/** The largest bound over all choices of steps, for fixed multipliers. */
function largest(dual: LotDual, { outputs }: SeenDay, multipliers: Multipliers, known: number): number {
  const all = outputs.map(({ tiers }) => tiers.map((_, t) => t));
  const most = known;
  const open = [{ allowed: all as readonly (readonly number[])[], eur: dual.value(all, multipliers).eur }];
  for (let branches = 0; open.length > 0; branches++) {
    open.sort((a, b) => a.eur - b.eur);
    const { allowed, eur } = open.pop()!;
    const undecided = allowed.findIndex((steps) => steps.length > 1);
    if (eur <= most + slackEur || undecided < 0 || branches >= mostBranches) return Math.max(most, eur);
    for (const step of allowed[undecided]!) {
      const narrower = allowed.map((steps, o) => (o === undecided ? [step] : steps));
      open.push({ allowed: narrower, eur: dual.value(narrower, multipliers).eur });
    }
  }
  return most;
}
