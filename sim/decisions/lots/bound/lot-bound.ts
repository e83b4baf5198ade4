import { LotDual } from '../lot-dual.ts';
import type { Multipliers } from '../lot-lines.ts';
import { firstMultipliers, keeping } from '../lot-multipliers.ts';
import { bestStep } from '../lot-plan.ts';
import type { SeenDay } from '../seen-day.ts';
import { LotLoss, type LotStep, lotSteps } from './lot-loss.ts';
import { LotParts } from './lot-parts.ts';
import { LotSearch, type LotWorth, type Searched } from './lot-search.ts';
import type { LotSums } from './lot-sums.ts';
import { SightedDay } from './sighted-day.ts';

/** Rounds in which multipliers are bettered. */
const rounds = 40;

/**
 * Rents are made first where each lot is to keep its best step, and then where each lot was found to add most: so often at most, and until that
 * gains less than so much, EUR.
 */
const passes = { most: 8, leastEur: 0.1 };

/** What a lot is first tried to pay for purity: shares of what it is expected to pay, and at lower steps EUR/kg. */
const purityShares = [0.6, 0.3, 0.1, 0];
const lowerPurityEur = [0, 0.3];

/** What a lot pays beyond its best price that pays just that. */
const nothing: LotSums = [0, 0, 0, 0];

/**
 * Upper bound on what robots gain on average over passing everything on, on a day of which they know what their looks say, where
 * every output is sold as one lot at the price of its purity.
 *
 * Why it holds. Take the beliefs of the day as given: then what things are is independent from one to the next, and an item is
 * right for an output with the probability q that its belief gives.
 * - A lot of A kilograms, of which G are right, is worth p G - c (A - G) at its best price p, less what it loses by missing price steps. Nobody learns
 *   what the things in it are before it is sold: so it misses a step with at least the chance that its mean and its doubt leave (`missChance`: that
 *   this holds for things of different masses and chances is searched through, not proven), and loses at least what `LotLoss` says. Both depend on
 *   four sums over its things alone (`LotSums`).
 * - Take any rents of things from 0 on. A lot that takes a thing pays its rent and keeps what is beyond it: so the day is worth at most all rents and
 *   what each lot adds by itself (`LotParts`). If a lot pays for its sums too, at some slopes, what it adds is a sum over things, each of which is
 *   decided about by itself; without that it adds no more than this less what it paid. So in each cell of sums it adds at most the least of
 *   these over all slopes that were tried, less what it loses there, and in all the most of any cell (`LotSearch`).
 * - Joules: for every price y >= 0, what is done is worth at most itself plus y times the joules that it leaves over. All batteries are
 *   one, and open all day. A grip holds with the same probability whatever was done before, and nobody knows beforehand whether it will: so
 *   on average there are as many moves as successful picks over that probability, and each of these is charged for all of them (y
 *   is chosen without knowing the grips).
 * - Standing by: nothing is picked where everybody has run out; whoever has not, and is the first that a thing comes to, is told of it by nobody,
 *   so one robot draws idle power for a while after each thing that comes, and else at least what it draws asleep. A robot that has run out
 *   stays away until it has charged up again, for at least two blocks; so a block is worth what is gained in it less one robot's standby, or
 *   at most what two blocks at the edges of such an outage save.
 * - Nobody knows before a first look what comes, so whoever is there looks at all of it, or leaves some out at random. What is gained less the joules
 *   of first looks is then as large a share of that of all of them: at most that of all, or nothing, which being away brings too.
 * - A move draws idle power too, which is charged but for the part that may be counted as standing by already.
 * - A look is paid before it is known what it says: a thing of label k then looks like any thing of that label that came, and it is of
 *   label k with the probability that the look before says.
 * - What a lot is like is taken on average over what further looks say: where two ways of filling it are equally good, who chose by what looks happen
 *   to say could gain up to 0.4 of the standard deviation which that gives their difference, which is left out: cents a lot, by estimate, and
 *   up to EUR 0.1 where a kg of purity costs EUR 5. (Where one way is best, luck with looks gains less than it loses, as purity that is had is worth
 *   less and less.)
 * Any y, rents and slopes give a bound. They are found by descent where each lot is kept above its best step by what pays, and by a search for each lot.
 */
export function lotBoundEur(day: SeenDay, multipliers = multipliersOf(day)): number {
  const steps = day.outputs.map(lotSteps);
  const losses = steps.map((some) => new LotLoss(some));
  const sighted = new SightedDay(day, multipliers.eurPerJ);
  const largest = largestOf(sighted);
  let bound = Infinity;
  let slopes = steps.map(
    ([{ minPurity }], o): LotSums => [0, minPurity > 0 ? multipliers.purityEurPerKg[o]! : 0, 0, 0],
  );
  for (let pass = 0; pass < passes.most; pass++) {
    const parts = new LotParts(sighted, slopes);
    const worths = steps.map((some, o) => {
      const part = (paid: LotSums) => parts.part(o, paid);
      const searched = { part, loss: losses[o]!, minPurity: some[0].minPurity, largest };
      return worthOf(searched, some, slopes[o]!);
    });
    const before = bound;
    bound = Math.min(
      bound,
      worths.reduce((sum, { eur }) => sum + eur, parts.restEur),
    );
    if (before - bound < passes.leastEur) break;
    slopes = worths.map((worth) => worth.slopes);
  }
  return bound;
}

/** Multipliers that make the bound small, and must not know which grips hold. */
export function multipliersOf(day: SeenDay): Multipliers {
  const unknown = { ...day, holds: new Uint8Array(day.holds.length).fill(1) };
  const steps = day.outputs.map(bestStep);
  return keeping(new LotDual(unknown), unknown, steps, firstMultipliers(day), rounds).multipliers;
}

/** What a lot adds at most that is expected to pay some slopes. */
function worthOf(
  searched: Searched,
  [best, ...lower]: readonly [LotStep, ...LotStep[]],
  expected: LotSums,
): LotWorth {
  // A price that is paid for any purity leaves nothing in doubt.
  if (lower.length === 0) return { eur: searched.part(nothing).eur, slopes: nothing };
  const shares = purityShares.map((share): LotSums => [0, share * expected[1], 0, 0]);
  const lowerSteps = lower.flatMap(({ priceEurPerKg, minPurity }) =>
    lowerPurityEur.map((eur): LotSums => {
      const overEur = priceEurPerKg - best.priceEurPerKg + eur;
      return [overEur * best.minPurity - eur * minPurity, overEur, 0, 0];
    }),
  );
  return new LotSearch(searched, [expected, ...shares, ...lowerSteps]).run();
}

/** The largest that a lot of a day can be, and its heaviest thing. */
function largestOf({ day, accepted }: SightedDay): Searched['largest'] {
  let [kg, squareKg2, oneKg, doubt] = [0, 0, 0, 0];
  for (const m of day.massKg) [kg, squareKg2, oneKg] = [kg + m, squareKg2 + m * m, Math.max(oneKg, m)];
  for (const q of accepted.flat()) for (const p of q) doubt = Math.max(doubt, p * (1 - p));
  return { kg, kg2: doubt * squareKg2, oneKg };
}
