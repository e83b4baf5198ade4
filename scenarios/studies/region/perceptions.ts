import { must } from '../../../sim/record/must.ts';
import { crossedInterval, crossedMinus } from '../../stats/crossed.ts';
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
  /** Of the region's euros, what the measured lines of all sites cost: robots, sensors, belts, EUR a year. */
  readonly linesEurPerYear: number;
  /** The means over the price histories, from training to training; null where there is but one. */
  readonly regionEurOverTrainings: Interval | null;
  /** Against the way of seeing with the next fewer euros; null for the first. */
  readonly step: SeenStep | null;
  /** Against the way of seeing that is least often right; null for that one. */
  readonly overLeast: OverLeast | null;
}

/** What seeing better brings a region a year, on the same price histories, and the same trainings where both have as many. */
export interface OverLeast {
  readonly from: string;
  /** Points of accuracy. */
  readonly points: number;
  readonly regionEur: Interval;
  readonly recycledContent: Interval;
  readonly reuseShare: Interval;
  /** By boundary. */
  readonly co2eKg: Readonly<Record<string, Interval>>;
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
  const played = armNames(arms).map((name) => {
    const mine = outcomes.filter(({ routing }) => routing === name);
    return { mine, row: rowOf(name, arms, mine, years) };
  });
  const [least] = [...played].sort((a, b) => a.row.accuracy - b.row.accuracy);
  const ranked = [...played].sort((a, b) => a.row.regionEurPerYear.mean - b.row.regionEurPerYear.mean);
  return ranked.map((one, place) => {
    const before = ranked[place - 1];
    return {
      ...one.row,
      step: before === undefined ? null : stepOf(before, one, years),
      overLeast: least === undefined || least === one ? null : overLeastOf(least, one, years),
    };
  });
}

type Row = Omit<SeenEstimate, 'step' | 'overLeast'>;

/** The plays of an arm, and what they come to. */
interface Played {
  readonly mine: readonly ArmOutcome[];
  readonly row: Row;
}

/** What one arm has more of than another, play by play. */
const more = (before: Played, { mine }: Played, of: (outcome: ArmOutcome) => number): Interval =>
  crossedInterval(crossedMinus(byTraining(mine, of), byTraining(before.mine, of)));

function overLeastOf(least: Played, one: Played, years: number): OverLeast {
  const extra = (of: (outcome: ArmOutcome) => number) => more(least, one, of);
  return {
    from: least.row.name,
    points: 100 * (one.row.accuracy - least.row.accuracy),
    regionEur: extra(({ summary }) => summary.regionEur / years),
    recycledContent: extra(({ summary }) => summary.recycledContent),
    reuseShare: extra(reuseOf),
    co2eKg: Object.fromEntries(
      Object.keys(one.row.co2eKgPerYear).map((boundary) => [
        boundary,
        extra(({ summary }) => (summary.co2eKg[boundary] ?? 0) / years),
      ]),
    ),
  };
}

function rowOf(name: string, arms: readonly Arm[], mine: readonly ArmOutcome[], years: number): Row {
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
    linesEurPerYear: mean(own.map(linesEur)),
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

function stepOf(before: Played, one: Played, years: number): SeenStep {
  const points = 100 * (one.row.accuracy - before.row.accuracy);
  const regionEurPerYear = more(before, one, ({ summary }) => summary.regionEur / years);
  return {
    from: before.row.name,
    points,
    recycledPoints: 100 * (one.row.recycledContent.mean - before.row.recycledContent.mean),
    reusePoints: 100 * (one.row.reuseShare.mean - before.row.reuseShare.mean),
    regionEurPerYear,
    eurPerPointYear: points < LEAST_POINTS ? null : regionEurPerYear.mean / points,
  };
}

/** What the lines of all sorting sites of an arm cost a year, EUR. */
function linesEur({ chain }: Arm): number {
  return chain.places.reduce(
    (sum, place) => (place.kind === 'sorting' ? sum + (place.lines ?? 1) * (place.lineEurPerYear ?? 0) : sum),
    0,
  );
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

/** What each way of seeing is worth against the one below it, in one sentence, and what seeing better brings in another. */
export function wordPerceptions(seen: readonly SeenEstimate[], days: number, replications: number): string {
  const years = (days / DAYS_PER_YEAR).toFixed(1);
  const [least, ...others] = seen;
  const steps = others.map(({ name, step }) => {
    const { from, regionEurPerYear } = must(step, 'step');
    return `${name} against ${from} ${thousands(regionEurPerYear)}`;
  });
  const first = must(least, 'perception');
  const all = [`${first.name} ${thousandsMarked(first.regionEurPerYear.mean / 1000)}`, ...steps].join('; ');
  const histories = replications > 1 ? ` and ${replications} price histories` : '';
  const told = `Over ${years} years${histories}, in thousand EUR a year for the whole region: ${all}`;
  const high = must([...seen].sort((a, b) => b.accuracy - a.accuracy)[0], 'perception');
  if (high.overLeast === null || !(high.overLeast.points > 0))
    return `${told}; all of them name things equally well.`;
  return [`${told}.`, wordLines(seen), wordBetter(high, high.overLeast)]
    .filter((text) => text !== '')
    .join(' ');
}

/** What of the euros the lines cost, from the cheapest to the dearest; empty where lines are not told of. */
function wordLines(seen: readonly SeenEstimate[]): string {
  const sorted = [...seen].sort((a, b) => a.linesEurPerYear - b.linesEurPerYear);
  const [low, high] = [must(sorted[0], 'perception'), must(sorted.at(-1), 'perception')];
  if (high.linesEurPerYear === 0) return '';
  const cost = ({ linesEurPerYear }: SeenEstimate) => thousandsMarked(linesEurPerYear / 1000);
  return `Of these, robots, sensors and belts cost ${cost(low)} (${low.name}) to ${cost(high)} (${high.name}).`;
}

/** What comes with being right more often, from the way of seeing that is least often right to the one that most often is. */
function wordBetter({ name }: SeenEstimate, over: OverLeast): string {
  const { from, points, regionEur, recycledContent, reuseShare, co2eKg } = over;
  const told = (interval: Interval, factor: number, text: (x: number) => string) => {
    const [m, lo, hi] = [interval.mean, interval.lo, interval.hi].map((x) => text(factor * x));
    return Number.isFinite(interval.lo) ? `${m} (95 % interval ${lo} to ${hi})` : `${m}`;
  };
  const each = (interval: Interval, factor: number, text: (x: number) => string) =>
    `${interval.mean > 0 ? '+' : ''}${told(interval, factor, text)}`;
  const fixed = (digits: number) => (x: number) => x.toFixed(digits);
  const carbon = Object.entries(co2eKg).map(
    ([boundary, kg]) => `${each(kg, 1e-3, thousandsMarked)} t CO2e a year (${boundary})`,
  );
  return [
    `From ${from} to ${name} a point of accuracy is worth EUR ${told(regionEur, 1 / points, thousandsMarked)} a year`,
    `recycled content changes by ${each(recycledContent, 100, fixed(2))} points`,
    `the reused share by ${each(reuseShare, 100, fixed(2))} points`,
    `and carbon by ${carbon.join(', ')}.`,
  ].join('; ');
}

/** Whole numbers with a mark at each thousand. */
export const thousandsMarked = (eur: number): string =>
  `${Math.round(eur)}`.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
