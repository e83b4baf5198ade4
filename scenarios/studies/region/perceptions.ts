import { must } from '../../../sim/record/must.ts';
import { type Crossed, crossedInterval, crossedMinus } from '../../stats/crossed.ts';
import { type Interval, meanInterval } from '../../stats/interval.ts';
import { type Arm, type ArmOutcome, armNames, byTraining } from './arms.ts';

/** What a way of seeing brings a region, a year: intervals cover trainings and price histories, both. */
export interface SeenEstimate {
  readonly name: string;
  readonly perception: string;
  readonly trainings: number;
  /** Share of things that the measured robots named right at first sight. */
  readonly accuracy: number;
  /** All money that entered or left the region, EUR a year. */
  readonly regionEurPerYear: Interval;
  /** What the sorting sites earned by their bales, EUR a year. */
  readonly sitesEurPerYear: Interval;
  readonly recycledContent: Interval;
  readonly circularity: Interval;
  /** Of what is given up, the share that workshops brought back into use. */
  readonly reuseShare: Interval;
  readonly energyJPerYear: Interval;
  /** By boundary. */
  readonly co2eKgPerYear: Readonly<Record<string, Interval>>;
  /** The means over the price histories, from training to training; null where there is but one. */
  readonly regionEurOverTrainings: Interval | null;
  /** Against the way of seeing with the next fewer euros; null for the first. */
  readonly step: SeenStep | null;
}

/** The chain from a point of accuracy to euros a year. */
export interface SeenStep {
  readonly from: string;
  readonly points: number;
  readonly recycledPoints: number;
  readonly reusePoints: number;
  /** On the same price histories, and the same trainings where both have as many. */
  readonly regionEurPerYear: Interval;
  /** Null where accuracy hardly rises. */
  readonly eurPerPointYear: number | null;
}

const DAYS_PER_YEAR = 365;

/** Where less than this is gained, in points of accuracy, euros come from something else, and euros a point would say nothing. */
const LEAST_POINTS = 1;

/** One entry for each arm, from the least euros of the region to the most; null where perceptions are not compared. */
export function perceptionsOf(
  arms: readonly Arm[],
  outcomes: readonly ArmOutcome[],
  days: number,
): SeenEstimate[] | null {
  if (arms.some(({ perception }) => perception === null)) return null;
  const years = days / DAYS_PER_YEAR;
  const rows = armNames(arms).map((name) => {
    const mine = outcomes.filter(({ routing }) => routing === name);
    const eur = byTraining(mine, ({ summary }) => summary.regionEur / years);
    return { row: { ...rowOf(name, arms, mine, years), step: null }, eur };
  });
  const ranked = rows.sort((a, b) => a.row.regionEurPerYear.mean - b.row.regionEurPerYear.mean);
  return ranked.map(({ row, eur }, place) => {
    const before = ranked[place - 1];
    return before === undefined ? row : { ...row, step: stepOf(before, row, eur) };
  });
}

function rowOf(
  name: string,
  arms: readonly Arm[],
  mine: readonly ArmOutcome[],
  years: number,
): Omit<SeenEstimate, 'step'> {
  const own = arms.filter((arm) => arm.name === name);
  const pick = (of: (outcome: ArmOutcome) => number) => crossedInterval(byTraining(mine, of));
  const boundaries = Object.keys(must(mine[0], 'play of an arm').summary.co2eKg);
  return {
    name,
    perception: must(own[0]?.perception, 'perception of an arm'),
    trainings: own.length,
    accuracy: mean(own.flatMap(({ chain }) => accuracies(chain))),
    regionEurPerYear: pick(({ summary }) => summary.regionEur / years),
    sitesEurPerYear: pick(({ summary }) => summary.routingEur / years),
    recycledContent: pick(({ summary }) => summary.recycledContent),
    circularity: pick(({ circularity }) => circularity.overall),
    reuseShare: pick(reuseOf),
    energyJPerYear: pick(({ summary }) => summary.energyJ / years),
    co2eKgPerYear: Object.fromEntries(
      boundaries.map((boundary) => [
        boundary,
        pick(({ summary }) => (summary.co2eKg[boundary] ?? 0) / years),
      ]),
    ),
    regionEurOverTrainings:
      own.length < 2
        ? null
        : meanInterval(
            own.map(({ training }) =>
              mean(
                mine
                  .filter((play) => play.training === training)
                  .map((play) => play.summary.regionEur / years),
              ),
            ),
          ),
  };
}

function stepOf(
  before: { readonly row: SeenEstimate; readonly eur: Crossed },
  row: SeenEstimate,
  eur: Crossed,
): SeenStep {
  const points = 100 * (row.accuracy - before.row.accuracy);
  const regionEurPerYear = crossedInterval(crossedMinus(eur, before.eur));
  return {
    from: before.row.name,
    points,
    recycledPoints: 100 * (row.recycledContent.mean - before.row.recycledContent.mean),
    reusePoints: 100 * (row.reuseShare.mean - before.row.reuseShare.mean),
    regionEurPerYear,
    eurPerPointYear: points < LEAST_POINTS ? null : regionEurPerYear.mean / points,
  };
}

/** Of what is given up, the share that workshops brought back into use. */
export function reuseOf({ summary: { materials } }: ArmOutcome): number {
  const flows = Object.values(materials);
  const reused = flows.reduce((sum, { reusedKg }) => sum + reusedKg, 0);
  const givenUp = flows.reduce((sum, { givenUpKg }) => sum + givenUpKg, 0);
  return givenUp === 0 ? 0 : reused / givenUp;
}

function accuracies({ places }: Arm['chain']): number[] {
  return places.flatMap((place) =>
    place.kind === 'sorting' && place.measured !== undefined ? [place.measured.accuracy] : [],
  );
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;

/** A difference in thousand EUR, with its interval where there is one. */
function thousands({ mean: middle, lo, hi }: Interval): string {
  const [m, low, high] = [middle, lo, hi].map((eur) => thousandsMarked(eur / 1000));
  const plus = middle > 0 ? '+' : '';
  return Number.isFinite(lo) ? `${plus}${m} (95 % interval ${low} to ${high})` : `${plus}${m}`;
}

/** What each way of seeing is worth against the one below it, and a point of accuracy from the least right to the most, in one sentence. */
export function wordPerceptions(seen: readonly SeenEstimate[], days: number, replications: number): string {
  const years = (days / DAYS_PER_YEAR).toFixed(1);
  const [least, ...others] = seen;
  const steps = others.map(({ name, step }) => {
    const { from, regionEurPerYear } = must(step, 'step');
    return `${name} against ${from} ${thousands(regionEurPerYear)}`;
  });
  const first = must(least, 'perception');
  const all = [`${first.name} ${thousandsMarked(first.regionEurPerYear.mean / 1000)}`, ...steps].join('; ');
  const sorted = [...seen].sort((a, b) => a.accuracy - b.accuracy);
  const low = must(sorted[0], 'perception');
  const high = must(sorted.at(-1), 'perception');
  const points = 100 * (high.accuracy - low.accuracy);
  const histories = replications > 1 ? ` and ${replications} price histories` : '';
  const told = `Over ${years} years${histories}, in thousand EUR a year for the whole region: ${all}`;
  if (!(points > 0)) return `${told}; all of them name things equally well.`;
  const worth = (high.regionEurPerYear.mean - low.regionEurPerYear.mean) / points;
  return `${told}; from ${low.name} to ${high.name} a point of accuracy is worth EUR ${thousandsMarked(worth)} a year.`;
}

/** Whole numbers with a mark at each thousand. */
export const thousandsMarked = (eur: number): string =>
  `${Math.round(eur)}`.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
