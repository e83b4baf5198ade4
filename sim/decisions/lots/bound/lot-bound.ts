import { stream } from '../../../kernel/random/random.ts';
import { asItIs, asItMightBe, type Likeness } from '../later-things.ts';
import { LotDual } from '../lot-dual.ts';
import type { Multipliers } from '../lot-lines.ts';
import { firstMultipliers, keeping } from '../lot-multipliers.ts';
import { bestStep } from '../lot-plan.ts';
import type { SeenDay } from '../seen-day.ts';
import { LotParts } from './lot-parts.ts';
import type { LotWorth } from './lot-search.ts';
import { type LotSums, mapped } from './lot-sums.ts';
import { SearchedLot } from './searched-lot.ts';
import { SightedDay } from './sighted-day.ts';
import { TailTable } from './tail-table.ts';

/** Rounds in which multipliers are bettered. */
const rounds = 40;

/**
 * Rents are made first where each lot is to keep its best step, and then where each lot was found to add most: so often at most, and until that
 * gains less than so much, EUR.
 */
const passes = { most: 8, leastEur: 0.1 };

/** The draws of what further looks might say: the same on every day. */
const likeness = { seed: 0, replication: 0, path: 'lot-bound', purpose: 'what looks might say' };

/** Rounds in which it is found by which slopes further looks are paid for. */
const payingRounds = 6;

/**
 * Upper bound on what robots gain on average over passing everything on, on a day of which they know what their looks say, where
 * every output is sold as one lot at the price of its purity.
 *
 * Why it holds. Take the beliefs of the day as given: then what things are is independent from one to the next, and an item is
 * right for an output with the probability q that its belief gives.
 * - A lot of A kilograms, of which G are right, is worth p G - c (A - G) at its best price p, less what it loses by missing price steps. Nobody learns
 *   what the things in it are before it is sold: so it misses a step with at least the chance that its mean and its doubt leave (`missChance`), and
 *   loses at least what `LotLoss` says. Both depend on four sums over its things alone (`LotSums`).
 * - Take any rents of things from 0 on. A lot that takes a thing pays its rent and keeps what is beyond it: so the day is worth at most all rents and
 *   what each lot adds by itself (`LotParts`). If a lot pays for its sums too, at some slopes, what it adds is a sum over things, each of which is
 *   decided about by itself; without that it adds no more than this less what it paid. So in each cell of sums it adds at most the least of
 *   these over all slopes that were tried, less what it loses there, and in all the most of any cell (`LotSearch`).
 * - Joules: for every price y >= 0, what is done is worth at most itself plus y times the joules that it leaves over. All batteries are
 *   one, and open all day. A grip holds with the same probability whatever was done before, and nobody knows beforehand whether it will: so
 *   on average there are as many moves as successful picks over that probability, and each of these is charged for all of them (y
 *   is chosen without knowing the grips).
 * - Standing by: nothing is picked where everybody has run out; whoever has not, and is the first that a thing comes to, is told of it by nobody,
 *   so one robot draws idle power for a while after each thing that comes, and else at least what it draws asleep. So a block is worth what is gained
 *   in it less one robot's standby, or nothing where nobody is there; parts of blocks in which nobody is there are granted (`pooledDay`).
 * - Nobody knows before a first look what comes, so whoever is there looks at all of it, or leaves some out at random. What is gained in a stretch of
 *   blocks less the joules of first looks is then as large a share of that of all of them: at most that of all, or nothing. (That who leaves some out
 *   may be lucky in what these were, and choose by that what a lot is to be like, is left out: it saves less than all first looks take, which at 0.5 J
 *   are worth EUR 0.1 a day at the quickstart's line.)
 * - A move draws idle power too, which is charged but for the part that may be counted as standing by already.
 * - A look is paid before it is known what it says: a thing of label k then looks like any thing of that label on other days (`laterThings`), and it is
 *   of label k with the probability that the look before says.
 * - Who has looked on at some things knows what was found in them, and may choose by that what the lot is to be like. So where there are further looks,
 *   each lot is searched as these looks turn out that day, for somebody who knows all of that beforehand and has paid what knowing it is worth
 *   (`ToldPart`): that bounds the mean over what looks say, for whoever knows less. By which slopes is paid is found on what looks might say, so that
 *   it depends on nothing that nobody knows before; these slopes, and rents, come from lots that are searched as looks turn out on average.
 * Any y, rents and slopes give a bound. They are found by descent where each lot is kept above its best step by what pays, and by a search for each lot.
 */
export function lotBoundEur(
  day: SeenDay,
  multipliers = multipliersOf(day),
  tails: TailTable = new TailTable(),
): number {
  const sighted = new SightedDay(day, multipliers.eurPerJ);
  const lots = day.outputs.map((_, o) => new SearchedLot(sighted, o, tails));
  const { eur, parts, worths } = lowestPass(sighted, lots, multipliers);
  // Where there is one look, all that looks say is known beforehand.
  if (day.rungs.length === 1) return eur;
  const [asIs, mightBe] = [asItIs(day, sighted.later), asItMightBe(day, sighted.later, stream(likeness))];
  return lots.reduce((sum, lot, o) => {
    const worth = worths[o]!;
    if (lot.oneStep) return sum + worth.eur;
    const told = (like: Likeness) => (slopes: LotSums) => lot.worth(parts.toldPart(o, slopes, like), slopes);
    return sum + told(asIs)(payingSlopes(told(mightBe), worth)).eur;
  }, parts.restEur);
}

/** Slopes by which further looks are paid for: tried on what looks might say, so that nothing is known of what they do say. */
function payingSlopes(told: (slopes: LotSums) => LotWorth, { natural }: LotWorth): LotSums {
  let [slopes, best, leastEur] = [natural, natural, Infinity];
  for (let round = 0; round < payingRounds; round++) {
    const found = told(slopes);
    if (found.eur < leastEur) [best, leastEur] = [slopes, found.eur];
    const before = slopes;
    slopes = mapped(found.natural, (slope, side) => (slope + before[side]) / 2);
  }
  return best;
}

/** A day with rents: what it is worth at most, and what each lot adds to that. */
interface Pass {
  readonly eur: number;
  readonly parts: LotParts;
  readonly worths: readonly LotWorth[];
}

/** The pass by which a day is worth least, where what further looks say is taken on average. */
function lowestPass(
  sighted: SightedDay,
  lots: readonly SearchedLot[],
  { purityEurPerKg }: Multipliers,
): Pass {
  let slopes = lots.map(
    ({ steps: [{ minPurity }] }, o): LotSums => [0, minPurity > 0 ? purityEurPerKg[o]! : 0, 0, 0],
  );
  let lowest: Pass | null = null;
  for (let pass = 0; pass < passes.most; pass++) {
    const parts = new LotParts(sighted, slopes);
    const worths = lots.map((lot, o) => lot.worth((paid) => parts.part(o, paid), slopes[o]!));
    const eur = worths.reduce((sum, worth) => sum + worth.eur, parts.restEur);
    const gainedEur = lowest === null ? Infinity : lowest.eur - eur;
    if (lowest === null || gainedEur > 0) lowest = { eur, parts, worths };
    if (gainedEur < passes.leastEur) return lowest;
    slopes = worths.map((worth) => worth.slopes);
  }
  return lowest!;
}

/** Multipliers that make the bound small, and must not know which grips hold, nor what further looks say. */
export function multipliersOf(day: SeenDay): Multipliers {
  const unknown = { ...day, holds: new Uint8Array(day.holds.length).fill(1) };
  const steps = day.outputs.map(bestStep);
  const dual = new LotDual(unknown, (later) => asItMightBe(unknown, later, stream(likeness)));
  return keeping(dual, unknown, steps, firstMultipliers(day), rounds).multipliers;
}
