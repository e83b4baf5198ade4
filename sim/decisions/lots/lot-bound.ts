import { LotDual } from './lot-dual.ts';
import { tuned } from './lot-multipliers.ts';
import type { Multipliers } from './lot-offers.ts';
import type { SeenDay } from './seen-day.ts';

/** Branches that promise no more than this beyond the steps that are expected are not followed further. */
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
 *   every x >= 0. So whatever it reaches, it is worth at most the largest of these lines over its steps. On average the largest line is
 *   at most the largest average line, where the steps other than the one that is expected are granted b > 0, plus V D / (2 b): V is the
 *   variance of G, the sum of m^2 q (1 - q) over the items, and D the sum of the squared differences of the lines' slopes in G from
 *   their mean. (M(L) = max over shares w of sum w L + b (1 - sum w^2) / 2 lies above every line and is smooth: on average it exceeds M
 *   of the averages by no more than that, and M there is no more than the largest line with its grant, as 1 - sum w^2 <= 2 (1 - w_e).)
 * - Joules: for every price y >= 0, what is done is worth at most itself plus y times the joules that it leaves over. All batteries are
 *   one, and open all day. A grip holds with the same probability whatever was done before, and nobody knows beforehand whether it will: so
 *   on average there are as many moves as successful picks over that probability, and each of these is charged for all of them (prices
 *   are chosen without knowing the grips).
 * - Standing by: nothing is picked where everybody has run out; whoever has not, and is the first that a thing comes to, is told of it by nobody,
 *   so one robot draws idle power for a while after each thing that comes, and else at least what it draws asleep. A robot that has run out
 *   stays away until it has charged up again, for at least two blocks; so a block is worth what is gained in it less one robot's standby, or
 *   at most what two blocks at the edges of such an outage save.
 * - A move draws idle power too, which is charged but for the part that may be counted as standing by already.
 * - A look is paid before it is known what it says: a thing of label k then looks like any thing of that label that came, and it is of
 *   label k with the probability that the look before says.
 * - Which steps lots reach is decided on average over what further looks say: where two steps are equally good, who chose by what looks happen
 *   to say could gain up to 0.4 of the standard deviation which that gives their difference, some cents a lot, which is left out.
 * What is left is a choice for each item by itself, given which step each lot reaches. The bound is the largest over all such choices
 * of steps (branch and bound: lots that are not decided yet may take another step with every item), for the multipliers x, y and b
 * that make it small: they are found by descent, and any others would give a bound too.
 */
export function lotBoundEur(day: SeenDay, multipliers = multipliersOf(day)): number {
  return largest(new LotDual(day), day, multipliers);
}

/** Multipliers that make the bound small, and must not know which grips hold. */
export function multipliersOf(day: SeenDay): Multipliers {
  const unknown = { ...day, holds: new Uint8Array(day.holds.length).fill(1) };
  return tuned(new LotDual(unknown), unknown);
}

/** The largest bound over all choices of steps, for fixed multipliers. */
function largest(dual: LotDual, { outputs }: SeenDay, multipliers: Multipliers): number {
  const expected = multipliers.steps.map((step) => [step]);
  const most = dual.value(expected, multipliers).eur;
  const all: readonly (readonly number[])[] = outputs.map(({ tiers }) => tiers.map((_, t) => t));
  const open = [{ allowed: all, eur: dual.value(all, multipliers).eur }];
  for (let branches = 0; ; branches++) {
    open.sort((a, b) => a.eur - b.eur);
    const { allowed, eur } = open.pop()!;
    const undecided = mostGranted(allowed, multipliers);
    if (eur <= most + slackEur || undecided < 0 || branches >= mostBranches) return Math.max(most, eur);
    for (const step of allowed[undecided]!) {
      const narrower = allowed.map((steps, o) => (o === undecided ? [step] : steps));
      open.push({ allowed: narrower, eur: dual.value(narrower, multipliers).eur });
    }
  }
}

/** The lot that is not decided yet and is granted most; -1 where all are. */
function mostGranted(allowed: readonly (readonly number[])[], { otherEur }: Multipliers): number {
  return allowed.reduce(
    (most, { length }, o) => (length > 1 && (most < 0 || otherEur[o]! > otherEur[most]!) ? o : most),
    -1,
  );
}
